"""What became of each source, for programs: an overview, a file for each, and parts where that is large."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import jsonschema
import pytest

from lists import entry, harvest
from ossr_catalogue.assemble import assemble
from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.model.harvested import SourceHarvest
from ossr_catalogue.publish.doors import sources
from ossr_catalogue.publish.files import PublishedFile
from ossr_catalogue.publish.pages.places import source_document
from ossr_catalogue.schemas import schema
from sample_harvests import COMMUNITY, FAILED, FRESH, HOSTILE, NEVER, harvested_catalogue
from sample_site import SETTINGS, read

ALL = (FRESH, FAILED, NEVER, COMMUNITY, HOSTILE)


def files_of(catalogue: Catalogue, whole_up_to: int = 1_000) -> dict[str, PublishedFile]:
    return {file.path: file for file in sources.files(catalogue, SETTINGS, whole_up_to=whole_up_to)}


@cache
def published() -> dict[str, PublishedFile]:
    return files_of(harvested_catalogue())


@cache
def many() -> Catalogue:
    """Give a catalogue of one source with 40 components."""
    single = [
        harvest(f"git {number}", entry(f"0d2ad9a5-7c2d-4bd1-a3f0-{number:012}")) for number in range(40)
    ]
    components = tuple(replace(part, source="git 0") for one in single for part in one.harvested)
    return assemble([SourceHarvest(source="git 0", harvested=components)])


def validator(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(
        schema(name), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )


def test_the_overview_is_what_its_schema_says() -> None:
    overview = read("sources.json", published())
    assert [error.message for error in validator("sources-overview-1").iter_errors(overview)] == []
    assert overview["$schema"].endswith("/schemas/sources-overview-1.schema.json")


@pytest.mark.parametrize("source", ALL)
def test_the_file_of_a_source_is_what_its_schema_says(source: str) -> None:
    report = read(source_document(source), published())
    assert [error.message for error in validator("source-report-1").iter_errors(report)] == []
    assert report["$schema"].endswith("/schemas/source-report-1.schema.json")


@pytest.mark.parametrize("name", ["sources-overview-1", "source-report-1"])
def test_the_schemas_name_every_key_that_there_is(name: str) -> None:
    trees = [
        read(path, published()) for path in published() if (path == "sources.json") == ("overview" in name)
    ]
    closed = _closed(schema(name))
    told = [
        error.message for tree in trees for error in jsonschema.Draft202012Validator(closed).iter_errors(tree)
    ]
    assert told == []


def _closed(tree: Any) -> Any:  # noqa: ANN401 - JSON
    """Forbid what the schema does not name, which readers must not."""
    if isinstance(tree, list):
        return [_closed(one) for one in tree]
    if not isinstance(tree, dict):
        return tree
    inner = {key: _closed(value) for key, value in tree.items()}
    is_object = tree.get("type") == "object" and "properties" in tree
    return {**inner, "additionalProperties": False} if is_object else inner


def test_the_overview_says_no_more_of_a_source_than_its_file() -> None:
    for line in read("sources.json", published())["sources"]:
        report = read(line["document"], published())
        assert line.items() <= report.items()
        assert "components" not in line


def test_a_source_with_many_components_has_them_in_parts() -> None:
    files = files_of(many(), whole_up_to=39)
    report = read("sources/git-0.json", files)
    assert [error.message for error in validator("source-report-1").iter_errors(report)] == []
    assert "components" not in report
    assert report["counts"]["components"] == sum(part["count"] for part in report["parts"]) == 40
    assert {part["href"] for part in report["parts"]} == files.keys() - {"sources.json", "sources/git-0.json"}


def test_a_part_has_the_components_that_its_name_promises_and_the_digest_that_is_told() -> None:
    files = files_of(many(), whole_up_to=39)
    found = []
    for part in read("sources/git-0.json", files)["parts"]:
        file = files[part["href"]]
        assert (part["sha256"], part["size"]) == (hashlib.sha256(file.content).hexdigest(), len(file.content))
        found += [*_slugs(part["href"], files)]
    assert len(set(found)) == 40


def _slugs(href: str, files: dict[str, PublishedFile]) -> Iterator[str]:
    for one in read(href, files)["components"]:
        assert hashlib.sha256(one["component"].encode()).hexdigest()[0] == href.rpartition("/")[2][0]
        yield one["component"]


def test_up_to_a_size_a_source_is_one_file() -> None:
    assert files_of(many(), whole_up_to=40).keys() == {"sources.json", "sources/git-0.json"}


def test_nobody_is_promised_a_digest_of_what_changes_with_every_harvest() -> None:
    assert {file.volatile for file in files_of(many(), whole_up_to=39).values()} == {True}
