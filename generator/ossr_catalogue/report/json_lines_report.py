"""For programs that read while findings are written: a line of JSON for each, https://jsonlines.org."""

import json
from collections.abc import Sequence

from ossr_catalogue.model.finding import Finding
from ossr_catalogue.report.json_report import plain_finding
from ossr_catalogue.report.run import Run


def json_lines_report(findings: Sequence[Finding], run: Run) -> str:
    """Write each finding on a line of its own, in ASCII, as it stands in the document of `json`."""
    return "".join(json.dumps(plain_finding(found, run)) + "\n" for found in findings)
