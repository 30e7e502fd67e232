"""The pages of the components: the repositories and records that executables come from."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from ossr_catalogue.matching.measures import MEASURES, Need
from ossr_catalogue.model.amounts import format_bytes, format_count, format_duration
from ossr_catalogue.model.catalogue import Catalogue, Entry, Origin, Stale
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.kinds import KINDS, Kind, UnknownKind
from ossr_catalogue.model.quantity import Number, Range
from ossr_catalogue.publish.badges import badge_of_component
from ossr_catalogue.publish.pages.card import Card, card_of
from ossr_catalogue.publish.pages.charted import narrowed
from ossr_catalogue.publish.pages.components import components_pages
from ossr_catalogue.publish.pages.facts import (
    Author,
    Citation,
    Fact,
    authors_of,
    citation_of_component,
    facts_of,
)
from ossr_catalogue.publish.pages.figures import in_words
from ossr_catalogue.publish.pages.findings import tally
from ossr_catalogue.publish.pages.listing import Sheet, sheets
from ossr_catalogue.publish.pages.places import component_page, kind_name, source_page
from ossr_catalogue.publish.pages.press import Press
from ossr_catalogue.publish.pages.shell import Stamp, way_up

_ORDER: Final = {kind: number for number, kind in enumerate((*KINDS, UnknownKind))}
_SAID: Final[dict[str, tuple[str, Callable[[Number], str]]]] = {
    "cores": ("Cores", format_count),
    "memory": ("Memory", format_bytes),
    "gpus": ("GPUs", format_count),
    "storage": ("Storage", format_bytes),
    "walltime": ("Walltime", format_duration),
}
"""Measures by name, with their label and how their amounts are said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfType:
    """The executables of one type on a page."""

    label: str
    kind_name: str
    count: int
    """On all pages."""
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Everything that the template shows beside the cards."""

    facts: tuple[Fact, ...]
    authors: tuple[Author, ...]
    citation: Citation
    types: tuple[OfType, ...]
    """All of them, without cards."""
    declared: int
    tally: str
    """Of the linter, over all its executables; empty where it finds nothing."""
    needs: tuple[Fact, ...]
    silent: int
    """How many executables declare no needs."""
    sources: tuple[Fact, ...]
    as_of: str
    """The day since when it is as it is; empty where there is no memory of it."""
    stale: Stale | None
    listed: str
    """Its filter of the listing."""


def component_pages(press: Press, catalogue: Catalogue) -> Iterator[Stamp]:
    """Give the list of components, then a page for each."""
    entries: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(catalogue.entries, key=_order):
        entries[entry.component.slug].append(entry)
    yield from components_pages(press, catalogue.components, entries)
    for component in catalogue.components:
        yield from _component(press, component, entries[component.slug])


def _order(entry: Entry) -> tuple[int, str, str]:
    """Sort by type, as people are shown types, then as they look things up."""
    executable = entry.executable
    return _ORDER[type(executable.kind)], executable.title.casefold(), executable.uuid


def _component(press: Press, component: Component, entries: Sequence[Entry]) -> Iterator[Stamp]:
    view = view_of(component, entries)
    documents = press.documents.get(component.slug, ())
    for sheet in sheets(entries, component_page(component.slug)):
        page = "" if sheet.number == 1 else f", page {sheet.number}"
        yield press.page(
            "component.html",
            sheet.path,
            title=f"{component.title}{page}",
            description=component.description or f"The executables of {component.title}.",
            section="components",
            head=press.templates.get_template("components-head.html").render(
                root=way_up(sheet.path), documents=documents
            ),
            component=component,
            documents=documents,
            badge=badge_of_component(component, entries, press.settings) if entries else None,
            view=view,
            sheet=sheet,
            groups=tuple(_groups(sheet, view)),
        )


def view_of(component: Component, entries: Sequence[Entry]) -> View:
    """Compute the page of a component from its executables."""
    days = [day for entry in entries if (day := entry.provenance.harvested)]
    return View(
        facts=facts_of(component),
        authors=authors_of(component),
        citation=citation_of_component(component),
        types=tuple(_types(entries)),
        declared=sum(entry.origin is Origin.DECLARED for entry in entries),
        tally=tally(found for entry in entries for found in entry.findings),
        needs=tuple(_needs(entries)),
        silent=sum(not (one.executable.needs.compute or one.executable.needs.storage) for one in entries),
        sources=tuple(_sources(entries)),
        as_of=max(days).date().isoformat() if days else "",
        stale=next((entry.stale for entry in entries if entry.stale), None),
        listed=narrowed("", component=component.title),
    )


def _types(entries: Sequence[Entry]) -> Iterator[OfType]:
    for kind, ones in groupby(entries, key=_kind):
        count = sum(1 for _ in ones)
        yield _of_type(kind, count)


def _kind(entry: Entry) -> type[Kind]:
    return type(entry.executable.kind)


def _of_type(kind: type[Kind], count: int, cards: Iterable[Card] = ()) -> OfType:
    label = kind.label if count == 1 else kind.plural
    return OfType(label=label, kind_name=kind_name(kind), count=count, cards=tuple(cards))


def _groups(sheet: Sheet[Entry], view: View) -> Iterator[OfType]:
    counts = {one.kind_name: one.count for one in view.types}
    for kind, ones in groupby(sheet.items, key=_kind):
        yield _of_type(kind, counts[kind_name(kind)], map(card_of, ones))


def _needs(entries: Sequence[Entry]) -> Iterator[Fact]:
    """Say from which amount to which its executables need something; nothing of what none declares."""
    measures = {measure.name: measure for measure in MEASURES}
    for name, (label, say) in _SAID.items():
        found = [need for one in entries if (need := measures[name].need(one.executable.needs))]
        if found:
            said = in_words(_around(found), say)
            beside = "" if len(found) == len(entries) else f" ({len(found):,} of {len(entries):,} say)"
            yield Fact(label=label, text=f"{said}{beside}")


def _around(needs: Sequence[Need]) -> Range:
    most = [amount for need in needs for amount in (need.most, need.enough) if amount is not None]
    return Range(
        minimum=min(need.least for need in needs) or None,
        maximum=max(most, default=None),
        unbounded=any(need.unbounded for need in needs),
    )


def _sources(entries: Iterable[Entry]) -> Iterator[Fact]:
    places = (place for entry in entries for place in (entry.provenance, *entry.also))
    for name in dict.fromkeys(place.source for place in places):
        yield Fact(label="Source", text=name, href=source_page(name), foreign=False)
