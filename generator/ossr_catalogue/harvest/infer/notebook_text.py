"""What a notebook says about itself: the heading that titles it, and the paragraph that describes it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ossr_catalogue.harvest.infer.notebook_file import Cell, CellKind
from ossr_catalogue.harvest.text.markdown import Block, Part, blocks, inline, inline_with_code
from ossr_catalogue.harvest.text.prose import description

_SECTIONS: Final = frozenset(
    {
        "introduction", "intro", "imports", "import", "some imports", "needed imports", "import modules",
        "setup", "set up", "overview", "contents", "content", "table of contents", "toc", "index", "abstract",
        "preamble", "initialization", "initialisation", "configuration", "requirements", "prerequisites",
        "installation", "notebook", "example", "tutorial", "options", "data", "data analysis", "results",
        "plots", "parameters", "settings", "step 1", "todo",
    }
)  # fmt: skip
"""Headings that title a part, whatever notebook they stand in."""
_SPEAKS_OF_ITSELF: Final = re.compile(
    r"\b(this|these|the) (jupyter )?(notebooks?|tutorial|example)\b", re.IGNORECASE
)
_MIN_LETTERS: Final = 3


def title(cells: Sequence[Cell]) -> str:
    """Give the heading that titles the notebook as plain text; empty where there is none.

    That is the first one. Where code comes before it, it may be a section's: then it counts only if no other
    heading is of its rank, and it does not stand alone in its cell.
    """
    found = [(index, block) for index, block in _headings(cells)]
    if not found:
        return ""
    index, first = found[0]
    comes_late = any(cell.kind is CellKind.CODE and cell.text.strip() for cell in cells[:index])
    if comes_late and (
        any(block.level <= first.level for _, block in found[1:]) or _stands_alone(cells[index])
    ):
        return ""
    text = _tidied(inline(first.text)).rstrip(" .")
    is_section = re.sub(r"[^\w ]", "", text).strip().lower() in _SECTIONS
    return "" if is_section or sum(letter.isalpha() for letter in text) < _MIN_LETTERS else text


def summary(cells: Sequence[Cell], *, has_title: bool) -> str:
    """Give the paragraph that describes the notebook as plain text; empty where there is none.

    It stands with the title, before any code. Without a title it has to speak of *this notebook*: other
    paragraphs describe single steps.
    """
    if has_title:
        return description(_introduction(cells), inline_with_code)
    first = next((cell for cell in cells if cell.kind is CellKind.MARKDOWN and cell.text.strip()), None)
    found = description(blocks(first.text), inline_with_code) if first else ""
    return found if _SPEAKS_OF_ITSELF.search(found) else ""


def _stands_alone(cell: Cell) -> bool:
    return all(block.part is Part.HEADING for block in blocks(cell.text))


def _headings(cells: Sequence[Cell]) -> Iterator[tuple[int, Block]]:
    for index, cell in enumerate(cells):
        if cell.kind is CellKind.MARKDOWN:
            yield from ((index, block) for block in blocks(cell.text) if _is_heading(block))


def _is_heading(block: Block) -> bool:
    return block.part is Part.HEADING and bool(inline(block.text))


def _introduction(cells: Sequence[Cell]) -> Iterator[Block]:
    """Give what stands between the first heading and the next code, or heading of its rank."""
    rank = None
    for cell in cells:
        if cell.kind is CellKind.CODE and cell.text.strip() and rank is not None:
            return
        for block in blocks(cell.text) if cell.kind is CellKind.MARKDOWN else ():
            if rank is not None and block.part is Part.HEADING and block.level <= rank:
                return
            if rank is None and _is_heading(block):
                rank = block.level
            elif rank is not None:
                yield block


def _tidied(text: str) -> str:
    return re.sub(r"\s+__\s+", ": ", text).strip(" .:;_*-")
