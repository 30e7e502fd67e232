"""Places in words, in lines and columns, and as pointers."""

import pytest

from ossr_catalogue.document.document import Document
from ossr_catalogue.document.locations import LIST_LOCATIONS
from ossr_catalogue.document.nearest import nearest
from ossr_catalogue.document.node import Node, Span
from ossr_catalogue.document.parse import parse

TEXT = '{"executables": [\n {"title": "Crab 😀 fit", "compute-resources": [{"memory": 1}]},\n {"title": 5}]}'
DOCUMENT = parse(TEXT, "executables.json")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (
            ("executables", 0, "compute-resources", 0, "memory"),
            'executables[0] "Crab 😀 fit" → compute-resources[0].memory',
        ),
        (("executables", 0), 'executables[0] "Crab 😀 fit"'),
        (("executables", 1, "title"), "executables[1] → title"),
        (("executables",), "executables"),
        (("foo", 1, "bar"), "foo[1].bar"),
        ((), ""),
    ],
)
def test_a_place_is_said_in_words(path: tuple[str | int, ...], words: str) -> None:
    assert DOCUMENT.describe(path) == words


def test_lines_and_columns_count_characters_from_one() -> None:
    memory = next(DOCUMENT.executables[0].select("compute-resources", ..., "memory"))
    place = DOCUMENT.place(memory.span)
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 59, 2, 60)
    assert place.excerpt == TEXT.splitlines()[1]


def test_the_end_of_a_text_is_a_place() -> None:
    place = Document(path="", text="a\nb", root=None).place(Span(3, 3))
    assert (place.line, place.column, place.excerpt) == (2, 2, "b")


def test_a_very_long_line_is_cut() -> None:
    place = Document(path="", text="x" * 10_000, root=None).place(Span(9_000, 9_001))
    assert (place.column, len(place.excerpt)) == (9_001, 500)
    assert place.excerpt_column == 8_751


def test_a_document_without_a_tree_has_no_executables() -> None:
    assert Document(path="", text="", root=None).executables == ()


def test_steps_that_lead_nowhere_give_nothing() -> None:
    assert list(DOCUMENT.executables[0].select("compute-resources", 5, "memory")) == []
    assert list(DOCUMENT.executables[0].select("title", "x", ...)) == []
    assert list(DOCUMENT.executables[0].select(-1)) == []


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "true or false"),
        (5, "a number"),
        (0.5, "a number"),
        ("x", "text"),
        (None, "nothing (null)"),
        ((), "a list"),
        ({}, "a mapping"),
    ],
)
def test_the_type_of_a_value_is_said_in_words(value: object, words: str) -> None:
    assert Node(value, Span(0, 0)).type_name == words  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("titel", "title"),
        ("descripton", "description"),
        ("DataResources", "data-resources"),
        ("compute_resources", "compute-resources"),
        ("superseded by", "superseded-by"),
        ("colour", ""),
        ("", ""),
    ],
)
def test_the_nearest_word_is_near(word: str, meant: str) -> None:
    known = ("title", "description", "data-resources", "compute-resources", "superseded-by")
    assert nearest(word, known) == meant


def test_a_list_may_stand_at_five_places_the_first_counting() -> None:
    assert LIST_LOCATIONS == (
        "executables.json",
        "executables.yaml",
        "executables.yml",
        ".ossr/executables.json",
        ".ossr/executables.yaml",
    )
