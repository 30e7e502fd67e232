"""The shopping list of a page: which data are wanted, and which are written."""

from collections.abc import Callable
from dataclasses import dataclass

from ossr_catalogue.document.vocabulary import load_vocabulary
from ossr_catalogue.model.amounts import format_bytes
from ossr_catalogue.model.data import DataSlot, Direction
from ossr_catalogue.model.executable import Executable
from ossr_catalogue.model.web_address import web_link
from ossr_catalogue.publish.pages.figures import in_words, is_declared

Words = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where suitable data are known to lie."""

    text: str
    href: str
    """Empty where a browser cannot go: s3, rucio, ivo."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One line of the list."""

    direction: str
    """`input` or `output`."""
    title: str
    description: str
    content: str
    formats: tuple[str, ...]
    size: str
    """Empty where it is not declared, like every other text here."""
    optional: bool
    places: tuple[Place, ...]
    mount: str


def slots_of(data: tuple[DataSlot, ...]) -> tuple[Slot, ...]:
    """Give the wanted data first, then the written."""
    ordered = sorted(data, key=lambda slot: slot.direction is not Direction.INPUT)
    return tuple(_slot(slot, content_in_words(), format_in_words()) for slot in ordered)


def slots_in(executable: Executable) -> tuple[DataSlot, ...]:
    """Give all data that an executable wants or writes in any of its uses, each once."""
    given: list[DataSlot] = []
    for needs in (executable.needs, *(profile.needs for profile in executable.profiles)):
        # Anyone's own keys in a slot need not have a hash.
        given += [slot for slot in needs.data if slot not in given]
    return tuple(given)


def places_of(slot: DataSlot) -> tuple[Place, ...]:
    """Give where suitable data are known to lie."""
    return tuple(Place(text=place, href=web_link(place) or "") for place in slot.locations)


def content_in_words() -> Words:
    """Give the function that says a `data-content`."""
    return load_vocabulary("data-content").label


def format_in_words() -> Words:
    """Give the function that says a `data-format`."""
    return load_vocabulary("data-format").label


def _slot(slot: DataSlot, content: Words, format_: Words) -> Slot:
    return Slot(
        direction=slot.direction.value,
        title=slot.name or ("Data" if slot.direction is Direction.INPUT else "Result"),
        description=slot.description or "",
        content=content(slot.content) if slot.content else "",
        formats=tuple(format_(urn) for urn in slot.formats),
        size=in_words(slot.size_bytes, format_bytes) if is_declared(slot.size_bytes) else "",
        optional=not slot.required,
        places=places_of(slot),
        mount=slot.mount.path if slot.mount else "",
    )
