"""For programs: `findings-1.schema.json` describes it."""

import json
from collections.abc import Sequence
from typing import Any, Final

from ossr_catalogue import HOME_URL
from ossr_catalogue.model.finding import Finding, Place

VERSION: Final = 1
"""Raised only where a program that reads the report would have to change."""


def json_report(
    findings: Sequence[Finding],
    *,
    files: int | None = None,  # noqa: ARG001 - of the protocol; programs count themselves
    color: bool = False,  # noqa: ARG001 - of the protocol; JSON has no colours
    url: str = HOME_URL,
) -> str:
    """Write findings as one JSON document in ASCII; what is not known is absent, never null."""
    document = {"version": VERSION, "findings": [_plain(found, url) for found in findings]}
    return json.dumps(document, indent=2) + "\n"


def _plain(found: Finding, url: str) -> dict[str, Any]:
    plain = {
        "code": found.code,
        "name": found.name,
        "severity": found.severity.word,
        "confidence": found.confidence.name.lower(),
        "message": found.message,
        "label": found.label,
        "advice": found.advice,
        "path": found.path,
        "place": _plain_place(found.place),
        "pointer": found.pointer,
        "where": found.where,
        "uuid": found.uuid,
        "related": [{"place": _plain_place(other.place), "label": other.label} for other in found.related],
        "url": f"{url}rules/{found.code}/",
    }
    return {key: value for key, value in plain.items() if value or key == "pointer"}


def _plain_place(place: Place) -> dict[str, int]:
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
