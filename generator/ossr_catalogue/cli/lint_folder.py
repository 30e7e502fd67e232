"""The repository around a list on this machine, as rules see it: names of files, never what is in them."""

import json
import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from ossr_catalogue.cli.lint_inputs import STANDARD_INPUT
from ossr_catalogue.lint.repository import place_in_repository

_MOST: Final = 20_000
"""Names of a folder; what is in a larger one is taken for not known."""
_MOST_BYTES: Final = 1_000_000
"""Of a file of metadata."""
_REMEMBERED: Final = 256
"""Folders of which it is known what they hold; above the next list are mostly the same."""
_HIGHEST: Final = 12
"""Folders above a list in which the top of its repository is looked for."""


class FolderRepository:
    """A folder and what is below it; no link is followed out of it."""

    def __init__(self, root: str) -> None:
        """Take the path of a folder; nothing is looked at yet."""
        self._root = root
        self._names: dict[str, Collection[str]] = {}

    def names(self, folder: str) -> Collection[str]:
        """Give what a folder holds; nothing where it cannot be listed, or is not below the root."""
        if folder not in self._names:
            self._names[folder] = self._listed(folder)
        return self._names[folder]

    def _listed(self, folder: str) -> Collection[str]:
        if not self._is_inside(folder):
            return ()
        try:
            names = frozenset(os.listdir(os.path.join(self._root, folder)))  # noqa: PTH118, PTH208 - thrice as fast
        except OSError:
            return ()
        return names if len(names) <= _MOST else ()

    def _is_inside(self, folder: str) -> bool:
        if not folder:
            return True
        root = os.path.realpath(self._root)
        return os.path.realpath(f"{root}/{folder}").startswith(root.rstrip(os.sep) + os.sep)


@dataclass(frozen=True, slots=True)
class _Marks:
    """What a folder holds that says whose it is."""

    is_checkout: bool
    has_metadata: bool
    named: str
    """The list that the metadata name; empty where they name none."""


class Surroundings:
    """Finds the repositories of many lists; what is above several of them is looked at once."""

    def __init__(self) -> None:
        """Start from the folder in which the command was called."""
        self._here = str(Path.cwd())
        self._marks_of = lru_cache(_REMEMBERED)(_marks_of)

    def of(self, path: str) -> FolderRepository | None:
        """Give the repository in which a list stands; None where that is not known.

        It is known of a list that `codemeta.json` names, and of one that stands where a harvest looks for it,
        if the folder is the top of a checkout, or has a `codemeta.json` of its own: elsewhere, as among
        downloads, what is missing says nothing.
        """
        if path == STANDARD_INPUT:
            return None
        place = os.path.normpath(os.path.join(self._here, path))  # noqa: PTH118 - once for each list
        root, location = place_in_repository(place.replace(os.sep, "/"))
        root = root or os.sep
        for folder in _above(place):
            marks = self._marks_of(folder)
            if marks.named == place:
                return FolderRepository(folder)
            if marks.is_checkout:
                break
        marks = self._marks_of(root)
        return FolderRepository(root) if location and (marks.is_checkout or marks.has_metadata) else None


def _marks_of(folder: str) -> _Marks:
    metadata = os.path.join(folder, "codemeta.json")  # noqa: PTH118 - once for each list
    has_metadata = os.path.isfile(metadata)  # noqa: PTH113 - likewise
    return _Marks(
        is_checkout=os.path.exists(os.path.join(folder, ".git")),  # noqa: PTH110, PTH118 - likewise
        has_metadata=has_metadata,
        named=_named(Path(metadata)) if has_metadata else "",
    )


def _above(place: str) -> Iterator[str]:
    for _ in range(_HIGHEST):
        folder = os.path.dirname(place)  # noqa: PTH120 - once for each folder above each list
        if folder == place:
            return
        yield folder
        place = folder


def _named(codemeta: Path) -> str:
    """Give the list that a file of metadata names."""
    try:
        if codemeta.stat().st_size > _MOST_BYTES:
            return ""
        said = json.loads(codemeta.read_bytes())
    except (OSError, ValueError, RecursionError):
        return ""
    named = said.get("executables") if isinstance(said, dict) else None
    return os.path.normpath(codemeta.parent / named) if isinstance(named, str) else ""
