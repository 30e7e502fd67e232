"""What `lint` writes into the lists themselves: fixes, or what they would be."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from ossr_catalogue.cli.lint_files import look
from ossr_catalogue.cli.lint_folder import Surroundings
from ossr_catalogue.cli.lint_inputs import ListFile
from ossr_catalogue.cli.option_group import option_group
from ossr_catalogue.cli.output import replace_file
from ossr_catalogue.document.document import Document
from ossr_catalogue.document.text import decode
from ossr_catalogue.errors import UsageError
from ossr_catalogue.lint.choice import SUPPRESSION_MARK
from ossr_catalogue.lint.linter import Linter
from ossr_catalogue.model.finding import Finding
from ossr_catalogue.report.summary import count_of
from ossr_catalogue.report.visible import visible

_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")
_WRITABLE: Final = 0o222
_NO_LINE_END: Final = "\\ No newline at end of file\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class FixOptions:
    """What the options say about fixes."""

    fix: bool
    unsafe_fixes: bool
    diff: bool

    @property
    def are_wanted(self) -> bool:
        """Whether anything is to be fixed, or to be shown as it would be."""
        return self.fix or self.unsafe_fixes or self.diff


fix_options = option_group(
    "fixes",
    FixOptions,
    click.option(
        "--fix", is_flag=True, help="Fix what can be fixed without a doubt; of `-`, to standard output."
    ),
    click.option("--unsafe-fixes", is_flag=True, help="Fix also what somebody should look at afterwards."),
    click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing."),
)


class Fixer:
    """Reads lists, fixes them on the way, and counts."""

    def __init__(self, new_linter: Callable[[], Linter], options: FixOptions) -> None:
        """Start a run.

        Args:
            new_linter: makes who says what is to be fixed, for each look at a file that may never come to be.
            options: what is asked for.
        """
        self._new_linter = new_linter
        self._options = options
        self._surroundings = Surroundings()
        self._fixed: dict[str, int] = {}

    def read(self, file: ListFile) -> bytes:
        """Give the content of a file as it is with fixes, and write them.

        Raises:
            UsageError: where that cannot be.
        """
        before = file.read()
        after = self._fix(file, before)
        if file.is_standard_input:
            click.echo(after, nl=False)
        elif after != before:
            _write(Path(file.path), after)
        return after

    def diff(self, files: Iterable[ListFile]) -> bool:
        """Show what would be fixed, and say whether anything would."""
        for file in files:
            before = file.read()
            after = self._fix(file, before)
            if after != before:
                _show(unified_diff(_text(before), _text(after), file.path))
        self.tell()
        return bool(self._fixed)

    def tell(self) -> None:
        """Say on standard error how much was fixed."""
        if self._fixed:
            problems = count_of(sum(self._fixed.values()), "problem")
            verb = "Would fix" if self._options.diff else "Fixed"
            click.echo(f"{verb} {problems} in {count_of(len(self._fixed), 'file')}.", err=True)

    def _fix(self, file: ListFile, data: bytes) -> bytes:
        from ossr_catalogue.lint.fixing import fix  # noqa: PLC0415 - most runs fix nothing

        fixed = fix(
            data,
            file.path,
            unsafe=self._options.unsafe_fixes,
            look=self._look,
        )
        if fixed.applied:
            self._fixed[file.path] = len(fixed.applied)
        return fixed.data

    def _look(self, document: Document) -> tuple[Finding, ...]:
        linter = self._new_linter()
        found = look(document, linter, self._surroundings)
        if SUPPRESSION_MARK not in document.text:
            return found
        return (*found, *(one for one in linter.conclude() if one.path == document.path))


def unified_diff(before: str, after: str, path: str) -> Iterator[str]:
    """Give the lines of a unified diff, which `patch` and `git apply` read."""
    import difflib  # noqa: PLC0415 - most runs show no difference

    lines = difflib.unified_diff(_LINE.findall(before), _LINE.findall(after), path, path)
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n{_NO_LINE_END}"


def _show(lines: Iterable[str]) -> None:
    """Write a difference letter by letter, but to a terminal so that it can do no harm there."""
    if sys.stdout.isatty():
        lines = (visible(line.rstrip("\r\n")) + "\n" for line in lines)
    click.echo("".join(lines).encode("utf-8", "backslashreplace"), nl=False)


def _text(data: bytes) -> str:
    """Give the text of a file, of which a diff is in UTF-8, with a byte order mark if there is one."""
    decoded = decode(data)
    return ("\ufeff" if decoded.problems else "") + decoded.text


def _write(file: Path, data: bytes) -> None:
    target = file.resolve()
    if not target.stat().st_mode & _WRITABLE:
        raise UsageError(f"{file}: cannot be fixed: it is read-only; make it writable, or use --diff")
    replace_file(target, data)
