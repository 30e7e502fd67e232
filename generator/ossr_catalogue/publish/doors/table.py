"""For people who think in tables: one row per executable, units in the names of the columns."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from ossr_catalogue.matching.measures import MEASURES
from ossr_catalogue.model.catalogue import Catalogue, Entry
from ossr_catalogue.model.finding import Finding, Severity
from ossr_catalogue.model.plain_text import one_line
from ossr_catalogue.publish.files import PublishedFile, SiteSettings
from ossr_catalogue.publish.pages.commonmark import summary_of
from ossr_catalogue.publish.pages.places import executable_page
from ossr_catalogue.publish.parquet import Cell, Column, Kind, parquet

_UNITS: Final = {"bytes": "_bytes", "seconds": "_seconds"}
_FORMULA: Final = ("=", "+", "-", "@")
"""What a spreadsheet takes for the beginning of a formula, https://owasp.org/www-community/attacks/CSV_Injection."""
_MEASURED: Final = tuple(
    f"{measure.name.replace('-', '_')}{_UNITS.get(measure.unit, '')}_{end}"
    for measure in MEASURES
    for end in ("min", "max")
)


def files(catalogue: Catalogue, site: SiteSettings) -> Iterator[PublishedFile]:
    """Write `index.csv`, RFC 4180, UTF-8, and the same as `index.parquet`."""
    names = (*_COLUMNS, *_MEASURED)
    rows = [tuple(_row(entry, site)) for entry in catalogue.entries]
    yield PublishedFile(
        path="index.csv",
        content=_csv(names, rows).encode("utf-8"),
        media_type="text/csv; charset=utf-8; header=present",
        rel="table",
    )
    yield PublishedFile(
        path="index.parquet",
        content=parquet([*_typed(names, rows)]),
        media_type="application/vnd.apache.parquet",
        rel="table",
    )


def _csv(names: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return text.getvalue()


def _typed(names: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Iterator[Column]:
    """Give the columns; amounts are all of one type, which takes halves of cores and sums of any size."""
    for number, name in enumerate(names):
        kind = Kind.NUMBER if name in _MEASURED else Kind.INTEGER if name in _COUNTED else Kind.TEXT
        yield Column(name=name, kind=kind, cells=[row[number] for row in rows])


_COLUMNS: Final[dict[str, Callable[[Entry], Cell]]] = {
    "uuid": lambda entry: entry.executable.uuid,
    "type": lambda entry: entry.executable.urn,
    "title": lambda entry: entry.executable.title,
    "summary": lambda entry: summary_of(entry.executable.description),
    "page": lambda entry: executable_page(entry.executable.uuid),
    "component": lambda entry: entry.component.slug,
    "repository": lambda entry: entry.component.repository,
    "revision": lambda entry: entry.component.revision,
    "origin": lambda entry: entry.origin.value,
    "status": lambda entry: entry.executable.status.value,
    "license": lambda entry: entry.executable.licence or entry.component.licence,
    "keywords": lambda entry: _joined(entry.executable.keywords),
    "authors": lambda entry: _joined(author.name for author in entry.component.authors),
    "data_content": lambda entry: _joined(slot.content or "" for slot in entry.executable.needs.data),
    "data_format": lambda entry: _joined(urn for slot in entry.executable.needs.data for urn in slot.formats),
    "lint_errors": lambda entry: _count(entry.findings, Severity.ERROR),
    "lint_warnings": lambda entry: _count(entry.findings, Severity.WARNING),
}
_COUNTED: Final = frozenset({"lint_errors", "lint_warnings"})


def _row(entry: Entry, site: SiteSettings) -> Iterator[Cell]:
    for name, give in _COLUMNS.items():
        value = give(entry)
        text = f"{site.url}{value}" if name == "page" else value
        yield one_line(text) if isinstance(text, str) else text
    for measure in MEASURES:
        need = measure.need(entry.executable.needs)
        yield need.least if need and need.least else None
        yield need.most if need else None


def _safe(cell: Cell) -> Cell:
    """Keep spreadsheets from executing a text."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))


def _count(findings: Iterable[Finding], severity: Severity) -> int:
    return sum(finding.severity is severity for finding in findings)
