"""Launch links: pinned, percent-encoded, and none rather than a wrong one."""

from dataclasses import replace

import pytest

import sample_catalogue as sample
from ossr_catalogue.matching import Fit, launch, launch_url
from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.executable import Status
from ossr_catalogue.model.kinds import KINDS, Kind
from ossr_catalogue.model.kinds.binder_repository import BinderRepository
from ossr_catalogue.model.kinds.docker_container import DockerContainer
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.kinds.python_program import PythonProgram
from ossr_catalogue.model.platform import LAUNCH_NAMES, Limits, Platform

BINDER = "https://mybinder.org/v2/git/{repository}/{revision}?urlpath=lab/tree/{path}"
PINNED = f"https%3A%2F%2Fgithub.com%2Fexample%2Fossr-library/{sample.REVISION}"
NOTEBOOK = JupyterNotebook(location="notebooks/Explore the OSSR.ipynb")
TAGGED = replace(
    sample.LIBRARY,
    revision="v2.1.1",
    files_url="https://raw.githubusercontent.com/example/ossr-library/v2.1.1/{path}",
)
PULLER = "https://hub.example.org/hub/user-redirect/git-pull?repo={repository}"


def platform(*templates: str, limits: Limits | None = None) -> Platform:
    return Platform(
        id="p",
        title="P",
        description="A platform.",
        homepage="https://example.org/",
        types=tuple(kind.urn for kind in KINDS),
        limits=limits or Limits(cores=1, memory_bytes=2 * 10**9, nodes=1),
        launch=templates,
    )


def url_of(kind: Kind, *templates: str, component: Component = sample.LIBRARY) -> str | None:
    return launch_url(sample.entry(kind, "t", component), platform(*templates))


def test_binder_opens_the_file_at_the_pinned_revision() -> None:
    assert url_of(NOTEBOOK, BINDER) == (
        f"https://mybinder.org/v2/git/{PINNED}?urlpath=lab/tree/notebooks/Explore%20the%20OSSR.ipynb"
    )


def test_colab_opens_a_notebook_at_github() -> None:
    template = "https://colab.research.google.com/github/{github}/blob/{revision}/{path}"
    assert url_of(JupyterNotebook(location="a.ipynb"), template) == (
        f"https://colab.research.google.com/github/example/ossr-library/blob/{sample.REVISION}/a.ipynb"
    )


def test_colab_opens_nothing_from_elsewhere() -> None:
    template = "https://colab.research.google.com/github/{github}/blob/{revision}/{path}"
    assert url_of(NOTEBOOK, template, component=sample.GAIA) is None


def test_nbgitpuller_is_told_the_folder_that_the_clone_makes() -> None:
    template = "https://hub.example.org/hub/user-redirect/git-pull?repo={repository}&urlpath=lab/tree/{repository_name}/{path}"
    assert url_of(JupyterNotebook(location="a.ipynb"), template) == (
        "https://hub.example.org/hub/user-redirect/git-pull"
        "?repo=https%3A%2F%2Fgithub.com%2Fexample%2Fossr-library&urlpath=lab/tree/ossr-library/a.ipynb"
    )


def test_a_record_of_zenodo_is_opened_by_its_own_doi() -> None:
    record = "https://mybinder.org/v2/zenodo/{zenodo_doi}/?urlpath=lab/tree/{path}"
    assert url_of(JupyterNotebook(location="a.ipynb"), BINDER, record, component=sample.RECORD) == (
        "https://mybinder.org/v2/zenodo/10.5281/zenodo.4701488/?urlpath=lab/tree/a.ipynb"
    )


def test_the_doi_of_another_version_is_not_used() -> None:
    other = replace(sample.RECORD, doi="10.5281/zenodo.1")
    assert url_of(NOTEBOOK, "https://mybinder.org/v2/zenodo/{zenodo_doi}/", component=other) is None


def test_a_revision_that_is_no_commit_is_not_asked_of_a_git_host() -> None:
    record = replace(sample.RECORD, repository="https://github.com/example/x")
    assert url_of(NOTEBOOK, BINDER, component=record) is None


def test_a_binder_repository_is_opened_as_a_whole() -> None:
    assert url_of(BinderRepository(), BINDER) == f"https://mybinder.org/v2/git/{PINNED}?urlpath=lab/tree/"


def test_repo2docker_finds_no_configuration_in_any_other_folder() -> None:
    assert url_of(BinderRepository(location="environments/gpu"), BINDER) is None
    assert url_of(BinderRepository(location="binder/"), BINDER) is not None


def test_an_image_can_be_named() -> None:
    template = "https://play.example.org/?image={image}"
    assert url_of(DockerContainer(image=sample.IMAGE), template) == (
        "https://play.example.org/?image=ghcr.io/example/ossr-library:2.3.0"
    )


def test_a_type_that_the_platform_does_not_take_gets_no_link() -> None:
    notebooks_only = replace(platform("https://example.org/{repository}"), types=(JupyterNotebook.urn,))
    assert launch_url(sample.entry(PythonProgram(module="m"), "t"), notebooks_only) is None


@pytest.mark.parametrize(
    "location",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "a/../../b",
        "https://elsewhere.org/a.ipynb",
        "javascript://%0aalert(1)",
    ],
)
def test_no_path_leads_out_of_the_repository(location: str) -> None:
    assert url_of(JupyterNotebook(location=location), BINDER) is None


