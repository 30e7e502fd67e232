"""Findings of the linter as a page shows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.model.finding import Finding, Severity
from ossr_catalogue.model.web_address import web_link
from ossr_catalogue.publish.pages.places import rule_page

_LONGEST_EXCERPT: Final = 200
_PLURALS: Final = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.NOTE: "notes"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One finding."""

    severity: str
    code: str
    rule_path: str
    message: str
    advice: str
    place: str
    href: str
    """The line in the file's page, empty where there is none."""
    excerpt: str
    caret: str
    """Blanks and carets that stand under the excerpt."""


def remarks_of(findings: Iterable[Finding], page: str | None = None) -> tuple[Remark, ...]:
    """Give the findings, the worst first; *page* shows the file that they are about."""
    ordered = sorted(findings, key=lambda found: (-found.severity, found.place.line, found.place.column))
    return tuple(_remark(found, page) for found in ordered)


def tally(findings: Iterable[Finding]) -> str:
    """Count them in words: `1 error, 2 warnings`; empty where there are none."""
    severities = [found.severity for found in findings]
    counts = ((severities.count(severity), severity) for severity in _PLURALS)
    return ", ".join(
        f"{count} {severity.word if count == 1 else _PLURALS[severity]}"
        for count, severity in counts
        if count
    )


def _remark(found: Finding, page: str | None) -> Remark:
    excerpt = found.place.excerpt.replace("\t", " ")
    shown = excerpt if len(excerpt) <= _LONGEST_EXCERPT else ""
    return Remark(
        severity=found.severity.word,
        code=found.code,
        rule_path=rule_page(found.code),
        message=found.message,
        advice=found.advice,
        place=f"{found.path}, line {found.place.line}",
        href=f"{page}#L{found.place.line}" if web_link(page) else "",
        excerpt=shown,
        caret=_caret(found) if shown else "",
    )


def _caret(found: Finding) -> str:
    place = found.place
    end = place.end_column if place.end_line == place.line else len(place.excerpt) + 1
    blanks = " " * (place.column - 1)
    return f"{blanks}{'^' * max(1, end - place.column)} {found.label}".rstrip()
