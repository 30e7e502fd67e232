"""What is needed on one side and offered on the other: memory, cores, GPUs, nodes, storage, time."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from ossr_catalogue.model.amounts import format_bytes, format_count, format_duration
from ossr_catalogue.model.platform import Limits
from ossr_catalogue.model.quantity import Number, Range
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


def add(amounts: Iterable[Number]) -> Number:
    """Add up as it is done on paper: 0.1 and 0.2 cores are 0.3, not the float beside it."""
    numbers = list(amounts)
    if all(isinstance(number, int) for number in numbers):
        return sum(numbers)
    total = sum(Fraction(str(number)) for number in numbers)
    return int(total) if total == int(total) else float(total)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One thing that is needed and offered."""

    name: str
    question: str
    """To say what is not known: `how much memory`."""
    noun: str = ""
    """What to say after an amount: ` of memory`."""
    unit: str
    """`bytes`, `seconds`, or one of what is counted: `core`."""
    published: tuple[str, str]
    """Where it stands in an entry of the index: `compute` and `memory_bytes`."""
    declared: Callable[[Needs], Sequence[Range | None]]
    """What each resource declares; None for one that declares nothing."""
    limit: str
    """Its name among the limits of a platform."""
    offered: Callable[[Limits], Number | None]
    longest: bool = False
    """True where the largest need counts; else the needs of all resources are added up."""
    always: Number = 0
    """What every platform offers, known or not."""
    essential: bool = False
    """True where no fit can be claimed as long as this is not declared."""
    of_each: bool = False
    """True where every resource needs some: one that does not say how much leaves the sum open."""

    def say(self, amount: Number) -> str:
        """Say an amount with its unit, without the noun."""
        if self.unit in _SAY:
            return _SAY[self.unit](amount)
        return f"{format_count(amount)} {self.unit}{'' if amount == 1 else 's'}"

    def need(self, needs: Needs) -> Need | None:
        """Put together what is declared; None where nothing is."""
        ranges = self.declared(needs)
        known = [one for one in ranges if one and _says_something(one)]
        if not known:
            return None
        enough = [one.maximum if one.minimum is None else one.minimum for one in known]
        open_sum = self.of_each and len(known) < len(ranges)
        return Need(
            least=self._total([one.minimum or 0 for one in known]) or 0,
            enough=None if open_sum else self._total(enough),
            most=self._total([one.maximum for one in known]),
            unbounded=any(one.unbounded for one in known),
        )

    def _total(self, amounts: Sequence[Number | None]) -> Number | None:
        known = [amount for amount in amounts if amount is not None]
        if len(known) < len(amounts):
            return None
        return max(known) if self.longest else add(known)


def _says_something(declared: Range) -> bool:
    return declared.unbounded or declared.minimum is not None or declared.maximum is not None


_SAY: Final[dict[str, Callable[[Number], str]]] = {"bytes": format_bytes, "seconds": format_duration}
_TEN_MINUTES: Final = 600
"""No place that people work at ends a run sooner."""

MEASURES: Final = (
    Measure(
        name="memory",
        question="how much memory",
        noun=" of memory",
        unit="bytes",
        published=("compute", "memory_bytes"),
        declared=lambda needs: [one.memory_bytes for one in needs.compute],
        limit="memory_bytes",
        offered=lambda limits: limits.memory_bytes,
        essential=True,
        of_each=True,
    ),
    Measure(
        name="cores",
        question="how many cores",
        unit="core",
        published=("compute", "cores"),
        declared=lambda needs: [one.cores for one in needs.compute],
        limit="cores",
        offered=lambda limits: limits.cores,
        always=1,
        essential=True,
        of_each=True,
    ),
    Measure(
        name="gpus",
        question="how many GPUs",
        unit="GPU",
        published=("compute", "gpus"),
        declared=lambda needs: [one.gpus.count for one in needs.compute if one.gpus],
        limit="gpus",
        offered=lambda limits: limits.gpus,
    ),
    Measure(
        name="gpu-memory",
        question="how much memory for each GPU",
        noun=" of memory for each GPU",
        unit="bytes",
        published=("compute", "gpu_memory_bytes"),
        declared=lambda needs: [one.gpus.memory_bytes for one in needs.compute if one.gpus],
        limit="gpu_memory_bytes",
        offered=lambda limits: limits.gpu_memory_bytes,
        longest=True,
    ),
    Measure(
        name="nodes",
        question="how many nodes",
        unit="node",
        published=("compute", "nodes"),
        declared=lambda needs: [one.nodes for one in needs.compute],
        limit="nodes",
        offered=lambda limits: limits.nodes,
        always=1,
    ),
    Measure(
        name="storage",
        question="how much storage",
        noun=" of storage",
        unit="bytes",
        published=("storage", "size_bytes"),
        declared=lambda needs: [one.size_bytes for one in needs.storage],
        limit="storage_bytes",
        offered=lambda limits: limits.storage_bytes,
        of_each=True,
    ),
    Measure(
        name="walltime",
        question="how much time",
        unit="seconds",
        published=("compute", "walltime_seconds"),
        declared=lambda needs: [one.walltime_seconds for one in needs.compute],
        limit="walltime_seconds",
        offered=lambda limits: limits.walltime_seconds,
        longest=True,
        always=_TEN_MINUTES,
    ),
)
"""In the order in which an open question is named."""
