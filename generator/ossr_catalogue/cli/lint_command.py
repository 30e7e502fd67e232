"""`ossr-catalogue lint`: check lists of executables."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import click

from ossr_catalogue.cli.main import Exit
from ossr_catalogue.document.locations import LIST_LOCATIONS
from ossr_catalogue.document.parse import parse
from ossr_catalogue.errors import NothingFoundError, UsageError
from ossr_catalogue.lint.run import lint
from ossr_catalogue.model.finding import Finding, Severity
from ossr_catalogue.report import FORMATS

_NAMES: Final = frozenset(Path(location).name for location in LIST_LOCATIONS)
_NOT_CONTRIBUTED: Final = frozenset({"node_modules", "site-packages", "__pycache__"})


@click.command(name="lint")
@click.argument("paths", nargs=-1)
@click.option("--format", "format_name", type=click.Choice(tuple(FORMATS)), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Show notes too, and fail on warnings.")
@click.option("--stdin-filename", default="-", help="What to call standard input, which PATHS names as `-`.")
def command(paths: Sequence[str], format_name: str, stdin_filename: str, *, strict: bool) -> int:
    """Check lists of executables: files, folders that hold some, or `-`. Default: this folder.

    \b
    Example:
      ossr-catalogue lint
      ossr-catalogue lint executables.yaml --format github
    """
    files = [path for given in paths or (".",) for path in _lists_in(given)]
    if not files:
        raise NothingFoundError(_nothing_found(paths))
    lowest = Severity.NOTE if strict else Severity.WARNING
    findings = [
        found for path in files for found in _findings(path, stdin_filename) if found.severity >= lowest
    ]
    report = FORMATS[format_name](findings, files=len(files), color=sys.stdout.isatty())
    click.echo(report, nl=False)
    return Exit.FINDINGS if _fails(findings, strict=strict) else Exit.FINE


def _findings(path: str, stdin_filename: str) -> tuple[Finding, ...]:
    if path == "-":
        return lint(parse(sys.stdin.buffer.read(), stdin_filename))
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    return lint(parse(content, Path(path).as_posix()))


def _lists_in(given: str) -> Iterator[str]:
    """Give the lists that one argument stands for; a file is taken at its word, whatever its name."""
    if given == "-" or Path(given).is_file():
        yield given
    elif Path(given).is_dir():
        yield from _lists_below(given)
    else:
        raise UsageError(f"{given}: there is no such file or folder")


def _lists_below(folder: str) -> Iterator[str]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if _is_contributed(name))
        yield from ((Path(place) / name).as_posix() for name in sorted(_NAMES.intersection(files)))


def _is_contributed(folder: str) -> bool:
    return folder == ".ossr" or not (folder.startswith(".") or folder in _NOT_CONTRIBUTED)


def _fails(findings: Sequence[Finding], *, strict: bool) -> bool:
    limit = Severity.WARNING if strict else Severity.ERROR
    return any(found.severity >= limit for found in findings)


def _nothing_found(paths: Sequence[str]) -> str:
    where = ", ".join(paths) or "this folder"
    return (
        f"no list of executables in {where}; looked for {', '.join(LIST_LOCATIONS)}. "
        "`ossr-catalogue draft .` proposes one"
    )
