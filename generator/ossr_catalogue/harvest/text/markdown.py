"""Read Markdown, and the HTML in it, only as far as finding headings and paragraphs takes.

https://spec.commonmark.org; what is read here is for choosing a title and a sentence, never for showing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from ossr_catalogue.harvest.text.latex import without_latex
from ossr_catalogue.harvest.text.plain import one_line, without_html


class Part(Enum):
    """What a block of text is."""

    HEADING = auto()
    PARAGRAPH = auto()
    ITEM = auto()
    """One point of a list."""
    OTHER = auto()
    """Code, tables, rules, link definitions: nothing that is read."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a text."""

    part: Part
    text: str = ""
    """As it is written, without the marks at its beginning."""
    level: int = 0
    """Of a heading, 1 is the highest."""


MAX_INLINE: Final = 2_000
"""Letters of a paragraph that are looked at: a pattern must not meet megabytes."""
_ATX: Final = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?[ \t]*$")
_LOOSE_ATX: Final = re.compile(r" {0,3}(#{1,6})([^#\s].*)$")  # `#Title`, which Jupyter shows as a heading
_SETEXT: Final = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_RULE: Final = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_ITEM: Final = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(.*)$")
_SKIPPED: Final = re.compile(r" {0,3}(?:\[[^\]]+\]:|\||<!--)")  # link definitions, tables, comments
_HTML_HEADING: Final = re.compile(r"\s*<h([1-6])[^>]*>(.*?)(?:</h\1>|$)", re.IGNORECASE)
_CODE_SPAN: Final = re.compile(r"(?<!`)(`+)([^`]+)\1(?!`)")
_IMAGE: Final = re.compile(r"!\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])")
_LINK: Final = re.compile(r"\[([^\[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])")
_AUTOLINK: Final = re.compile(r"<((?:https?|mailto):[^>\s]+)>")
_FOOTNOTE: Final = re.compile(r"\[\^[^\]]+\]")
_EMPHASIS: Final = re.compile(r"(?<!\w)(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)", re.DOTALL)
_STARS: Final = re.compile(r"\*{1,3}(?=\S)([^*]+?)(?<=\S)\*{1,3}")
_ESCAPE: Final = re.compile(r"\\([!-/:-@\[-`{-~])")


def blocks(text: str) -> Iterator[Block]:
    """Cut a text into its blocks, in its order."""
    reader = _Reader()
    for line in text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4).split("\n"):
        yield from reader.take(line)
    yield from reader.flush()


def inline_with_code(text: str) -> str:
    """Flatten a paragraph, but for the marks around code: Markdown again, of the harmless kind.

    >>> inline_with_code("*The* tag `<b>`")
    'The tag `<b>`'
    """
    return _flattened(text, "`{}`")


def inline(text: str) -> str:
    """Flatten a heading or paragraph to plain text: links become their words, images nothing.

    >>> inline("[Gammapy](https://gammapy.org) fits *the* `Crab` ![badge](x.svg)")
    'Gammapy fits the Crab'
    """
    return _flattened(text, "{}")


def _flattened(text: str, code: str) -> str:
    codes: list[str] = []

    def keep(match: re.Match[str]) -> str:
        codes.append(match[2].strip())
        return f"⟦{len(codes) - 1}⟧"

    text = re.sub(r"[⟦⟧]", "", text[:MAX_INLINE])
    text = _without_markup(_CODE_SPAN.sub(keep, text))
    return one_line(re.sub(r"⟦(\d+)⟧", lambda match: code.format(codes[int(match[1])]), text))


def _without_markup(text: str) -> str:
    text = _AUTOLINK.sub(r"\1", _FOOTNOTE.sub("", text))
    for _ in range(2):  # a badge is an image inside a link
        text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    text = without_html(without_latex(text))
    for _ in range(2):  # bold inside italics
        text = _STARS.sub(r"\1", _EMPHASIS.sub(r"\2", text))
    return _ESCAPE.sub(r"\1", text)


class _Reader:
    """Collects the lines of a paragraph or point until something ends it."""

    def __init__(self) -> None:
        self._fence = ""
        self._lines: list[str] = []
        self._part = Part.PARAGRAPH

    def take(self, line: str) -> Iterator[Block]:
        if self._fence:
            self._leave_fence(line)
        elif fence := _FENCE.match(line):
            yield from self.flush()
            self._fence = fence[1]
            yield Block(Part.OTHER)
        elif not line.strip():
            yield from self.flush()
        else:
            yield from self._take_text(line)

    def flush(self) -> Iterator[Block]:
        """End what is open."""
        text = "\n".join(self._lines).strip()
        self._lines = []
        if text:
            yield Block(self._part, text)
        self._part = Part.PARAGRAPH

    def _leave_fence(self, line: str) -> None:
        if line.strip().startswith(self._fence) and not line.strip(" `~"):
            self._fence = ""

    def _take_text(self, line: str) -> Iterator[Block]:
        if heading := self._heading(line):
            yield from self.flush()
            yield heading
        elif self._lines and self._part is Part.PARAGRAPH and (under := _SETEXT.match(line)):
            text, self._lines = "\n".join(self._lines).strip(), []
            yield Block(Part.HEADING, text, 1 if under[1].startswith("=") else 2)
        elif _RULE.match(line) or _SKIPPED.match(line) or (line.startswith("    ") and not self._lines):
            yield from self.flush()
            yield Block(Part.OTHER)
        else:
            yield from self._take_words(line)

    def _take_words(self, line: str) -> Iterator[Block]:
        if item := _ITEM.match(line):
            yield from self.flush()
            self._part = Part.ITEM
            self._lines = [item[1]]
        else:
            self._lines.append(line.strip())

    @staticmethod
    def _heading(line: str) -> Block | None:
        if match := _ATX.match(line) or _LOOSE_ATX.match(line):
            return Block(Part.HEADING, match[2].strip(), len(match[1]))
        if match := _HTML_HEADING.match(line):
            return Block(Part.HEADING, match[2].strip(), int(match[1]))
        return None
