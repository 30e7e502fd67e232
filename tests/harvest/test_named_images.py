"""An image that compose or CI names helps its recipe; of its own it is only listed if it is the owner's."""

import pytest

from fake_sources import AGNPY, as_bytes, passed_over, proposals
from ossr_catalogue.harvest.infer.containers import DockerRecipes, NamedImages
from ossr_catalogue.harvest.infer.evidence import Evidence, Proposal, Repository

COMPOSE = "services:\n  {}\n"


def proposed(evidence: Evidence, files: dict[str, str]) -> list[Proposal]:
    """Propose with all files read, as a draft does."""
    read = {path: as_bytes(text) for path, text in files.items()}
    repository = Repository(component=AGNPY, paths=tuple(sorted(files)), files=read)
    return [one for one in evidence.propose(repository) if isinstance(one, Proposal)]


PUSH = """\
env:
  REGISTRY: ghcr.io
  IMAGE: ${{ github.repository }}
jobs:
  build:
    steps:
      - run: echo
      - uses: docker/metadata-action@v5
        with: {images: "${{ env.REGISTRY }}/agn/made"}
      - uses: docker/build-push-action@v6
        with: {context: ., file: ./docker/Dockerfile, tags: "%s"}
"""


@pytest.mark.parametrize(
    ("path", "text", "images"),
    [
        pytest.param(
            "compose.yml", COMPOSE.format("a: {image: x/y, build: docker}"), ("x/y",), id="compose"
        ),
        pytest.param(
            "deploy/docker-compose.prod.yaml",
            COMPOSE.format("a: {image: 'x/y:1', build: {context: .., dockerfile: docker/Dockerfile}}"),
            ("x/y:1",),
            id="compose elsewhere",
        ),
        pytest.param("compose.yml", COMPOSE.format("a: {image: x/y}"), (), id="not built from it"),
        pytest.param("compose.yml", COMPOSE.format("a: {image: '${X}/y', build: docker}"), (), id="computed"),
        pytest.param(
            ".github/workflows/a.yml",
            PUSH % "${{ env.REGISTRY }}/${{ env.IMAGE }}:1",
            ("ghcr.io/agn/agnpy:1",),
            id="pushed",
        ),
        pytest.param(
            ".github/workflows/a.yml",
            PUSH % "${{ steps.meta.outputs.tags }}",
            ("ghcr.io/agn/made",),
            id="pushed under tags that are made",
        ),
        pytest.param(
            ".gitlab-ci.yml",
            "test:\n  image: {name: 'registry.org/agn/agnpy:2'}\n",
            ("registry.org/agn/agnpy:2",),
            id="the owner's, of its name",
        ),
    ],
)  # fmt: skip
def test_a_recipe_learns_what_its_image_is_called(path: str, text: str, images: tuple[str, ...]) -> None:
    (found,) = proposed(DockerRecipes(), {"docker/Dockerfile": "FROM x\n", path: text})
    assert found.images == images
    assert ("is not known" in found.description) is not bool(images)


def test_an_image_of_the_owner_s_without_a_recipe_is_listed_once() -> None:
    files = {
        "compose.yml": COMPOSE.format("a: {image: 'ghcr.io/agn/fit:1'}"),
        ".gitlab-ci.yml": "default: {image: 'ghcr.io/agn/fit:1'}\n",
    }
    (found,) = proposals(NamedImages(), files)
    assert (found.title, found.own) == (
        "fit, a container of agnpy",
        {"image": {"locations": ["ghcr.io/agn/fit:1"]}},
    )


def test_its_identity_does_not_change_with_its_tag() -> None:
    ones = [
        proposals(NamedImages(), {"compose.yml": COMPOSE.format(f"a: {{image: 'ghcr.io/agn/fit:{tag}'}}")})
        for tag in (1, 2)
    ]
    assert len({one.uuid(AGNPY) for (one,) in ones}) == 1


@pytest.mark.parametrize(
    ("path", "text", "reason"),
    [
        pytest.param(
            ".github/workflows/test.yml",
            "jobs:\n  a: {container: 'python:3.12', services: {db: {image: 'mongo:7'}}}\n"
            "  b: {container: {image: 'node:lts'}}\n  c: {container: '${{ matrix.image }}'}\n",
            "names the images python:3.12, mongo:7, node:lts: "
            "they are what its checks run in, not what it offers",
            id="GitHub",
        ),
        pytest.param(
            ".gitlab-ci.yml",
            "image: python:3\njob: {image: $CI_REGISTRY_IMAGE/x, script: [!reference [a, b]]}\n",
            "names the images python:3: they are what its checks run in, not what it offers",
            id="GitLab",
        ),
        pytest.param(
            ".gitlab-ci.yml",
            "image: ghcr.io/agn/ci-runner:1\n",
            "names the images ghcr.io/agn/ci-runner:1: they are what its checks run in, not what it offers",
            id="the owner's for the checks",
        ),
        pytest.param(
            "compose.yml",
            COMPOSE.format("a: {image: 'traefik:2.4'}"),
            "names the images traefik:2.4: they are other people's, which its services need",
            id="compose",
        ),
    ],
)  # fmt: skip
def test_other_images_are_named_and_not_proposed(path: str, text: str, reason: str) -> None:
    assert passed_over(NamedImages(), {path: text}) == {path: reason}
    assert proposals(NamedImages(), {path: text}) == []


@pytest.mark.parametrize(
    "text", ["image: [", "- image", "image: 7", "services: {a: 7, b: {image: [1]}}", "image: ''"]
)
def test_a_file_of_another_shape_names_none(text: str) -> None:
    for path in ("compose.yml", ".gitlab-ci.yml", ".github/workflows/a.yml"):
        assert passed_over(NamedImages(), {path: text}) == {}


def test_an_image_of_the_owner_s_that_a_missing_recipe_builds_is_not_offered() -> None:
    files = {"compose.yml": COMPOSE.format("a: {image: 'ghcr.io/agn/fit:1', build: gone}")}
    assert proposals(NamedImages(), files) == []


def test_another_image_of_the_owner_s_is_not_the_recipe_s() -> None:
    files = {"Dockerfile": "FROM x\n", "compose.yml": COMPOSE.format("a: {image: 'ghcr.io/agn/fit:1'}")}
    (found,) = proposed(DockerRecipes(), files)
    assert found.images == ()
