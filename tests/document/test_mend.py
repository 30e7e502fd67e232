"""Forgotten brackets and commas: found, put in, and nothing else changed."""

import json

import pytest

from ossr_catalogue.document.mend import LONGEST, mend
from ossr_catalogue.document.parse import parse


def mended(text: str) -> str:
    found = mend(text)
    assert found is not None
    return found.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('"a": 1', '{"a": 1}', id="braces around everything"),
        pytest.param('"a": [1]}', '{"a": [1]}', id="the first brace"),
        pytest.param('{"a": [1]', '{"a": [1]}', id="the last brace"),
        pytest.param('{"a": [1', '{"a": [1]}', id="the last two"),
        pytest.param('{"a": [1, 2}', '{"a": [1, 2]}', id="a list inside"),
        pytest.param('[{"a": 1, "b": 2]', '[{"a": 1, "b": 2}]', id="a mapping inside"),
        pytest.param('["a": 1, "b": 2]', '[{"a": 1, "b": 2}]', id="braces around the pairs of a list"),
        pytest.param('["a": 1, "b": 2}]', '[{"a": 1, "b": 2}]', id="the opening one only"),
        pytest.param(
            '["a": 1, "b": 2, "a": 3, "b": 4]', '[{"a": 1, "b": 2}, {"a": 3, "b": 4}]', id="a key comes again"
        ),
        pytest.param('["a": 1 "a": 2]', '[{"a": 1}, {"a": 2}]', id="a key comes again, without comma"),
        pytest.param('["a": 1, {"b": 2}]', '[{"a": 1}, {"b": 2}]', id="pairs, then a mapping"),
        pytest.param('["a": {"b": 1}, "c": []]', '[{"a": {"b": 1}, "c": []}]', id="pairs that hold more"),
        pytest.param('[{"a": 1, "a": 2]', '[{"a": 1, "a": 2}]', id="a key comes again in braces"),
        pytest.param('{"a": 1 "b": 2}', '{"a": 1, "b": 2}', id="a comma between keys"),
        pytest.param("[1 2]", "[1, 2]", id="a comma between numbers"),
        pytest.param('[{"a": 1} {"a": 2}]', '[{"a": 1}, {"a": 2}]', id="a comma between mappings"),
        pytest.param('{"a": [1,], "b": [2,}', '{"a": [1], "b": [2]}', id="commas too many go"),
        pytest.param('{"a": [1,, 2}', '{"a": [1, 2]}', id="a double comma goes"),
        pytest.param('{"a": [ .. ], "b": [ … ]', '{"a": [  ], "b": [  ]}', id="placeholders go"),
    ],
)
def test_what_is_missing_is_put_in(text: str, expected: str) -> None:
    assert mended(text) == expected
    json.loads(expected)


def test_closing_brackets_stand_under_the_line_that_they_close() -> None:
    text = '{\n  "a": [\n    "b": {\n      "c": 1\n'
    assert mended(text) == '{\n  "a": [\n    {"b": {\n      "c": 1\n    }\n    }\n  ]\n}\n'


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"a": 1}', id="sound"),
        pytest.param('{"a": [1,]}', id="only a comma too many"),
        pytest.param("[ .. ]", id="only a placeholder"),
        pytest.param('{"a": 1}}', id="a bracket too many"),
        pytest.param('{"a" 1', id="no colon"),
        pytest.param('{"a": }', id="no value"),
        pytest.param('{"a": "b": 1', id="two colons"),
        pytest.param('{"a": [tru', id="a broken word"),
        pytest.param('{"a": "x', id="an open text"),
        pytest.param('{"a": 1, 2', id="a value without a key"),
        pytest.param('[1], "a": 2', id="two things"),
        pytest.param("", id="nothing"),
        pytest.param("[" * 100, id="too deep"),
        pytest.param('{"a": [1' + " " * LONGEST, id="too long"),
    ],
)
def test_what_needs_more_than_brackets_and_commas_is_left_alone(text: str) -> None:
    assert mend(text) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"a": [1}', "a bracket is missing: `]` after line 1, column 8"),
        ('{"a": [1', "brackets are missing: `]` `}` after line 1, column 8"),
        ('{"a": 1\n "b": 2}', "a comma is missing: `,` after line 1, column 7"),
        ("[1 2 3]", "commas are missing: `,` after line 1, column 2; `,` after line 1, column 4"),
        ('["a": 1]', "brackets are missing: `{` before line 1, column 2; `}` after line 1, column 7"),
    ],
)
def test_the_message_says_what_is_missing_and_where(text: str, message: str) -> None:
    (problem,) = parse(text, "executables.json").problems
    assert (problem.kind, problem.message) == ("missing-brackets", message)


def test_each_place_is_pointed_at() -> None:
    text = '{"a": ["b": 1, "c": 2'
    (problem,) = parse(text, "executables.json").problems
    assert (text[problem.span.start], problem.label) == ('"', "`{` is missing before this")
    assert [(text[span.start], label) for span, label in problem.related] == [
        ("2", "`}` `]` `}` are missing after this")
    ]


def test_a_long_text_is_not_repeated_as_a_whole() -> None:
    text = '{"executables": [' + "\n{}," * 100 + "\n{}"
    (problem,) = parse(text, "executables.json").problems
    assert problem.kind == "missing-brackets"
    assert len(problem.advice) < 200


def test_pairs_without_braces_in_block_yaml_are_told_both_ways_to_write_them() -> None:
    (problem,) = parse("executables: [uuid: x, type: y]\n", "executables.yaml").problems
    assert (problem.kind, problem.label) == ("missing-brackets", "`{` is missing before this")
    assert problem.advice == "write [{key: value, key: value}], or a list of lines that start with `- `"
