"""What the readers propose to write instead, and what they take for safe."""

import json
from typing import Any

import pytest

from ossr_catalogue.document.edits import edits_of
from ossr_catalogue.document.parse import parse
from ossr_catalogue.document.rewriting import apply_edits
from sample_lists import entry

SAFE, UNSAFE = True, False
Proposed = tuple[str, bool] | None


def proposed(text: str, kind: str, name: str = "a.yaml") -> Proposed:
    """Give the text as the first problem of a kind would have it, and whether that is safe."""
    document = parse(text, name)
    fix = next(problem for problem in document.problems if problem.kind == kind).fix
    edits = edits_of(document, fix.changes) if fix else None
    return (apply_edits(text, edits), fix.is_safe) if fix and edits is not None else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: !x b\n", ("a: b\n", SAFE), id="a tag"),
        pytest.param("a: !!str 16 # why\n", ('a: "16" # why\n', SAFE), id="a tag that makes a number text"),
        pytest.param("a: !!str no\n", ('a: "no"\n', SAFE), id="a tag that makes a trap text"),
        pytest.param("a: !!str '16'\n", ("a: '16'\n", SAFE), id="a tag before quotes"),
        pytest.param("a: !!map {b: 1}\n", ("a: {b: 1}\n", SAFE), id="a tag of a mapping"),
        pytest.param("a: &b !x c\nd: *b\n", ("a: &b c\nd: *b\n", SAFE), id="a tag after an anchor"),
        pytest.param("!x a: b\n", ("a: b\n", SAFE), id="a tag of a key"),
    ],
)
def test_a_tag_goes_and_the_value_stays(text: str, expected: Proposed) -> None:
    assert proposed(text, "yaml-tag") == expected
    assert expected
    before, after = parse(text, "a.yaml").root, parse(expected[0], "a.yaml").root
    assert before
    assert after
    assert after.plain() == before.plain()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: [*b]\n", ('a: ["*b"]\n', UNSAFE), id="in a list"),
        pytest.param("a: *b # why\n", ('a: "*b" # why\n', UNSAFE), id="before a comment"),
        pytest.param("a: *b", ('a: "*b"', UNSAFE), id="at the end"),
        pytest.param("a: *b c\n", None, id="with more text"),
        pytest.param("a: &b [*b]\n", None, id="within what it refers to"),
    ],
)
def test_an_alias_of_nothing_gets_quotes(text: str, expected: Proposed) -> None:
    assert proposed(text, "yaml-alias") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: b: c\n", 'a: "b: c"\n', id="one"),
        pytest.param("a: b: c # d: e\n", 'a: "b: c" # d: e\n', id="before a comment"),
        pytest.param("a: b: c#d\n", 'a: "b: c#d"\n', id="with a hash that is no comment"),
        pytest.param("- a: b: c\n  d: 'e'\n- f: g: h\n", '- a: "b: c"\n  d: \'e\'\n- f: "g: h"\n', id="two"),
        pytest.param('a: b: "c"\n', 'a: "b: \\"c\\""\n', id="with quotes in it"),
        pytest.param("a: b: c\r\nd: 1\r\n", 'a: "b: c"\r\nd: 1\r\n', id="CRLF"),
        pytest.param("a: b: c\nd: [\n", None, id="and more that is wrong"),
        pytest.param("a: 'b': c\n", None, id="a key in quotes"),
        pytest.param("a: b\n c: d\n", None, id="over two lines"),
        pytest.param("a: {b: c: d}\n", None, id="in braces"),
        pytest.param("a: b: c" + "d" * 500 + "\n", None, id="a very long line"),
    ],
)
def test_a_text_with_a_colon_gets_quotes(text: str, expected: str | None) -> None:
    assert proposed(text, "syntax") == (expected and (expected, UNSAFE))


