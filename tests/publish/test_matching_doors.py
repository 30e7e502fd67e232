"""What other programs are given to judge by themselves: platforms, and what verdicts are made of."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ossr_catalogue.matching.measures import MEASURES
from ossr_catalogue.matching.table import matching_table
from ossr_catalogue.model.kinds import KINDS
from ossr_catalogue.publish.index.needs import needs_fields
from ossr_catalogue.schemas import schema
from sample_catalogue import CLUSTER, GPU
from sample_site import PLATFORMS, read, sample_files

FILES = {"platforms.json": "platforms-index-1", "matching.json": "matching-1"}


def closed(shape: Any) -> Any:  # noqa: ANN401 - JSON
    """Give a schema that takes no key that it does not name."""
    if isinstance(shape, list):
        return [closed(one) for one in shape]
    if not isinstance(shape, dict):
        return shape
    more = {"additionalProperties": False} if "properties" in shape and "type" in shape else {}
    return {key: closed(value) for key, value in shape.items()} | more


@pytest.mark.parametrize(("path", "name"), FILES.items())
def test_a_file_follows_its_schema_which_names_every_key(path: str, name: str) -> None:
    document = read(path)
    assert document["$schema"].endswith(f"/schemas/{name}.schema.json")
    assert [error.message for error in Draft202012Validator(closed(schema(name))).iter_errors(document)] == []


@pytest.mark.parametrize("name", FILES.values())
def test_everything_in_a_schema_is_described(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert [shape for shape in shapes(schema(name)) if not shape.get("description")] == []


def shapes(tree: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON
    if isinstance(tree, dict):
        if "title" in tree and isinstance(tree["title"], str):
            yield tree
        for value in tree.values():
            yield from shapes(value)


def test_the_module_for_the_browser_holds_the_same_table() -> None:
    module = sample_files()["assets/matching-table.js"].content.decode()
    table = json.loads(module.removeprefix("export default ").removesuffix(";\n"))
    assert {key: value for key, value in table.items() if key != "$schema"} == matching_table()


def test_every_type_is_named() -> None:
    assert list(matching_table()["kinds"]) == [kind.urn for kind in KINDS]


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
def test_a_measure_stands_where_the_index_has_it(measure: Any) -> None:  # noqa: ANN401 - Measure
    resources, key = measure.published
    published = [one for needs in (CLUSTER, GPU) for one in needs_fields(needs)[resources] or ()]
    declared = [one for needs in (CLUSTER, GPU) for one in measure.declared(needs)]
    assert any(one[key] for one in published)
    assert [bool(one[key]) for one in published if one[key]] == [True] * sum(
        one is not None for one in declared
    )


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
def test_a_limit_stands_where_the_platforms_have_it(measure: Any) -> None:  # noqa: ANN401 - Measure
    published = [one["limits"].get(measure.limit) for one in read("platforms.json")["platforms"]]
    assert published == [measure.offered(one.limits) for one in PLATFORMS]


def test_each_platform_says_where_its_page_is() -> None:
    assert [one["page"] for one in read("platforms.json")["platforms"]] == [
        f"platforms/{platform.id}/" for platform in PLATFORMS
    ]
