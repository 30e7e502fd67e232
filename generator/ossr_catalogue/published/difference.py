"""How a catalogue differs from the one before it."""

from collections.abc import Mapping
from dataclasses import dataclass

from ossr_catalogue.continuity import Loss
from ossr_catalogue.published.reading import Plain, Published

_VOLATILE = frozenset({"digest"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An executable that both have, and that is not the same."""

    entry: Plain
    keys: tuple[str, ...]
    """What differs in the index; empty where only what is behind it does, such as its provenance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A source that did not answer, or not fully."""

    source: str
    reason: str
    since: str | None
    """When it last answered; None if it never did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a day has brought; entries are as an index lists them, in its order."""

    before: int
    after: int
    new: tuple[Plain, ...]
    changed: tuple[Change, ...]
    gone: tuple[Plain, ...]
    stale: tuple[Plain, ...]
    """Of the newer one."""
    left_out: tuple[tuple[str, Plain], ...]
    """What the newer one left out, each with its source."""
    left_out_before: int | None
    failures: tuple[Failure, ...]
    requests: int | None
    """Of the last harvest; None where no `health.json` says it."""
    requests_before: int | None
    loss: Loss


def difference(old: Published, new: Published) -> Difference:
    """Compare two catalogues."""
    before = {entry["uuid"]: entry for entry in old.entries}
    after = {entry["uuid"]: entry for entry in new.entries}
    gone = tuple(entry for uuid, entry in before.items() if uuid not in after)
    both = ((before[uuid], entry) for uuid, entry in after.items() if uuid in before)
    return Difference(
        before=len(before),
        after=len(after),
        new=tuple(entry for uuid, entry in after.items() if uuid not in before),
        changed=tuple(_change(*pair) for pair in both if pair[0] != pair[1]),
        gone=gone,
        stale=tuple(entry for entry in after.values() if "stale_since" in entry),
        left_out=tuple(_left_out(new)),
        left_out_before=None if old.sources is None else len(_left_out(old)),
        failures=_failures(new.sources or {}),
        requests=_requests(new),
        requests_before=_requests(old),
        loss=_loss(len(before), len(gone), old.sources or {}, new.sources),
    )


def _change(before: Plain, after: Plain) -> Change:
    keys = sorted({*before, *after} - _VOLATILE)
    return Change(entry=after, keys=tuple(key for key in keys if before.get(key) != after.get(key)))


def _left_out(published: Published) -> list[tuple[str, Plain]]:
    sources = published.sources or {}
    return [(name, one) for name, source in sources.items() for one in source.get("left_out", [])]


def _failures(sources: Mapping[str, Plain]) -> tuple[Failure, ...]:
    failed = ((name, one) for name, one in sources.items() if one.get("attempted") != one.get("succeeded"))
    return tuple(
        Failure(source=name, reason=_why(source), since=source.get("succeeded")) for name, source in failed
    )


def _why(source: Plain) -> str:
    reasons = [str(one["reason"]) for one in source.get("left_out", []) if "path" not in one]
    return reasons[-1] if reasons else "it says no reason"


def _requests(published: Published) -> int | None:
    if published.sources is None:
        return None
    return sum(int(source.get("requests", 0)) for source in published.sources.values())


def _loss(before: int, gone: int, old: Mapping[str, Plain], new: Mapping[str, Plain] | None) -> Loss:
    """Count what was lost, but for the sources that are no longer asked for: somebody has decided that."""
    unasked = sum(_executables(source) for name, source in old.items() if new and name not in new)
    lost = (name for name, source in old.items() if new and name in new and _executables(source))
    return Loss(
        entries=max(0, gone - unasked),
        of=before - min(before, unasked),
        sources=tuple(sorted(name for name in lost if new and not _executables(new[name]))),
    )


def _executables(source: Plain) -> int:
    return int(source.get("executables", 0))
