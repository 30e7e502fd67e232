"""What editors offer and show by the published schema, as VS Code and yaml-language-server read it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ossr_catalogue import HOME_URL
from ossr_catalogue.document.vocabulary import load_vocabulary
from ossr_catalogue.harvest.owners_list import for_its_owner
from ossr_catalogue.model.catalogue import Origin
from ossr_catalogue.model.harvested import FoundList
from ossr_catalogue.model.kinds import KINDS
from ossr_catalogue.schemas import schema
from schema_places import places_of

ROOT = Path(__file__).parents[2]
SCHEMA = schema("executables-1")
PLACES = dict(places_of(SCHEMA))
EXECUTABLE = SCHEMA["$defs"]["executable"]
SNIPPETS = [
    pytest.param(place, snippet, id=f"{place}: {snippet['label']}")
    for place, part in PLACES.items()
    for snippet in part.get("defaultSnippets", ())
]
PLACEHOLDER = re.compile(r"\$\{\d+:(?P<default>[^{}]+)\}")
RANDOM_UUID = "0f9bbd02-5f4b-4d8c-9d2b-4b6f9f0f6a55"


def inserted(body: Any) -> Any:  # noqa: ANN401 - plain JSON
    """Fill a snippet as an editor does for somebody who only presses the tabulator key."""
    if isinstance(body, dict):
        return {key: inserted(value) for key, value in body.items()}
    if isinstance(body, list):
        return [inserted(item) for item in body]
    if isinstance(body, str):
        return PLACEHOLDER.sub(r"\g<default>", body.replace("$UUID", RANDOM_UUID))
    return body


def all_enums(part: Any) -> Iterator[Any]:  # noqa: ANN401 - plain JSON
    """Give the enums below a place, except those below a `not`, of which editors offer nothing."""
    if isinstance(part, dict):
        yield from ([part["enum"]] if "enum" in part else [])
        for word, below in part.items():
            if word != "not":
                yield from all_enums(below)
    elif isinstance(part, list):
        for below in part:
            yield from all_enums(below)


@pytest.mark.parametrize(("place", "snippet"), SNIPPETS)
def test_a_snippet_is_valid_where_it_is_offered(place: str, snippet: dict[str, Any]) -> None:
    errors = Draft202012Validator({"$defs": SCHEMA["$defs"], "$ref": f"#{place}"} if place else SCHEMA)
    assert [error.message for error in errors.iter_errors(inserted(snippet["body"]))] == []


@pytest.mark.parametrize(("place", "snippet"), SNIPPETS)
def test_a_snippet_leaves_nothing_empty(place: str, snippet: dict[str, Any]) -> None:  # noqa: ARG001 - of the table
    assert "$" not in str(inserted(snippet["body"]))
    assert snippet["description"]


def test_there_is_a_snippet_for_each_type_in_the_order_of_the_types() -> None:
    types = [snippet["body"]["type"] for snippet in EXECUTABLE["defaultSnippets"]]
    assert types == [kind.urn for kind in KINDS]


def test_a_new_entry_gets_a_uuid_that_nobody_else_has() -> None:
    assert {snippet["body"]["uuid"] for snippet in EXECUTABLE["defaultSnippets"]} == {"$UUID"}
    assert [snippet["body"] for snippet in SCHEMA["$defs"]["uuid"]["defaultSnippets"]] == ["$UUID"]
    assert "examples" not in SCHEMA["$defs"]["uuid"]


def test_no_alias_of_a_type_is_offered() -> None:
    assert list(all_enums(EXECUTABLE["allOf"])) == []


def test_a_pattern_that_is_hard_to_read_is_put_in_words() -> None:
    unexplained = [
        place
        for place, part in PLACES.items()
        if part.get("pattern", r"\S") != r"\S" and "patternErrorMessage" not in part
    ]
    assert unexplained == []


@pytest.mark.parametrize("name", ["data-content", "data-format"])
def test_the_terms_of_the_vocabularies_are_offered(name: str) -> None:
    terms = [term.urn for term in load_vocabulary(name).terms]
    offered = SCHEMA["$defs"]["data-resource"]["properties"][name]
    assert offered["examples"] == terms
    assert offered.get("items", offered)["examples"] == terms


@pytest.mark.parametrize("amount", ["memory", "size"])
def test_an_amount_of_bytes_tells_its_units(amount: str) -> None:
    texts = [
        part["markdownDescription"]
        for place, part in PLACES.items()
        if place.endswith(f"/properties/{amount}") and part.get("$ref") == "#/$defs/bytes"
    ]
    assert texts
    assert all("`GiB`" in text and "powers of 1024" in text for text in texts)


def test_every_key_that_refers_to_a_definition_says_itself_what_it_is() -> None:
    # VS Code lets what stands in the definition win over what stands beside the reference, but for this.
    silent = [
        place
        for place, part in PLACES.items()
        if "$ref" in part
        and "/items" not in place
        and "^x-" not in place
        and "markdownDescription" not in part
    ]
    overruled = [
        part["$ref"]
        for part in PLACES.values()
        if {"$ref", "markdownDescription"} <= part.keys()
        and "markdownDescription" in PLACES[part["$ref"].removeprefix("#")]
    ]
    assert (silent, overruled) == ([], [])


def test_every_link_leads_to_a_heading_of_the_documentation_or_to_a_vocabulary() -> None:
    links = {
        link
        for part in PLACES.values()
        for link in re.findall(rf"\({re.escape(HOME_URL)}([^)]+)\)", part.get("markdownDescription", ""))
    }
    text = (ROOT / "catalogue" / "pages" / "format.md").read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    anchors = {
        re.sub(r"[^\w-]+", "-", heading.replace("`", "").replace(":", "").lower()) for heading in headings
    }
    known = {"format/", *(f"format/#{anchor}" for anchor in anchors)}
    known |= {f"vocabulary/{name}.json" for name in ("data-content", "data-format")}
    assert len(links) > 5
    assert links <= known


@pytest.mark.parametrize("format_name", ["yaml", "json"])
def test_a_draft_tells_editors_which_schema_it_follows(format_name: str) -> None:
    found = FoundList(path="executables.json", content=b'{"executables": []}', origin=Origin.INFERRED)
    assert SCHEMA["$id"] in for_its_owner(found, format_name)
