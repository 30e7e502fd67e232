"""The three cases that must always work."""

import json

from ossr_catalogue.document.parse import parse
from ossr_catalogue.document.reading import read_executable
from ossr_catalogue.embedded import embedded
from ossr_catalogue.model.executable import Executable
from ossr_catalogue.model.kinds.docker_container import DockerContainer
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from sample_lists import DATA_UUID, FRAGMENT, GAIA_CLUSTERING, OSSR_LIBRARY, UUID


def read(plain: object) -> list[Executable]:
    document = parse(json.dumps(plain), "executables.json")
    assert document.problems == ()
    return [read_executable(node) for node in document.executables]


def test_the_small_case_is_a_notebook_and_a_container() -> None:
    notebook, container = read(OSSR_LIBRARY)
    assert isinstance(notebook.kind, JupyterNotebook)
    assert isinstance(container.kind, DockerContainer)


def test_the_small_case_leaves_room_to_experiment() -> None:
    compute = read(OSSR_LIBRARY)[0].needs.compute[0]
    assert compute.cores is not None
    assert (compute.cores.minimum, compute.cores.maximum) == (1, 4)
    assert compute.memory_bytes is not None
    assert (compute.memory_bytes.minimum, compute.memory_bytes.maximum) == (10**9, 16 * 10**9)


def test_the_large_case_needs_a_cluster_for_a_week() -> None:
    compute = read(GAIA_CLUSTERING)[0].needs.compute[0]
    declared = (compute.nodes, compute.cores, compute.memory_bytes, compute.walltime_seconds)
    assert [need.minimum for need in declared if need] == [8, 210, 344 * 10**9, 190 * 3600]


def test_the_large_case_needs_less_for_its_sample() -> None:
    executable = read(GAIA_CLUSTERING)[0]
    needs = executable.needs_in(executable.profiles[0])
    compute, size = needs.compute[0], needs.data[0].size_bytes
    assert [need.minimum for need in (compute.nodes, compute.cores, compute.memory_bytes) if need] == [
        6,
        50,
        100 * 10**9,
    ]
    assert size is not None
    assert size.text == "500 MB"


def test_the_fragment_of_2022_is_told_which_braces_are_missing() -> None:
    (problem,) = parse(FRAGMENT, "executables.json").problems
    assert problem.kind == "missing-brackets"
    assert problem.message == (
        "brackets are missing: `{` before line 1, column 1; `{` before line 2, column 4; "
        "`{` before line 6, column 9; `}` `]` `}` `]` `}` after line 8, column 43"
    )


def test_the_fragment_of_2022_is_mended_to_a_list_that_can_be_read() -> None:
    (problem,) = parse(FRAGMENT, "executables.json").problems
    mended = json.loads(problem.advice.removeprefix("write:\n"))
    (entry,) = mended["executables"]
    assert entry["uuid"] == UUID
    assert entry["type"] == "urn:types/jupyter-notebook"
    assert entry["data-resources"] == [
        {
            "uuid": DATA_UUID,
            "data-content": "urn:astronomy-observation",
            "data-format": "urn:parquet-binary",
        }
    ]


def test_the_fragment_of_2022_uses_known_terms() -> None:
    known = {
        term["urn"]
        for name in ("data-content", "data-format")
        for term in json.loads(embedded(f"catalogue/vocabulary/{name}.json").read_text("utf-8"))["terms"]
    }
    assert {"urn:astronomy-observation", "urn:parquet-binary"} <= known


def test_the_mended_fragment_lacks_only_what_its_author_left_out() -> None:
    (problem,) = parse(FRAGMENT, "executables.json").problems
    document = parse(problem.advice.removeprefix("write:\n"), "executables.json")
    assert [problem.label for problem in document.problems] == [
        "`title` is missing",
        "`description` is missing",
        "`location` is missing",
    ]


def test_the_fragment_is_told_the_same_as_yaml() -> None:
    as_json, as_yaml = (parse(FRAGMENT, f"executables.{ending}") for ending in ("json", "yaml"))
    assert as_json.problems == as_yaml.problems
