"""For GitLab: a code quality report, which merge requests show.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from ossr_catalogue.model.finding import Finding, Severity
from ossr_catalogue.report.addresses import repository_path
from ossr_catalogue.report.run import Run
from ossr_catalogue.report.summary import counting
from ossr_catalogue.report.visible import visible

_SEVERITY: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def gitlab_report(findings: Sequence[Finding], run: Run) -> str:
    """Write an array in ASCII."""
    seen: Counter[str] = Counter()
    issues = []
    for found in counting(findings):
        issues.append(_issue(found, seen[found.fingerprint], run))
        seen[found.fingerprint] += 1
    return json.dumps(issues, indent=2) + "\n"


def _issue(found: Finding, before: int, run: Run) -> dict[str, Any]:
    return {
        "description": f"{found.code} {found.name}: {visible(found.message)}",
        "check_name": found.code,
        "fingerprint": _fingerprint(found, before),
        "severity": _SEVERITY[found.severity],
        "location": {
            "path": visible(repository_path(found.path, run)),
            "lines": {"begin": found.place.line, "end": found.place.end_line},
        },
    }


def _fingerprint(found: Finding, before: int) -> str:
    """Tell a finding from those before it that say the same of the same place: GitLab shows one of each."""
    if not before:
        return found.fingerprint
    return hashlib.sha256(f"{found.fingerprint}\0{before}".encode()).hexdigest()
