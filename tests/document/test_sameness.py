"""Two trees are the same but for what was written over."""

import pytest

from ossr_catalogue.document.node import Node, Span
from ossr_catalogue.document.parse import parse
from ossr_catalogue.document.sameness import written_over

BEFORE = "k: 1\nl: [a, {m: b}]\n"


def tree(text: str) -> Node:
    root = parse(text, "a.yaml").root
    assert root is not None
    return root


def owners(after: str, *written: str, before: str = BEFORE) -> set[str] | None:
    """Compare with a later text, of which these stretches of the first were written over."""
    edits = [Span(before.index(one), before.index(one) + len(one)) for one in written]
    return written_over(tree(before), tree(after), edits)


@pytest.mark.parametrize(
    ("after", "written", "expected"),
    [
        pytest.param(BEFORE, "", set(), id="nothing"),
        pytest.param("k: 2\nl: [a, {m: b}]\n", "1", {""}, id="a value at the top"),
        pytest.param("k: 1\nl: [c, {m: b}]\n", "a", {"/l"}, id="an item"),
        pytest.param("k: 1\nl: [a, {m: [b]}]\n", "b", {"/l/1"}, id="a value that becomes a list"),
        pytest.param("k: 1\nl: [a, {n: b}]\n", "m", {"/l/1"}, id="a key"),
        pytest.param("l: [a, {m: b}]\n", "k: 1", set(), id="a key and its value"),
    ],
)
def test_what_was_written_over_may_differ(after: str, written: str, expected: set[str]) -> None:
    assert owners(after, written) == expected


@pytest.mark.parametrize(
    "after",
    [
        pytest.param("k: 1\nl: [c, {m: x}]\n", id="another value"),
        pytest.param("k: true\nl: [a, {m: x}]\n", id="true is not 1"),
        pytest.param("k: 1.0\nl: [a, {m: x}]\n", id="1.0 is not 1"),
        pytest.param("j: 1\nl: [a, {m: x}]\n", id="another key"),
        pytest.param("k: 1\nl: [a, {m: x, n: 1}]\n", id="a key more"),
        pytest.param("k: 1\nl: [a, c, {m: x}]\n", id="an item more"),
        pytest.param("k: 1\nl: [a, [x]]\n", id="a list for a mapping"),
        pytest.param("l: [a, {m: x}]\nk: 1\n", id="another order"),
    ],
)
def test_nothing_else_may_differ(after: str) -> None:
    assert owners(after, "b") is None


def test_brackets_around_the_whole_are_written_over() -> None:
    before = "- a\n- b\n"
    assert written_over(tree(before), tree("k:\n- a\n- b\n"), [Span(0, 0)]) == {""}
    assert written_over(tree(before), tree("k:\n- a\n- b\n"), [Span(3, 4)]) is None
