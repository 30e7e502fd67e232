"""Columns as UTF-8 and UTF-16 count them."""

import pytest

from ossr_catalogue.document.document import Document
from ossr_catalogue.document.letter_sizes import LetterSizes
from ossr_catalogue.document.node import Span
from ossr_catalogue.model.finding import More


@pytest.mark.parametrize(
    ("before", "more"),
    [
        ("abc", More()),
        ("é", More(utf8=1)),
        ("名", More(utf8=2)),
        ("🦀", More(utf8=3, utf16=1)),
        ("e\u0301", More(utf8=1)),
        ("\ud83e", More(utf8=2)),
    ],
    ids=["ascii", "two bytes", "three bytes", "beyond U+FFFF", "accent of its own", "half a pair"],
)
def test_what_stands_before_a_column_raises_it(before: str, more: More) -> None:
    line = f"é🦀\n{before}x"
    place = Document(path="", text=line, root=None).place(Span(len(line) - 1, len(line)))
    assert (place.more, place.end_more) == (more, more)


def test_the_end_is_counted_on_its_own_line() -> None:
    place = Document(path="", text="éé\n🦀x", root=None).place(Span(1, 4))
    assert (place.more, place.end_more) == (More(utf8=1), More(utf8=3, utf16=1))


def test_letters_of_many_blocks_are_all_counted() -> None:
    sizes = LetterSizes("é" * 10_000 + "🦀" * 10_000)
    assert sizes.more(1, 19_999) == More(utf8=9_999 + 3 * 9_999, utf16=9_999)
    assert sizes.more(4095, 4097) == More(utf8=2)
    assert sizes.more(0, 20_000) == More(utf8=40_000, utf16=10_000)
