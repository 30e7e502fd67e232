"""What `lint` reads: files, folders in which lists are looked for, standard input."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from ossr_catalogue.cli.option_group import option_group
from ossr_catalogue.document.locations import LIST_LOCATIONS
from ossr_catalogue.errors import NothingFoundError, UsageError

STANDARD_INPUT: Final = "-"
_NAMES: Final = frozenset(Path(location).name for location in LIST_LOCATIONS)
_NOT_CONTRIBUTED: Final = frozenset({"node_modules", "site-packages", "__pycache__"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFile:
    """A list that was found, not yet read."""

    path: str
    """How it is called in findings; of standard input what `--stdin-filename` says."""
    is_standard_input: bool = False

    def read(self) -> bytes:
        """Read the whole file.

        Raises:
            UsageError: where that cannot be.
        """
        if self.is_standard_input:
            return sys.stdin.buffer.read()
        try:
            return Path(self.path).read_bytes()
        except OSError as error:
            raise UsageError(f"{self.path}: cannot be read: {error.strerror}") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class InputOptions:
    """What the options say about the input."""

    stdin_filename: str


input_options = option_group(
    "inputs",
    InputOptions,
    click.option(
        "--stdin-filename",
        metavar="NAME",
        default=STANDARD_INPUT,
        help="What to call standard input, which PATHS names as `-`.",
    ),
)


def lists_in(paths: Sequence[str], options: InputOptions) -> tuple[ListFile, ...]:
    """Give the lists that the arguments stand for, in their order; without any, those of this folder.

    Raises:
        NothingFoundError: if there is none.
        UsageError: if an argument is no file or folder.
    """
    files = tuple(found for given in paths or (".",) for found in _lists_in(given, options))
    if not files:
        raise NothingFoundError(_nothing_found(paths))
    return files


def _lists_in(given: str, options: InputOptions) -> Iterator[ListFile]:
    """Give the lists of one argument; a file is taken at its word, whatever its name."""
    if given == STANDARD_INPUT:
        yield ListFile(path=options.stdin_filename, is_standard_input=True)
    elif Path(given).is_file():
        yield ListFile(path=Path(given).as_posix())
    elif Path(given).is_dir():
        yield from _lists_below(given)
    else:
        raise UsageError(f"{given}: there is no such file or folder")


def _lists_below(folder: str) -> Iterator[ListFile]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if _is_contributed(name))
        for name in sorted(_NAMES.intersection(files)):
            yield ListFile(path=(Path(place) / name).as_posix())


def _is_contributed(folder: str) -> bool:
    return folder == ".ossr" or not (folder.startswith(".") or folder in _NOT_CONTRIBUTED)


def _nothing_found(paths: Sequence[str]) -> str:
    where = ", ".join(paths) or "this folder"
    return (
        f"no list of executables in {where}; looked for {', '.join(LIST_LOCATIONS)}. "
        "`ossr-catalogue draft .` proposes one"
    )
