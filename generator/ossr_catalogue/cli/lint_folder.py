"""The repository around a list on this machine, as rules see it: names of files, never what is in them."""

import json
import os
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from ossr_catalogue.cli.lint_inputs import STANDARD_INPUT
from ossr_catalogue.lint.repository import place_in_repository

_MOST: Final = 20_000
"""Names of a folder; what is in a larger one is taken for not known."""
_MOST_BYTES: Final = 1_000_000
"""Of a file of metadata."""
_HIGHEST: Final = 12
"""Folders above a list in which the top of its repository is looked for."""


class FolderRepository:
    """A folder and what is below it; no link is followed out of it."""

    def __init__(self, root: Path) -> None:
        """Prepare; nothing is looked at yet."""
        self._root = os.path.realpath(root)
        self._names: dict[str, Collection[str]] = {}

    def names(self, folder: str) -> Collection[str]:
        """Give what a folder holds; nothing where it cannot be listed, or is not below the root."""
        if folder not in self._names:
            self._names[folder] = self._listed(folder)
        return self._names[folder]

    def _listed(self, folder: str) -> Collection[str]:
        place = os.path.realpath(f"{self._root}/{folder}") if folder else self._root
        if place != self._root and not place.startswith(self._root.rstrip(os.sep) + os.sep):
            return ()
        try:
            names = frozenset(os.listdir(place))  # noqa: PTH208 - for each of thousands of lists
        except OSError:
            return ()
        return names if len(names) <= _MOST else ()


def repository_around(path: str) -> FolderRepository | None:
    """Give the repository in which a list stands; None where that is not known.

    It is known of a list that `codemeta.json` names, and of one that stands where a harvest looks for it, if
    the folder is the top of a checkout, no part of one, or has a `codemeta.json` of its own.
    """
    if path == STANDARD_INPUT:
        return None
    place = os.path.abspath(path)  # noqa: PTH100 - for each of thousands of lists
    folders = list(islice(_above(place), _HIGHEST))
    checkout = next((number for number, one in enumerate(folders) if os.path.lexists(f"{one}/.git")), None)
    for folder in folders[: None if checkout is None else checkout + 1]:
        if os.path.lexists(f"{folder}/codemeta.json") and _names(Path(folder), place):
            return FolderRepository(Path(folder))
    above, location = place_in_repository(Path(place).as_posix())
    root = Path(above or "/")
    is_part = checkout is not None and Path(folders[checkout]) != root
    is_known = location and not (is_part and not (root / "codemeta.json").is_file())
    return FolderRepository(root) if is_known else None


def _above(place: str) -> Iterator[str]:
    """Give the folder of a file, then the one above, up to the top."""
    folder = os.path.dirname(place)  # noqa: PTH120 - for each of thousands of lists
    while folder != place:
        yield folder
        place, folder = folder, os.path.dirname(folder)  # noqa: PTH120 - likewise


def _names(folder: Path, place: str) -> bool:
    """Say whether the metadata of a folder give this as the place of the list."""
    codemeta = folder / "codemeta.json"
    try:
        if codemeta.stat().st_size > _MOST_BYTES:
            return False
        said = json.loads(codemeta.read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    named = said.get("executables") if isinstance(said, dict) else None
    return isinstance(named, str) and os.path.normpath(folder / named) == place
