"""From harvest to catalogue: parse, lint, read; what cannot be used is left out with its reason."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.document.parse import parse
from ossr_catalogue.document.reading import read_executable
from ossr_catalogue.lint.across import Across
from ossr_catalogue.lint.repository import ListedFiles
from ossr_catalogue.lint.run import lint, sound_entries
from ossr_catalogue.model.catalogue import (
    Catalogue,
    Cause,
    Entry,
    LeftOut,
    Looked,
    Origin,
    Provenance,
    SourceState,
    Stale,
)
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.finding import Finding, Severity
from ossr_catalogue.model.harvested import FoundList, Harvested, SourceHarvest
from ossr_catalogue.settle import settle

_ENTRY: Final = re.compile(r"/executables/(\d+)(?:/|$)", re.ASCII)
"""Begins a pointer into an entry of a list."""


def assemble(
    harvests: Iterable[SourceHarvest],
    *,
    since: Mapping[tuple[str, str], datetime] = MappingProxyType({}),
    stale_since: Mapping[tuple[str, str], datetime] = MappingProxyType({}),
    states: Iterable[SourceState] = (),
) -> Catalogue:
    """Make the catalogue of all sources, the same whatever the order in which they answered.

    A broken entry of a list costs only itself; of entries with one uuid `settle` says which one stands.

    Args:
        harvests: the last good state of every source.
        since: since when a component is as it is, by its source and slug, as far as that is remembered.
        stale_since: when a component that could not be had this time was last seen, likewise.
        states: how the sources are doing.
    """
    harvests = sorted(harvests, key=lambda one: one.source)
    components = [component for one in harvests for component in one.harvested]
    across = Across()
    outcomes = [outcome for component in components for outcome in _outcomes(component, across)]
    gaps = defaultdict(list)
    for gap in (gap for one in harvests for gap in one.left_out):
        gaps[gap.source].append(gap)
    judged = _judged_together((one for one in outcomes if isinstance(one, Entry)), across)
    found = (_dated(one, since) for one in judged)
    entries, doubles = settle(_marked(one, stale_since, gaps[one.provenance.source]) for one in found)
    looked = (_looked(one, since, stale_since) for one in components)
    return Catalogue(
        entries=entries,
        components=_components_of(entries),
        left_out=(
            *(gap for one in harvests for gap in one.left_out),
            *(gap for component in components for gap in component.left_out),
            *(one for one in outcomes if isinstance(one, LeftOut)),
            *doubles,
        ),
        sources=tuple(sorted(states, key=lambda one: one.name)),
        looked=tuple(sorted(looked, key=lambda one: (one.source, one.component.slug))),
    )


def _looked(
    harvested: Harvested,
    since: Mapping[tuple[str, str], datetime],
    stale_since: Mapping[tuple[str, str], datetime],
) -> Looked:
    key = (harvested.source, harvested.component.slug)
    return Looked(
        source=harvested.source,
        component=harvested.component,
        search=harvested.search,
        list_path=harvested.found.path if harvested.found else "",
        origin=harvested.found.origin if harvested.found else None,
        left_out=harvested.left_out,
        since=since.get(key),
        stale_since=stale_since.get(key),
    )


def _components_of(entries: Iterable[Entry]) -> tuple[Component, ...]:
    components = {entry.component.slug: entry.component for entry in entries}
    return tuple(components[slug] for slug in sorted(components))


def _dated(entry: Entry, since: Mapping[tuple[str, str], datetime]) -> Entry:
    day = since.get((entry.provenance.source, entry.component.slug))
    return replace(entry, provenance=replace(entry.provenance, harvested=day))


def _marked(entry: Entry, stale_since: Mapping[tuple[str, str], datetime], gaps: Iterable[LeftOut]) -> Entry:
    """Mark an entry whose component could not be had this time; *gaps* are those of its source."""
    since = stale_since.get((entry.provenance.source, entry.component.slug))
    if since is None:
        return entry
    reasons = [gap.reason for gap in gaps if gap.slug == entry.component.slug]
    reasons += [gap.reason for gap in gaps if not (gap.path or gap.slug)]
    return replace(entry, stale=Stale(since=since, reason=(*reasons, "it could not be had")[0]))


def _judged_together(entries: Iterable[Entry], across: Across) -> Iterator[Entry]:
    """Add to each entry what only shows beside the lists of others."""
    told = defaultdict(list)
    for software, finding in across.told():
        told[software, finding.uuid].append(finding)
    for entry in entries:
        more = told.get((_software(entry.component), entry.executable.uuid))
        yield replace(entry, findings=(*entry.findings, *more)) if more else entry


def _software(component: Component) -> str:
    """Name what a component is a copy of: a repository and the record that archives it are one."""
    return component.repository or component.slug


def _outcomes(harvested: Harvested, across: Across) -> Iterator[Entry | LeftOut]:
    if harvested.found is None:
        reason = "it carries no list, and nothing that a draft could be made from"
        slug = harvested.component.slug
        yield LeftOut(source=harvested.source, path="", reason=reason, slug=slug, cause=Cause.NOTHING)
        return
    document = parse(harvested.found.content, harvested.found.path)
    across.add(document, repository=_software(harvested.component), name=harvested.component.title)
    names = harvested.search.names
    findings = lint(document, repository=ListedFiles(names.split("\n")) if names else None)
    sound = {node.pointer for node in sound_entries(document, findings)}
    by_entry = _by_entry(findings)
    for index, node in enumerate(document.executables):
        about = tuple(by_entry[index])
        if node.pointer in sound:
            yield _entry(harvested, harvested.found, node, about)
        else:
            yield _refused(harvested, harvested.found, about)
    if elsewhere := [one for one in by_entry[None] if one.severity is Severity.ERROR]:
        yield _refused(harvested, harvested.found, tuple(elsewhere))


def _entry(harvested: Harvested, found: FoundList, node: Node, findings: tuple[Finding, ...]) -> Entry:
    evidence = node.get("x-inferred-from")
    return Entry(
        executable=read_executable(node),
        component=harvested.component,
        origin=found.origin,
        provenance=Provenance(
            source=harvested.source,
            path=evidence.text if evidence and found.origin is Origin.INFERRED else found.path,
            revision=harvested.component.revision,
            pointer=_pointer(harvested.source, found, node),
        ),
        findings=findings,
    )


def _pointer(source: str, found: FoundList, node: Node) -> str:
    """Give the entry's place in the list of its owner; what another catalogue gives is not that list."""
    is_second_hand = source.startswith("catalogue ")
    return node.pointer if found.origin is Origin.DECLARED and not is_second_hand else ""


def _refused(harvested: Harvested, found: FoundList, findings: tuple[Finding, ...]) -> LeftOut:
    errors = [one for one in findings if one.severity is Severity.ERROR]
    first = errors[0]
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    reason = f"{first.code} at line {first.place.line}, column {first.place.column}: {first.message}{more}"
    return LeftOut(
        source=harvested.source,
        path=found.path,
        reason=reason,
        findings=findings,
        slug=harvested.component.slug,
        cause=Cause.REFUSED,
    )


def _by_entry(findings: Iterable[Finding]) -> defaultdict[int | None, list[Finding]]:
    """Sort out what is about each entry, by its number, and under None what is about the list as a whole."""
    found = defaultdict(list)
    for finding in findings:
        entry = _ENTRY.match(finding.pointer)
        found[int(entry[1]) if entry else None].append(finding)
    return found
