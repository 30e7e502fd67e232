"""Where a report goes: standard output, or a file that is either there as a whole or not at all."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ossr_catalogue.document.nearest import nearest
from ossr_catalogue.errors import UsageError
from ossr_catalogue.report import FORMATS, ReportFormat

_STANDARD_OUTPUT: Final = frozenset({"", "-"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One report that was asked for."""

    format: ReportFormat
    file: Path | None = None
    """None for standard output."""


def read_output(value: str) -> Output:
    """Read `FORMAT`, `FORMAT:-` or `FORMAT:FILE`; a file's name may hold further colons.

    Raises:
        UsageError: if there is no such format, or no folder for the file.
    """
    name, _, file = value.partition(":")
    path = None if file in _STANDARD_OUTPUT else Path(file)
    if path is not None and not path.parent.is_dir():
        raise UsageError(f"--output {value}: there is no folder {path.parent}; make it first")
    return Output(format=_format(name), file=path)


def check_places(outputs: Sequence[Output]) -> None:
    """See that no two reports go to one place.

    Raises:
        UsageError: if they do; they would be read as one.
    """
    names: dict[Path | None, str] = {}
    for output in outputs:
        place = output.file.resolve() if output.file else None
        if place in names:
            where = output.file or "standard output"
            raise UsageError(
                f"{names[place]} and {output.format.name} cannot both go to {where}; "
                f"give one of them a file: --output {output.format.name}:FILE"
            )
        names[place] = output.format.name


def write_file(file: Path, text: str) -> None:
    """Write a file as a whole: who reads it meanwhile sees what was there before.

    Raises:
        UsageError: where it cannot be written.
    """
    replace_file(file, _bytes(text))


def replace_file(file: Path, content: bytes) -> None:
    """Write bytes as `write_file` does; of a link the file that it leads to. Its mode stays.

    Raises:
        UsageError: where it cannot be written.
    """
    target = file.resolve()
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(content)  # a device or a pipe must not be replaced by a file
        else:
            _replace(target, content)
    except OSError as error:
        raise UsageError(f"{file}: cannot be written: {error.strerror}") from error


def append_file(file: Path, text: str) -> None:
    """Write a text behind what a file holds.

    Raises:
        UsageError: where it cannot be written.
    """
    try:
        with file.open("ab") as stream:
            stream.write(_bytes(text))
    except OSError as error:
        raise UsageError(f"{file}: cannot be written: {error.strerror}") from error


def _replace(target: Path, content: bytes) -> None:
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        if target.exists():
            draft.chmod(target.stat().st_mode)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def _format(name: str) -> ReportFormat:
    if name in FORMATS:
        return FORMATS[name]
    meant = nearest(name, FORMATS)
    guess = f'did you mean "{meant}"? ' if meant else ""
    raise UsageError(f"--output: there is no format {name!r}; {guess}there are {', '.join(FORMATS)}")
