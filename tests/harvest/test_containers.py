"""A recipe is proposed as what it is: an image that can be built, and that nobody says is published."""

import pytest

from fake_sources import passed_over, proposals
from ossr_catalogue.harvest.infer.binder import BinderRepositories
from ossr_catalogue.harvest.infer.containers import DockerRecipes, SingularityRecipes
from ossr_catalogue.harvest.infer.dockerfile import read_dockerfile

FROM = "FROM ubuntu:20.04\n"
DEFINITION = "Bootstrap: docker\nFrom: ubuntu:20.04\n\n%post\n  echo From: nowhere\n"


def titles(*paths: str) -> dict[str, str]:
    return {found.path: found.title for found in proposals(DockerRecipes(), dict.fromkeys(paths, FROM))}


def test_a_dockerfile_names_its_recipe_and_no_image() -> None:
    (found,) = proposals(
        DockerRecipes(), {"docker/Dockerfile": FROM + "EXPOSE 8888 80/tcp $PORT 53/udp 99999\n"}
    )
    assert found.own == {"recipe": "docker/Dockerfile", "network": {"ports": [80, 8888]}}
    assert found.title == "agnpy as a container"
    assert found.description.startswith(
        "Built from the recipe `docker/Dockerfile`, which starts from `ubuntu:20.04`; "
        "whether an image of it is published is not known."
    )


def test_each_folder_of_a_monorepo_is_an_image_of_its_own() -> None:
    assert titles("base/Dockerfile", "group/notebook/Dockerfile", "docker/demo/Dockerfile") == {
        "base/Dockerfile": "base, a container of agnpy",
        "docker/demo/Dockerfile": "demo, a container of agnpy",
        "group/notebook/Dockerfile": "notebook, a container of agnpy",
    }


@pytest.mark.parametrize(
    ("paths", "chosen"),
    [
        (("sda/_local/Dockerfile", "sda/_prod/Dockerfile"), "sda/_prod/Dockerfile"),
        (("swan/Dockerfile", "swan/Dockerfile.old"), "swan/Dockerfile"),
        (("Dockerfile", "old/Dockerfile"), "Dockerfile"),
        (("Dockerfile-dev", "Dockerfile"), "Dockerfile"),
        (("Dockerfile-fit-dev", "Dockerfile-fit-prod"), "Dockerfile-fit-prod"),
        (("Dockerfile", "Dockerfile.centos7", "Dockerfile.ubuntu-22.04"), "Dockerfile"),
    ],
)
def test_variants_of_one_image_are_one_proposal(paths: tuple[str, ...], chosen: str) -> None:
    (found,) = proposals(DockerRecipes(), dict.fromkeys(paths, FROM))
    assert found.path == chosen
    assert found.variants == tuple(path for path in paths if path != chosen)


def test_recipes_for_different_things_stay_apart() -> None:
    assert titles("Dockerfile.gpu", "Dockerfile.server", "web.Dockerfile") == {
        "Dockerfile.gpu": "gpu, a container of agnpy",
        "Dockerfile.server": "server, a container of agnpy",
        "web.Dockerfile": "web, a container of agnpy",
    }


@pytest.mark.parametrize(
    "path",
    [
        "Dockerfile.j2",
        "Dockerfile.md",
        ".dockerignore",
        "docker-compose.yml",
        "Dockerfile.template",
        "binder/Dockerfile",
    ],
)
def test_what_is_no_recipe_of_an_image_is_not_read(path: str) -> None:
    assert not list(DockerRecipes().wants([path]))


@pytest.mark.parametrize(
    "path", ["tests/Dockerfile", ".github/Dockerfile", ".devcontainer/Dockerfile", "ci/Dockerfile"]
)
def test_recipes_of_tests_and_of_the_work_itself_are_passed_over(path: str) -> None:
    assert passed_over(DockerRecipes(), {path: FROM}).keys() == {path}
    assert proposals(DockerRecipes(), {path: FROM}) == []