@pytest.mark.parametrize(
    "location", ["a&b#c?d.ipynb", "{revision}.ipynb", "a b<script>.ipynb", "ü.ipynb", '"onclick=.ipynb']
)
def test_a_path_stays_inside_its_parameter(location: str) -> None:
    url = url_of(JupyterNotebook(location=location), BINDER)
    assert url
    tail = url.removeprefix(f"https://mybinder.org/v2/git/{PINNED}?urlpath=lab/tree/")
    assert not set(tail) & set("&#?<>\"{} '")


@pytest.mark.parametrize(
    "repository",
    ["http://localhost/x", "https://user:secret@github.com/a/b", "javascript:alert(1)", "http://[", None],
)
def test_only_a_public_repository_is_launched(repository: str | None) -> None:
    assert url_of(NOTEBOOK, BINDER, component=replace(sample.LIBRARY, repository=repository)) is None


def test_a_dot_in_front_of_a_path_is_dropped() -> None:
    url = url_of(JupyterNotebook(location="./.hidden/a.ipynb"), BINDER)
    assert url
    assert url.endswith("lab/tree/.hidden/a.ipynb")


def test_every_name_of_a_template_can_have_a_value() -> None:
    template = "https://example.org/?" + "&".join(f"{name}={{{name}}}" for name in LAUNCH_NAMES)
    component = replace(TAGGED, doi="10.5281/zenodo.1")
    without = template.replace("&zenodo_doi={zenodo_doi}", "").replace("&image={image}", "")
    assert url_of(NOTEBOOK, template, component=component) is None
    assert url_of(NOTEBOOK, without, component=component)


def small_notebook() -> Entry:
    return sample.entry(NOTEBOOK, "t", needs=sample.SMALL)


def test_what_fits_is_launched_without_a_word() -> None:
    roomy = platform(BINDER, limits=Limits(cores=4, memory_bytes=16 * 10**9, nodes=1))
    outcome = launch(small_notebook(), roomy)
    assert (outcome.verdict.fit, outcome.reason) == (Fit.FITS, "")
    assert outcome.url


def test_what_runs_with_less_is_launched_and_it_is_said() -> None:
    outcome = launch(small_notebook(), platform(BINDER))
    assert outcome.url
    assert outcome.reason == "could use 16 GB of memory, offers 2 GB"


def test_what_does_not_fit_is_not_launched() -> None:
    tiny = platform(BINDER, limits=Limits(cores=1, memory_bytes=1, nodes=1))
    outcome = launch(small_notebook(), tiny)
    assert (outcome.url, outcome.reason) == (None, "needs 1 GB of memory, offers 1 B")


def test_what_nobody_knows_may_be_tried() -> None:
    outcome = launch(sample.entry(NOTEBOOK, "t"), platform(BINDER))
    assert outcome.url
    assert outcome.reason == "its needs are not declared"


def test_what_is_withdrawn_is_not_launched() -> None:
    withdrawn = sample.entry(NOTEBOOK, "t", needs=sample.SMALL, status=Status.WITHDRAWN)
    outcome = launch(withdrawn, platform(BINDER))
    assert (outcome.url, outcome.reason) == (None, "its owner has withdrawn it")


def test_a_platform_without_links_says_so() -> None:
    assert launch(small_notebook(), platform()).reason == "no link can start it there"


def test_what_a_link_lacks_is_named() -> None:
    outcome = launch(sample.entry(NOTEBOOK, "t", sample.FOLDER, needs=sample.SMALL), platform(BINDER))
    assert outcome.reason == "a link would need the address of the Git repository, and there is none"


def test_a_tag_that_the_repository_s_addresses_name_is_a_revision() -> None:
    assert url_of(NOTEBOOK, BINDER, component=TAGGED) == (
        "https://mybinder.org/v2/git/https%3A%2F%2Fgithub.com%2Fexample%2Fossr-library/v2.1.1"
        "?urlpath=lab/tree/notebooks/Explore%20the%20OSSR.ipynb"
    )


@pytest.mark.parametrize(
    ("component", "branch"), [(TAGGED, "&branch=v2.1.1"), (sample.LIBRARY, "")], ids=["tag", "commit"]
)
def test_nbgitpuller_which_knows_no_commits_is_told_a_tag(component: Component, branch: str) -> None:
    templates = PULLER + "&branch={tag}", PULLER
    url = url_of(NOTEBOOK, *templates, component=component)
    assert url == PULLER.format(repository="https%3A%2F%2Fgithub.com%2Fexample%2Fossr-library") + branch


@pytest.mark.parametrize(
    ("template", "caution"),
    [
        (BINDER, ""),
        (PULLER, "the link opens the newest state of the repository, not the one described here"),
        (
            "https://codespaces.new/{github}",
            "the link opens the newest state of the repository, not the one described here",
        ),
        ("https://hub.example.org/?file={location}", ""),
    ],
    ids=["pinned", "repository", "github", "address-of-the-file"],
)
def test_a_link_that_opens_another_state_says_so(template: str, caution: str) -> None:
    roomy = platform(template, limits=Limits(cores=4, memory_bytes=16 * 10**9, nodes=1))
    outcome = launch(small_notebook(), roomy)
    assert (outcome.reason, outcome.caution) == ("", caution)
