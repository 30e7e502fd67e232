"""What `lint` writes: reports, where and in which format."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import click

from ossr_catalogue.cli.option_group import option_group
from ossr_catalogue.model.finding import Finding
from ossr_catalogue.report import FORMATS


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    """What the options say about the output."""

    format_name: str


report_options = option_group(
    "reports",
    ReportOptions,
    click.option(
        "--format",
        "format_name",
        type=click.Choice(tuple(FORMATS)),
        default="text",
        show_default=True,
        help="How to write what was found.",
    ),
)


def write_reports(findings: Sequence[Finding], *, files: int, options: ReportOptions) -> None:
    """Write what was found in so many files; suppressed findings are among it."""
    shown = [found for found in findings if found.suppression is None]
    report = FORMATS[options.format_name](shown, files=files, color=sys.stdout.isatty())
    click.echo(report, nl=False)