def test_a_file_of_nothing_but_colons_is_given_up() -> None:
    assert proposed("- a: b: c\n" * 20, "syntax") is not None
    assert proposed("- a: b: c\n" * 30, "syntax") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('{"a": [1,],}', '{"a": [1]}', id="commas"),
        pytest.param('{"a": [1, ..]}', None, id="a placeholder"),
        pytest.param('{"a": [1,]', None, id="a bracket too"),
    ],
)
def test_needless_commas_go(text: str, expected: str | None) -> None:
    found = [one for one in parse(text, "a.json").problems if one.kind == "syntax"]
    assert (proposed(text, "syntax", "a.json") if found else None) == (expected and (expected, SAFE))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('[{"uuid": "a"}]', '{"executables": [{"uuid": "a"}]}', id="a list"),
        pytest.param('{"type": "a"}', '{"executables": [{"type": "a"}]}', id="a single one"),
        pytest.param("- uuid: a\n- type: b\n", "executables:\n- uuid: a\n- type: b\n", id="a list of lines"),
        pytest.param("  - uuid: a\n", "  executables:\n  - uuid: a\n", id="an indented one"),
        pytest.param("- uuid: a\r\n", "executables:\r\n- uuid: a\r\n", id="CRLF"),
        pytest.param("[{uuid: a}]\n", '{"executables": [{uuid: a}]}\n', id="brackets in YAML"),
        pytest.param("uuid: a\ntype: b\n", None, id="a single one in lines"),
        pytest.param('[{"uuid": "a"}, {"name": "b"}]', None, id="a list of other things"),
        pytest.param("[]", None, id="an empty list"),
        pytest.param("3", None, id="a number"),
    ],
)
def test_the_key_executables_is_put_around(text: str, expected: str | None) -> None:
    name = "a.json" if text.startswith(("[", '{"')) and "{uuid" not in text else "a.yaml"
    found = proposed(text, "not-a-list-of-executables", name)
    assert found == (expected and (expected, UNSAFE))


def values(kind: str, more: dict[str, Any], *path: str | int) -> tuple[Any, bool] | None:
    """Give what is proposed for a value of a sound entry that has some other keys."""
    text = json.dumps({"executables": [entry() | more]})
    after = proposed(text, kind, "a.json")
    if after is None:
        return None
    value = json.loads(after[0])["executables"][0]
    for step in path:
        value = value[step]
    return value, after[1]


NOTEBOOK = "urn:types/jupyter-notebook"


def data(*, required: object) -> list[dict[str, object]]:
    return [{"name": "events", "required": required}]


@pytest.mark.parametrize(
    ("key", "given", "expected"),
    [
        pytest.param("keywords", "one", (["one"], SAFE), id="a text for a list"),
        pytest.param("keywords", "one, two;three", (["one", "two", "three"], UNSAFE), id="several in a text"),
        pytest.param("keywords", "one,", (["one,"], SAFE), id="a comma after one"),
        pytest.param("keywords", {"one": 1}, None, id="a mapping for a list of texts"),
        pytest.param("keywords", " ", None, id="nothing for a list"),
        pytest.param("keywords", None, None, id="null for a list"),
        pytest.param("keywords", 3, None, id="a number for a list"),
        pytest.param("compute-resources", {"cores": 4}, ([{"cores": 4}], SAFE), id="a mapping for a list"),
        pytest.param("compute-resources", "small", None, id="a text for a list of mappings"),
        pytest.param("title", 2024, ("2024", SAFE), id="a number for a text"),
        pytest.param("title", True, ("true", SAFE), id="true for a text"),
        pytest.param("title", ["a"], None, id="a list for a text"),
        pytest.param("data-resources", data(required="Yes"), (data(required=True), SAFE), id="yes"),
        pytest.param("data-resources", data(required="off"), (data(required=False), SAFE), id="off"),
        pytest.param("data-resources", data(required="maybe"), None, id="maybe"),
        pytest.param("data-resources", data(required=1), None, id="a number for true"),
        pytest.param(
            "compute-resources", [{"memory": True}], None, id="true where text or a number would do"
        ),
    ],
)  # fmt: skip
def test_a_value_of_another_sort_that_says_the_same(
    key: str, given: object, expected: tuple[Any, bool] | None
) -> None:
    assert values("wrong-type", {key: given}, key) == expected


