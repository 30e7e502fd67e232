"""Findings for people and for programs, one file per format, listed in `FORMATS`."""

from typing import Final

from ossr_catalogue.report.report_format import ReportFormat
from ossr_catalogue.report.run import Run
from ossr_catalogue.report.summary import summary

_ALL: Final = (
    ReportFormat(name="text", about="people: each finding with the lines it is about, and what to do"),
    ReportFormat(name="concise", about="people and editors: a line for each finding, `file:line:column`"),
    ReportFormat(name="json", about="programs: one document with all that is known"),
    ReportFormat(name="json-lines", about="programs: a line for each finding"),
    ReportFormat(
        name="sarif", about="code scanning on GitHub, and editors: SARIF 2.1.0", describes_rules=True
    ),
    ReportFormat(name="github", about="GitHub Actions: annotations, and a table in the summary of the job"),
    ReportFormat(name="gitlab", about="GitLab: a code quality report, which merge requests show"),
    ReportFormat(name="junit", about="dashboards of tests: JUnit XML"),
    ReportFormat(name="rdjson", about="reviewdog: diagnostics, with fixes as suggestions"),
    ReportFormat(name="markdown", about="the text of a pull request: a table"),
)

FORMATS: Final[dict[str, ReportFormat]] = {offered.name: offered for offered in _ALL}
"""Every format by the name that the command knows, in the order in which people are told of them."""

__all__ = ["FORMATS", "ReportFormat", "Run", "summary"]
