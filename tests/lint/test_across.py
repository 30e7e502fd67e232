"""Several lists together: what they contradict each other in, where, and what is remembered of them."""

import json
import tracemalloc
from typing import Any

import pytest

from ossr_catalogue.document.parse import parse
from ossr_catalogue.lint.across import Across
from ossr_catalogue.lint.registry import rule
from ossr_catalogue.lint.sound import SOUND
from ossr_catalogue.model.finding import Finding

ONE = SOUND["uuid"]
OTHER = "911e248b-3a85-46b0-b681-cfd5ed1c2fe4"
THIRD = "b3e4b0a3-8f0e-4d5d-9a51-0e9d3a6f2c11"
RENAMED = {"title": "Plot the Crab light curve"}


def text_of(*entries: dict[str, Any], indent: int | None = 2) -> str:
    return json.dumps({"executables": [{**SOUND, **entry} for entry in entries]}, indent=indent)


def unlike(number: int) -> dict[str, Any]:
    """Give what tells one executable from all others."""
    return {"uuid": f"{number:08x}-3a85-46b0-b681-cfd5ed1c2fe4", "title": f"Fit source {number}"}


def told(**lists: str) -> list[tuple[str, str]]:
    """Give code and file of every finding about lists of repositories that are called like the arguments."""
    return [(found.code, found.path.partition("/")[0]) for found in findings(**lists)]


def findings(**lists: str) -> tuple[Finding, ...]:
    across = Across()
    for folder, text in lists.items():
        across.add(parse(text, f"{folder}/executables.json"))
    return across.findings()


def test_both_owners_of_a_uuid_are_told() -> None:
    assert told(a=text_of({}), b=text_of(RENAMED)) == [("CAT101", "a"), ("CAT101", "b")]


def test_another_type_is_another_executable() -> None:
    other = text_of({"type": "urn:types/zeppelin-notebook"})
    assert told(a=text_of({}), b=other) == [("CAT101", "a"), ("CAT101", "b")]


def test_capital_letters_and_signs_make_no_other_title() -> None:
    same = text_of({"title": "fit the crab-nebula spectrum, with Gammapy"})
    assert told(a=text_of({}), b=same) == [("CAT107", "a"), ("CAT107", "b")]


def test_a_uuid_in_capital_letters_is_the_same() -> None:
    assert told(a=text_of({}), b=text_of({"uuid": ONE.upper()})) == [("CAT107", "a"), ("CAT107", "b")]


def test_what_contradicts_itself_in_one_list_is_not_told_here() -> None:
    assert told(a=text_of({}, RENAMED, {"uuid": OTHER})) == []


def test_of_three_all_are_told_once() -> None:
    third = text_of({"title": "Stack the Crab images"})
    assert told(a=text_of({}), b=text_of(RENAMED), c=third) == [
        ("CAT101", "a"),
        ("CAT101", "b"),
        ("CAT101", "c"),
    ]


def test_a_title_of_two_lists_is_told_for_both() -> None:
    assert told(a=text_of({}), b=text_of({"uuid": OTHER})) == [("CAT102", "a"), ("CAT102", "b")]


def test_a_placeholder_for_a_title_has_its_own_rule() -> None:
    untitled = {"title": "Untitled"}
    assert told(a=text_of(untitled), b=text_of({"uuid": OTHER, **untitled})) == []


def test_another_type_may_have_the_title() -> None:
    assert told(a=text_of({}), b=text_of({"uuid": OTHER, "type": "urn:types/zeppelin-notebook"})) == []


@pytest.mark.parametrize(
    ("path", "is_held_against"),
    [
        ("a/executables.yaml", False),
        ("a/.ossr/executables.json", False),
        ("a/mine.json", True),
        ("b/executables.yaml", True),
    ],
)
def test_a_list_that_is_not_read_is_not_held_against_others(path: str, *, is_held_against: bool) -> None:
    across = Across()
    across.add(parse(text_of(RENAMED), path))
    across.add(parse(text_of({}), "a/executables.json"))
    assert ("CAT101" in {found.code for found in across.findings()}) is is_held_against


def test_a_list_is_not_read_even_where_the_one_that_is_read_is_like_no_other() -> None:
    across = Across()
    across.add(parse(text_of({}), "a/executables.yaml"))
    across.add(parse(text_of(unlike(1)), "a/executables.json"))
    across.add(parse(text_of(RENAMED), "b/executables.json"))
    assert across.findings() == ()


def test_a_successor_in_another_list_is_known() -> None:
    first = text_of({"superseded-by": OTHER.upper(), "status": "deprecated"})
    assert told(a=first, b=text_of({"uuid": OTHER, **RENAMED})) == []


def test_a_successor_in_no_list_is_told() -> None:
    assert told(a=text_of({"superseded-by": OTHER})) == [("CAT105", "a")]


