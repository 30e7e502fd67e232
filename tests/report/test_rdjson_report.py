"""What reviewdog is told."""

import json
from dataclasses import replace
from typing import Any

from ossr_catalogue.model.finding import Finding
from ossr_catalogue.report import FORMATS
from sample_findings import AFTER_A_CRAB, FIX, FOUND, RUN, SUPPRESSED


def diagnostics(*findings: Finding) -> list[dict[str, Any]]:
    listed = json.loads(FORMATS["rdjson"].write(findings, RUN))["diagnostics"]
    assert isinstance(listed, list)
    return listed


def test_a_diagnostic_says_all_that_reviewdog_can_show() -> None:
    path = "a,b:c/executables.yaml"
    assert diagnostics(replace(FOUND, fix=FIX)) == [
        {
            "message": "at least 64 GiB: 100 %, at most 8 GiB\nswap them:\nmin: 8",
            "location": {
                "path": path,
                "range": {"start": {"line": 9, "column": 12}, "end": {"line": 9, "column": 18}},
            },
            "severity": "WARNING",
            "code": {"value": "RES101", "url": "https://example.org/rules/RES101/"},
            "suggestions": [
                {
                    "range": {"start": {"line": 9, "column": 12}, "end": {"line": 9, "column": 18}},
                    "text": "8 GiB",
                }
            ],
            "related_locations": [
                {
                    "message": "upper limit",
                    "location": {
                        "path": path,
                        "range": {"start": {"line": 10, "column": 12}, "end": {"line": 10, "column": 17}},
                    },
                }
            ],
        }
    ]


def test_the_source_is_named() -> None:
    assert json.loads(FORMATS["rdjson"].write((), RUN)) == {
        "source": {"name": "ossr-catalogue", "url": "https://example.org/"},
        "diagnostics": [],
    }


def test_columns_count_bytes() -> None:
    (found,) = diagnostics(replace(FOUND, place=AFTER_A_CRAB))
    assert found["location"]["range"] == {
        "start": {"line": 9, "column": 16},
        "end": {"line": 9, "column": 18},
    }


def test_half_a_fix_is_not_suggested() -> None:
    (found,) = diagnostics(replace(FOUND, fix=replace(FIX, edits=FIX.edits * 2)))
    assert "suggestions" not in found


def test_what_is_suppressed_is_no_diagnostic() -> None:
    assert diagnostics(SUPPRESSED) == []
