"""The repository around a list on this machine, as rules see it: names of files, never what is in them."""

import os
from collections.abc import Collection
from pathlib import Path
from typing import Final

from ossr_catalogue.cli.lint_inputs import STANDARD_INPUT
from ossr_catalogue.lint.repository import place_in_repository

_MOST: Final = 20_000
"""Names of a folder; what is in a larger one is taken for not known."""


class FolderRepository:
    """A folder and what is below it; no link is followed out of it."""

    def __init__(self, root: Path) -> None:
        """Prepare; nothing is looked at yet."""
        self._root = root
        self._names: dict[str, Collection[str]] = {}

    def names(self, folder: str) -> Collection[str]:
        """Give what a folder holds; nothing where it cannot be listed, or is not below the root."""
        if folder not in self._names:
            self._names[folder] = self._listed(folder)
        return self._names[folder]

    def _listed(self, folder: str) -> Collection[str]:
        root, place = os.path.realpath(self._root), os.path.realpath(self._root / folder)
        if place != root and not place.startswith(root.rstrip(os.sep) + os.sep):
            return ()
        try:
            names = frozenset(entry.name for entry in Path(place).iterdir())
        except OSError:
            return ()
        return names if len(names) <= _MOST else ()


def repository_around(path: str) -> FolderRepository | None:
    """Give the repository in which a list stands; None where that is not known.

    It is known of a list that stands where a harvest looks for it; any other may belong anywhere.
    """
    if path == STANDARD_INPUT:
        return None
    folder, location = place_in_repository(Path(path).absolute().as_posix())
    return FolderRepository(Path(folder or "/")) if location else None
