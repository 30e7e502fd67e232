"""For GitHub Actions: annotations at the lines of a pull request.

GitHub shows ten errors, ten warnings and ten notices of a step, and drops the rest without a word
(https://github.com/actions/toolkit/issues/734); so the rest is counted in the last notice.
"""

from collections.abc import Sequence
from typing import Final

from ossr_catalogue.model.finding import Finding, Severity
from ossr_catalogue.report.addresses import repository_path
from ossr_catalogue.report.run import Run
from ossr_catalogue.report.summary import count_by_severity, counting
from ossr_catalogue.report.visible import visible

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_MOST: Final = {Severity.ERROR: 10, Severity.WARNING: 10, Severity.NOTE: 9}


def github_report(findings: Sequence[Finding], run: Run) -> str:
    """Write workflow commands, the worst findings first."""
    counted = counting(findings)
    by_severity = {
        severity: [found for found in counted if found.severity is severity] for severity in _COMMANDS
    }
    shown = [found for severity, group in by_severity.items() for found in group[: _MOST[severity]]]
    rest = [found for severity, group in by_severity.items() for found in group[_MOST[severity] :]]
    lines = [_annotation(found, run) for found in shown]
    if rest:
        lines.append(_notice_of(rest))
    return "".join(f"{line}\n" for line in lines)


def _annotation(found: Finding, run: Run) -> str:
    place = found.place
    properties = {
        "file": visible(repository_path(found.path, run)),
        "line": str(place.line),
        "endLine": str(place.end_line),
        "col": str(place.column),
        "endColumn": str(place.end_column),
        "title": f"{found.code} {found.name}",
    }
    if place.end_line > place.line:  # GitHub takes columns of a single line only
        del properties["col"], properties["endColumn"]
    lines = (found.message, *found.advice.split("\n"), run.page_of(found.code))
    text = "\n".join(visible(line) for line in lines if line)
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[found.severity]} {written}::{_data(text)}"


def _notice_of(rest: Sequence[Finding]) -> str:
    return (
        f"::notice title=ossr-catalogue::{count_by_severity(rest)} more; "
        "the summary of the job and `ossr-catalogue lint` show all"
    )


def _data(text: str) -> str:
    """Escape as @actions/core does, https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
