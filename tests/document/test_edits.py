"""A change is written where it belongs, in the style of its place, and nothing else changes."""

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from ossr_catalogue.document.changes import (
    Change,
    Quote,
    RemoveMember,
    RenameKey,
    ReplaceText,
    SetValue,
    WrapInList,
)
from ossr_catalogue.document.document import Document
from ossr_catalogue.document.edits import edits_of
from ossr_catalogue.document.node import Member, Node, Span
from ossr_catalogue.document.parse import parse
from ossr_catalogue.document.rewriting import apply_edits

Plain = Any


def parsed(text: str, name: str) -> Document:
    document = parse(text, name)
    assert document.root is not None, document.problems
    return document


def node(document: Document, *path: str | int) -> Node:
    assert document.root is not None
    return next(document.root.select(*path))


def member(document: Document, *path: str | int) -> Member:
    *above, key = path
    return node(document, *above).members[str(key)]


def edited(document: Document, *changes: Change) -> str | None:
    edits = edits_of(document, changes)
    return None if edits is None else apply_edits(document.text, edits)


def set_value(text: str, value: str | float, name: str = "a.yaml") -> str | None:
    document = parsed(text, name)
    return edited(document, SetValue(node=node(document, "k"), value=value))


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("k: Crab  nebula # why\n", "Crab nebula", "k: Crab nebula # why\n"),
        ("k: Crab nebula\n", "Crab: nebula", 'k: "Crab: nebula"\n'),
        ("k: Crab nebula\n", "no", 'k: "no"\n'),
        ("k: Crab nebula\n", "16", 'k: "16"\n'),
        ("k: Crab nebula\n", "# Crab", 'k: "# Crab"\n'),
        ("k: Crab nebula\n", "", 'k: ""\n'),
        ("k: Crab nebula\n", "two\nlines", 'k: "two\\nlines"\n'),
        ("{k: Crab nebula, l: 1}\n", "Crab, nebula", '{k: "Crab, nebula", l: 1}\n'),
        ("k: 'Crab''s  nebula'\n", "Crab's nebula", "k: 'Crab''s nebula'\n"),
        ("k: 'Crab'\n", "Crab's", "k: 'Crab''s'\n"),
        ("k: 'Crab'\n", "two\nlines", 'k: "two\\nlines"\n'),
        ('k: "\\u00e9t\\u00e9  \\"so\\""\n', 'été "so"', 'k: "\\u00e9t\\u00e9 \\"so\\""\n'),
        ('k: "Cr\\u00e0b"\n', "Cr\U0001f980b", 'k: "Cr\\U0001f980b"\n'),
        ('k: "Crab"\n', 'Cr"a\\b', 'k: "Cr\\"a\\\\b"\n'),
        ("k: fits the\n  the data\n  of it\n", "fits the data of it", "k: fits the\n  data\n  of it\n"),
        ("k: a  b\n  c  d\n  e\n", "a b c d e", "k: a b\n  c d\n  e\n"),
        ('k: "one  two\n  three  four"\n', "one two three four", 'k: "one two\n  three four"\n'),
        ('k: "one  two\\\n  three  four"\n', "one twothree four", 'k: "one two\\\n  three four"\n'),
        ("k: |  # why\n  one  two\n\n  three\n", "one two\n\nthree\n", "k: |  # why\n  one two\n\n  three\n"),
        ("k: |\n  one\n  three\n", "one\ntwo\nthree\n", "k: |\n  one\n  two\n  three\n"),
        ("k: |-\r\n  one  two\r\n  three\r\n", "one two\nthree", "k: |-\r\n  one two\r\n  three\r\n"),
        ("k: |\n\n  one  two\n", "\none two\n", "k: |\n\n  one two\n"),
        ("k: >\n  a  b\n  c\n\n  d\nl: 1\n", "a b c\nd\n", "k: >\n  a b\n  c\n\n  d\nl: 1\n"),
        ("k: >-\n  one  two  \nl: 1\n", "one two  ", "k: >-\n  one two  \nl: 1\n"),
        ("k: |\n  one  two  \nl: 1\n", "one two", "k: one two\nl: 1\n"),
        ("k: >-\n  one two\nl: 1\n", "one three", "k: >-\n  one three\nl: 1\n"),
        ("k: >\n  one two\nl: 1\n", "one two", "k: one two\nl: 1\n"),
        ("k: |\n  a: b\nl: 1\n", "a: b", 'k: "a: b"\nl: 1\n'),
        ("k: 16G\n", "16 GiB", "k: 16 GiB\n"),
        ("k: 4 # four\n", 8, "k: 8 # four\n"),
        ("k: '4'\n", 4, "k: 4\n"),
        ("k: yes\n", True, "k: true\n"),
        ("k: 190\n", "190 h", "k: 190 h\n"),
        ("k: &a one\nl: 1\n", "two", "k: &a two\nl: 1\n"),
    ],
    ids=repr,
)  # fmt: skip
def test_a_value_is_written_in_the_style_of_its_place(text: str, value: str | float, expected: str) -> None:
    assert set_value(text, value) == expected


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ('{"k": "Crab  nebula"}', "Crab nebula", '{"k": "Crab nebula"}'),
        ('{"k": "Cr\\u00e0b\\/"}', "Cr\U0001f980b/", '{"k": "Cr\\ud83e\\udd80b\\/"}'),
        ('{"k": "\\ud83e\\udd80  b"}', "\U0001f980 b", '{"k": "\\ud83e\\udd80 b"}'),
        ('{"k": "Cr\u00e0b\\n"}', "Cr\u00e9b\n", '{"k": "Cr\u00e9b\\n"}'),
        ('{"k": "a"}', 'a"\\\n\x7f', '{"k": "a\\"\\\\\\n\\u007f"}'),
        ('{"k" : 190}', "190 h", '{"k" : "190 h"}'),
        ('{"k" : "4"}', 4, '{"k" : 4}'),
        ('{"k": true}', False, '{"k": false}'),
    ],
    ids=repr,
)
def test_a_value_is_written_in_json(text: str, value: str | float, expected: str) -> None:
    assert set_value(text, value, "a.json") == expected


