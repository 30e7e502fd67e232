"""The pages of the platforms."""

from dataclasses import replace

import pytest

import sample_catalogue as sample
from built_site import Page, read_page
from ossr_catalogue.embedded import embedded
from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.model.kinds.docker_container import DockerContainer
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.platform import Fact, Limits, Platform, Requirement
from ossr_catalogue.publish.pages.coverage import coverage_of
from ossr_catalogue.publish.pages.everything import press_for
from ossr_catalogue.publish.pages.platform_pages import platform_pages
from sample_site import SETTINGS

HUB = Platform(
    id="hub",
    title="Hub & <Spoke>",
    description="Takes notebooks.",
    homepage="https://hub.example.org/",
    types=(JupyterNotebook.urn,),
    limits=Limits(cores=1, memory_bytes=2 * 10**9, gpus=0, walltime_seconds=21_600),
    launch=("https://hub.example.org/{repository}/{revision}",),
    facts=(
        Fact(
            says="It is small.",
            source="https://hub.example.org/docs",
            checked="2026-11-22",
            about=("memory", "cores"),
        ),
        Fact(says="It is slow.", source="javascript:alert(1)", checked="2026-11-21"),
    ),
)
NOTEBOOK = JupyterNotebook(location="n.ipynb")
THREE = sample.catalogue(
    sample.entry(NOTEBOOK, "Small", needs=sample.SMALL),
    sample.entry(NOTEBOOK, "Silent"),
    sample.entry(DockerContainer(image=sample.IMAGE), "Container", needs=sample.SMALL),
)


def pages(*platforms: Platform, catalogue: Catalogue = THREE) -> dict[str, Page]:
    press = press_for(replace(SETTINGS, platforms=platforms), embedded("catalogue/theme"))
    return {
        stamp.path: read_page(stamp.content)
        for stamp in platform_pages(press, coverage_of(catalogue, platforms))
    }


def text_of(platform: Platform, catalogue: Catalogue = THREE) -> str:
    return pages(platform, catalogue=catalogue)["platforms/hub/"].text


def test_there_is_an_overview_and_a_page_for_each() -> None:
    assert set(pages(HUB, replace(HUB, id="other"))) == {
        "platforms/",
        "platforms/hub/",
        "platforms/other/",
    }


def test_the_overview_says_in_short_how_far_each_goes() -> None:
    page = pages(HUB)["platforms/"]
    assert "Hub & <Spoke> Jupyter notebooks 2 GB of memory · 1 core · no GPUs · 6 h" in page.text
    assert "1 of 3 run there, 1 may" in page.text
    assert "../platforms/hub/" in page.addresses()


def test_a_platform_of_which_nothing_is_known_says_so() -> None:
    assert "No limit is known" in pages(replace(HUB, limits=Limits()))["platforms/"].text


def test_a_limit_stands_beside_its_sources() -> None:
    text = text_of(HUB)
    assert "Memory 2 GB source, read on 2026-11-22 Cores 1 core source, read on 2026-11-22 GPUs none" in text
    assert "Time of a run 6 h Not known: how many nodes, how much storage, which processors." in text


def test_every_fact_is_told_and_only_web_addresses_are_linked() -> None:
    page = pages(HUB)["platforms/hub/"]
    assert "It is small." in page.text
    assert "It is slow." in page.text
    assert "https://hub.example.org/docs" in page.addresses()
    assert not [address for _, address in page.links if address.startswith("javascript")]


def test_verdicts_are_counted() -> None:
    assert (
        "0 run there 1 run there with less than they could use 1 may run there: something is not declared, "
        "or not known 1 do not run there"
    ) in text_of(HUB)


def test_what_decides_is_told_with_an_example() -> None:
    text = text_of(HUB)
    assert "1 type Docker containers do not run there" in text
    assert "1 needs its needs are not declared" in text
    assert "1 memory could use 16 GB of memory, offers 2 GB" in text


def test_the_listing_is_narrowed_to_what_runs_there() -> None:
    addresses = pages(HUB)["platforms/hub/"].addresses()
    assert "../../catalogue/?runs=Hub+%26+%3CSpoke%3E" in addresses
    assert "../../catalogue/?type=Jupyter+notebook&runs=Hub+%26+%3CSpoke%3E" in addresses


@pytest.mark.parametrize(
    ("launch", "said"),
    [
        ((), "No link can start an executable there: it is brought there by hand."),
        (HUB.launch, "A link opens an executable there, in the state that the catalogue describes."),
        (
            ("https://codespaces.new/{github}",),
            "A link opens an executable there, in the newest state of its repository.",
        ),
        (
            ("https://h.example.org/?r={repository}&b={tag}", "https://h.example.org/?r={repository}"),
            "in the newest state of its repository, unless the state that was harvested has a tag.",
        ),
    ],
    ids=["none", "pinned", "newest", "tag"],
)
def test_how_it_is_launched_is_said(launch: tuple[str, ...], said: str) -> None:
    assert said in text_of(replace(HUB, launch=launch))


def test_what_it_insists_on_is_said() -> None:
    text = text_of(replace(HUB, requires=tuple(Requirement), architectures=("amd64", "arm64")))
    assert "A container image has to be named by its digest. A container must not run privileged." in text
    assert "Processors amd64 or arm64" in text


def test_an_empty_catalogue_is_no_mistake() -> None:
    text = text_of(HUB, catalogue=replace(THREE, entries=()))
    assert "The catalogue is empty." in text


def test_a_site_without_platforms_says_so() -> None:
    assert "No platform is known" in pages()["platforms/"].text


def test_the_pages_are_well_formed_and_bring_no_style_of_their_own() -> None:
    for page in pages(HUB, replace(HUB, id="other", launch=(), facts=())).values():
        assert page.mistakes == []
        assert "style" not in page.attributes
        assert "script" not in page.tags
