"""From one publication to the next: what could not be had stays as it was, what is gone leaves a mark."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from ossr_catalogue.document.parse import parse
from ossr_catalogue.document.reading import read_executable
from ossr_catalogue.document.writing import to_plain
from ossr_catalogue.lint.run import lint, sound_entries
from ossr_catalogue.model.catalogue import Catalogue, Entry, Gone, LeftOut, Stale
from ossr_catalogue.model.remembered import Remembered

_MOST_LOST: Final = 0.1
"""The part of the entries that may go at once without anybody being asked."""
_UNFINISHED: Final = "its source has not been harvested to its end yet"


def remember(catalogue: Catalogue) -> tuple[Remembered, ...]:
    """Give what is to be remembered of a catalogue once it is published."""
    return tuple(
        Remembered(
            uuid=entry.executable.uuid,
            title=entry.executable.title,
            successor=entry.executable.superseded_by,
            content=json.dumps({"executables": [to_plain(entry.executable)]}, ensure_ascii=False),
            component=entry.component,
            origin=entry.origin,
            provenance=entry.provenance,
        )
        for entry in catalogue.entries
    )


def continue_from(
    catalogue: Catalogue, before: Iterable[Remembered], gone: Iterable[Gone], *, at: datetime
) -> Catalogue:
    """Lay a catalogue over the one before.

    What was published and is missing now has either become unreadable or was not looked at, then it stays
    and is marked stale, or is seen to be no longer there, then it is said to be gone.

    Args:
        catalogue: as it was assembled.
        before: what was published last.
        gone: what was said to be gone then.
        at: when absences are noticed.
    """
    present = {entry.executable.uuid for entry in catalogue.entries}
    doubts, absences = _Doubts(catalogue), _Absences(catalogue)
    kept: list[Entry] = []
    marks = {one.uuid: one for one in gone if one.uuid not in present}
    for missing in (one for one in before if one.uuid not in present):
        reason = doubts.about(missing)
        entry = _as_it_was(missing, reason) if reason else None
        if entry:
            kept.append(entry)
        else:
            marks.setdefault(missing.uuid, _mark(missing, at, absences.reason(missing)))
    entries = sorted((*catalogue.entries, *kept), key=lambda entry: entry.executable.uuid)
    components = {entry.component.slug: entry.component for entry in (*kept, *catalogue.entries)}
    return replace(
        catalogue,
        entries=tuple(entries),
        components=tuple(components[slug] for slug in sorted(components)),
        gone=tuple(marks[uuid] for uuid in sorted(marks)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What a publication would take away, but for what its sources were told to leave out."""

    entries: int
    """How many have gone since the last one."""
    of: int
    """How many there were."""
    sources: tuple[str, ...]
    """Those that had entries and have none left."""

    @property
    def is_severe(self) -> bool:
        """Whether somebody should look at it first."""
        return self.entries > self.of * _MOST_LOST or bool(self.sources)


def loss(catalogue: Catalogue, before: Iterable[Remembered]) -> Loss:
    """Compare a catalogue with what was published before it."""
    asked = {state.name for state in catalogue.sources}
    counted = [one for one in before if one.provenance.source in asked]
    present = {entry.executable.uuid for entry in catalogue.entries}
    left = {entry.provenance.source for entry in catalogue.entries}
    return Loss(
        entries=sum(one.uuid not in present for one in counted),
        of=len(counted),
        sources=tuple(sorted({one.provenance.source for one in counted} - left)),
    )


class _Doubts:
    """Why what is missing may still be there."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._refusals: defaultdict[tuple[str, str], list[LeftOut]] = defaultdict(list)
        for one in catalogue.left_out:
            if one.keeps:
                self._refusals[one.source, one.slug].append(one)
        self._looked_at = {(one.source, one.component.slug) for one in catalogue.looked}
        self._open = {state.name: _UNFINISHED for state in catalogue.sources if state.succeeded is None}
        for one in catalogue.left_out:
            if one.source in self._open and not (one.path or one.slug):
                self._open[one.source] = one.reason

    def about(self, missing: Remembered) -> str | None:
        """Give the reason; None where it is seen to be gone."""
        source, slug = missing.provenance.source, missing.component.slug
        for refusal in self._refusals[source, slug]:
            if _may_mean(refusal, missing.uuid):
                return refusal.reason
        return None if (source, slug) in self._looked_at else self._open.get(source)


def _may_mean(left_out: LeftOut, uuid: str) -> bool:
    meant = {found.uuid for found in left_out.findings if found.uuid}
    return not meant or uuid in meant


def _as_it_was(missing: Remembered, reason: str) -> Entry | None:
    """Give the entry as it was published; None where it would not pass today's checks either."""
    document = parse(missing.content, "executables.json")
    findings = lint(document)
    if not sound_entries(document, findings):
        return None
    return Entry(
        executable=read_executable(document.executables[0]),
        component=missing.component,
        origin=missing.origin,
        provenance=missing.provenance,
        findings=findings,
        stale=Stale(since=missing.provenance.harvested, reason=reason),
    )


def _mark(missing: Remembered, at: datetime, reason: str) -> Gone:
    return Gone(
        uuid=missing.uuid,
        title=missing.title,
        component=missing.component.title,
        since=at,
        reason=reason,
        successor=missing.successor,
        source=missing.provenance.source,
        slug=missing.component.slug,
        path=missing.provenance.path,
    )


class _Absences:
    """Why what is gone is gone."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._sources = {state.name for state in catalogue.sources}
        self._components = {component.slug for component in catalogue.components}

    def reason(self, missing: Remembered) -> str:
        """Give the reason."""
        if missing.provenance.source not in self._sources:
            return "its source is no longer harvested"
        if missing.component.slug not in self._components:
            return "nothing of its component is in the catalogue any more"
        return f"{missing.provenance.path} no longer has it"
