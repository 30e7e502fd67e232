"""The list of all components, by the alphabet, paged."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.model.component import Component
from ossr_catalogue.publish.pages.facts import short_revision
from ossr_catalogue.publish.pages.listing import Sheet, sheets
from ossr_catalogue.publish.pages.places import COMPONENTS, component_page, kind_name
from ossr_catalogue.publish.pages.press import Press
from ossr_catalogue.publish.pages.shell import Stamp, way_up

_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_OTHER: Final = "#"
"""Stands for digits, signs and other alphabets; it comes last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A component in the list of all."""

    title: str
    letter: str
    path: str
    description: str
    version: str
    licence: str
    kinds: tuple[str, ...]
    """Names of the types that occur, for their icons."""
    kinds_in_words: str
    count: int
    stale: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter of the alphabet above the list."""

    letter: str
    count: int
    path: str
    """Where its first component stands, from the top of the site; empty where there is none."""


def components_pages(
    press: Press, components: Iterable[Component], entries: Mapping[str, Sequence[Entry]]
) -> Iterator[Stamp]:
    """Give the list; *entries* are those of each component, by its slug."""
    lines = sorted((_line(one, entries.get(one.slug, ())) for one in components), key=_order)
    cut = list(sheets(lines, COMPONENTS))
    alphabet = _alphabet(cut)
    for sheet in cut:
        page = "" if sheet.number == 1 else f", page {sheet.number}"
        yield press.page(
            "components.html",
            sheet.path,
            title=f"Components{page}",
            description="The repositories and records that the executables come from.",
            section="components",
            head=press.templates.get_template("components-head.html").render(
                root=way_up(sheet.path), documents=()
            ),
            sheet=sheet,
            alphabet=alphabet,
            groups=[
                (_letter_name(letter), letter, tuple(group)) for letter, group in _by_letter(sheet.items)
            ],
        )


def first_letter(title: str) -> str:
    """Give the letter that a title is looked up under, without its accents.

    >>> first_letter("émile"), first_letter("[Zeus]"), first_letter("3ML"), first_letter("Ω")
    ('E', 'Z', '#', '#')
    """
    plain = unicodedata.normalize("NFKD", title)
    first = next((letter for letter in plain if letter.isalnum()), "")
    return first.upper() if first.isascii() and first.isalpha() else _OTHER


def _order(line: Line) -> tuple[bool, str, str, str]:
    return line.letter == _OTHER, line.letter, line.title.casefold(), line.path


def _by_letter(lines: Iterable[Line]) -> Iterator[tuple[str, Iterator[Line]]]:
    return groupby(lines, key=lambda line: line.letter)


def _alphabet(cut: Sequence[Sheet[Line]]) -> tuple[Letter, ...]:
    """Lead from each letter to the page on which it begins."""
    paths: dict[str, str] = {}
    counts = dict.fromkeys((*_LETTERS, _OTHER), 0)
    for sheet in cut:
        for line in sheet.items:
            paths.setdefault(line.letter, sheet.path)
            counts[line.letter] += 1
    return tuple(
        Letter(
            letter=letter,
            count=count,
            path=f"{paths[letter]}#{_letter_name(letter)}" if count else "",
        )
        for letter, count in counts.items()
    )


def _letter_name(letter: str) -> str:
    return f"letter-{'other' if letter == _OTHER else letter.lower()}"


def _line(component: Component, entries: Sequence[Entry]) -> Line:
    kinds = dict.fromkeys(type(entry.executable.kind) for entry in entries)
    return Line(
        title=component.title,
        letter=first_letter(component.title),
        path=component_page(component.slug),
        description=component.description,
        version=component.version or short_revision(component.revision),
        licence=component.licence or "",
        kinds=tuple(kind_name(kind) for kind in kinds),
        kinds_in_words=", ".join(kind.plural for kind in kinds),
        count=len(entries),
        stale=any(entry.stale for entry in entries),
    )