@pytest.mark.parametrize(
    "text",
    [
        "l: &a one\nk: *a\n",
        "k: &a one\nl: *a\n",
        "l: &a {m: one}\nk: *a\n",
        "k: |2\n    one\n",
        "k: >\n  one\n    more\n  three\n",
        "k: |+ # why\n  one\n\n",
        "k: !x one\n",
        "k: &a !x one\n",
        "k:\n",
        "k: [one]\n",
    ],
    ids=repr,
)
def test_what_would_do_harm_is_not_written(text: str) -> None:
    assert set_value(text, "other") is None


def test_a_text_of_lines_does_not_become_a_number() -> None:
    assert set_value("k: |\n  4\n", 4) is None


def test_nothing_is_written_below_an_alias() -> None:
    document = parsed("l: &a\n  m: one\nk: *a\n", "a.yaml")
    for key in ("k", "l"):
        assert edited(document, SetValue(node=node(document, key, "m"), value="two")) is None
        assert edited(document, RenameKey(key=member(document, key, "m").key, name="n")) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("memry : 16 # why\n", "memory : 16 # why\n"),
        ('"memry": 16\n', '"memory": 16\n'),
        ("'memry': 16\n", "'memory': 16\n"),
        ("? memry\n: 16\n", "? memory\n: 16\n"),
        ("{memry: 16}\n", "{memory: 16}\n"),
        ('{"memry":16}\n', '{"memory":16}\n'),
        ("a: &b 16\nmemry: *b\n", "a: &b 16\nmemory: *b\n"),
        ("memry: 16\nmemory: 8\n", None),
    ],
    ids=repr,
)
def test_a_key_is_renamed_before_its_value(text: str, expected: str | None) -> None:
    document = parsed(text, "a.yaml")
    assert edited(document, RenameKey(key=member(document, "memry").key, name="memory")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("k: no # why\n", 'k: "no" # why\n'),
        ("[{k: 1_000}]\n", '[{k: "1_000"}]\n'),
        ("k: 1.10\n", 'k: "1.10"\n'),
        ("k: 'no'\n", None),
    ],
    ids=repr,
)
def test_a_plain_text_is_quoted_letter_by_letter(text: str, expected: str | None) -> None:
    document = parsed(text, "a.yaml")
    path = (0, "k") if text.startswith("[") else ("k",)
    assert edited(document, Quote(node=node(document, *path))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("k: one # why\n", "k: [one] # why\n"),
        ("k: one, two\n", 'k: ["one, two"]\n'),
        ("k: 'one, two'\n", "k: ['one, two']\n"),
        ("k: {a: 1}\n", "k: [{a: 1}]\n"),
        ("k:\n  # first\n  a: 1\n  b: 2\nl: 3\n", "k:\n  # first\n- a: 1\n  b: 2\nl: 3\n"),
        ("k:\n    a: 1\n    b: 2\n", "k:\n  - a: 1\n    b: 2\n"),
        ("k:\n a: 1\n", None),
        ("k: >\n  one\n", None),
    ],
    ids=repr,
)
def test_a_value_becomes_the_only_one_of_a_list(text: str, expected: str | None) -> None:
    document = parsed(text, "a.yaml")
    value = node(document, "k")
    result = edited(document, WrapInList(node=value))
    assert result == expected
    if result is not None:
        assert node(parsed(result, "a.yaml"), "k").plain() == [value.plain()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("k: a; no; b c # why\n", 'k: [a, "no", b c] # why\n'),
        ('{"k": "a; no; b c"}', '{"k": ["a", "no", "b c"]}'),
    ],
    ids=["YAML", "JSON"],
)
def test_a_text_becomes_a_list_of_several(text: str, expected: str) -> None:
    document = parsed(text, "a.json" if text.startswith("{") else "a.yaml")
    assert edited(document, WrapInList(node=node(document, "k"), parts=("a", "no", "b c"))) == expected


