"""What a notebook says about itself: the heading that titles it, and the paragraph that describes it."""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from ossr_catalogue.harvest.infer.notebook_file import Cell, CellKind, Notebook
from ossr_catalogue.harvest.text.markdown import Block, Part, blocks, inline, inline_with_code
from ossr_catalogue.harvest.text.prose import first_prose

_SECTIONS: Final = frozenset(
    {
        "introduction", "intro", "imports", "import", "some imports", "needed imports", "import modules",
        "setup", "set up", "overview", "contents", "content", "table of contents", "toc", "index", "abstract",
        "preamble", "initialization", "initialisation", "configuration", "requirements", "prerequisites",
        "installation", "notebook", "example", "tutorial", "options", "data", "data analysis", "results",
        "plots", "parameters", "settings", "step 1", "todo", "exercise", "exercises", "outline", "motivation",
        "goal", "goals", "objectives", "learning objectives", "learning goals", "summary",
        "introducción", "introducao", "introdução", "introduzione", "einleitung", "einführung",
    }
)  # fmt: skip
"""Headings that title a part, whatever notebook they stand in."""
_SPEAKS_OF_ITSELF: Final = re.compile(
    r"\b(this|these|the) (jupyter )?(notebooks?|tutorial|example)\b", re.IGNORECASE
)
_MIN_LETTERS: Final = 3
_NUMBER: Final = re.compile(r"^\d{1,3}((\.\d{1,3})*[.)]|(\.\d{1,3})+)\s+")
_ANNOUNCEMENT: Final = re.compile(
    r"in this (notebook|tutorial|example|section|lesson)\b|\bthe following\b"
    r"|^(goals?|aims?|purpose|objectives?|outline|content)s? of th(is|e)\b"
    r"|^(change|edit|adapt|modify|adjust|set|fill in)\b.*\b(yours?|paths?|here)\b",
    re.IGNORECASE,
)
"""Headings that speak to the reader about what comes."""
_MAX_SECTIONS: Final = 6
_MAX_SECTION_LETTERS: Final = 60
_MAX_IMPORTS: Final = 8
_IMPORT: Final = re.compile(r"^(?:import|from)[ \t]+([A-Za-z_]\w{0,60})", re.MULTILINE)
_MAX_HEADINGS: Final = 100
_MAX_HEADING: Final = 500
"""Letters."""
_MAX_BLOCKS: Final = 400


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a notebook, and the cell that they stand in, counted from 0."""

    text: str
    cell: int


def title(cells: Sequence[Cell]) -> Passage | None:
    """Give the heading that titles the notebook as plain text; None where there is none.

    That is the first one. Where code comes before it, it may be a section's: then it counts only if no other
    heading is of its rank, and it does not stand alone in its cell.
    """
    found = list(_headings(cells))
    if not found:
        return None
    index, first = found[0]
    comes_late = any(cell.kind is CellKind.CODE and cell.text.strip() for cell in cells[:index])
    if comes_late and (
        any(block.level <= first.level for _, block in found[1:]) or _stands_alone(cells[index])
    ):
        return None
    text = _tidied(inline(first.text)).rstrip(" .")
    if _titles_a_part(text) or _is_numbered_on(text, (block for _, block in found[1:])):
        return None
    return Passage(text, index)


def _titles_a_part(text: str) -> bool:
    plain = re.sub(r"\(.*?\)|[^\w ]", "", _NUMBER.sub("", text)).strip().lower()
    is_empty = sum(letter.isalpha() for letter in text) < _MIN_LETTERS
    return is_empty or plain in _SECTIONS or bool(_ANNOUNCEMENT.search(text))


def _is_numbered_on(text: str, others: Iterator[Block]) -> bool:
    """Say whether a heading is the first of several with numbers: `1. Set-up`, `2. Query`."""
    return bool(_NUMBER.match(text)) and any(_NUMBER.match(inline(block.text)) for block in others)


def summary(cells: Sequence[Cell], *, has_title: bool) -> Passage | None:
    """Give the paragraph that describes the notebook as plain text; None where there is none.

    It stands with the title, before any code. Without a title it has to speak of *this notebook*: other
    paragraphs describe single steps.
    """
    if has_title:
        return _first_prose(_introduction(cells))
    first = next(((at, cell) for at, cell in enumerate(cells) if _is_read(cell)), None)
    if first is None:
        return None
    found = _first_prose((first[0], block) for block in blocks(first[1].text))
    return found if found and _SPEAKS_OF_ITSELF.search(found.text) else None


def _first_prose(placed: Iterator[tuple[int, Block]]) -> Passage | None:
    known = tuple(islice(placed, _MAX_BLOCKS))
    found = first_prose((block for _, block in known), inline_with_code)
    return Passage(found[1], known[found[0]][0]) if found else None


def _is_read(cell: Cell) -> bool:
    return cell.kind is CellKind.MARKDOWN and bool(cell.text.strip())


def outline(notebook: Notebook, *, without: str) -> str:
    """Say what its sections are called and what it imports; empty where it has neither."""
    cells = notebook.opening
    sections = [text for text in _sections(cells) if text.casefold() != without.casefold()][:_MAX_SECTIONS]
    imported = list(dict.fromkeys(_imports(cells) if notebook.is_python else ()))[:_MAX_IMPORTS]
    said = [f"Its sections: {'; '.join(sections)}."] if len(sections) > 1 else []
    if imported:
        said.append(f"It imports {', '.join(f'`{name}`' for name in imported)}.")
    return " ".join(said)


def _sections(cells: Sequence[Cell]) -> Iterator[str]:
    seen: set[str] = set()
    for _, block in _headings(cells):
        text = _tidied(_NUMBER.sub("", inline(block.text))).rstrip(" .")
        fits = _MIN_LETTERS <= len(text) <= _MAX_SECTION_LETTERS and not _ANNOUNCEMENT.search(text)
        if fits and text.casefold() not in seen | _SECTIONS and any(map(str.isalpha, text)):
            seen.add(text.casefold())
            yield text


def _imports(cells: Sequence[Cell]) -> Iterator[str]:
    """Name the Python packages that are no part of Python itself."""
    for cell in cells:
        if cell.kind is CellKind.CODE:
            for match in _IMPORT.finditer(cell.text):
                if match[1] not in sys.stdlib_module_names:
                    yield match[1]


def _stands_alone(cell: Cell) -> bool:
    return all(block.part is Part.HEADING for block in blocks(cell.text))


def _headings(cells: Sequence[Cell]) -> Iterator[tuple[int, Block]]:
    return islice(_all_headings(cells), _MAX_HEADINGS)


def _all_headings(cells: Sequence[Cell]) -> Iterator[tuple[int, Block]]:
    for index, cell in enumerate(cells):
        if cell.kind is CellKind.MARKDOWN:
            yield from ((index, block) for block in map(_cut, blocks(cell.text)) if _is_heading(block))


def _cut(block: Block) -> Block:
    return replace(block, text=block.text[:_MAX_HEADING]) if block.part is Part.HEADING else block


def _is_heading(block: Block) -> bool:
    return block.part is Part.HEADING and bool(inline(block.text))


def _introduction(cells: Sequence[Cell]) -> Iterator[tuple[int, Block]]:
    """Give, with its cell, what stands between the first heading and the next code or heading of its rank."""
    rank = None
    for index, cell in enumerate(cells):
        if cell.kind is CellKind.CODE and cell.text.strip() and rank is not None:
            return
        for block in map(_cut, blocks(cell.text)) if cell.kind is CellKind.MARKDOWN else ():
            if rank is not None and block.part is Part.HEADING and block.level <= rank:
                return
            if rank is None and _is_heading(block):
                rank = block.level
            elif rank is not None:
                yield index, block


def _tidied(text: str) -> str:
    return re.sub(r"\s+__\s+", ": ", text).strip(" .:;_*-")