def test_a_number_in_quotes_is_a_number_where_only_that_will_do() -> None:
    docker = entry("urn:types/docker-container") | {"network": {"ports": ["8888"]}}
    found = proposed(json.dumps({"executables": [docker]}), "wrong-type", "a.json")
    assert found
    assert json.loads(found[0])["executables"][0]["network"] == {"ports": [8888]}
    assert found[1] is SAFE


@pytest.mark.parametrize(
    ("kind", "key", "given", "expected"),
    [
        pytest.param("wrong-value", "status", "Deprecated", ("deprecated", SAFE), id="another case"),
        pytest.param("wrong-value", "status", " active", ("active", SAFE), id="a space"),
        pytest.param("wrong-value", "status", "withdraw", ("withdrawn", UNSAFE), id="a near word"),
        pytest.param("wrong-value", "status", "obsolete", None, id="another word"),
        pytest.param("bad-format", "homepage", "a.org/x", ("https://a.org/x", UNSAFE), id="no scheme"),
        pytest.param("bad-format", "homepage", "gammapy", None, id="no host"),
        pytest.param("bad-format", "type", "jupyter-notebook", (NOTEBOOK, SAFE), id="type"),
        pytest.param("bad-format", "type", "jupiter-notebook", (NOTEBOOK, UNSAFE), id="like one"),
        pytest.param("bad-format", "type", "telescope", None, id="no type"),
        pytest.param("bad-format", "location", "../a.ipynb", None, id="a path that leads out"),
        pytest.param("bad-format", "citation", "zenodo.org/1", None, id="no DOI"),
        pytest.param(
            "bad-uuid", "uuid", "{5CEC9F3D-79C0-49AD-9A5A-455596C55341}",
            ("5cec9f3d-79c0-49ad-9a5a-455596c55341", SAFE), id="a uuid in capitals",
        ),
        pytest.param("bad-uuid", "uuid", "5cec9f3d", None, id="no uuid"),
    ],
)  # fmt: skip
def test_a_text_that_was_surely_or_perhaps_meant(
    kind: str, key: str, given: str, expected: tuple[str, bool] | None
) -> None:
    assert values(kind, {key: given}, key) == expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        pytest.param("keyword", ("keywords", SAFE), id="one letter"),
        pytest.param("key_words", ("keywords", SAFE), id="an underscore"),
        pytest.param("kywords", ("keywords", SAFE), id="a letter less"),
        pytest.param("work", None, id="another word"),
        pytest.param("resources", ("data-resources", UNSAFE), id="several are near"),
    ],
)
def test_a_key_is_safe_to_rename_where_one_only_is_near(key: str, expected: tuple[str, bool] | None) -> None:
    given = {name: value for name, value in entry().items() if name not in {"keywords", "data-resources"}}
    after = proposed(json.dumps({"executables": [given | {key: []}]}), "unknown-key", "a.json")
    assert expected is None or after
    names = json.loads(after[0])["executables"][0].keys() if after else []
    assert (after and (list(names)[-1], after[1])) == expected


def test_a_key_that_is_there_already_is_not_proposed() -> None:
    given = {"executables": [entry() | {"titel": "again"}]}
    assert proposed(json.dumps(given), "unknown-key", "a.json") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: [1, {b: c}]\na: [1, {b: c}]\n", "a: [1, {b: c}]\n", id="the same"),
        pytest.param("a: 1\na: 2\n", None, id="another value"),
        pytest.param("a: 1\na: true\n", None, id="true is not 1"),
        pytest.param("a: 1\na: 1.0\n", None, id="1.0 is not 1"),
        pytest.param("a: [1]\na: [1, 2]\n", None, id="a longer list"),
        pytest.param("a: {b: 1}\na: {c: 1}\n", None, id="another key"),
        pytest.param("a: {b: 1}\na: {b: 2}\n", None, id="another value below"),
    ],
)
def test_of_two_members_that_say_the_same_one_goes(text: str, expected: str | None) -> None:
    assert proposed(text, "duplicate-key") == (expected and (expected, SAFE))
