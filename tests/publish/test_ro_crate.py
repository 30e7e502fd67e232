"""Each component as an RO-Crate, read by the library that others read crates with."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from rocrate.rocrate import ROCrate

import sample_catalogue as sample
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.kinds.snakemake_workflow import SnakemakeWorkflow
from sample_site import files_of, read, sample_files

LIBRARY = "components/github.com-example-ossr-library/ro-crate-metadata.json"
FILES = files_of(sample.catalogue(*map(sample.dated, (*sample.of_every_type(), sample.nasty()))))
CRATES = sorted(path for path in FILES if path.endswith("ro-crate-metadata.json"))
RAW = f"https://raw.githubusercontent.com/example/ossr-library/{sample.REVISION}"


def entities(path: str = LIBRARY, files: Any = None) -> dict[str, dict[str, Any]]:  # noqa: ANN401 - as `read`
    return {entity["@id"]: entity for entity in read(path, files or FILES)["@graph"]}


def test_each_component_is_one() -> None:
    assert len(CRATES) == len({entry.component.slug for entry in sample.of_every_type()}) + 1


@pytest.mark.parametrize("path", CRATES)
def test_the_library_reads_it(path: str, tmp_path: Path) -> None:
    (tmp_path / "ro-crate-metadata.json").write_bytes(FILES[path].content)
    crate = ROCrate(tmp_path)
    assert crate.name == entities(path)["./"]["name"]
    assert {part.id for part in crate.root_dataset.get("hasPart", [])} == {
        part["@id"] for part in entities(path)["./"].get("hasPart", [])
    }


@pytest.mark.parametrize("path", CRATES)
def test_the_root_has_what_the_specification_asks_for(path: str) -> None:
    graph = entities(path)
    assert graph["ro-crate-metadata.json"] == {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    }
    root = graph["./"]
    assert root["@type"] == "Dataset"
    assert root["name"]
    assert root["description"]
    assert datetime.fromisoformat(root["datePublished"])


@pytest.mark.parametrize("path", CRATES)
def test_it_is_flat_and_refers_to_nothing_that_is_missing(path: str) -> None:
    graph = read(path, FILES)["@graph"]
    assert len(entities(path)) == len(graph)
    inner = [
        one
        for entity in graph
        for value in entity.values()
        for one in (value if isinstance(value, list) else [value])
        if isinstance(one, dict)
    ]
    assert [one for one in inner if set(one) != {"@id"}] == []
    known = {*entities(path), "https://w3id.org/ro/crate/1.1"}
    assert {one["@id"] for one in inner} <= known
    assert all(entity["@type"] for entity in graph)


def test_files_are_named_where_they_lie_each_once() -> None:
    first = sample.entry(JupyterNotebook(location="a.ipynb", requirements="env.yml"), "A")
    second = sample.entry(SnakemakeWorkflow(location="Snakefile", requirements="env.yml"), "B")
    root = entities(files=files_of(sample.catalogue(sample.dated(first), second)))["./"]
    assert sorted(part["@id"] for part in root["hasPart"]) == [
        f"{RAW}/{name}" for name in ("Snakefile", "a.ipynb", "env.yml")
    ]


def test_an_executable_is_mentioned_with_its_needs() -> None:
    page = f"https://catalogue.example.org/executables/{sample.uuid_of('Explore the OSSR')}/"
    graph = entities()
    assert {"@id": page} in graph["./"]["mentions"]
    assert graph[page]["memoryRequirements"] == "1 GB to 16 GB"


def test_its_day_is_that_since_when_the_component_is_as_it_is() -> None:
    assert entities()["./"]["datePublished"] == "2026-10-01"


def test_without_a_day_there_is_no_crate() -> None:
    assert not [path for path in sample_files() if path.endswith("ro-crate-metadata.json")]
