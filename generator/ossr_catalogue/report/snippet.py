"""The lines of the file that a finding is about, with carets under what it is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from ossr_catalogue.model.finding import Finding, Place
from ossr_catalogue.report.terminal import Terminal

_WIDEST: Final = 120
"""Columns that a line of the file may take."""
_BEFORE: Final = 40
"""Letters that stay before the mark where a line is too wide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a snippet: a line of the file with its number, or the marks below it."""

    text: str
    number: int | None = None
    is_primary: bool = False
    """Whether these are the marks of the finding itself, not those of its other half."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    place: Place
    label: str
    sign: str

    @property
    def start(self) -> int:
        """The first marked letter of the excerpt."""
        return min(self.place.column - self.place.excerpt_column, len(self.place.excerpt))

    @property
    def end(self) -> int:
        """The letter after the last, on the first line of what is marked."""
        place = self.place
        goes_on = place.end_line > place.line
        end = len(place.excerpt) if goes_on else place.end_column - place.excerpt_column
        return max(self.start, min(end, len(place.excerpt)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """Shows the lines of findings on a terminal."""

    terminal: Terminal

    def rows(self, found: Finding) -> Iterator[Row]:
        """Give the rows in the order of the file; a row without text stands for lines between."""
        marks = [_Mark(place=found.place, label=found.label, sign="^")]
        marks += [_Mark(place=other.place, label=other.label, sign="-") for other in found.related]
        marks.sort(key=lambda mark: (mark.place.line, mark.place.column))
        line_before = None
        for _, of_one_line in groupby(marks, key=self._row_of):
            group = tuple(of_one_line)
            line = group[0].place.line
            if line_before is not None and line - line_before > 1:
                yield Row(text="")
            line_before = line
            yield from self._rows(group)

    def _row_of(self, mark: _Mark) -> tuple[int, int]:
        """Tell marks apart that cannot stand below one and the same row."""
        is_narrow = self.terminal.width(mark.place.excerpt) <= _WIDEST
        return mark.place.line, 0 if is_narrow else mark.place.column

    def _rows(self, marks: Sequence[_Mark]) -> Iterator[Row]:
        excerpt = marks[0].place.excerpt
        is_wide = self.terminal.width(excerpt) > _WIDEST
        first = max(0, marks[0].start - _BEFORE) if is_wide else 0
        cut = self._cut if first or marks[0].place.excerpt_column > 1 else ""
        yield Row(text=cut + self._fit(excerpt[first:]), number=marks[0].place.line)
        columns = [len(cut) + self.terminal.width(excerpt[first : mark.start]) for mark in marks]
        yield from self._mark_rows(tuple(zip(columns, marks, strict=True)))

    def _mark_rows(self, marks: Sequence[tuple[int, _Mark]]) -> Iterator[Row]:
        """Give the signs of all marks with the last one's label, and below it the others' labels."""
        signs = ""
        for column, mark in marks:
            signs = f"{signs:<{column}}{self._signs(mark)}"
        *others, (_, last) = marks
        is_primary = any(mark.sign == "^" for _, mark in marks)
        yield Row(text=f"{signs} {self.terminal.visible(last.label)}".rstrip(), is_primary=is_primary)
        for column, mark in reversed(others):
            if mark.label:
                label = self.terminal.visible(mark.label)
                yield Row(text=" " * column + label, is_primary=mark.sign == "^")

    def _signs(self, mark: _Mark) -> str:
        """Give the carets, none of them beyond the widest row."""
        columns = self.terminal.width(mark.place.excerpt[mark.start : mark.end])
        return mark.sign * max(1, min(columns, _WIDEST - _BEFORE))

    def _fit(self, text: str) -> str:
        """Show as much of a line as fits."""
        row: list[str] = []
        columns = 0
        for letter in text:
            columns += self.terminal.width(letter)
            if columns > _WIDEST:
                return "".join(row) + self._cut
            row.append(self.terminal.shown(letter))
        return "".join(row)

    @property
    def _cut(self) -> str:
        return self.terminal.visible("…")
