"""`ossr-catalogue lint`: check lists of executables."""

from collections.abc import Sequence

import click

from ossr_catalogue.cli.lint_choice import ChoiceOptions, choice_options
from ossr_catalogue.cli.lint_files import lint_files
from ossr_catalogue.cli.lint_fixing import Fixer, FixOptions, fix_options
from ossr_catalogue.cli.lint_inputs import InputOptions, ListFile, folders_in, input_options, lists_in
from ossr_catalogue.cli.lint_online import OnlineOptions, online_options, say_unchecked
from ossr_catalogue.cli.lint_reports import ReportOptions, report_options, write_reports
from ossr_catalogue.cli.main import Exit


@click.command(name="lint")
@click.argument("paths", nargs=-1)
@input_options
@choice_options
@fix_options
@online_options
@report_options
def command(
    paths: Sequence[str],
    *,
    inputs: InputOptions,
    choice: ChoiceOptions,
    fixes: FixOptions,
    online: OnlineOptions,
    reports: ReportOptions,
) -> int:
    """Check lists of executables: files, folders that hold some, or `-`. Default: this folder.

    \b
    Example:
      ossr-catalogue lint
      ossr-catalogue lint executables.yaml --format github
      ossr-catalogue lint --select RES,TTL --severity RES105=error
      ossr-catalogue lint --fix
    """
    new_linter = choice.linters()
    linter = new_linter()
    files = lists_in(paths, inputs, linter.excludes)
    if inputs.show_files:
        click.echo("".join(f"{file.path}\n" for file in files), nl=False)
        return Exit.FINE
    if inputs.show_settings:
        as_json = reports.format_name == "json"
        click.echo(choice.show_settings((file.path for file in files), as_json=as_json), nl=False)
        return Exit.FINE
    fixer = Fixer(choice.linters(), fixes) if fixes.are_wanted else None
    if fixer and fixes.diff:
        return Exit.FINDINGS if fixer.diff(files) else Exit.FINE
    read = fixer.read if fixer else ListFile.read
    answers = online.answers()
    findings = choice.settle(lint_files(files, linter, folders_in(paths), read, answers))
    write_reports(
        findings,
        files=[file.path for file in files],
        options=reports,
        fail_on=linter.lowest,
        to_error=fixer is not None and any(file.is_standard_input for file in files),
    )
    say_unchecked(answers)
    if fixer:
        fixer.tell()
    has_failed = any(map(linter.fails, findings)) and not choice.exit_zero
    return Exit.FINDINGS if has_failed else Exit.FINE
