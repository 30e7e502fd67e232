"""Amounts that somebody chose to run an executable with, in place of the ranges that it declares."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ossr_catalogue.matching.measures import MEASURES, Measure
from ossr_catalogue.model.executable import Executable, Profile
from ossr_catalogue.model.quantity import Number, Range
from ossr_catalogue.model.resources import Compute, Gpus, Needs, Storage


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """One profile, and exact amounts in base units; None leaves what is declared."""

    profile: Profile | None = None
    cores: Number | None = None
    memory_bytes: Number | None = None
    storage_bytes: Number | None = None
    gpus: Number | None = None
    walltime_seconds: Number | None = None

    def needs_of(self, executable: Executable) -> Needs:
        """Give what an executable needs with these amounts; `objection` says whether it can have them."""
        declared = self._declared(executable)
        return replace(
            declared, compute=self._compute(declared.compute), storage=self._storage(declared.storage)
        )

    def objection(self, executable: Executable) -> str | None:
        """Say why an executable cannot be run with these amounts; None where nothing speaks against it."""
        return next(self._objections(self._declared(executable)), None)

    def _declared(self, executable: Executable) -> Needs:
        return executable.needs_in(self.profile) if self.profile else executable.needs

    def _objections(self, declared: Needs) -> Iterator[str]:
        if len(declared.compute) > 1 and self._compute(()):
            yield f"declares {len(declared.compute)} compute resources, and an amount could be of any of them"
        if len(declared.storage) > 1 and self.storage_bytes is not None:
            yield f"declares {len(declared.storage)} storage resources, and an amount could be of any of them"
        for measure in MEASURES:
            if (amount := self._amount(measure)) is not None:
                for one in measure.declared(declared):
                    yield from _beyond(measure, one or Range(), amount)

    def _amount(self, measure: Measure) -> Number | None:
        amounts = {
            "cores": self.cores,
            "memory": self.memory_bytes,
            "storage": self.storage_bytes,
            "gpus": self.gpus,
            "walltime": self.walltime_seconds,
        }
        return amounts.get(measure.name)

    def _compute(self, declared: Sequence[Compute]) -> tuple[Compute, ...]:
        amounts = (self.cores, self.memory_bytes, self.gpus, self.walltime_seconds)
        if all(amount is None for amount in amounts):
            return tuple(declared)
        first, *others = declared or (Compute(),)
        changed = replace(
            first,
            cores=_just(self.cores) or first.cores,
            memory_bytes=_just(self.memory_bytes) or first.memory_bytes,
            gpus=self._gpus(first.gpus),
            walltime_seconds=_just(self.walltime_seconds) or first.walltime_seconds,
        )
        return (changed, *others)

    def _gpus(self, declared: Gpus | None) -> Gpus | None:
        count = _just(self.gpus)
        return replace(declared or Gpus(count=count), count=count) if count else declared

    def _storage(self, declared: Sequence[Storage]) -> tuple[Storage, ...]:
        if self.storage_bytes is None:
            return tuple(declared)
        first, *others = declared or (Storage(),)
        return (replace(first, size_bytes=_just(self.storage_bytes)), *others)


def _just(amount: Number | None) -> Range | None:
    return None if amount is None else Range(minimum=amount, maximum=amount)


def _beyond(measure: Measure, declared: Range, amount: Number) -> Iterator[str]:
    chosen = measure.say(amount)
    if declared.minimum is not None and amount < declared.minimum:
        yield f"needs at least {measure.say(declared.minimum)}{measure.noun}, chosen: {chosen}"
    if declared.maximum is not None and amount > declared.maximum:
        yield f"can use {measure.say(declared.maximum)}{measure.noun} at most, chosen: {chosen}"
