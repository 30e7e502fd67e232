"""Columns over a logarithmic scale: how many things there are of which size."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from ossr_catalogue.model.quantity import Number
from ossr_catalogue.publish.charts.frame import Caption, framed, scale_below
from ossr_catalogue.publish.charts.svg import across, down, element
from ossr_catalogue.publish.pages.figures import Scale

_TALLEST: Final = 6.0
_FLOOR: Final = 7.4
"""Em from the top to the scale; above the tallest column stands its count."""
_HEIGHT: Final = 9.2
_AIR: Final = 0.5
"""Per cent between two columns, on each side."""
_SEEN: Final = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """How many are above one amount and up to another."""

    above: Number
    up_to: Number
    count: int


def columns(given: Sequence[Column], scale: Scale, caption: Caption) -> Markup:
    """Draw the columns over the scale, and its labelled amounts beneath."""
    most = max((column.count for column in given), default=0)
    drawn = [_column(column, scale, most) for column in given]
    return framed(
        "columns", caption, [*drawn, *scale_below(scale.labelled, scale.at, _FLOOR)], height=_HEIGHT
    )


def _column(column: Column, scale: Scale, most: int) -> Markup:
    start, end = scale.at(column.above), scale.at(column.up_to)
    tall = max(_TALLEST * column.count / most, _SEEN) if column.count else 0.0
    shape = element(
        "rect",
        class_="chart__part chart__part--all",
        x=across(start + _AIR),
        y=down(_FLOOR - tall),
        width=across(end - start - 2 * _AIR),
        height=down(tall),
    )
    count = element(
        "text",
        in_short(column.count),
        class_="chart__value",
        x=across((start + end) / 2),
        y=down(_FLOOR - tall - 0.3),
        text_anchor="middle",
    )
    return shape + count if column.count else Markup("")


def in_short(count: int) -> str:
    """Say a count in at most four letters; the table beside has it in full.

    >>> in_short(999), in_short(12_345), in_short(1_234_567)
    ('999', '12k', '1M')
    """
    if count < 1000:  # noqa: PLR2004 - three digits stay
        return str(count)
    return f"{count // 1000}k" if count < 1_000_000 else f"{count // 1_000_000}M"  # noqa: PLR2004 - likewise
