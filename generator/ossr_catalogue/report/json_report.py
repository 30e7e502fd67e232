"""For programs: `findings-1.schema.json` describes it."""

import json
from collections.abc import Sequence
from typing import Any, Final

from ossr_catalogue.model.finding import Edit, Finding, Fix, Place, Suppression
from ossr_catalogue.report.run import Run

VERSION: Final = 1
"""Raised only where a program that reads the report would have to change."""


def json_report(findings: Sequence[Finding], run: Run) -> str:
    """Write findings as one JSON document in ASCII; what is not known is absent, never null."""
    document = {"version": VERSION, "findings": [plain_finding(found, run) for found in findings]}
    return json.dumps(document, indent=2) + "\n"


def plain_finding(found: Finding, run: Run) -> dict[str, Any]:
    """Give a finding as JSON says it."""
    plain = {
        "code": found.code,
        "name": found.name,
        "severity": found.severity.word,
        "confidence": found.confidence.name.lower(),
        "message": _writable(found.message),
        "label": _writable(found.label),
        "advice": _writable(found.advice),
        "path": _writable(found.path),
        "place": _plain_place(found.place),
        "pointer": _writable(found.pointer),
        "where": _writable(found.where),
        "uuid": _writable(found.uuid or ""),
        "related": [
            {"place": _plain_place(other.place), "label": _writable(other.label)} for other in found.related
        ],
        "fix": _plain_fix(found.fix) if found.fix else None,
        "suppression": _plain_suppression(found.suppression) if found.suppression else None,
        "fingerprint": found.fingerprint,
        "url": run.page_of(found.code),
    }
    return {key: value for key, value in plain.items() if value or key == "pointer"}


def _plain_place(place: Place) -> dict[str, int]:
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


def _plain_fix(fix: Fix) -> dict[str, Any]:
    return {"title": _writable(fix.title), "safe": fix.is_safe, "edits": [*map(_plain_edit, fix.edits)]}


def _plain_edit(edit: Edit) -> dict[str, Any]:
    return {
        "start": edit.start,
        "end": edit.end,
        "text": _writable(edit.text),
        "place": _plain_place(edit.place),
    }


def _plain_suppression(suppression: Suppression) -> dict[str, str]:
    plain = {"kind": suppression.kind.value, "reason": _writable(suppression.reason)}
    return {key: value for key, value in plain.items() if value}


def _writable(text: str) -> str:
    r"""Replace halves of surrogate pairs, which strict readers of JSON refuse even as `\ud800`."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
