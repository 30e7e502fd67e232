"""How much memory and how many cores the executables need: how many of them ask for which amount."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from ossr_catalogue.matching.measures import MEASURES
from ossr_catalogue.model.amounts import format_bytes, format_count
from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.model.quantity import GIB, MIB, TIB, Number
from ossr_catalogue.model.resources import Needs
from ossr_catalogue.publish.charts import Caption, Column, columns
from ossr_catalogue.publish.pages.charted import Cell, Charted, Section, narrowed, some
from ossr_catalogue.publish.pages.figures import Scale

_MEASURES: Final = {measure.name: measure for measure in MEASURES}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spread:
    """How a measure is spread over columns."""

    name: str
    """As in `MEASURES`, and of the filter of the listing."""
    title: str
    edges: tuple[Number, ...]
    """Of the columns; the first takes what is below, too, and the last what is above."""
    labels: tuple[str, ...]
    """Of the edges, short enough for a phone; empty for none."""

    @property
    def scale(self) -> Scale:
        """The scale on which all columns are equally wide."""
        labelled = [(edge, label) for edge, label in zip(self.edges, self.labels, strict=True) if label]
        return Scale(lowest=self.edges[0], highest=self.edges[-1], labelled=tuple(labelled))

    def say(self, amount: Number) -> str:
        """Say an edge."""
        return format_bytes(int(amount)) if self.name == "memory" else _MEASURES[self.name].say(amount)


_SPREADS: Final = (
    _Spread(
        name="memory",
        title="Memory that is needed",
        edges=(256 * MIB, GIB, 4 * GIB, 16 * GIB, 64 * GIB, 256 * GIB, TIB, 4 * TIB),
        labels=("", "1 GiB", "4", "16", "64", "256", "1 TiB", ""),
    ),
    _Spread(
        name="cores",
        title="Cores that are needed",
        edges=(0.25, 1, 4, 16, 64, 256, 1024),
        labels=("", *(format_count(number) for number in (1, 4, 16, 64, 256)), ""),
    ),
)


def needs_section(entries: Sequence[Entry], root: str) -> Section:
    """Describe the needs of all executables, as wholes."""
    silent = sum(not (needs.compute or needs.storage) for needs in _needs(entries))
    everyone = some(len(entries), "executable")
    lead = (
        f"{silent:,} of {everyone} declare no needs at all: nobody knows whether they run on a laptop."
        if silent
        else f"All of {everyone} declare what they need."
    )
    declaring_nothing = Cell(text="Those that declare nothing", href=narrowed(root, undeclared="only"))
    how_to = Cell(text="How to declare them", href=f"{root}format/#compute-resources")
    return Section(
        key="needs",
        title="What they need",
        lead=lead,
        charts=tuple(_charts(entries, root)),
        more=(declaring_nothing, how_to) if silent else (),
    )


def _charts(entries: Sequence[Entry], root: str) -> Iterator[Charted]:
    """Draw what is known; axes with nothing on them would say nothing."""
    for spread in _SPREADS:
        amounts = Counter(amount for needs in _needs(entries) for amount in _amount(spread, needs))
        if amounts:
            yield _chart(spread, amounts, root)


def _needs(entries: Iterable[Entry]) -> Iterable[Needs]:
    return (entry.executable.needs for entry in entries)


def _amount(spread: _Spread, needs: Needs) -> tuple[Number, ...]:
    """Give what it needs at least to run for sure; nothing where too little is declared to say."""
    need = _MEASURES[spread.name].need(needs)
    return (need.enough,) if need and need.enough is not None else ()


def _chart(spread: _Spread, amounts: Counter[Number], root: str) -> Charted:
    given = [
        Column(above=above, up_to=up_to, count=_between(amounts, above, up_to, spread.edges))
        for above, up_to in pairwise(spread.edges)
    ]
    total = amounts.total()
    key = f"spread-{spread.name}"
    said = ", ".join(f"up to {spread.say(one.up_to)} {one.count:,}" for one in given[:-1])
    saying = some(total, "executable says", "executables say")
    words = f"{saying} how much: {said}, more {given[-1].count:,}."
    return Charted(
        key=key,
        title=spread.title,
        picture=columns(given, spread.scale, Caption(key=key, title=spread.title, description=words)),
        head=("At least", "Executables", "Fit into that much"),
        rows=tuple(_rows(spread, given, root)),
        note=f"{saying} how much; each is counted at what it needs at least.",
    )


def _between(amounts: Counter[Number], above: Number, up_to: Number, edges: Sequence[Number]) -> int:
    return sum(
        count
        for amount, count in amounts.items()
        if (amount > above or above == edges[0]) and (amount <= up_to or up_to == edges[-1])
    )


def _rows(spread: _Spread, given: Sequence[Column], root: str) -> Iterable[tuple[Cell, ...]]:
    for column, fitting in zip(given[:-1], accumulate(one.count for one in given), strict=False):
        amount = spread.say(column.up_to)
        leads_to = narrowed(root, **{spread.name: _as_filter(spread, column.up_to), "less": "include"})
        yield (
            Cell(text=f"up to {amount}"),
            Cell(text=f"{column.count:,}", number=True),
            Cell(text=f"{fitting:,}", href=leads_to, number=True),
        )
    yield (
        Cell(text=f"more than {spread.say(given[-1].above)}"),
        Cell(text=f"{given[-1].count:,}", number=True),
        Cell(text="", number=True),
    )


def _as_filter(spread: _Spread, amount: Number) -> str:
    return spread.say(amount) if spread.name == "memory" else format_count(amount)
