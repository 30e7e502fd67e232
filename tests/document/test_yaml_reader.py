"""YAML to a tree: the text that stands there, nothing else, and nothing twice."""

import json
from typing import Any

import pytest
import yaml

from ossr_catalogue.document.node import Node
from ossr_catalogue.document.parse import parse
from ossr_catalogue.document.yaml_reader import read_yaml
from sample_lists import OWN_KEYS, entry

TWO_ENTRIES = {"executables": [entry(), entry("urn:types/docker-container")]}


def root(text: str) -> Node:
    found = read_yaml(text).root
    assert found is not None
    return found


def kinds(text: str) -> list[str]:
    return [problem.kind for problem in read_yaml(text).problems]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("16", 16),
        ("-0.5", -0.5),
        ("1e3", 1000.0),
        ("true", True),
        ("False", False),
        ("True", True),
        ("TRUE", True),
        ("Null", None),
        ("null", None),
        ("~", None),
        ("", None),
        ("NaN", "NaN"),
        ("0.10.1", "0.10.1"),
        ('"16"', "16"),
        ("'true'", "true"),
        ("Crab nebula", "Crab nebula"),
        ("y", "y"),
    ],
)
def test_a_plain_scalar_is_what_it_spells_in_json(written: str, value: object) -> None:
    reading = read_yaml(f"a: {written}")
    assert reading.problems == ()
    assert root(f"a: {written}").plain() == {"a": value}


@pytest.mark.parametrize(
    ("written", "meaning"),
    [
        ("no", "true or false"),
        ("Yes", "true or false"),
        ("off", "true or false"),
        ("ON", "true or false"),
        ("1_000", "a number"),
        ("+16", "a number"),
        (".5", "a number"),
        ("12:30:00", "a number to the base 60"),
        ("010", "a number to another base"),
        ("0x1F", "a number to another base"),
        ("2026-11-22", "a date"),
        ("2026-11-22T12:00:00Z", "a date"),
        (".inf", "infinite or no number"),
        (".NaN", "infinite or no number"),
    ],
)
def test_what_yaml_1_1_would_change_is_kept_as_text_and_reported(written: str, meaning: str) -> None:
    (problem,) = read_yaml(f"a: {written}").problems
    assert root(f"a: {written}").plain() == {"a": written}
    assert problem.kind == "yaml-trap"
    assert problem.message == f"{written} was read as text; to programs that read YAML 1.1 it is {meaning}"
    assert problem.advice == f'put it in quotes: "{written}"'
    assert problem.path == ("a",)


@pytest.mark.parametrize(
    "written", ["no", "1_000", "12:30:00", "010", "2026-11-22", ".inf", "0o17", "0b1", "+1", "1."]
)
def test_no_plain_scalar_is_changed_by_pyyaml_without_being_reported(written: str) -> None:
    elsewhere = yaml.safe_load(f"a: {written}")["a"]
    assert isinstance(elsewhere, str) or kinds(f"a: {written}") == ["yaml-trap"]


def test_traps_in_anyones_own_keys_are_never_judged() -> None:
    assert kinds("x-note: {when: 2026-11-22, yes: [no]}") == []


def test_quoted_traps_are_no_traps() -> None:
    assert kinds("a: 'no'\nb: \"12:30:00\"\nc: |\n  010\n") == []


def test_keys_are_the_text_that_stands_there() -> None:
    assert list(root("on: 1\n1: 2\nnull: 3\n").members) == ["on", "1", "null"]


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"], ids=["NEL", "LS", "PS"])
def test_line_separators_of_yaml_1_1_are_text_and_reported(separator: str) -> None:
    text = f'a: x{separator}y\nb: "x{separator}y"\n'
    assert root(text).plain() == {"a": f"x{separator}y", "b": f"x{separator}y"}
    assert kinds(text) == ["yaml-trap"]


def test_line_separators_do_not_shift_lines() -> None:
    document = parse('a: "\u2028\u2028"\nexecutables: 5\n', "executables.yaml")
    wrong = next(problem for problem in document.problems if problem.kind == "wrong-type")
    assert document.place(wrong.span).line == 2


def test_places_count_characters_and_not_bytes() -> None:
    text = "é😀: 'ü'\nb: x\n"
    assert [text[node.span.start : node.span.end] for node in root(text).walk()][1:] == ["'ü'", "x"]


def test_a_block_ends_with_its_last_character() -> None:
    text = "a:\n  b: |\n    x\n\n\nc: 1\n"
    block = next(root(text).select("a", "b"))
    assert text[block.span.start : block.span.end] == "|\n    x"
    mapping = next(root(text).select("a"))
    assert mapping.span.end == block.span.end


def test_an_alias_stands_for_what_it_refers_to_and_has_a_place_of_its_own() -> None:
    text = "a: &needs {cores: [1, 2]}\nb: *needs\n"
    copied = next(root(text).select("b"))
    assert copied.plain() == {"cores": [1, 2]}
    assert text[copied.span.start : copied.span.end] == "*needs"


