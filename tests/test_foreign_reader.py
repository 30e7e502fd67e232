"""What is published is enough for a reader that knows nothing of this package."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import foreign_reader
import sample_catalogue as sample
from foreign_reader import Plain, Reader
from published_site import contents, serving


@pytest.fixture(scope="module", params=[5_000, 5], ids=["whole", "in-parts"])
def reader(request: pytest.FixtureRequest) -> Iterator[Reader]:
    with serving(contents(whole_up_to=request.param)) as site:
        yield Reader(f"{site.address}index.json")


def titled(reader: Reader, title: str) -> Plain:
    return next(one for one in reader.executables() if one["title"] == title)


def test_it_imports_nothing_of_ours() -> None:
    tree = ast.parse(Path(foreign_reader.__file__).read_text(encoding="utf-8"))
    modules = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    modules += [name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names]
    assert {module.split(".")[0] for module in modules} == {
        "collections",
        "hashlib",
        "json",
        "typing",
        "urllib",
    }


def test_it_sees_that_the_index_came_whole(reader: Reader) -> None:
    assert reader.is_sound


def test_it_lists_all(reader: Reader) -> None:
    assert len(list(reader.executables())) == reader.index["count"] == 13


def test_it_chooses_by_need(reader: Reader) -> None:
    small = {one["title"] for one in reader.that_need_at_most(cores=2, memory_bytes=2 * 10**9)}
    assert "Explore the OSSR" in small
    assert len(small) < 13
    assert list(reader.that_need_at_most(cores=0, memory_bytes=0)) == []


def test_it_resolves_the_location_at_the_pinned_revision(reader: Reader) -> None:
    assert reader.content(titled(reader, "Explore the OSSR")) == (
        f"https://raw.githubusercontent.com/example/ossr-library/{sample.REVISION}/notebooks/Explore%20the%20OSSR.ipynb"
    )


def test_it_launches_where_it_runs_and_nowhere_else(reader: Reader) -> None:
    links = reader.launches(titled(reader, "Explore the OSSR"))
    assert links["mybinder.org"] == (
        f"https://mybinder.org/v2/git/https%3A%2F%2Fgithub.com%2Fexample%2Fossr-library/{sample.REVISION}"
        "?urlpath=lab/tree/notebooks/Explore%20the%20OSSR.ipynb"
    )
    assert reader.launches(titled(reader, "CASA image")) == {}


def test_it_requests_or_knows_why_not(reader: Reader) -> None:
    body = reader.request(titled(reader, "Explore the OSSR"))
    assert isinstance(body, dict)
    assert body["executable"]["location"].endswith("/notebooks/Explore%20the%20OSSR.ipynb")
    assert body["compute"]["memory"] == {"min": 1, "max": 14}
    assert reader.request(titled(reader, "CASA image")) == (
        "brokers cannot check Singularity containers yet, and refuse them"
    )


def test_it_reads_the_whole_document_of_the_same_generation(reader: Reader) -> None:
    document = reader.document(titled(reader, "Explore the OSSR"))
    assert document["declared"]["title"] == "Explore the OSSR"
