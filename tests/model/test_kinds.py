"""The types of executables: found by every name they have had, and read and written by one rule."""

import pytest

from ossr_catalogue.model.execution_broker import kind_uri
from ossr_catalogue.model.kinds import KINDS, Kind, UnknownKind, kind_of
from ossr_catalogue.model.kinds.aliases import canonical_urn, known_types
from ossr_catalogue.model.kinds.docker_container import DockerContainer, Image
from sample_lists import OWN_KEYS

EVERY_KIND = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.label)


def test_there_are_ten_types() -> None:
    assert [kind.urn for kind in KINDS] == [
        "urn:types/jupyter-notebook",
        "urn:types/zeppelin-notebook",
        "urn:types/docker-container",
        "urn:types/singularity-container",
        "urn:types/python-program",
        "urn:types/command-line-program",
        "urn:types/binder-repository",
        "urn:types/cwl-workflow",
        "urn:types/snakemake-workflow",
        "urn:types/nextflow-workflow",
    ]


@pytest.mark.parametrize(
    ("type_text", "urn"),
    [
        ("uri:jupyter-notebook-1.0", "urn:types/jupyter-notebook"),
        ("https://www.purl.org/ivoa.net/executable-types/jupyter-notebook", "urn:types/jupyter-notebook"),
        ("urn:jupyter-notebook-0.1", "urn:types/jupyter-notebook"),
        ("urn:repo2docker-0.1", "urn:types/binder-repository"),
        ("urn:binder-notebook-0.1", "urn:types/binder-repository"),
        (
            "https://www.purl.org/ivoa.net/EB/schema/types/executables/docker-container-1.0",
            "urn:types/docker-container",
        ),
        (
            "https://www.purl.org/ivoa.net/EB/schema/types/executable/docker-container-1.0",
            "urn:types/docker-container",
        ),
        (
            "https://www.purl.org/ivoa.net/EB/schema/v1.0/types/executable/singularity-container-1.0",
            "urn:types/singularity-container",
        ),
        (kind_uri("executable", "singularity-container"), "urn:types/singularity-container"),
    ],
)
def test_the_names_of_the_execution_broker_are_aliases(type_text: str, urn: str) -> None:
    kind = kind_of(type_text)
    assert kind is not None
    assert kind.urn == canonical_urn(type_text) == urn


@EVERY_KIND
def test_every_type_is_known_by_its_own_name(kind: type[Kind]) -> None:
    assert kind_of(kind.urn) is kind


@pytest.mark.parametrize("type_text", ["", "jupyter-notebook", "urn:types/Jupyter-notebook", "urn:example:x"])
def test_anything_else_is_no_known_type(type_text: str) -> None:
    assert kind_of(type_text) is None
    assert canonical_urn(type_text) is None


def test_our_own_names_come_first() -> None:
    assert list(known_types()[: len(KINDS)]) == [kind.urn for kind in KINDS]


@EVERY_KIND
def test_own_keys_are_read_and_written_as_they_were(kind: type[Kind]) -> None:
    own = OWN_KEYS[kind.urn]
    assert kind.from_plain(own).to_plain() == own


@EVERY_KIND
def test_the_sample_has_every_key_of_the_type(kind: type[Kind]) -> None:
    assert set(OWN_KEYS[kind.urn]) == set(kind.keys())


@pytest.mark.parametrize(
    ("urn", "paths"),
    [
        ("urn:types/jupyter-notebook", ("notebooks/crab.ipynb", "environment.yml")),
        ("urn:types/zeppelin-notebook", ("notes/clusters.zpln", "requirements.txt")),
        ("urn:types/docker-container", ("docker/Dockerfile",)),
        ("urn:types/singularity-container", ("oras://registry.example.org/space/fit:1.2",)),
        ("urn:types/python-program", ("scripts/fit.py", "requirements.txt")),
        ("urn:types/command-line-program", ()),
        ("urn:types/binder-repository", ("notebooks/index.ipynb",)),
        ("urn:types/cwl-workflow", ("main.cwl", "requirements.txt")),
        ("urn:types/snakemake-workflow", ("workflow/Snakefile", "environment.yml")),
        ("urn:types/nextflow-workflow", ("main.nf", "environment.yml")),
    ],
)
def test_each_type_names_the_files_that_it_refers_to(urn: str, paths: tuple[str, ...]) -> None:
    kind = kind_of(urn)
    assert kind is not None
    assert kind.from_plain(OWN_KEYS[urn]).paths() == paths


def test_one_command_needs_no_list() -> None:
    container = DockerContainer.from_plain({"image": {"locations": ["x"]}, "command": "run"})
    assert container.command == ("run",)


def test_what_an_image_does_not_declare_is_not_written() -> None:
    assert Image(locations=("x",), os="linux").to_plain() == {"locations": ["x"], "platform": {"os": "linux"}}
    assert DockerContainer(recipe="Dockerfile").to_plain() == {"recipe": "Dockerfile"}


def test_an_unknown_type_gives_back_whatever_it_came_with() -> None:
    kind = UnknownKind(type="urn:example:x", own=(("gates", ["H"]), ("qubits", 3)))
    assert kind.to_plain() == {"gates": ["H"], "qubits": 3}
    assert kind.keys() == ()