def test_below_an_alias_places_stay_where_the_text_can_be_mended() -> None:
    text = "a: &needs {cores: [1, 2]}\nb: *needs\n"
    cores = next(root(text).select("b", "cores"))
    assert text[cores.span.start : cores.span.end] == "[1, 2]"
    assert cores.path == ("b", "cores")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("&x [*x]", "yaml-alias", id="alias to itself"),
        pytest.param("*nobody", "yaml-alias", id="alias to nothing"),
        pytest.param("&a a: 1\n*a : 2\n", "yaml-key", id="alias as a key"),
        pytest.param("? [a]\n: b\n", "yaml-key", id="list as a key"),
        pytest.param("{{a: 1}: 2}", "yaml-key", id="mapping as a key"),
        pytest.param("a: 1\n---\nb: 2\n", "several-documents", id="two documents"),
        pytest.param("!!python/object/apply:os.system [ls]", "yaml-tag", id="Python's tag"),
        pytest.param("a: !!int '5'", "yaml-tag", id="a tag of YAML's own"),
        pytest.param("a: &m {b: 1}\nc:\n  <<: *m\n", "yaml-merge-key", id="merge key"),
        pytest.param("a: 1\na: 2\n", "duplicate-key", id="equal keys"),
        pytest.param("a: 1\n'a': 2\n", "duplicate-key", id="equal keys, one quoted"),
        pytest.param(f"a: {'9' * 5000}", "bad-number", id="5,000 digits"),
        pytest.param("a: 1e400", "bad-number", id="1e400"),
        pytest.param("# nothing\n", "empty-document", id="only a comment"),
        pytest.param("[a: 1, b: 2]", "missing-brackets", id="pairs without braces"),
    ],
)
def test_what_json_does_not_have_is_one_problem(text: str, kind: str) -> None:
    assert kinds(text) == [kind]


def test_a_tag_changes_nothing() -> None:
    assert root("a: !!str 5\nb: !!int '5'\n").plain() == {"a": "5", "b": "5"}


def test_equal_keys_are_reported_with_both_places_and_the_first_counts() -> None:
    text = "a: 1\nb: 2\na: 3\n"
    (problem,) = read_yaml(text).problems
    assert root(text).plain() == {"a": 1, "b": 2}
    assert (problem.span.start, problem.related[0][0].start) == (10, 0)


def test_only_the_first_document_is_read() -> None:
    assert root("a: 1\n---\nb: 2\n").plain() == {"a": 1}


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        pytest.param(
            "title: Crab: a fit",
            'found a second ":" in the same place, expected text',
            'put the text that holds ": " in quotes, or check the indentation of this line and the last',
            id="colon in a text",
        ),
        pytest.param(
            "a:\n\tb: 1",
            "no plain text starts with a tab",
            "put the text in quotes; indent with spaces, never with tabs",
            id="tab",
        ),
        pytest.param(
            "a: 'x", "a quotation mark is opened and never closed", "close it", id="open quotation mark"
        ),
        pytest.param(
            "a: [1, 2\nb: 3",
            'found ":", expected a "," or "]"',
            "close the list with ]",
            id="open list",
        ),
        pytest.param(
            "a: [",
            "found the end of the file, expected a value",
            "write a value, or close the bracket before",
            id="end",
        ),
        pytest.param(
            "a: - b", 'no "- " can stand here', "start it on a line of its own", id="dash after a key"
        ),
        pytest.param(
            '"C:\\data"',
            "found a backslash escape that YAML does not have",
            "write the character itself, or use single quotes, in which a backslash is a backslash",
            id="Windows path",
        ),
        pytest.param(
            "- a\nb: 1",
            'found "b", expected the next "- " of the list',
            "indent what belongs to the item, or move what does not to the indentation of its own mapping",
            id="list and mapping mixed",
        ),
        pytest.param(
            "a: \x01",
            "the character U+0001 stands here, which YAML does not allow",
            "delete it",
            id="control character",
        ),
    ],
)
def test_a_syntax_error_is_told_in_plain_words(text: str, message: str, advice: str) -> None:
    (problem,) = read_yaml(text).problems
    assert (problem.kind, problem.message, problem.advice) == ("syntax", message, advice)


@pytest.mark.parametrize(
    "text", ["a: b: c", "[1, 2", "a: 'x", "{a: b", "*a", "a: @b", "- a\nb: c", "a: \x01"]
)
def test_the_loader_without_libyaml_finds_errors_at_the_same_place(text: str) -> None:
    (fast,), (slow,) = read_yaml(text).problems, read_yaml(text, yaml.SafeLoader).problems
    assert (fast.kind, fast.span, fast.message) == (slow.kind, slow.span, slow.message)


def test_the_loader_without_libyaml_reads_the_same_tree() -> None:
    text = yaml.safe_dump(TWO_ENTRIES, allow_unicode=True)
    assert read_yaml(text).root == read_yaml(text, yaml.SafeLoader).root


def steps(node: Node) -> list[tuple[str, Any]]:
    return sorted(
        (one.pointer, repr(one.value) if not one.items + tuple(one.members) else "") for one in node.walk()
    )


@pytest.mark.parametrize("type_text", OWN_KEYS)
def test_json_and_yaml_carry_the_same_document(type_text: str) -> None:
    plain = {"executables": [entry(type_text)]}
    as_json = parse(json.dumps(plain), "executables.json")
    as_yaml = parse(yaml.safe_dump(plain), "executables.yaml")
    assert as_json.root is not None
    assert as_yaml.root is not None
    assert as_json.root.plain() == as_yaml.root.plain() == plain
    assert steps(as_json.root) == steps(as_yaml.root)


def test_json_is_yaml() -> None:
    text = json.dumps(TWO_ENTRIES, indent=2, ensure_ascii=False)
    as_json, as_yaml = parse(text, "executables.json"), parse(text, "executables.yaml")
    assert as_json.root == as_yaml.root
    assert as_json.problems == as_yaml.problems == ()
