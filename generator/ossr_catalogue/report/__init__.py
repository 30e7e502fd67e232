"""Findings for people and for programs, one file per format, listed in `FORMATS`."""

from typing import Final

from ossr_catalogue.report.concise_report import concise_report
from ossr_catalogue.report.github_report import github_report
from ossr_catalogue.report.json_report import json_report
from ossr_catalogue.report.report_format import ReportFormat
from ossr_catalogue.report.summary import summary
from ossr_catalogue.report.text_report import text_report

FORMATS: Final[dict[str, ReportFormat]] = {
    "text": text_report,
    "concise": concise_report,
    "json": json_report,
    "github": github_report,
}

__all__ = ["FORMATS", "ReportFormat", "summary"]
