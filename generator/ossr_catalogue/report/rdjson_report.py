"""For reviewdog: the Reviewdog Diagnostic Format, columns in bytes of UTF-8.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

import json
from collections.abc import Sequence
from typing import Any, Final

from ossr_catalogue.model.finding import Finding, Fix, Place, Severity
from ossr_catalogue.report.run import Run
from ossr_catalogue.report.summary import counting
from ossr_catalogue.report.visible import visible

_SEVERITY: Final = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def rdjson_report(findings: Sequence[Finding], run: Run) -> str:
    """Write a DiagnosticResult in ASCII; paths are relative to where it was run, as reviewdog is."""
    result = {
        "source": {"name": "ossr-catalogue", "url": run.url},
        "diagnostics": [_diagnostic(found, run) for found in counting(findings)],
    }
    return json.dumps(result, indent=2) + "\n"


def _diagnostic(found: Finding, run: Run) -> dict[str, Any]:
    path = visible(found.path)
    lines = (found.message, *found.advice.split("\n"))
    diagnostic = {
        "message": "\n".join(visible(line) for line in lines if line),
        "location": {"path": path, "range": _range(found.place)},
        "severity": _SEVERITY[found.severity],
        "code": {"value": found.code, "url": run.page_of(found.code)},
        "suggestions": _suggestions(found.fix),
        "related_locations": [
            {"message": visible(other.label), "location": {"path": path, "range": _range(other.place)}}
            for other in found.related
        ],
    }
    return {key: value for key, value in diagnostic.items() if value}


def _suggestions(fix: Fix | None) -> list[dict[str, Any]]:
    """Give a fix of one edit: several suggestions would be several ways to mend, each a half of ours."""
    if fix is None or len(fix.edits) != 1:
        return []
    (edit,) = fix.edits
    return [{"range": _range(edit.place), "text": edit.text.encode("utf-8", "replace").decode()}]


def _range(place: Place) -> dict[str, dict[str, int]]:
    return {
        "start": {"line": place.line, "column": place.column + place.more.utf8},
        "end": {"line": place.end_line, "column": place.end_column + place.end_more.utf8},
    }
