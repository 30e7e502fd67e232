"""What a mended text is told with: which marks are missing, where, and how it looks with them."""

from collections.abc import Sequence
from typing import Final

from ossr_catalogue.document.changes import Correction, ReplaceText
from ossr_catalogue.document.document import Document, Problem
from ossr_catalogue.document.mend import Mend, Mended, take_out_commas
from ossr_catalogue.document.node import Span

_MOST_LINES: Final = 60
"""Lines of a mended text that a person is shown."""
_MOST_PLACES: Final = 8


def report(document: Document, mended: Mended) -> Problem:
    """Say which brackets and commas are missing, and show the text with them."""
    places = _by_place(mended)
    first, *rest = places[:_MOST_PLACES]
    return Problem(
        kind="missing-brackets",
        span=_span(document, first),
        message=f"{_what(places)}: {'; '.join(_say(document, place) for place in (first, *rest))}",
        label=_label(first),
        advice=_advise(mended),
        related=tuple((_span(document, place), _label(place)) for place in rest),
        fix=_put_in(mended),
    )


def _put_in(mended: Mended) -> Correction:
    """Propose the mended text; where a comma is missing nothing else can have been meant."""
    is_safe = {mend.insert for mend in mended.mends} == {","}
    return Correction(title="Put in what is missing", changes=_changes(mended), is_safe=is_safe)


def correct_commas(text: str) -> Correction | None:
    """Propose to delete the commas after which nothing comes; None where more is wrong."""
    mended = take_out_commas(text)
    if not mended:
        return None
    title = "Delete the comma" if len(mended.mends) == 1 else "Delete the needless commas"
    return Correction(title=title, changes=_changes(mended), is_safe=True)


def _changes(mended: Mended) -> tuple[ReplaceText, ...]:
    """Give what turns the text into the mended one; what goes in at the same position is one change."""
    positions: dict[int, list[Mend]] = {}
    for mend in mended.mends:
        positions.setdefault(mend.position, []).append(mend)
    return tuple(map(_change, positions.values()))


def _change(mends: Sequence[Mend]) -> ReplaceText:
    start = mends[0].position
    text = "".join(mend.insert for mend in mends)
    return ReplaceText(span=Span(start, start + max(mend.delete for mend in mends)), text=text)


_Place = list[Mend]
"""What is missing at the same place, at least one."""


def _by_place(mended: Mended) -> list[_Place]:
    places: dict[int, _Place] = {}
    for mend in mended.mends:
        if mend.insert:
            places.setdefault(mend.position, []).append(mend)
    return list(places.values())


def _what(places: list[_Place]) -> str:
    marks = [mend.mark for place in places for mend in place]
    what = "comma" if set(marks) == {","} else "bracket"
    return f"{what}s are missing" if len(marks) > 1 else f"a {what} is missing"


def _say(document: Document, place: _Place) -> str:
    found = document.place(_span(document, place))
    return f"{_marks(place)} {_side(place)} line {found.line}, column {found.column}"


def _label(place: _Place) -> str:
    return f"{_marks(place)} {'are' if len(place) > 1 else 'is'} missing {_side(place)} this"


def _marks(place: _Place) -> str:
    return " ".join(f"`{mend.mark}`" for mend in place)


def _side(place: _Place) -> str:
    return "before" if place[0].mark in set("{[") else "after"


def _span(document: Document, place: _Place) -> Span:
    """Point at the character before or after which something is missing."""
    position = place[0].position
    start = position if _side(place) == "before" else max(position - 1, 0)
    return Span(start, min(start + 1, len(document.text)))


def _advise(mended: Mended) -> str:
    lines = mended.text.strip("\r\n").splitlines()
    if len(lines) <= _MOST_LINES:
        return "write:\n" + "\n".join(lines)
    return "put them in; with a comma between the items of a list, and one `{` … `}` around each"
