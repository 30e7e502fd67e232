"""`ossr-catalogue lint`: check lists of executables."""

from collections.abc import Sequence

import click

from ossr_catalogue.cli.lint_choice import ChoiceOptions, choice_options
from ossr_catalogue.cli.lint_files import lint_files
from ossr_catalogue.cli.lint_inputs import InputOptions, input_options, lists_in
from ossr_catalogue.cli.lint_reports import ReportOptions, report_options, write_reports
from ossr_catalogue.cli.main import Exit


@click.command(name="lint")
@click.argument("paths", nargs=-1)
@input_options
@choice_options
@report_options
def command(
    paths: Sequence[str], *, inputs: InputOptions, choice: ChoiceOptions, reports: ReportOptions
) -> int:
    """Check lists of executables: files, folders that hold some, or `-`. Default: this folder.

    \b
    Example:
      ossr-catalogue lint
      ossr-catalogue lint executables.yaml --format github
    """
    files = lists_in(paths, inputs)
    findings = [found for found in lint_files(files) if choice.shows(found)]
    write_reports(findings, files=[file.path for file in files], options=reports)
    return Exit.FINDINGS if any(map(choice.fails, findings)) else Exit.FINE
