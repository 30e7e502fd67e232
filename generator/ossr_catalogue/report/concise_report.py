"""One line for each finding, as editors and `grep` like it."""

from collections.abc import Sequence

from ossr_catalogue import HOME_URL
from ossr_catalogue.model.finding import Finding
from ossr_catalogue.report.colors import Painter
from ossr_catalogue.report.summary import summary
from ossr_catalogue.report.visible import visible


def concise_report(
    findings: Sequence[Finding], *, files: int | None = None, color: bool = False, url: str = HOME_URL
) -> str:
    """Write `path:line:column: severity[code] name: message` and the rule's page, a line for each finding."""
    paint = Painter(color=color)
    lines = [_line(found, paint, url) for found in findings]
    if files is not None:
        lines.append(summary(findings, files=files))
    return "".join(f"{line}\n" for line in lines)


def _line(found: Finding, paint: Painter, url: str) -> str:
    place = f"{visible(found.path)}:{found.place.line}:{found.place.column}"
    head = paint.severity(found.severity, f"{found.severity.word}[{found.code}]")
    return f"{place}: {head} {found.name}: {visible(found.message)} ({url}rules/{found.code}/)"
