"""Bars of counts, whole or cut into parts, one line for each thing that is counted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from ossr_catalogue.publish.charts.frame import Caption, framed, line_of_text
from ossr_catalogue.publish.charts.svg import across, down, element

_LINE: Final = 2.5
"""Em from one bar to the next: one for the words, then the bar, then air."""
_THICK: Final = 0.7
_BASE: Final = 1.05
_SEEN: Final = 0.8
"""The shortest bar, in per cent: one of a hundred thousand is there, too."""


_HATCHED: Final = frozenset({"does-not-fit"})
"""Looks that are told from another full one by more than their colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of a bar."""

    name: str
    """How it looks: `all`, `declared`, `inferred`, a `Fit`."""
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One bar with its words."""

    label: str
    parts: tuple[Part, ...]
    value: str = ""
    """What stands at its right; the count where empty."""
    href: str = ""
    """Where the line leads, as the page's links say it; empty: nowhere."""

    @property
    def count(self) -> int:
        """All parts together."""
        return sum(part.count for part in self.parts)


def bars(rows: Sequence[Row], caption: Caption) -> Markup:
    """Draw the rows from top to bottom, the longest as long as there is room."""
    most = max((row.count for row in rows), default=0)
    hatch = f"{caption.key}-hatch"
    drawn = [_row(row, number * _LINE, most, hatch) for number, row in enumerate(rows)]
    return framed(
        "bars",
        caption,
        [_hatching(hatch), *drawn],
        height=len(rows) * _LINE,
        links=any(row.href for row in rows),
    )


def _row(row: Row, top: float, most: int, hatch: str) -> Markup:
    words = line_of_text(row.label, row.value or f"{row.count:,}", top + _BASE)
    pieces = Markup("").join(_pieces(row, top + _BASE + 0.4, most, hatch))
    if not row.href:
        return words + pieces
    # The whole line can be pressed, not only its letters.
    area = element("rect", class_="chart__area", x="0", y=down(top), width="100%", height=down(_LINE - 0.1))
    return element("a", area, words, pieces, href=row.href)


def _pieces(row: Row, top: float, most: int, hatch: str) -> Iterator[Markup]:
    place = {"y": down(top), "height": down(_THICK)}
    yield element("rect", class_="chart__track", x="0", width="100%", **place)
    start = 0.0
    for part, share in zip(row.parts, shares([part.count for part in row.parts], most), strict=True):
        if share:
            look = f"chart__part chart__part--{part.name}"
            fill = f"url(#{hatch})" if part.name in _HATCHED else None
            yield element("rect", class_=look, x=across(start), width=across(share), fill=fill, **place)
        start += share


def _hatching(name: str) -> Markup:
    line = element("path", class_="chart__hatch", d="M0 0V6")
    turned = {"patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"}
    return element("pattern", line, id=name, width="6", height="6", **turned)


def shares(counts: Sequence[int], most: int) -> list[float]:
    """Give the lengths in per cent of *most*; nothing that is there vanishes, and the sum stays in its bar.

    >>> shares([1, 0, 3], 4), shares([1, 99_999], 100_000)
    ([25.0, 0.0, 75.0], [0.8, 99.2])
    """
    whole = sum(counts)
    if not whole:
        return [0.0] * len(counts)
    length = max(100 * whole / most, _SEEN * sum(count > 0 for count in counts))
    lengths = [max(length * count / whole, _SEEN) if count else 0.0 for count in counts]
    longest = lengths.index(max(lengths))
    lengths[longest] -= sum(lengths) - length
    return lengths
