"""Read reStructuredText only as far as finding headings and paragraphs takes.

https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html
"""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.harvest.text.latex import without_latex
from ossr_catalogue.harvest.text.markdown import MAX_INLINE, Block, Part
from ossr_catalogue.harvest.text.plain import one_line, without_tags_to_be

_LINE: Final = re.compile(r"([=\-`:'\"~^_*+#<>.])\1{2,}\s*$")
_ITEM: Final = re.compile(r"(?:[-*+•]|\d+[.)]|#\.)\s+(.*)", re.DOTALL)
_ROLE: Final = re.compile(r":[\w:+.-]+:`~?([^`<]*?)(?:\s*<[^`>]*>)?`")
_LINK: Final = re.compile(r"`([^`<]+?)\s*<[^`>]*>`_{1,2}")
_PHRASE: Final = re.compile(r"``(.+?)``|`~?([^`]+)`_{0,2}|\*\*(.+?)\*\*|\*(.+?)\*")
_SUBSTITUTION: Final = re.compile(r"\|[^|\n]+\|_{0,2}")
_REFERENCE: Final = re.compile(r"\b(\w+)_{1,2}(?=[\s.,;:)]|$)")


def blocks(text: str) -> Iterator[Block]:
    """Cut a text into its blocks, in its order; the first style of heading is the highest."""
    styles: list[str] = []
    for chunk in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").expandtabs(4)):
        lines = chunk.strip("\n").split("\n")
        heading = _heading(lines, styles)
        if heading:
            block, rest = heading
            yield block
            lines = rest
        if any(line.strip() for line in lines):
            yield _block(lines)


def inline(text: str) -> str:
    """Flatten a heading or paragraph to plain text.

    >>> inline("`Gammapy <https://gammapy.org>`__ fits *the* ``Crab``, see :ref:`fit` |badge|")
    'Gammapy fits the Crab, see fit'
    """
    text = text[:MAX_INLINE]
    text = _LINK.sub(r"\1", _ROLE.sub(lambda match: match[1].rsplit("/", 1)[-1], text))
    text = _PHRASE.sub(lambda match: next(filter(None, match.groups()), ""), _SUBSTITUTION.sub("", text))
    return one_line(without_tags_to_be(without_latex(_REFERENCE.sub(r"\1", text))))


def _heading(lines: list[str], styles: list[str]) -> tuple[Block, list[str]] | None:
    """Give the heading at the top of a chunk, and the lines below it."""
    over = bool(_LINE.match(lines[0]))
    title, under = (1, 2) if over else (0, 1)
    if len(lines) <= under or not _LINE.match(lines[under]) or not lines[title].strip():
        return None
    style = f"{lines[under][0]}{over}"
    if style not in styles:
        styles.append(style)
    return Block(Part.HEADING, lines[title].strip(), styles.index(style) + 1), lines[under + 1 :]


def _block(lines: list[str]) -> Block:
    first = next(line for line in lines if line.strip())
    if first.startswith(("..", " ", "__ ", ":", "|", "+-", ">>>")) or _LINE.match(first):
        return Block(Part.OTHER)
    text = "\n".join(line.strip() for line in lines).strip()
    item = _ITEM.match(text)
    return Block(Part.ITEM, item[1]) if item else Block(Part.PARAGRAPH, text)
