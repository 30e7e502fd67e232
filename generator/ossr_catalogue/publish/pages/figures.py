"""Amounts as people read them: in words, and as a bar on a scale that is the same on every page."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.model.amounts import format_count
from ossr_catalogue.model.quantity import GIB, MIB, PIB, TIB, Number, Range

NOT_DECLARED: Final = "not declared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A mark on a scale."""

    at: float
    """Per cent of the scale's length."""
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What is needed, then what can be used beyond that; positions in per cent of the scale's length."""

    needs_to: float
    uses_to: float
    unbounded: bool
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A logarithmic scale."""

    lowest: Number
    highest: Number
    labelled: tuple[tuple[Number, str], ...]

    def at(self, amount: Number) -> float:
        """Give the place of an amount in per cent, never off the scale."""
        if amount <= self.lowest:
            return 0.0
        place = math.log(amount / self.lowest) / math.log(self.highest / self.lowest)
        return round(min(place, 1.0) * 100, 2)

    def bar(self, need: Range) -> Bar | None:
        """Draw a need; None where nothing of it is declared."""
        if not is_declared(need):
            return None
        needs_to = self.at(need.minimum) if need.minimum is not None else 0.0
        uses_to = 100.0 if need.unbounded else self.at(need.maximum) if need.maximum is not None else needs_to
        return Bar(
            needs_to=max(needs_to, _SEEN) if need.minimum is not None else 0.0,
            uses_to=max(uses_to, needs_to, _SEEN),
            unbounded=need.unbounded,
            ticks=tuple(Tick(at=self.at(amount), label=label) for amount, label in self.labelled),
        )


_SEEN: Final = 1.5
"""The shortest bar, in per cent: the smallest need is a need, too."""

CORES: Final = Scale(lowest=0.5, highest=1024, labelled=((1, "1"), (8, "8"), (64, "64"), (512, "512")))
MEMORY: Final = Scale(
    lowest=256 * MIB,
    highest=4 * TIB,
    labelled=((GIB, "1 GiB"), (16 * GIB, "16 GiB"), (256 * GIB, "256 GiB"), (2 * TIB, "2 TiB")),
)
STORAGE: Final = Scale(
    lowest=100 * MIB,
    highest=PIB,
    labelled=((GIB, "1 GiB"), (100 * GIB, "100 GiB"), (10 * TIB, "10 TiB")),
)
GPUS: Final = Scale(lowest=0.5, highest=64, labelled=((1, "1"), (8, "8")))
WALLTIME: Final = Scale(
    lowest=60,
    highest=30 * 86_400,
    labelled=((600, "10 min"), (3600, "1 h"), (86_400, "1 d"), (10 * 86_400, "10 d")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One need on a page."""

    name: str
    """Also the name of its icon."""
    label: str
    text: str
    note: str = ""
    bar: Bar | None = None


def is_declared(need: Range | None) -> bool:
    """Say whether anything is declared."""
    return need is not None and (need.minimum is not None or need.maximum is not None or need.unbounded)


def in_words(need: Range | None, say: Callable[[Number], str]) -> str:
    """Say a need: `1 to 4`, `16 GiB`, `at least 6 GiB`, `20 GiB or more`, or that it is not declared."""
    if need is None or not is_declared(need):
        return NOT_DECLARED
    least = None if need.minimum is None else say(need.minimum)
    if need.unbounded:
        return f"{least} or more" if least else "as much as there is"
    most = None if need.maximum is None else say(need.maximum)
    if least and most:
        return least if least == most else f"{least} to {most}"
    return f"at least {least}" if least else f"up to {most}"


def figure(
    name: str,
    label: str,
    *,
    need: Range | None,
    scale: Scale | None,
    say: Callable[[Number], str],
    note: str = "",
) -> Figure:
    """Make the figure of one need."""
    bar = scale.bar(need) if scale and need else None
    return Figure(name=name, label=label, text=in_words(need, say), note=note, bar=bar)


def per_node(total: Range | None, nodes: Range | None, say: Callable[[Number], str]) -> str:
    """Say what a total comes to on each node; empty where that says nothing new."""
    several = nodes.minimum if nodes else None
    if not several or several <= 1 or total is None or total.minimum is None:
        return ""
    return f"{say(math.ceil(total.minimum / several))} on each of {format_count(several)} nodes"
