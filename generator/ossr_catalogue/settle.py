"""Of several entries with one uuid, settle which one stands, and whether the others are the same."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ossr_catalogue.model.catalogue import Cause, Entry, LeftOut, Origin
from ossr_catalogue.model.component import Component


def settle(candidates: Iterable[Entry]) -> tuple[tuple[Entry, ...], tuple[LeftOut, ...]]:
    """Give each uuid to one entry, in the order of the uuids, whatever order they come in.

    The same executable found twice, in a repository and in the record that archives it, is one entry that
    names both origins; the repository's stands, since it can be checked out and launched, and takes over the
    record's DOI. Another software with the uuid of this one is left out.

    A uuid that another catalogue has is trusted to mean the same executable. That catalogue adds what we
    don't have, and nothing to a component that we harvest first hand.
    """
    entries = tuple(candidates)
    owners = _owners(entries)
    by_uuid = defaultdict(list)
    for entry in entries:
        by_uuid[entry.executable.uuid].append(entry)
    stand: list[Entry] = []
    doubles: list[LeftOut] = []
    archives: dict[str, Component] = {}
    for uuid in sorted(by_uuid):
        entitled = [one for one in by_uuid[uuid] if _owner(one, owners) is None]
        if not entitled:
            doubles += [_foreign(one, _owner(one, owners) or "") for one in by_uuid[uuid]]
            continue
        first = min(entitled, key=_precedence)
        others = sorted((one for one in by_uuid[uuid] if one is not first), key=_precedence)
        same = [one for one in others if _is_second_hand(one) or _is_same(one.component, first.component)]
        doubles += [_double(one, first) for one in others if one not in same]
        stand.append(replace(first, also=tuple(one.provenance for one in same)))
        for one in (one for one in same if one.component.doi and not _is_second_hand(one)):
            archives.setdefault(first.component.slug, one.component)
    return tuple(_cited(entry, archives) for entry in stand), tuple(doubles)


def _is_second_hand(entry: Entry) -> bool:
    return entry.provenance.catalogue is not None


def _owners(entries: Iterable[Entry]) -> dict[str, str]:
    """Say which source a component belongs to, by its slug and by its address: first hand comes first."""
    owners: dict[str, str] = {}
    for entry in sorted(entries, key=lambda one: (_is_second_hand(one), one.provenance.source)):
        for key in (entry.component.slug, entry.component.address):
            owners.setdefault(key, entry.provenance.source)
    return owners


def _owner(entry: Entry, owners: Mapping[str, str]) -> str | None:
    """Give the source whose component another catalogue speaks about; None where it is its own."""
    if not _is_second_hand(entry):
        return None
    found = (owners[entry.component.slug], owners[entry.component.address])
    return next((source for source in found if source != entry.provenance.source), None)


def _foreign(entry: Entry, owner: str) -> LeftOut:
    return LeftOut(
        source=entry.provenance.source,
        path=entry.provenance.path,
        reason=f"its component is that of {owner}, which has no executable {entry.executable.uuid}",
        slug=entry.component.slug,
        cause=Cause.DOUBLE,
    )


def _precedence(entry: Entry) -> tuple[bool, bool, bool, bool, str, str]:
    """Put what is first hand first, then what is fresh, what its owner declared, what can be checked out."""
    return (
        _is_second_hand(entry),
        entry.stale is not None,
        entry.origin is not Origin.DECLARED,
        entry.component.git_revision is None,
        entry.provenance.source,
        entry.provenance.path + entry.provenance.pointer,
    )


def _is_same(one: Component, other: Component) -> bool:
    """Say whether both are one piece of software: a fork has another repository."""
    return one.slug == other.slug or (one.repository is not None and one.repository == other.repository)


def _double(entry: Entry, first: Entry) -> LeftOut:
    return LeftOut(
        source=entry.provenance.source,
        path=entry.provenance.path,
        reason=f"its uuid {entry.executable.uuid} already belongs to an entry of {first.provenance.source}",
        findings=entry.findings,
        slug=entry.component.slug,
        cause=Cause.DOUBLE,
        uuid=entry.executable.uuid,
    )


def _cited(entry: Entry, archives: dict[str, Component]) -> Entry:
    archive = archives.get(entry.component.slug)
    if archive is None or entry.component.doi:
        return entry
    return replace(entry, component=replace(entry.component, doi=archive.doi))
