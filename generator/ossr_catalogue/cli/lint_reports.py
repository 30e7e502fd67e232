"""What `lint` writes: reports, where and in which format."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import click

from ossr_catalogue.cli.colors import ALWAYS, AUTO, NEVER, wants_color
from ossr_catalogue.cli.option_group import option_group
from ossr_catalogue.cli.output import Output, append_file, check_places, read_output, write_file
from ossr_catalogue.lint.registry import CONFIGURATION, all_rules, card, list_rules
from ossr_catalogue.model.finding import Finding, Severity
from ossr_catalogue.model.rule_card import RuleCard
from ossr_catalogue.report import FORMATS, Run, summary

_DEFAULT: Final = "text"
_ROOTS: Final = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Where GitHub and GitLab say that they have put the repository."""
_STEP_SUMMARY: Final = "GITHUB_STEP_SUMMARY"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    """What the options say about the output."""

    format_name: str | None
    outputs: tuple[Output, ...]
    color: str
    shows_all: bool
    quiet: bool
    statistics: bool

    def reports(self) -> tuple[Output, ...]:
        """Give the reports that are asked for: text where nothing is said.

        Text stands in a pipe as on a terminal: most people meet it in the log of a CI or of pre-commit.

        Raises:
            UsageError: if two go to one place.
        """
        name = self.format_name or (None if self.outputs else _DEFAULT)
        asked = (Output(format=FORMATS[name]), *self.outputs) if name else self.outputs
        check_places(asked)
        return asked


report_options = option_group(
    "reports",
    ReportOptions,
    click.option(
        "--format",
        "format_name",
        type=click.Choice(tuple(FORMATS)),
        help=f"How to write what was found to standard output.  [default: {_DEFAULT}]",
    ),
    click.option(
        "--output",
        "outputs",
        type=read_output,
        metavar="FORMAT[:FILE]",
        multiple=True,
        help="Write a report in this format to a file; may be given several times.",
    ),
    click.option(
        "--color",
        type=click.Choice((AUTO, ALWAYS, NEVER)),
        default=AUTO,
        show_default=True,
        help="Whether text has colours.",
    ),
    click.option(
        "--all", "shows_all", is_flag=True, help="Show each finding of a rule, not only five a file."
    ),
    click.option("-q", "--quiet", is_flag=True, help="Show the findings, without the sum of it all."),
    click.option(
        "--statistics",
        is_flag=True,
        help="Count the findings of each rule instead of showing them, as text or with --format json.",
    ),
)


def write_reports(
    findings: Sequence[Finding],
    *,
    files: Sequence[str],
    options: ReportOptions,
    fail_on: Severity = Severity.ERROR,
    to_error: bool = False,
) -> None:
    """Write what was found in these files; suppressed findings are among it.

    Args:
        findings: in the order of the files.
        files: what was looked at.
        options: what is asked for.
        fail_on: from which severity on the run fails.
        to_error: whether standard error takes what standard output would, which something else has.

    Raises:
        UsageError: where a report cannot be written.
    """
    if options.statistics:
        _write_statistics(findings, options, to_error=to_error)
        return
    run = _run(findings, files, options, fail_on)
    reports = options.reports()
    for output in reports:
        text = output.format.write(findings, run if output.file is None else _for_a_file(run))
        if output.file is None:
            click.echo(text, nl=False, color=run.color or None, err=to_error)
        else:
            write_file(output.file, text)
    if any(output.format.name == "github" for output in reports):
        _write_step_summary(findings, run)
    if all(output.file for output in reports) and not options.quiet:
        _tell_the_sum(findings, run)


def _write_statistics(findings: Sequence[Finding], options: ReportOptions, *, to_error: bool) -> None:
    from ossr_catalogue.report.statistics import statistics  # noqa: PLC0415 - rarely asked for

    click.echo(statistics(findings, as_json=options.format_name == "json"), nl=False, err=to_error)


def _run(findings: Sequence[Finding], files: Sequence[str], options: ReportOptions, fail_on: Severity) -> Run:
    return Run(
        files=tuple(files),
        shows_sum=not options.quiet,
        rules=_rules(findings) if any(one.format.describes_rules for one in options.reports()) else (),
        fail_on=fail_on,
        shows_all=options.shows_all,
        color=wants_color(options.color, os.environ, is_terminal=sys.stdout.isatty()),
        encoding=sys.stdout.encoding or "utf-8",
        folder=Path.cwd().as_posix(),
        root=_root(),
    )


def _rules(findings: Sequence[Finding]) -> tuple[RuleCard, ...]:
    is_about_us = any(found.code.startswith(CONFIGURATION) for found in findings)
    return tuple(map(card, all_rules() if is_about_us else list_rules()))


def _root() -> str:
    """Give the folder from which forges count paths: as the CI says, else where Git's lies, else this one."""
    said = next((os.environ[name] for name in _ROOTS if os.environ.get(name)), None)
    here = Path.cwd()
    found = (folder for folder in (here, *here.parents) if (folder / ".git").exists())
    return (Path(said) if said else next(found, here)).as_posix()


def _for_a_file(run: Run) -> Run:
    return replace(run, color=False, encoding="utf-8")


def _write_step_summary(findings: Sequence[Finding], run: Run) -> None:
    from ossr_catalogue.report.markdown_report import STEP_SUMMARY_BYTES, step_summary  # noqa: PLC0415 - rare

    if name := os.environ.get(_STEP_SUMMARY):
        file = Path(name)
        written = file.stat().st_size if file.exists() else 0
        append_file(file, step_summary(findings, _for_a_file(run), most_bytes=STEP_SUMMARY_BYTES - written))


def _tell_the_sum(findings: Sequence[Finding], run: Run) -> None:
    """Leave the log of a run that writes into files only not without a word."""
    click.echo(summary(findings, run), err=True)
