"""The pages of the components: the repositories and records that executables come from."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ossr_catalogue.model.catalogue import Catalogue, Entry
from ossr_catalogue.model.component import Component
from ossr_catalogue.publish.pages.card import card_of
from ossr_catalogue.publish.pages.facts import authors_of, facts_of, short_revision
from ossr_catalogue.publish.pages.listing import alphabetical, sheets
from ossr_catalogue.publish.pages.places import COMPONENTS, component_page, kind_name
from ossr_catalogue.publish.pages.press import Press
from ossr_catalogue.publish.pages.shell import Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A component in the list of all."""

    title: str
    path: str
    description: str
    version: str
    kinds: tuple[str, ...]
    """Names of the types that occur, for their icons."""
    count: int


def component_pages(press: Press, catalogue: Catalogue) -> Iterator[Stamp]:
    """Give the list of components, then a page for each."""
    entries = defaultdict(list)
    for entry in alphabetical(catalogue.entries):
        entries[entry.component.slug].append(entry)
    components = sorted(catalogue.components, key=lambda one: (one.title.casefold(), one.slug))
    yield from _overview(press, [_line(one, entries[one.slug]) for one in components])
    for component in catalogue.components:
        yield from _component(press, component, entries[component.slug])


def _overview(press: Press, lines: Sequence[Line]) -> Iterator[Stamp]:
    for sheet in sheets(lines, COMPONENTS):
        yield press.page(
            "components.html",
            sheet.path,
            title="Components",
            description="The repositories and records that the executables come from.",
            section="components",
            sheet=sheet,
        )


def _component(press: Press, component: Component, entries: Sequence[Entry]) -> Iterator[Stamp]:
    for sheet in sheets(entries, component_page(component.slug)):
        yield press.page(
            "component.html",
            sheet.path,
            title=component.title,
            description=component.description or f"The executables of {component.title}.",
            section="components",
            component=component,
            facts=facts_of(component),
            authors=authors_of(component),
            sheet=sheet,
            cards=tuple(card_of(entry) for entry in sheet.items),
        )


def _line(component: Component, entries: Sequence[Entry]) -> Line:
    kinds = dict.fromkeys(kind_name(type(entry.executable.kind)) for entry in entries)
    return Line(
        title=component.title,
        path=component_page(component.slug),
        description=component.description,
        version=component.version or short_revision(component.revision),
        kinds=tuple(kinds),
        count=len(entries),
    )
