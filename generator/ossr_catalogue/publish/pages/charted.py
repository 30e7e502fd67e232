"""A chart on a page with the table of the same numbers, and where its lines lead."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from markupsafe import Markup

from ossr_catalogue.publish.charts import Caption, Part, Row, bars
from ossr_catalogue.publish.pages.places import CATALOGUE

MOST: Final = 12
"""Lines of a chart, so that no page grows with the catalogue; the rest is one line more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table."""

    text: str
    href: str = ""
    """From the page that it stands on; empty: it leads nowhere."""
    number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What a look of the chart means."""

    look: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Charted:
    """A chart and its table."""

    key: str
    title: str
    picture: Markup
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    keys: tuple[Key, ...] = ()
    """Empty where there is one look only."""
    note: str = ""


def narrowed(root: str, **values: str | Sequence[str]) -> str:
    """Lead to the listing with these filters.

    >>> narrowed("../", type="Jupyter notebook", licence="MIT & X")
    '../catalogue/?type=Jupyter+notebook&licence=MIT+%26+X'
    """
    return f"{root}{CATALOGUE}?{urlencode(values, doseq=True, errors='replace')}"


def counted(
    key: str,
    title: str,
    counts: Mapping[str, int],
    *,
    what: str,
    leads_to: Callable[[str], str],
    missing: str = "",
) -> Charted:
    """Draw counts by name, the most frequent first and the rest as one.

    Args:
        key: unique on the page.
        title: of the chart.
        counts: by name; the empty name is for what has none.
        what: what a name is, for the head of the table: `Licence`.
        leads_to: gives the address behind a name.
        missing: how to call what has none.
    """
    named = Counter({name: count for name, count in counts.items() if name})
    ordered = sorted(named.items(), key=lambda pair: (-pair[1], pair[0].casefold(), pair[0]))
    rows = [
        Row(label=name, parts=(Part(name="all", count=count),), href=leads_to(name))
        for name, count in ordered[:MOST]
    ]
    if others := ordered[MOST:]:
        rows.append(_rest(f"{len(others):,} others", sum(count for _, count in others)))
    if counts.get(""):
        rows.append(Row(label=missing, parts=(Part(name="unknown", count=counts[""]),)))
    return drawn(key, title, rows, head=(what, "Executables"))


def drawn(
    key: str, title: str, rows: Sequence[Row], *, head: tuple[str, ...], keys: tuple[Key, ...] = ()
) -> Charted:
    """Draw rows, and write them into a table: with several looks a column for each, then their sum."""
    return Charted(
        key=key,
        title=title,
        picture=bars(rows, Caption(key=key, title=title, description=_in_words(rows))),
        head=head,
        rows=tuple(_cells(row) for row in rows),
        keys=keys,
    )


def _rest(label: str, count: int) -> Row:
    return Row(label=label, parts=(Part(name="rest", count=count),))


def _cells(row: Row) -> tuple[Cell, ...]:
    numbers = [part.count for part in row.parts]
    columns = [*numbers, sum(numbers)] if len(numbers) > 1 else numbers
    return (
        Cell(text=row.label, href=row.href),
        *(Cell(text=f"{number:,}", number=True) for number in columns),
    )


def _in_words(rows: Sequence[Row]) -> str:
    said = ", ".join(f"{row.label} {row.count:,}" for row in rows)
    return f"From the top: {said}." if said else "There is nothing to count."


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One executable of many."""

    title: str
    path: str
    says: str
    """What binds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What stands in the way of some executables, and what would unlock them."""

    count: int
    text: str
    """A sentence that begins with their number."""
    unlocks: str
    """What would have to change, as a sentence."""
    examples: tuple[Example, ...]
    more: str = ""
    """Where all of them are listed; empty where no list is of just these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a page: some sentences, then charts."""

    key: str
    title: str
    lead: str
    """The most important numbers in words."""
    charts: tuple[Charted, ...] = ()
    points: tuple[Point, ...] = ()
    more: tuple[Cell, ...] = ()
    """Where it goes on."""
    narrow: bool = False
    """True where two such sections have room beside each other."""


def some(number: int, one: str, several: str = "") -> str:
    """Say a number of things.

    >>> some(1, "executable"), some(12_000, "executable"), some(0, "licence", "licences")
    ('1 executable', '12,000 executables', '0 licences')
    """
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"