def test_a_file_without_from_is_passed_over() -> None:
    assert passed_over(DockerRecipes(), {"Dockerfile": "RUN true\n"}) == {
        "Dockerfile": "has no FROM, so it is no complete Dockerfile"
    }


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("#FROM old:1\nFROM  new:1  \n", "new:1"),
        ("ARG BASE=x:2\nFROM ${BASE}\n", "x:2"),
        ("ARG V=2\nFROM x:$V\n", "x:2"),
        ("FROM x:${V:-3}\n", "x:3"),
        ("ARG BASE\nFROM $BASE\n", None),
        ("FROM x:$V\nARG V=2\n", None),
        ("FROM --platform=linux/amd64 x:1 AS build\nFROM y:1\nFROM build\n", "x:1"),
        ("FROM \\\n  x:1\n", "x:1"),
        ("from x:1\n", "x:1"),
        ("\ufeffFROM x:1\n", "x:1"),
    ],
)
def test_the_base_is_known_or_not_told(text: str, base: str | None) -> None:
    found = read_dockerfile(text.encode())
    assert found is not None
    assert found.base == base


@pytest.mark.parametrize(
    ("label", "labels"),
    [
        ('LABEL a="one two" b=3', {"a": "one two", "b": "3"}),
        ("LABEL org.image.source https://x.org/y z", {"org.image.source": "https://x.org/y z"}),
        ("LABEL date=$BUILD_DATE", {}),
        ('LABEL a="open', {}),
        ("LABEL a=1 \\\n  # comment\n  b=2", {"a": "1", "b": "2"}),
    ],
)
def test_labels_are_read_in_both_forms_without_variables(label: str, labels: dict[str, str]) -> None:
    found = read_dockerfile(f"FROM x\n{label}\n".encode())
    assert found is not None
    assert found.labels == labels


def test_a_label_describes_the_image() -> None:
    text = (
        FROM + 'LABEL org.opencontainers.image.description="Jupyter with <b>ROOT</b> and everything else."\n'
    )
    (found,) = proposals(DockerRecipes(), {"Dockerfile": text})
    assert found.description.startswith("Jupyter with ROOT and everything else. Built from")


def test_singularity_recipes_are_known_by_name_and_content() -> None:
    recipes = ("singularity/Singularity", "singularity/Singularity.fit", "x.def")
    files = {**dict.fromkeys(recipes, DEFINITION), "windows.def": "EXPORTS\n"}
    found = proposals(SingularityRecipes(), files)
    assert {one.path: one.title for one in found} == {
        "singularity/Singularity": "agnpy as an Apptainer container",
        "singularity/Singularity.fit": "fit, an Apptainer container of agnpy",
        "x.def": "x, an Apptainer container of agnpy",
    }
    assert found[0].own == {"location": found[0].path}
    assert "which starts from `ubuntu:20.04`" in found[0].description


def test_a_recipe_that_only_ci_uses_is_passed_over() -> None:
    path = "tests/ci/container/debian.11.def"
    assert passed_over(SingularityRecipes(), {path: DEFINITION}) == {path: "lies among tests"}


BADGE = "[![Binder](https://mybinder.org/badge_logo.svg)](https://mybinder.org/v2/gh/agn/Agnpy/HEAD{})"


@pytest.mark.parametrize(
    ("files", "own"),
    [
        pytest.param({"binder/Dockerfile": FROM}, {"location": "binder"}, id="its folder"),
        pytest.param({".binder/environment.yml": ""}, {"location": ".binder"}, id="its hidden folder"),
        pytest.param({"postBuild": "", "environment.yml": ""}, {}, id="a file that only Binder reads"),
        pytest.param({"README.md": BADGE.format("")}, {}, id="a link"),
        pytest.param(
            {"README.md": BADGE.format("?urlpath=lab/tree/docs/a%20b.ipynb"), "docs/a b.ipynb": ""},
            {"open": "docs/a b.ipynb"},
            id="a link that opens a file",
        ),
        pytest.param(
            {"README.md": BADGE.format("?filepath=../../etc/passwd")}, {}, id="a link that leads out"
        ),
        pytest.param({"README.md": BADGE.format("?filepath=gone.ipynb")}, {}, id="a link to nothing"),
    ],
)
def test_a_repository_for_binder_is_proposed_as_a_whole(files: dict[str, str], own: dict[str, str]) -> None:
    (found,) = proposals(BinderRepositories(), files)
    assert (found.title, found.own) == ("agnpy on Binder", own)


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({"environment.yml": "", "requirements.txt": ""}, id="that everybody has"),
        pytest.param(
            {"README.md": "https://mybinder.org/v2/gh/other/repository/HEAD"}, id="a link elsewhere"
        ),
        pytest.param({"docs/binder/requirements.txt": ""}, id="not at the top"),
    ],
)
def test_what_only_looks_like_it_is_no_binder_configuration(files: dict[str, str]) -> None:
    assert proposals(BinderRepositories(), files) == []
