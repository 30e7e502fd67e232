"""What is needed on one side and offered on the other: memory, cores, GPUs, nodes, storage, time."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.model.platform import Limits
from ossr_catalogue.model.quantity import Number, Range, format_bytes, format_duration
from ossr_catalogue.model.resources import Needs


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What all resources of an executable need of one measure together."""

    least: Number
    """It certainly does not run with less."""
    enough: Number | None
    """It certainly runs with that; None where too little is declared to say."""
    most: Number | None
    """It has no use for more; None where that is not declared."""
    unbounded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One thing that is needed and offered."""

    name: str
    question: str
    """To say what is not known: `how much memory`."""
    noun: str
    """What to say after an amount: ` of memory`."""
    say: Callable[[Number], str]
    declared: Callable[[Needs], Sequence[Range | None]]
    """What each resource declares; None for one that declares nothing, which leaves the sum open."""
    offered: Callable[[Limits], Number | None]
    total: Callable[[Iterable[Number]], Number] = sum
    always: Number = 0
    """What every platform offers, known or not."""
    essential: bool = False
    """True where no fit can be claimed as long as this is not declared."""

    def need(self, needs: Needs) -> Need | None:
        """Add up what is declared; None where nothing is."""
        ranges = self.declared(needs)
        known = [one for one in ranges if one and _says_something(one)]
        if not known:
            return None
        enough = [one.maximum if one.minimum is None else one.minimum for one in known]
        open_sum = len(known) < len(ranges)
        return Need(
            least=self.total([one.minimum or 0 for one in known]),
            enough=None if open_sum else self._total(enough),
            most=self._total([one.maximum for one in known]),
            unbounded=any(one.unbounded for one in known),
        )

    def _total(self, values: Sequence[Number | None]) -> Number | None:
        known = [value for value in values if value is not None]
        return self.total(known) if len(known) == len(values) else None


def _says_something(declared: Range) -> bool:
    return declared.unbounded or declared.minimum is not None or declared.maximum is not None


def _counted(thing: str) -> Callable[[Number], str]:
    def say(number: Number) -> str:
        text = str(number) if isinstance(number, int) else f"{number:g}"
        return f"{text} {thing}" if number == 1 else f"{text} {thing}s"

    return say


_TEN_MINUTES: Final = 600
"""No place that people work at ends a run sooner."""

MEASURES: Final = (
    Measure(
        name="memory",
        question="how much memory",
        noun=" of memory",
        say=format_bytes,
        declared=lambda needs: [one.memory_bytes for one in needs.compute],
        offered=lambda limits: limits.memory_bytes,
        essential=True,
    ),
    Measure(
        name="cores",
        question="how many cores",
        noun="",
        say=_counted("core"),
        declared=lambda needs: [one.cores for one in needs.compute],
        offered=lambda limits: limits.cores,
        always=1,
        essential=True,
    ),
    Measure(
        name="gpus",
        question="how many GPUs",
        noun="",
        say=_counted("GPU"),
        declared=lambda needs: [one.gpus.count for one in needs.compute if one.gpus],
        offered=lambda limits: limits.gpus,
    ),
    Measure(
        name="nodes",
        question="how many nodes",
        noun="",
        say=_counted("node"),
        declared=lambda needs: [one.nodes for one in needs.compute if one.nodes],
        offered=lambda limits: limits.nodes,
        always=1,
    ),
    Measure(
        name="storage",
        question="how much storage",
        noun=" of storage",
        say=format_bytes,
        declared=lambda needs: [one.size_bytes for one in needs.storage],
        offered=lambda limits: limits.storage_bytes,
    ),
    Measure(
        name="walltime",
        question="how much time",
        noun="",
        say=format_duration,
        declared=lambda needs: [one.walltime_seconds for one in needs.compute if one.walltime_seconds],
        offered=lambda limits: limits.walltime_seconds,
        total=max,
        always=_TEN_MINUTES,
    ),
)
"""In the order in which an open question is named."""
