"""What `lint` reads: files, folders in which lists are looked for, standard input."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click

from ossr_catalogue.cli.option_group import option_group
from ossr_catalogue.document.locations import LIST_LOCATIONS
from ossr_catalogue.document.text import LARGEST
from ossr_catalogue.errors import NothingFoundError, UsageError

STANDARD_INPUT: Final = "-"
_NAMES: Final = frozenset(Path(location).name for location in LIST_LOCATIONS)
_NOT_CONTRIBUTED: Final = frozenset({"node_modules", "site-packages", "__pycache__"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFile:
    """A list that was found, not yet read."""

    path: str
    """How it is called in findings; of standard input what `--stdin-filename` says."""
    is_named: bool = False
    """Whether an argument names it, and not only a folder in which it was found."""
    is_standard_input: bool = False

    def read(self) -> bytes:
        """Read the file; of one that is too large only so much that it shows.

        Raises:
            UsageError: where that cannot be.
        """
        if self.is_standard_input:
            return sys.stdin.buffer.read(LARGEST + 1)
        try:
            with open(self.path, "rb") as file:  # noqa: PTH123 - for each of thousands of lists
                size = os.fstat(file.fileno()).st_size
                return file.read(size + 1 if 0 < size <= LARGEST else LARGEST + 1)
        except OSError as error:
            raise UsageError(f"{self.path}: cannot be read: {error.strerror}") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class InputOptions:
    """What the options say about the input."""

    stdin_filename: str
    force_exclude: bool
    show_files: bool
    show_settings: bool


input_options = option_group(
    "inputs",
    InputOptions,
    click.option(
        "--stdin-filename",
        metavar="NAME",
        default=STANDARD_INPUT,
        help="What to call standard input, which PATHS names as `-`; its place chooses the configuration.",
    ),
    click.option(
        "--force-exclude",
        is_flag=True,
        help="Pass over files that `exclude` means even if they are named, as pre-commit names them.",
    ),
    click.option("--show-files", is_flag=True, help="List the files that would be checked, and stop."),
    click.option(
        "--show-settings",
        is_flag=True,
        help="List the settings that count and where each comes from, as text or JSON, and stop.",
    ),
)


def lists_in(
    paths: Sequence[str], options: InputOptions, is_excluded: Callable[[str], bool]
) -> tuple[ListFile, ...]:
    """Give the lists that the arguments stand for, in their order; without any, those of this folder.

    Args:
        paths: files, folders, `-`.
        options: what else is said about the input.
        is_excluded: says whether a file that was found is not to be looked at.

    Raises:
        NothingFoundError: if there is none.
        UsageError: if an argument is no file or folder.
    """
    found = {file.path: file for given in paths or (".",) for file in _lists_in(given, options)}
    files = tuple(
        file
        for file in found.values()
        if (file.is_named and not options.force_exclude) or not is_excluded(file.path)
    )
    if not files and not (found and options.force_exclude):
        raise NothingFoundError(_nothing_found(paths, excluded=len(found)))
    return files


def folders_in(paths: Sequence[str]) -> tuple[str, ...]:
    """Give the arguments that are folders: of these every list is looked at."""
    return tuple(given for given in paths or (".",) if os.path.isdir(given))  # noqa: PTH112 - one for each of thousands


def _lists_in(given: str, options: InputOptions) -> Iterator[ListFile]:
    """Give the lists of one argument; a file is taken at its word, whatever its name."""
    if given == STANDARD_INPUT:
        yield ListFile(path=options.stdin_filename, is_named=True, is_standard_input=True)
    elif os.path.isfile(given):  # noqa: PTH113 - likewise
        yield ListFile(path=Path(given).as_posix(), is_named=True)
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


def _nothing_found(paths: Sequence[str], *, excluded: int) -> str:
    where = ", ".join(paths) or "this folder"
    if excluded:
        return f"of {excluded} lists in {where} every one is excluded by the configuration"
    return (
        f"no list of executables in {where}; looked for {', '.join(LIST_LOCATIONS)}. "
        "`ossr-catalogue draft .` proposes one"
    )
