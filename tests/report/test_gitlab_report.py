"""What a merge request on GitLab is told."""

import json
from dataclasses import replace

import pytest

from ossr_catalogue.model.finding import Finding, Severity
from ossr_catalogue.report import FORMATS
from sample_findings import FOUND, RUN, SUPPRESSED


def written(*findings: Finding) -> list[dict[str, object]]:
    issues = json.loads(FORMATS["gitlab"].write(findings, RUN))
    assert isinstance(issues, list)
    return issues


def test_an_issue_has_what_gitlab_reads() -> None:
    assert written(FOUND) == [
        {
            "description": "RES101 min-exceeds-max: at least 64 GiB: 100 %, at most 8 GiB",
            "check_name": "RES101",
            "fingerprint": FOUND.fingerprint,
            "severity": "minor",
            "location": {"path": "sub dir/a,b:c/executables.yaml", "lines": {"begin": 9, "end": 9}},
        }
    ]


@pytest.mark.parametrize(
    ("severity", "word"), [(Severity.ERROR, "major"), (Severity.WARNING, "minor"), (Severity.NOTE, "info")]
)
def test_a_severity_has_its_word(severity: Severity, word: str) -> None:
    assert [issue["severity"] for issue in written(replace(FOUND, severity=severity))] == [word]


def test_no_two_issues_have_one_fingerprint() -> None:
    fingerprints = [issue["fingerprint"] for issue in written(FOUND, FOUND, FOUND)]
    assert len(set(fingerprints)) == 3
    assert fingerprints[0] == FOUND.fingerprint


def test_what_is_suppressed_is_no_issue() -> None:
    assert written(SUPPRESSED) == []
