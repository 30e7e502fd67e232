"""Where the values of a draft come from, and how sure each is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.model.catalogue import Entry, Origin
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.inferred import Ground, How, Sure, grounds_in
from ossr_catalogue.model.web_address import web_link
from ossr_catalogue.publish.pages.facts import Fact

_HOW: Final = {
    How.DECLARED: "said there in so many words",
    How.HEADING: "the heading that titles it",
    How.PARAGRAPH: "what introduces it",
    How.OUTLINE: "its other headings and its imports",
    How.FILE_NAME: "made of the file's name",
    How.FOLDER_NAME: "made of the folder's name",
    How.KIND_OF_FILE: "what such files are",
    How.PLACE: "the nearest file of its kind",
    How.REPOSITORY: "about the repository as a whole",
}
SURE: Final = {
    Sure.HIGH: ("sure", "the file itself says so"),
    Sure.MEDIUM: ("likely", "it is what such files usually mean"),
    Sure.LOW: ("unsure", "nothing better was found"),
}
"""The word for how sure a value is, and what it means."""
_CELL: Final = "#cell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One value of a draft."""

    key: str
    file: Fact
    how: str
    sure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """All of them, with what the words mean."""

    lines: tuple[Line, ...]
    legend: tuple[tuple[str, str], ...]
    unsure: tuple[str, ...]
    """Which of what people read first is unsure."""


def grounds_of(entry: Entry) -> Grounds:
    """Say it for a draft; without a line for what its owner has declared."""
    known = grounds_in(entry.executable.extras) if entry.origin is Origin.INFERRED else {}
    return Grounds(
        lines=tuple(_lines(known, entry.component)),
        legend=tuple(SURE[sure] for sure in Sure if any(one.sure is sure for one in known.values())),
        unsure=tuple(
            key for key in ("type", "title", "description") if key in known and known[key].sure is Sure.LOW
        ),
    )


def _lines(known: dict[str, Ground], component: Component) -> Iterator[Line]:
    for key, ground in known.items():
        yield Line(
            key=key.replace("-", " ").capitalize(),
            file=_file(ground.path, component),
            how=_HOW[ground.how],
            sure=SURE[ground.sure][0],
        )


def _file(path: str, component: Component) -> Fact:
    """Lead to the file; cells are counted from 1 where people are told of them."""
    name, _, cell = path.partition(_CELL)
    shown = f"{name}, cell {int(cell) + 1}" if cell.isascii() and cell.isdigit() else path
    return Fact(label="", text=shown or "its source", href=web_link(component.file_page(name)) or "")
