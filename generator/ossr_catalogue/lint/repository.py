"""What a rule may know of the repository of a list: which files there are, never what is in them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final, Protocol

from ossr_catalogue.document.locations import LIST_LOCATIONS
from ossr_catalogue.document.nearest import nearest


class Repository(Protocol):
    """The files around a list."""

    def names(self, folder: str) -> Collection[str]:
        """Give what a folder holds, as it is spelt there; nothing where that is not known.

        Args:
            folder: its path from the top of the repository, with forward slashes; empty for the top itself.
        """
        ...


class ListedFiles:
    """A repository of which all paths are known."""

    def __init__(self, paths: Iterable[str]) -> None:
        """Take relative paths with forward slashes."""
        self._names: dict[str, set[str]] = defaultdict(set)
        for path in paths:
            steps = path.split("/")
            for depth, step in enumerate(steps):
                self._names["/".join(steps[:depth])].add(step)

    def names(self, folder: str) -> Collection[str]:
        """Give what a folder holds."""
        return self._names.get(folder, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A path that leads to nothing."""

    step: str
    """The first part of it that is not there."""
    instead: str = ""
    """The whole path as it would be right, where only capital letters differ."""
    nearest: str = ""
    """The path up to here with the likeliest name of those that there are."""


def look_for(path: str, repository: Repository) -> Missing | None:
    """Follow a relative path; None where it leads to something, or nobody knows.

    A folder that holds nothing may be a submodule that was not fetched: what should be in it is not known.
    """
    right: list[str] = []
    missing = ""
    for step in (step for step in path.split("/") if step not in {"", "."}):
        names = repository.names("/".join(right))
        if not names:
            break
        found = step if step in names else _spelt_otherwise(step, names)
        missing = missing or (step if found != step else "")
        if found is None:
            return Missing(step=missing, nearest=_nearest(step, right, names))
        right.append(found)
    return Missing(step=missing, instead="/".join(right)) if missing else None


def is_there(path: str, repository: Repository) -> bool:
    """Say whether a path, spelt like this, leads to something."""
    folder, _, name = path.rpartition("/")
    return name in repository.names(folder)


def _spelt_otherwise(step: str, names: Iterable[str]) -> str | None:
    wanted = step.casefold()
    return min((name for name in names if name.casefold() == wanted), default=None)


def _nearest(step: str, folder: Iterable[str], names: Collection[str]) -> str:
    likeliest = nearest(step, names) if len(names) <= _MOST_COMPARED else ""
    return "/".join([*folder, likeliest]) if likeliest else ""


_MOST_COMPARED: Final = 500


def is_bare(repository: Repository) -> bool:
    """Say whether there is nothing but lists: then this is no repository, only a place to keep them."""
    return all(name in _LISTS for name in repository.names(""))


_LISTS: Final = frozenset(location.partition("/")[0] for location in LIST_LOCATIONS)


def place_in_repository(path: str) -> tuple[str, str]:
    """Give the folder of a list's repository, and where the list stands in it, one of `LIST_LOCATIONS`.

    The second is empty where the list stands where no harvest looks for one; the first is its folder then.

    >>> place_in_repository("a/b/.ossr/executables.yaml"), place_in_repository("executables.yml")
    (('a/b', '.ossr/executables.yaml'), ('', 'executables.yml'))
    """
    folder, _, name = path.rpartition("/")
    above, _, last = folder.rpartition("/")
    if last == ".ossr":
        folder, name = above, f".ossr/{name}"
    return folder, name if name in LIST_LOCATIONS else ""
