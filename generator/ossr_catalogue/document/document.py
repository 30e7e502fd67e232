"""A file as it was read: its text, its tree, and what is wrong with it."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ossr_catalogue.document.changes import Correction
from ossr_catalogue.document.letter_sizes import LetterSizes
from ossr_catalogue.document.node import Node, Span
from ossr_catalogue.model.finding import More, Place

_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_EXCERPT_LENGTH: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that is wrong with the text or its shape; the lint rule of the same `kind` reports it."""

    kind: str
    """Which rule speaks: `syntax`, `duplicate-key`, `unknown-key`, `missing-key`, `wrong-type` …"""
    span: Span
    message: str
    path: tuple[str | int, ...] = ()
    label: str = ""
    advice: str = ""
    related: tuple[tuple[Span, str], ...] = ()
    fix: Correction | None = None


@dataclass(frozen=True)
class Document:
    """A file, its tree as far as it could be read, and the problems met on the way."""

    path: str
    text: str
    root: Node | None
    """None where the text could not be read at all; then there is at least one problem."""
    problems: tuple[Problem, ...] = ()

    @property
    def executables(self) -> tuple[Node, ...]:
        """The entries of the list, sound or not."""
        return tuple(self.root.select("executables", ...)) if self.root else ()

    def place(self, span: Span) -> Place:
        """Say a stretch of the text in lines and columns, both from 1."""
        line, column = self._position(span.start)
        end_line, end_column = self._position(max(span.start, span.end))
        excerpt, excerpt_column = self._excerpt(line, column)
        return Place(
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
            excerpt=excerpt,
            excerpt_column=excerpt_column,
            more=self._more(line, column),
            end_more=self._more(end_line, end_column),
        )

    def describe(self, path: tuple[str | int, ...]) -> str:
        """Say a place in words: `executables[2] "Crab flux fit" → memory`."""
        if path[:1] != ("executables",) or len(path) < 2:  # noqa: PLR2004 - key and index
            return _dotted(path)
        title = self._title(path[1])
        rest = _dotted(path[2:])
        return f"executables[{path[1]}]" + (f' "{title}"' if title else "") + (f" → {rest}" if rest else "")

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    @cached_property
    def _sizes(self) -> LetterSizes:
        return LetterSizes(self.text)

    def _more(self, line: int, column: int) -> More:
        start = self._line_starts[line - 1]
        return self._sizes.more(start, start + column - 1)

    def _excerpt(self, line: int, column: int) -> tuple[str, int]:
        """Give a line, or of a very long one the part around a column, and the column where that starts."""
        start = self._line_starts[line - 1]
        end = self._line_starts[line] if line < len(self._line_starts) else len(self.text)
        if end - start > _EXCERPT_LENGTH:
            start += max(0, column - 1 - _EXCERPT_LENGTH // 2)
        excerpt = self.text[start : min(end, start + _EXCERPT_LENGTH)].rstrip("\r\n")
        return excerpt, start - self._line_starts[line - 1] + 1

    def _title(self, index: str | int) -> str:
        nodes = self.root.select("executables", index, "title") if self.root else iter(())
        return next((node.text for node in nodes), "")[:60]


def _dotted(path: tuple[str | int, ...]) -> str:
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")
