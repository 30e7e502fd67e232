"""Repositories and sources that are made up in memory, for testing what is done with their files."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.infer.evidence import Evidence, PassedOver, Proposal, Repository
from ossr_catalogue.harvest.run import harvest
from ossr_catalogue.harvest.source import NOTHING_KNOWN, Snapshot, Source, Unchanged
from ossr_catalogue.model.catalogue import LeftOut
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.harvested import Harvested, Visit

AGNPY = Component(
    slug="github.com-agn-agnpy",
    title="agnpy",
    revision="1a2e7f54b45ec9c14850d950819192be13dd4f5d",
    description="Radiative processes in the jets of active galaxies.",
    repository="https://github.com/agn/agnpy",
)


@dataclass
class FakeSnapshot:
    """Files in memory; `unreadable` ones are listed and never given."""

    files: Mapping[str, bytes]
    component: Component = AGNPY
    unreadable: frozenset[str] = frozenset()
    is_offline: bool = False
    etag: str = ""
    reads: list[tuple[str, ...]] = field(default_factory=list)

    def paths(self) -> Sequence[str]:
        """List them."""
        return tuple(sorted(self.files))

    def read(self, paths: Iterable[str]) -> Mapping[str, bytes]:
        """Give them, and remember what was asked for."""
        asked = tuple(paths)
        self.reads.append(asked)
        if self.is_offline:
            raise SourceError("fake somewhere: no answer")
        return {
            path: self.files[path] for path in asked if path in self.files and path not in self.unreadable
        }


@dataclass
class FakeSource:
    """Gives what it was made with; an error is raised in its place in the order."""

    gives: Sequence[Snapshot | LeftOut | SourceError] = ()
    name: str = "fake somewhere"
    requests: int = 0

    def snapshots(self, known: Mapping[str, str] = NOTHING_KNOWN) -> Iterator[Snapshot | Unchanged | LeftOut]:
        """Give it."""
        for one in self.gives:
            self.requests += 1
            if isinstance(one, SourceError):
                raise one
            yield one if isinstance(one, LeftOut) else _unless_known(one, known)


def _unless_known(snapshot: Snapshot, known: Mapping[str, str]) -> Snapshot | Unchanged:
    slug = snapshot.component.slug
    return Unchanged(slug=slug) if snapshot.etag and known.get(slug) == snapshot.etag else snapshot


def bring_home(source: Source, known: Mapping[str, str] = NOTHING_KNOWN) -> tuple[list[Harvested], Visit]:
    """Harvest a source; give what came, by its identity, and how it went."""
    kept: list[Harvested] = []
    visit = harvest(source, kept.append, known=known)
    return sorted(kept, key=lambda one: one.component.slug), visit


def outcomes(
    evidence: Evidence, files: Mapping[str, bytes | str], component: Component = AGNPY
) -> list[Proposal | PassedOver]:
    """Give what one kind of evidence makes of some files, reading only what it wants."""
    paths = tuple(sorted(files))
    read = {path: as_bytes(files[path]) for path in evidence.wants(paths)}
    return list(evidence.propose(Repository(component=component, paths=paths, files=read)))


def proposals(
    evidence: Evidence, files: Mapping[str, bytes | str], component: Component = AGNPY
) -> list[Proposal]:
    """Give only what is proposed."""
    return [one for one in outcomes(evidence, files, component) if isinstance(one, Proposal)]


def passed_over(
    evidence: Evidence, files: Mapping[str, bytes | str], component: Component = AGNPY
) -> dict[str, str]:
    """Give only what is passed over: path to reason."""
    found = outcomes(evidence, files, component)
    return {one.path: one.reason for one in found if isinstance(one, PassedOver)}


def as_bytes(text: bytes | str) -> bytes:
    """Encode what is not bytes yet."""
    return text.encode() if isinstance(text, str) else text


def notebook(*cells: str, **metadata: Any) -> bytes:  # noqa: ANN401 - as nbformat has it
    """Write a notebook: a cell that begins with `>` is code, any other is Markdown."""
    written = [
        {"cell_type": "code", "source": cell[1:].splitlines(keepends=True), "outputs": []}
        if cell.startswith(">")
        else {"cell_type": "markdown", "source": cell.splitlines(keepends=True)}
        for cell in cells
    ]
    return json.dumps({"nbformat": 4, "metadata": metadata, "cells": written}).encode()
