"""The shopping list of the whole catalogue: who wants data of which content, in which formats, how much."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.document.vocabulary import load_vocabulary
from ossr_catalogue.model.amounts import format_bytes
from ossr_catalogue.model.catalogue import Catalogue, Entry
from ossr_catalogue.model.data import DataSlot, Direction
from ossr_catalogue.model.quantity import Range
from ossr_catalogue.publish.pages import data
from ossr_catalogue.publish.pages.card import Card, card_of
from ossr_catalogue.publish.pages.charted import narrowed, some
from ossr_catalogue.publish.pages.figures import NOT_DECLARED, in_words, is_declared
from ossr_catalogue.publish.pages.listing import sheets
from ossr_catalogue.publish.pages.places import DATA, data_page
from ossr_catalogue.publish.pages.press import Press
from ossr_catalogue.publish.pages.shell import Stamp

_PER_PAGE: Final = 25
_MOST_FORMATS: Final = 8
_MOST_PLACES: Final = 3
_TITLE: Final = "Data: who wants what"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One kind of data that one executable wants or writes."""

    card: Card
    slot: data.Slot
    more_places: int
    """Known places that are not named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All wishes of one content."""

    label: str
    path: str
    urn: str
    """Empty where no content is declared."""
    description: str
    """Of the vocabulary; empty for a term of somebody's own."""
    wanting: str
    """How many executables want it and how many write it, in words."""
    formats: tuple[str, ...]
    more_formats: int
    how_much: str
    places: tuple[data.Place, ...]
    more_places: int
    listed: str
    """Its filter of the listing, from the top of the site; empty where there is none."""


_Use = tuple[Entry, DataSlot]


def wanted_data_pages(press: Press, catalogue: Catalogue) -> Iterator[Stamp]:
    """Give the list of contents, then the wishes of each, all of them paged."""
    uses: defaultdict[str, list[_Use]] = defaultdict(list)
    for entry in catalogue.entries:
        for slot in data.slots_in(entry.executable):
            uses[slot.content or ""].append((entry, slot))
    by_demand = sorted(
        uses.items(), key=lambda pair: (not pair[0], -_count(pair[1], Direction.INPUT), pair[0])
    )
    yield from _list(press, [_content(urn, of_content) for urn, of_content in by_demand], catalogue)
    for urn, of_content in by_demand:
        yield from _wishes(press, _content(urn, of_content), of_content)


def _list(press: Press, contents: Sequence[Content], catalogue: Catalogue) -> Iterator[Stamp]:
    asking = sum(bool(data.slots_in(entry.executable)) for entry in catalogue.entries)
    for sheet in sheets(contents, DATA, _PER_PAGE):
        yield press.page(
            "wanted-data.html",
            sheet.path,
            title=_TITLE if sheet.number == 1 else f"{_TITLE}, page {sheet.number}",
            description="The data that the executables want or write, by content, with formats and amounts.",
            section="data",
            sheet=sheet,
            asking=f"{asking:,} of {some(len(catalogue.entries), 'executable')} {_verb(asking, 'name')} any.",
        )


def _wishes(press: Press, content: Content, uses: Sequence[_Use]) -> Iterator[Stamp]:
    ordered = sorted(uses, key=_order)
    for sheet in sheets(ordered, content.path):
        page = "" if sheet.number == 1 else f", page {sheet.number}"
        yield press.page(
            "wanted-content.html",
            sheet.path,
            title=f"{content.label}{page}",
            description=f"Who wants or writes {content.label}: {content.wanting}.",
            section="data",
            content=content,
            sheet=sheet,
            wishes=tuple(_wish(entry, slot) for entry, slot in sheet.items),
        )


def _order(use: _Use) -> tuple[bool, str, str]:
    entry, slot = use
    return slot.direction is not Direction.INPUT, entry.executable.title.casefold(), entry.executable.uuid


def _wish(entry: Entry, slot: DataSlot) -> Wish:
    (shown,) = data.slots_of((slot,))
    return Wish(card=card_of(entry), slot=shown, more_places=max(0, len(shown.places) - _MOST_PLACES))


def _content(urn: str, uses: Sequence[_Use]) -> Content:
    term = load_vocabulary("data-content").term(urn)
    label = term.label if term else urn or "Content not declared"
    counts = Counter(
        name for _, slot in uses for name in dict.fromkeys(map(data.format_in_words(), slot.formats))
    )
    formats = sorted(counts, key=lambda name: (-counts[name], name))
    places = tuple(dict.fromkeys(place for _, slot in uses for place in data.places_of(slot)))
    return Content(
        label=label,
        path=data_page(urn, is_known=term is not None),
        urn=urn,
        description=term.description if term else "",
        wanting=_wanting(uses),
        formats=tuple(formats[:_MOST_FORMATS]),
        more_formats=max(0, len(formats) - _MOST_FORMATS),
        how_much=how_much([slot for _, slot in uses if slot.direction is Direction.INPUT]),
        places=places[:_MOST_PLACES],
        more_places=max(0, len(places) - _MOST_PLACES),
        listed=narrowed("", data=label) if urn else "",
    )


def _count(uses: Iterable[_Use], direction: Direction) -> int:
    return len({entry.executable.uuid for entry, slot in uses if slot.direction is direction})


def _wanting(uses: Sequence[_Use]) -> str:
    said = []
    if wanting := _count(uses, Direction.INPUT):
        said.append(f"{some(wanting, 'executable')} {_verb(wanting, 'want')} it")
    if writing := _count(uses, Direction.OUTPUT):
        said.append(f"{some(writing, 'executable')} {_verb(writing, 'write')} it")
    return ", ".join(said)


def _verb(count: int, several: str) -> str:
    return f"{several}s" if count == 1 else several


def how_much(slots: Sequence[DataSlot]) -> str:
    """Say how much data of a content is wanted: the range, the sum, and how many do not say; empty for none.

    >>> how_much([DataSlot(size_bytes=Range(minimum=10**9, maximum=10**9)), DataSlot()])
    '1 GB; 1 does not say how much'
    """
    sizes = [slot.size_bytes for slot in slots if slot.size_bytes and is_declared(slot.size_bytes)]
    silent = len(slots) - len(sizes)
    if not sizes:
        return NOT_DECLARED if slots else ""
    said = [_range(sizes)]
    if len(sizes) > 1:
        said.append(f"together at least {format_bytes(int(sum(size.minimum or 0 for size in sizes)))}")
    if silent:
        said.append(f"{silent:,} {'does' if silent == 1 else 'do'} not say how much")
    return "; ".join(said)


def _range(sizes: Sequence[Range]) -> str:
    least = [size.minimum for size in sizes if size.minimum is not None]
    most = [size.minimum if size.maximum is None else size.maximum for size in sizes]
    known = [amount for amount in most if amount is not None]
    whole = Range(
        minimum=min(least, default=None),
        maximum=max(known, default=None),
        unbounded=any(size.unbounded for size in sizes),
    )
    return in_words(whole, format_bytes)