def test_a_value_of_json_becomes_the_only_one_of_a_list() -> None:
    document = parsed('{"k": "one, two"}', "a.json")
    assert edited(document, WrapInList(node=node(document, "k"))) == '{"k": ["one, two"]}'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nk: 2\nb: 3\n", "a: 1\nb: 3\n"),
        ("l:\n- a: 1\n  # why\n  k: |\n    two\n    lines\n", "l:\n- a: 1\n  # why\n"),
        ("{a: 1, k: [2], b: 3}\n", "{a: 1, b: 3}\n"),
        ('{"a": 1,\n "k": {"c": 2}\n}', '{"a": 1\n}'),
        ("a: 1\nk: 2 # why\n", None),
        ("k: 1\na: 2\n", "a: 2\n"),
        ('{"k": 1, "a": 2}', None),
        ("- k: 1\n  a: 2\n", None),
    ],
    ids=repr,
)
def test_a_member_is_removed_with_its_comma_or_its_lines(text: str, expected: str | None) -> None:
    document = parsed(text, "a.json" if text.startswith('{"') else "a.yaml")
    path = {"l": ("l", 0, "k"), "-": (0, "k")}.get(text[0], ("k",))
    found = member(document, *path)
    assert edited(document, RemoveMember(key=found.key, node=found.node)) == expected


def test_changes_that_meet_are_not_made() -> None:
    document = parsed("k: one\n", "a.yaml")
    texts = [ReplaceText(span=Span(3, 6), text="two"), ReplaceText(span=Span(5, 6), text="")]
    assert edited(document, *texts) is None
    assert edited(document, texts[0]) == "k: two\n"
    insertions = [ReplaceText(span=Span(3, 3), text=letter) for letter in "ab"]
    assert edited(document, *insertions) is None


letters = st.one_of(
    st.sampled_from(list("aZ09 \t\n'\"\\#:,-[]{}&*!|>%@`?~/.\u00e9\U0001f980\xa0\x85\u2028\x1b\x7f")),
    st.characters(exclude_categories=["Cs"]),
)
texts = st.text(letters, max_size=40)
scalars = st.one_of(texts, st.integers(-(10**9), 10**9), st.booleans(), st.none())
trees = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(letters, max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
new_values = st.one_of(texts, st.integers(-(10**9), 10**9), st.booleans())


def replaced(tree: Plain, path: tuple[str | int, ...], value: Plain) -> Plain:
    if not path:
        return value
    first, *rest = path
    if isinstance(tree, list):
        return [replaced(one, tuple(rest), value) if n == first else one for n, one in enumerate(tree)]
    return {key: replaced(one, tuple(rest), value) if key == first else one for key, one in tree.items()}


def exactly(tree: Plain) -> str:
    """Tell 1, 1.0 and true apart, and keys in another order."""
    return repr(tree)


def check_set_value(document: Document, data: st.DataObject) -> bool:
    assert document.root is not None
    leaves = [one for one in document.root.walk() if not isinstance(one.value, (tuple, dict))]
    if not leaves:
        return False
    leaf, value = data.draw(st.sampled_from(leaves)), data.draw(new_values)
    after = edited(document, SetValue(node=leaf, value=value))
    if after is None:
        return False
    again = parsed(after, document.path)
    assert again.root is not None
    assert exactly(again.root.plain()) == exactly(replaced(document.root.plain(), leaf.path, value))
    return True


@given(tree=trees, ascii_only=st.booleans(), indent=st.sampled_from([None, 2]), data=st.data())
def test_any_value_of_any_json_can_be_set(
    *, tree: Plain, ascii_only: bool, indent: int | None, data: st.DataObject
) -> None:
    text = json.dumps({"k": tree}, ensure_ascii=ascii_only, indent=indent)
    document = parse(text, "a.json")
    if document.root is not None:
        check_set_value(document, data)


@given(
    tree=trees,
    style=st.sampled_from([None, "'", '"', "|", ">"]),
    flow=st.sampled_from([None, True, False]),
    width=st.sampled_from([12, 1000]),
    line_end=st.sampled_from(["\n", "\r\n"]),
    data=st.data(),
)
def test_setting_a_value_of_any_yaml_sets_that_value_only(
    *, tree: Plain, style: str | None, flow: bool | None, width: int, line_end: str, data: st.DataObject
) -> None:
    text = yaml.safe_dump(
        {"k": tree}, default_style=style, default_flow_style=flow, width=width, allow_unicode=True
    )
    document = parse(text.replace("\n", line_end), "a.yaml")
    if document.root is not None:
        check_set_value(document, data)


@given(tree=st.dictionaries(texts, texts, min_size=1), name=texts, flow=st.booleans(), data=st.data())
def test_renaming_a_key_of_any_yaml_renames_that_key_only(
    *, tree: Plain, name: str, flow: bool, data: st.DataObject
) -> None:
    document = parse(yaml.safe_dump(tree, default_flow_style=flow, allow_unicode=True), "a.yaml")
    if document.root is None:
        return
    key = data.draw(st.sampled_from([one.key for one in document.root.members.values()]))
    after = edited(document, RenameKey(key=key, name=name))
    if after is None or name in document.root.members:
        return
    expected = {name if one == key.text else one: value for one, value in document.root.plain().items()}
    assert exactly(node(parsed(after, "a.yaml")).plain()) == exactly(expected)
