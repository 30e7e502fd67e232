"""How much of a catalogue runs where, what stands in the way, and what runs nowhere."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ossr_catalogue.matching import Fit, Verdict, compare, matches
from ossr_catalogue.model.catalogue import Catalogue, Entry
from ossr_catalogue.model.executable import Profile, Status
from ossr_catalogue.model.platform import Limits, Platform

_RUNS: Final = frozenset({Fit.FITS, Fit.FITS_LESS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """A constraint that decides for some executables on a platform."""

    fit: Fit
    constraint: str
    """As in a verdict: `memory`; empty where the needs are not declared."""
    count: int
    example: str
    """The reason of the first of them: `needs 16 GiB of memory, offers 2 GiB`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformCoverage:
    """How the executables of a catalogue do on one platform."""

    platform: Platform
    counts: Mapping[Fit, int]
    """Executables by verdict, all four of them; together all that are not withdrawn. One that does not run
    there as a whole counts as the profile of it that does."""
    bindings: tuple[Binding, ...]
    """What decides where it is anything but a fit, the most frequent first."""

    @property
    def runs(self) -> int:
        """How many run there, if need be with less than they could use."""
        return sum(self.counts[fit] for fit in _RUNS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """An executable that is not known to run anywhere, and where the least is missing."""

    entry: Entry
    profile: Profile | None
    """The use of it that comes nearest to a fit; None for the executable as a whole."""
    platform: Platform | None
    """None where no platform takes its type, or where it makes no difference which."""
    verdict: Verdict
    """What is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """A catalogue against all platforms."""

    total: int
    """Executables that are not withdrawn."""
    platforms: tuple[PlatformCoverage, ...]
    """In the order in which people are shown them."""
    nowhere: tuple[Nearest, ...]
    """It is declared what they need, and no limit that is known is enough; the nearest to a fit first."""
    undeclared: tuple[Nearest, ...]
    """Too little is declared to say where they run, in the order of the catalogue."""


def coverage_of(catalogue: Catalogue, platforms: Sequence[Platform]) -> Coverage:
    """Match every executable that is not withdrawn against every platform."""
    entries = [entry for entry in catalogue.entries if entry.executable.status is not Status.WITHDRAWN]
    tallies = [_Tally() for _ in platforms]
    homeless = [one for entry in entries for one in _homeless(entry, platforms, tallies)]
    return Coverage(
        total=len(entries),
        platforms=tuple(tally.result(one) for tally, one in zip(tallies, platforms, strict=True)),
        nowhere=tuple(sorted((one for one in homeless if not _is_undeclared(one)), key=_distance)),
        undeclared=tuple(one for one in homeless if _is_undeclared(one)),
    )


class _Tally:
    def __init__(self) -> None:
        self.counts = Counter(dict.fromkeys(Fit, 0))
        self.reasons: Counter[tuple[Fit, str]] = Counter()
        self.examples: dict[tuple[Fit, str], str] = {}

    def add(self, verdict: Verdict) -> None:
        """Count one more executable."""
        self.counts[verdict.fit] += 1
        if verdict.fit is not Fit.FITS:
            decisive = verdict.fit, verdict.constraint
            self.reasons[decisive] += 1
            self.examples.setdefault(decisive, verdict.reason)

    def result(self, platform: Platform) -> PlatformCoverage:
        """Say what was counted."""
        bindings = (
            Binding(fit=fit, constraint=constraint, count=count, example=self.examples[fit, constraint])
            for (fit, constraint), count in self.reasons.most_common()
        )
        return PlatformCoverage(platform=platform, counts=self.counts, bindings=tuple(bindings))


def _homeless(entry: Entry, platforms: Sequence[Platform], tallies: Iterable[_Tally]) -> Iterator[Nearest]:
    """Count an entry; give where it comes nearest to a fit, unless some use of it runs somewhere."""
    uses = [(profile, matches(entry.executable, platforms, profile)) for profile in _uses(entry)]
    runs = False
    for number, tally in enumerate(tallies):
        judged = [verdicts[number] for _, verdicts in uses]
        best = next((verdict for verdict in judged if verdict.fit in _RUNS), judged[0])
        tally.add(best)
        runs |= best.fit in _RUNS
    if platforms and not runs:
        tried = [
            Nearest(entry=entry, profile=profile, platform=platform, verdict=verdict)
            for profile, verdicts in uses
            for platform, verdict in zip(platforms, verdicts, strict=True)
        ]
        yield _undeclared(entry, tried) or _without_type(min(tried, key=_distance))


def _uses(entry: Entry) -> tuple[Profile | None, ...]:
    return (None, *entry.executable.profiles)


_BOUNDLESS: Final = Limits(
    cores=10**30,
    memory_bytes=10**30,
    storage_bytes=10**30,
    gpus=10**30,
    gpu_memory_bytes=10**30,
    walltime_seconds=10**30,
    nodes=10**30,
)
"""What does not run here for certain is not sufficiently declared."""


def _undeclared(entry: Entry, tried: Iterable[Nearest]) -> Nearest | None:
    """Say what is not declared, if the answer might be another one then."""
    if all(one.verdict.fit is Fit.DOES_NOT_FIT for one in tried):
        return None
    verdict = compare(entry.executable.needs, _BOUNDLESS)
    if verdict.fit is not Fit.UNKNOWN:
        return None
    return Nearest(entry=entry, profile=None, platform=None, verdict=verdict)


def _is_undeclared(one: Nearest) -> bool:
    return one.platform is None and one.verdict.fit is Fit.UNKNOWN


def _without_type(one: Nearest) -> Nearest:
    return replace(one, platform=None, profile=None) if one.verdict.constraint == "type" else one


def _distance(one: Nearest) -> tuple[int, float]:
    """Order by how far from a fit: amounts first, then other conditions, unknown limits, the type."""
    verdict = one.verdict
    if verdict.constraint == "type":
        return 3, 0
    if verdict.fit is Fit.UNKNOWN:
        return 2, 0
    return (0, verdict.excess) if 0 < verdict.excess < float("inf") else (1, 0)