def test_a_circle_is_told_at_each_of_its_steps_and_not_on_the_way_to_it() -> None:
    first = text_of({"superseded-by": OTHER}, {"uuid": THIRD, "superseded-by": ONE, "title": "Stack images"})
    second = text_of({"uuid": OTHER, "superseded-by": ONE, **RENAMED})
    assert told(a=first, b=second) == [("CAT106", "a"), ("CAT106", "b")]
    assert [found.message for found in findings(a=first, b=second)] == [
        "after 2 successors one is back here"
    ] * 2


def test_of_two_with_one_uuid_only_the_one_with_a_successor_is_in_a_circle() -> None:
    first = text_of({"uuid": OTHER, "superseded-by": ONE, **RENAMED}, {})
    second = text_of({"superseded-by": OTHER})
    assert [where for code, where in told(a=first, b=second) if code == "CAT106"] == ["b"]


def test_a_way_that_leaves_a_circle_out_is_none() -> None:
    circle = text_of(
        {"uuid": OTHER, "superseded-by": THIRD, **RENAMED}, {"uuid": THIRD, "superseded-by": OTHER}
    )
    assert ("CAT106", "a") not in told(a=text_of({"superseded-by": OTHER}), b=circle)


def test_what_has_no_uuid_is_in_no_circle() -> None:
    bare = json.dumps({"executables": [{"title": "Fit a spectrum"}]})
    assert told(a=bare) == []
    superseded = text_of({"uuid": "", "superseded-by": OTHER})
    assert told(a=superseded, b=text_of({"uuid": OTHER, **RENAMED})) == []


def test_being_superseded_by_itself_has_its_own_rule() -> None:
    assert told(a=text_of({"superseded-by": ONE})) == []


def test_only_the_rules_that_were_asked_for_speak() -> None:
    across = Across([rule("CAT102")])
    across.add(parse(text_of({}), "a/executables.json"))
    across.add(parse(text_of(RENAMED), "b/executables.json"))
    assert across.findings() == ()


PLACES = {
    "lines": text_of(RENAMED, {"uuid": OTHER}),
    "one long line": text_of(*[{"uuid": OTHER, "title": "x" * 600}] * 2, RENAMED, indent=None),
    "emoji before it": text_of({"title": "🦀 Crab"}, indent=None),
    "Windows": text_of(RENAMED).replace("\n", "\r\n"),
    "over two lines": text_of({}).replace("Fit the", "Plot the").replace('"title": ', '"title":\n\n'),
}


@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES.keys())
def test_a_place_is_what_the_document_says_it_is(text: str) -> None:
    document = parse(text, "b/executables.json")
    across = Across()
    across.add(parse(text_of({"superseded-by": THIRD}), "a/executables.json"))
    across.add(document)
    found = [one for one in across.findings() if one.path == "b/executables.json"]
    assert found
    for one in found:
        assert document.root is not None
        index = int(one.pointer.split("/")[2])
        (node,) = document.root.select("executables", index, one.pointer.split("/")[3])
        assert one.place == document.place(node.span)
        assert one.where == document.describe(node.path)


def test_a_title_of_several_lines_is_pointed_at_as_a_whole() -> None:
    title = "title: >-\n      Fit the Crab nebula\n      spectrum with Gammapy\n"
    text = (
        "executables:\n  - "
        + title
        + "".join(f"    {key}: {value}\n" for key, value in SOUND.items() if key != "title").replace(
            ONE, OTHER
        )
    )
    document = parse(text, "b/executables.yaml")
    across = Across()
    across.add(parse(text_of({}), "a/executables.json"))
    across.add(document)
    (found,) = (one for one in across.findings() if one.path == "b/executables.yaml")
    assert (found.place.line, found.place.end_line > 2) == (2, True)


def test_an_entry_without_a_title_is_named_by_its_list() -> None:
    bare = json.dumps({"executables": [{"uuid": ONE}]})
    first, second = findings(a=text_of({}), b=bare)
    assert first.message == "this uuid is also that of an executable in b/executables.json"
    assert second.where == "executables[0] → uuid"


def test_lists_that_lie_far_apart_are_seen_together() -> None:
    lists = {f"list{number}": text_of(unlike(number)) for number in range(100)}
    lists["list99"] = text_of({**unlike(0), **RENAMED})
    assert told(**lists) == [("CAT101", "list0"), ("CAT101", "list99")]


def test_hardly_anything_is_remembered_of_a_list() -> None:
    across, kept = Across(), {}
    tracemalloc.start()
    try:
        for number in range(641):
            text = text_of({**unlike(number), "description": "x" * 10_000})
            across.add(parse(text, f"{number}/executables.json"))
            kept[number], _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept[640] - kept[64] < 576 * 300
