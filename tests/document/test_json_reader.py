"""JSON to a tree: the same values as the standard library, and the place of each."""

import json
import random

import pytest

from ossr_catalogue.document.json_reader import read_json
from ossr_catalogue.document.node import Node
from ossr_catalogue.document.parse import parse

SEED_TEXT = json.dumps(
    {"a": [1, -2.5, 1e3, 0, "é\u2028😀", ""], "b": {"c": True, "d": None, 'q"': "\\/\b\n"}, "e": [], "f": {}},
    ensure_ascii=False,
)
_CHARACTERS = "{}[]:,\"\\0123456789.eE+-truefalsn \t\n\u00e9x/#'\x00\x1f"


def mutated(count: int) -> list[str]:
    """Give texts that are nearly JSON, always the same ones."""
    chance = random.Random(20220613)  # noqa: S311 - no secret
    texts = []
    for _ in range(count):
        characters = list(SEED_TEXT)
        for _ in range(chance.randint(1, 2)):
            at = chance.randrange(len(characters))
            characters[at : at + chance.randint(0, 2)] = chance.choices(_CHARACTERS, k=chance.randint(0, 2))
        texts.append("".join(characters))
    return texts


def refuse_constant(name: str) -> object:
    raise ValueError(name)


def standard(text: str) -> object:
    """Read as the standard library does, the first of equal keys counting; what it refuses is `...`."""
    try:
        return json.loads(
            text, parse_constant=refuse_constant, object_pairs_hook=lambda pairs: dict(reversed(pairs))
        )
    except ValueError:
        return ...


def ours(text: str) -> object:
    root = read_json(text).root
    return root.plain() if root else ...


def same(one: object, other: object) -> bool:
    """Compare with regard to types: 1 is not true."""
    return repr(one) == repr(other) or (isinstance(one, dict) and one == other)


def test_the_standard_library_agrees_on_what_is_json_and_what_it_says() -> None:
    different = [text for text in mutated(4000) if not same(standard(text), ours(text))]
    assert different == []


def test_the_mutated_texts_are_of_both_sorts() -> None:
    readable = sum(standard(text) is not ... for text in mutated(4000))
    assert 600 < readable < 3400


def nodes(root: Node) -> list[Node]:
    return [node for node in root.walk() if node.path]


def test_the_place_of_each_value_holds_that_value() -> None:
    root = read_json(SEED_TEXT).root
    assert root is not None
    for node in nodes(root):
        assert json.loads(SEED_TEXT[node.span.start : node.span.end]) == node.plain()


def test_the_place_of_each_key_holds_that_key_with_its_quotation_marks() -> None:
    text = '{"a\\u00e9": {"b": 1}}'
    root = read_json(text).root
    assert root is not None
    key = root.key("aé")
    assert text[key.span.start : key.span.end] == '"a\\u00e9"'
    assert key.path == ("aé",)


