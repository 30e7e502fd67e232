"""Ranges that are needed against marks that are offered, on one logarithmic scale.

The first band goes down through all lines: a mark left of it is too little, in it less than could be used,
right of it enough.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from ossr_catalogue.model.quantity import Number
from ossr_catalogue.publish.charts.frame import Caption, framed, line_of_text, scale_below
from ossr_catalogue.publish.charts.svg import across, down, element
from ossr_catalogue.publish.pages.figures import Scale

_LINE: Final = 2.3
_BASE: Final = 1.0
_THICK: Final = 0.55
_AXIS: Final = 1.9
_SEEN: Final = 1.5
"""The shortest band, in per cent."""
_INSET: Final = 2.5
"""Per cent that the scale stays away from both borders: room for half a mark on a phone."""


class Side(StrEnum):
    """Where an amount lies, seen from a band."""

    BELOW = "below"
    WITHIN = "within"
    ENOUGH = "enough"


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """What is needed, from the least to the most that is of use."""

    label: str
    value: str
    """In words."""
    least: Number
    most: Number | None
    """None where it is open: nothing is said, or more is always of use."""
    unbounded: bool = False
    """True where more is always of use."""

    def side(self, amount: Number) -> Side:
        """Say where an amount lies; computed with the amounts, since places on a scale are rounded."""
        if amount < self.least:
            return Side.BELOW
        short = self.unbounded or (self.most is not None and amount < self.most)
        return Side.WITHIN if short else Side.ENOUGH


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What is offered."""

    label: str
    value: str
    """In words."""
    amount: Number


def ranges(bands: Sequence[Band], marks: Sequence[Mark], scale: Scale, caption: Caption) -> Markup:
    """Draw the bands, then the marks, from top to bottom, and the scale beneath.

    Args:
        bands: at least one; the marks are seen against the first.
        marks: in the order in which they are drawn.
        scale: of all of them.
        caption: in words.
    """
    foot = (len(bands) + len(marks)) * _LINE + 0.3
    parts = [
        *_shade(bands[0], scale, foot),
        _axis(scale, foot),
        *(_band(band, scale, number * _LINE) for number, band in enumerate(bands)),
        *(
            _mark(mark, bands[0].side(mark.amount), scale, number * _LINE)
            for number, mark in enumerate(marks, start=len(bands))
        ),
    ]
    return framed("ranges", caption, parts, height=foot + _AXIS)


def place(amount: Number, scale: Scale) -> float:
    """Give the place of an amount in per cent of the chart."""
    return _INSET + scale.at(amount) * (100 - 2 * _INSET) / 100


def extent(band: Band, scale: Scale) -> tuple[float, float]:
    """Give the beginning and the length of a band in per cent; it can always be seen."""
    start = place(band.least, scale) if band.least else 0.0
    end = 100.0 if band.most is None else place(band.most, scale)
    return start, max(end - start, _SEEN)


def _shade(band: Band, scale: Scale, foot: float) -> Iterator[Markup]:
    start, length = extent(band, scale)
    top = _LINE - 0.5
    yield element(
        "rect",
        class_="chart__shade",
        x=across(start),
        y=down(top),
        width=across(length),
        height=down(foot - top),
    )


@lru_cache(maxsize=256)
def _axis(scale: Scale, foot: float) -> Markup:
    return Markup("").join(scale_below(scale.labelled, lambda amount: place(amount, scale), foot))


def _band(band: Band, scale: Scale, top: float) -> Markup:
    start, length = extent(band, scale)
    middle = top + _BASE + 0.4
    look = "open" if band.most is None and not band.unbounded else "closed"
    shape = element(
        "rect",
        class_=f"chart__band chart__band--{look}",
        x=across(start),
        y=down(middle),
        width=across(length),
        height=down(_THICK),
    )
    least = element(
        "rect",
        class_="chart__least",
        x=across(start),
        y=down(middle - 0.15),
        width="3",
        height=down(_THICK + 0.3),
    )
    arrow = _shape("arrow", 100.0, middle + _THICK / 2) if band.unbounded else Markup("")
    return line_of_text(band.label, band.value, top + _BASE) + shape + (least if band.least else "") + arrow


@lru_cache(maxsize=4096)  # the same on thousands of pages, like the scale: only the bands differ
def _mark(mark: Mark, side: Side, scale: Scale, top: float) -> Markup:
    at, middle = place(mark.amount, scale), top + _BASE + 0.4 + _THICK / 2
    line = element(
        "line",
        class_=f"chart__reach chart__reach--{side}",
        x1="0",
        x2=across(at),
        y1=down(middle),
        y2=down(middle),
    )
    return line_of_text(mark.label, mark.value, top + _BASE) + line + _shape(side, at, middle)


_SHAPES: Final = {
    Side.BELOW: "M-4.5-4.5 4.5 4.5M-4.5 4.5 4.5-4.5",
    Side.WITHIN: "M0-6 6 0 0 6-6 0Z",
    Side.ENOUGH: "M5 0A5 5 0 1 1-5 0 5 5 0 1 1 5 0Z",
    "arrow": "M-8-6 0 0-8 6Z",
}
"""Around the point that they mark, in tenths of an em: told apart by their form, not only by their colour."""


def _shape(name: str, at: float, middle: float) -> Markup:
    path = element("path", class_=f"chart__mark chart__mark--{name}", d=_SHAPES[name])
    # A point of its own that grows with the text; it lies in its corner, and the style sheet lets it out.
    return element(
        "svg",
        path,
        class_="chart__point",
        x=across(at),
        y=down(middle),
        width="1em",
        height="1em",
        viewBox="0 0 10 10",
    )
