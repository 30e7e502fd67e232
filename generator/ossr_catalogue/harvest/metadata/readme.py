"""Read from a README what it is about: its title, and the first paragraph that says so."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final

from ossr_catalogue.harvest.metadata.loading import decoded
from ossr_catalogue.harvest.metadata.metadata import Metadata
from ossr_catalogue.harvest.text import markdown, rest
from ossr_catalogue.harvest.text.markdown import Block, Part
from ossr_catalogue.harvest.text.prose import description

_LOOKED_AT: Final = 60
"""Blocks; what comes later no longer introduces anything."""
_MAX_LETTERS: Final = 100_000
_MAX_TITLE: Final = 100


def read(content: bytes, path: str) -> Metadata:
    """Read the file; one that is not UTF-8 just says nothing."""
    text = (decoded(content) or "")[:_MAX_LETTERS]
    in_rest = path.lower().endswith((".rst", ".txt"))
    cut: Callable[[str], Iterator[Block]] = rest.blocks if in_rest else markdown.blocks
    inline = rest.inline if in_rest else markdown.inline
    blocks = tuple(islice(cut(text), _LOOKED_AT))
    return Metadata(title=_title(blocks, inline), description=description(blocks, inline))


def _title(blocks: Iterable[Block], inline: Callable[[str], str]) -> str:
    """Give the highest heading if it is the first: `## Summary` titles a section."""
    headings = (block for block in blocks if block.part is Part.HEADING)
    first = next(headings, None)
    if first is None or first.level > 1:
        return ""
    title = inline(first.text).rstrip(" .")
    return title if len(title) <= _MAX_TITLE else ""