def test_each_value_knows_the_steps_to_it() -> None:
    root = read_json('{"a": [1, {"b~/": 2}]}').root
    assert root is not None
    assert [node.pointer for node in root.walk()] == ["", "/a", "/a/0", "/a/1", "/a/1/b~0~1"]


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        pytest.param(
            "[1,]", "found `]`, expected a value", "delete the comma before it", id="trailing comma"
        ),
        pytest.param('{"a" 1}', "found `1`, expected a `:` after the key", "", id="no colon"),
        pytest.param(
            "{a: 1}",
            "found `a`, expected a key in double quotes",
            "write texts in double quotes",
            id="bare key",
        ),
        pytest.param(
            "['x']",
            "found `'x'`, expected a value",
            'JSON writes texts in straight double quotes: "like this"',
            id="single quotes",
        ),
        pytest.param(
            "[“x”]",
            "found `“x”`, expected a value",
            'JSON writes texts in straight double quotes: "like this"',
            id="typographic quotes",
        ),
        pytest.param("[True]", "found `True`, expected a value", "write true", id="Python's true"),
        pytest.param("[None]", "found `None`, expected a value", "write null", id="Python's None"),
        pytest.param(
            "[NaN]",
            "found `NaN`, expected a value",
            "JSON has finite numbers only: leave the key out",
            id="not a number",
        ),
        pytest.param(
            "[-Infinity]",
            "found `-Infinity`, expected a value",
            "JSON has finite numbers only: leave the key out",
            id="infinity",
        ),
        pytest.param(
            "[010]",
            "found `010`, expected a value",
            "numbers are written like 16, 0.5 or 1e9; anything else in double quotes",
            id="leading zero",
        ),
        pytest.param(
            '{"a": 1 // why\n}',
            "found a comment, expected a `,` or `}`",
            "JSON has no comments: delete it",
            id="comment",
        ),
        pytest.param(
            '["a\nb"]',
            "found a text that is not closed on its line, expected a value",
            'close it with a double quote; a line break is "\\n"',
            id="line break in a text",
        ),
        pytest.param(
            '["a\tb"]',
            "found the character U+0009 in a text, expected a value",
            "write a tab as \\t, or delete it",
            id="tab in a text",
        ),
        pytest.param(
            '["C:\\data"]',
            "found the escape \\d in a text, expected a value",
            'write a backslash as "\\\\"',
            id="Windows path",
        ),
        pytest.param(
            "[1\u00a0]",
            "found the character U+00A0, expected a `,` or `]`",
            "delete it",
            id="no-break space",
        ),
        pytest.param(
            "{} {}",
            "found `{`, expected the end of the file",
            "a file holds one document: delete what follows it",
            id="two documents",
        ),
        pytest.param(
            "[..]",
            "found `..`, expected a value",
            "write what belongs here, or leave the list empty",
            id="placeholder",
        ),
    ],
)
def test_a_syntax_error_says_what_was_found_and_what_was_expected(
    text: str, message: str, advice: str
) -> None:
    (problem,) = read_json(text).problems
    assert (problem.kind, problem.message, problem.advice) == ("syntax", message, advice)


def test_a_syntax_error_has_line_and_column() -> None:
    document = parse('{\r\n  "é😀": tru\r\n}', "executables.json")
    place = document.place(document.problems[0].span)
    assert (place.line, place.column, place.end_column) == (2, 9, 12)
    assert place.excerpt == '  "é😀": tru'


def test_a_file_that_breaks_off_says_which_bracket_is_open() -> None:
    (problem,) = read_json('{\n"a": ').problems
    assert problem.advice == "close the `{` of line 1"


def test_equal_keys_are_reported_with_both_places_and_the_first_counts() -> None:
    text = '{"a": 1, "b": 2, "a": 3}'
    reading = read_json(text)
    (problem,) = reading.problems
    assert reading.root is not None
    assert reading.root.plain() == {"a": 1, "b": 2}
    assert problem.kind == "duplicate-key"
    assert problem.span.start == text.rindex('"a"')
    assert problem.related[0][0].start == text.index('"a"')
    assert problem.advice == "keep one of the two"


def test_half_of_a_surrogate_pair_becomes_a_replacement_character() -> None:
    reading = read_json('"\\ud83d\\ude00 \\ud800"')
    assert reading.root is not None
    assert reading.root.value == "😀 \ufffd"
    assert [problem.kind for problem in reading.problems] == ["lone-surrogate"]


@pytest.mark.parametrize("number", ["1e400", "-1e999", "9" * 5000], ids=["1e400", "-1e999", "5,000 digits"])
def test_a_number_beyond_every_program_is_reported_and_kept_as_text(number: str) -> None:
    reading = read_json(f'{{"a": {number}}}')
    assert reading.root is not None
    assert reading.root.plain() == {"a": number}
    assert [(problem.kind, problem.path) for problem in reading.problems] == [("bad-number", ("a",))]


def test_a_number_of_thirty_digits_is_exact() -> None:
    root = read_json("123456789012345678901234567890").root
    assert root is not None
    assert root.value == 123456789012345678901234567890
