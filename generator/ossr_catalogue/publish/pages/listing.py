"""Lists of executables: fifty to a page, so that no page grows with the catalogue."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from ossr_catalogue.model.catalogue import Catalogue, Entry
from ossr_catalogue.model.kinds import KINDS, Kind, UnknownKind
from ossr_catalogue.publish.pages.card import Card, card_of
from ossr_catalogue.publish.pages.modules import modules_of
from ossr_catalogue.publish.pages.places import CATALOGUE, kind_name, numbered, type_page
from ossr_catalogue.publish.pages.press import Press
from ossr_catalogue.publish.pages.shell import Stamp, way_up

PER_PAGE: Final = 50
_NEIGHBOURS: Final = 2
"""Pages on each side of the current one that a pager links to."""

_ALL_KINDS: Final[tuple[type[Kind], ...]] = (*KINDS, UnknownKind)

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A link of a pager; a gap where `number` is 0."""

    number: int
    path: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet(Generic[Item]):
    """One page of a long list."""

    path: str
    items: tuple[Item, ...]
    total: int
    first: int
    """Number of its first item, from 1."""
    turns: tuple[Turn, ...]
    """Empty where there is one page only."""
    number: int
    previous: str
    """Path of the page before; empty on the first."""
    following: str

    @property
    def last(self) -> int:
        """Number of its last item."""
        return self.first + len(self.items) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeCount:
    """A type and how many there are of it."""

    label: str
    plural: str
    kind_name: str
    path: str
    count: int


def sheets(items: Sequence[Item], base: str, per_page: int = PER_PAGE) -> Iterator[Sheet[Item]]:
    """Cut a list into pages; an empty list has one empty page."""
    pages = max(1, -(-len(items) // per_page))
    for number in range(1, pages + 1):
        start = (number - 1) * per_page
        yield Sheet(
            path=numbered(base, number),
            items=tuple(items[start : start + per_page]),
            total=len(items),
            first=start + 1,
            turns=tuple(_turns(base, number, pages)) if pages > 1 else (),
            number=number,
            previous=numbered(base, number - 1) if number > 1 else "",
            following=numbered(base, number + 1) if number < pages else "",
        )


def _turns(base: str, current: int, pages: int) -> Iterator[Turn]:
    near = range(current - _NEIGHBOURS, current + _NEIGHBOURS + 1)
    shown = sorted({1, pages} | {number for number in near if 1 <= number <= pages})
    before = 0
    for number in shown:
        if number > before + 1:
            yield Turn(number=0)
        yield Turn(number=number, path=numbered(base, number), current=number == current)
        before = number


def alphabetical(entries: Iterable[Entry]) -> list[Entry]:
    """Sort as people look things up."""
    return sorted(entries, key=lambda one: (one.executable.title.casefold(), one.executable.uuid))


def type_counts(catalogue: Catalogue) -> tuple[TypeCount, ...]:
    """Count the types that occur, in the order in which people are shown them."""
    counts = Counter(type(entry.executable.kind) for entry in catalogue.entries)
    return tuple(
        TypeCount(
            label=kind.label,
            plural=kind.plural,
            kind_name=kind_name(kind),
            path=type_page(kind),
            count=counts[kind],
        )
        for kind in _ALL_KINDS
        if counts[kind]
    )


def listing_pages(press: Press, catalogue: Catalogue) -> Iterator[Stamp]:
    """Give the list of everything, then one for each type."""
    entries = alphabetical(catalogue.entries)
    types = type_counts(catalogue)
    yield from _list(press, CATALOGUE, "Browse the catalogue", entries, types)
    for kind in _ALL_KINDS:
        if of_kind := [entry for entry in entries if type(entry.executable.kind) is kind]:
            yield from _list(press, type_page(kind), kind.plural, of_kind, types, kind=kind)


def _list(
    press: Press,
    base: str,
    title: str,
    entries: Sequence[Entry],
    types: tuple[TypeCount, ...],
    kind: type[Kind] | None = None,
) -> Iterator[Stamp]:
    for sheet in sheets(entries, base):
        cards: tuple[Card, ...] = tuple(card_of(entry) for entry in sheet.items)
        # The search lives on one page; the others lead there.
        live = kind is None and sheet.number == 1
        yield press.page(
            "listing.html",
            sheet.path,
            title=title if sheet.number == 1 else f"{title}, page {sheet.number}",
            description=kind.summary if kind else "Search and browse every executable of the catalogue.",
            head=press.templates.get_template("listing-head.html").render(
                root=way_up(sheet.path), live=live, modules=modules_of("listing.js")
            ),
            section="catalogue",
            heading=title,
            sheet=sheet,
            cards=cards,
            types=types,
            intro=kind.summary if kind else "",
            current=kind_name(kind) if kind else "",
            live=live,
        )
