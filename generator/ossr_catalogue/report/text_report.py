"""For people: each finding with the lines it is about, and what to do."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ossr_catalogue import HOME_URL
from ossr_catalogue.model.finding import Finding
from ossr_catalogue.report.colors import Painter
from ossr_catalogue.report.snippet import Row, snippet
from ossr_catalogue.report.summary import summary
from ossr_catalogue.report.visible import visible

_MOST: Final = 5
"""Findings of one rule that are shown for one file."""


def text_report(
    findings: Sequence[Finding], *, files: int | None = None, color: bool = False, url: str = HOME_URL
) -> str:
    """Write findings for people, at most five of a rule for each file."""
    paint = Painter(color=color)
    seen: Counter[tuple[str, str, str]] = Counter()
    blocks = []
    for found in findings:
        kind = (found.path, found.code, found.name)
        seen[kind] += 1
        if seen[kind] <= _MOST:
            blocks.append("\n".join(_block(found, paint, url)))
    blocks.extend(_not_shown(seen))
    if files is not None:
        blocks.append(summary(findings, files=files))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _block(found: Finding, paint: Painter, url: str) -> Iterator[str]:
    rows = tuple(snippet(found))
    gutter = len(str(max(row.number or 0 for row in rows)))
    bar = " " * gutter + paint.frame(" |")
    head = paint.severity(found.severity, f"{found.severity.word}[{found.code}]")
    yield f"{head} {found.name}: {paint.strong(visible(found.message))}"
    arrow = " " * gutter + paint.frame("-->")
    yield f"{arrow} {visible(found.path)}:{found.place.line}:{found.place.column}"
    yield bar
    for row in rows:
        yield _row(row, gutter, bar, found, paint)
    yield bar
    for word, text in _facts(found, url):
        yield from _fact(word, text, " " * gutter + paint.frame(" ="))


def _row(row: Row, gutter: int, bar: str, found: Finding, paint: Painter) -> str:
    if row.number is not None:
        return f"{paint.frame(f'{row.number:>{gutter}} |')} {row.text}".rstrip()
    text = paint.severity(found.severity, row.text) if row.is_primary else paint.frame(row.text)
    return f"{bar} {text}" if row.text else bar


def _facts(found: Finding, url: str) -> Iterator[tuple[str, str]]:
    if found.where:
        yield "in", found.where
    if found.advice:
        yield "help", found.advice
    yield "see", f"{url}rules/{found.code}/"


def _fact(word: str, text: str, sign: str) -> Iterator[str]:
    """Write one line, or several where the text is an example of several."""
    first, *more = text.split("\n")
    yield f"{sign} {word}: {visible(first)}"
    yield from (f"{' ' * 7}{visible(line)}".rstrip() for line in more)


def _not_shown(seen: Counter[tuple[str, str, str]]) -> Iterable[str]:
    return (
        f"{visible(path)}: +{count - _MOST} more of {code} {name}"
        for (path, code, name), count in seen.items()
        if count > _MOST
    )
