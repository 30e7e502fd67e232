"""For people: each finding with the lines it is about, and what to do."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ossr_catalogue.model.finding import Finding
from ossr_catalogue.report.run import Run
from ossr_catalogue.report.summary import counting, summary
from ossr_catalogue.report.terminal import Terminal

if TYPE_CHECKING:
    from ossr_catalogue.report.snippet import Row

_MOST: Final = 5
"""Findings of one rule that are shown for one file."""


def text_report(findings: Sequence[Finding], run: Run) -> str:
    """Write findings for people, at most five of a rule for each file unless all are asked for."""
    page = _Page(run=run, terminal=Terminal(color=run.color, encoding=run.encoding))
    blocks = [*page.blocks(counting(findings))]
    if run.files and run.shows_sum:
        blocks.append(summary(findings, run))
    return "\n\n".join(blocks) + "\n" if blocks else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    run: Run
    terminal: Terminal

    def blocks(self, findings: Sequence[Finding]) -> Iterator[str]:
        """Give each finding as a text of several lines, and a line for those of which there are too many."""
        seen: Counter[tuple[str, str, str]] = Counter()
        for found in findings:
            kind = (found.path, found.code, found.name)
            seen[kind] += 1
            if self.run.shows_all or seen[kind] <= _MOST:
                yield "\n".join(self._lines(found))
        if not self.run.shows_all:
            yield from self._not_shown(seen)

    def _lines(self, found: Finding) -> Iterator[str]:
        from ossr_catalogue.report.snippet import Snippet  # noqa: PLC0415 - where nothing is found, none is shown

        terminal = self.terminal
        rows = tuple(Snippet(terminal=terminal).rows(found))
        gutter = len(str(max(row.number or 0 for row in rows)))
        bar = " " * gutter + terminal.frame(" |")
        head = terminal.severity(found.severity, f"{found.severity.word}[{found.code}]")
        yield f"{head} {found.name}: {terminal.strong(terminal.visible(found.message))}"
        arrow = " " * gutter + terminal.frame("-->")
        yield f"{arrow} {terminal.visible(found.path)}:{found.place.line}:{found.place.column}"
        yield bar
        for row in rows:
            yield self._row(row, gutter, bar, found)
        yield bar
        for word, text in self._facts(found):
            yield from self._fact(word, text, " " * gutter + terminal.frame(" ="))

    def _row(self, row: "Row", gutter: int, bar: str, found: Finding) -> str:
        if row.number is not None:
            return f"{self.terminal.frame(f'{row.number:>{gutter}} |')} {row.text}".rstrip()
        text = self.terminal.frame(row.text)
        if row.is_primary:
            text = self.terminal.severity(found.severity, row.text)
        return f"{bar} {text}" if row.text else bar

    def _facts(self, found: Finding) -> Iterator[tuple[str, str]]:
        if found.where:
            yield "in", found.where
        if found.advice:
            yield "help", found.advice
        if found.fix:
            yield "fix", f"{found.fix.title} ({'--fix' if found.fix.is_safe else '--fix --unsafe-fixes'})"
        yield "see", self.run.page_of(found.code)

    def _fact(self, word: str, text: str, sign: str) -> Iterator[str]:
        """Write one line, or several where the text is an example of several."""
        first, *more = text.split("\n")
        yield f"{sign} {word}: {self.terminal.visible(first)}"
        yield from (f"{' ' * 7}{self.terminal.visible(line)}".rstrip() for line in more)

    def _not_shown(self, seen: Counter[tuple[str, str, str]]) -> Iterator[str]:
        for (path, code, name), count in seen.items():
            if count > _MOST:
                where = self.terminal.visible(path)
                yield f"{where}: +{count - _MOST} more of {code} {name}; `--all` shows them"
