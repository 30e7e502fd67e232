"""Which file of a repository is its list of executables."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.document.locations import LIST_LOCATIONS

_OUTSIDE: Final = re.compile(r"[/~]|[A-Za-z][A-Za-z0-9+.-]*:|(?:.*/)?\.\.(?:/|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListChoice:
    """The list that counts, and what is reported about others."""

    path: str | None
    complaints: tuple[tuple[str, str], ...] = ()
    """Path, and a sentence for its owner."""


def choose_list(paths: Collection[str], from_codemeta: str) -> ListChoice:
    """Find the list among the files of a repository.

    Args:
        paths: All files, relative.
        from_codemeta: What `codemeta.json` says about where it lies; empty where it says nothing.
    """
    named, complaint = _checked(from_codemeta, paths)
    found = [path for path in (*LIST_LOCATIONS, named) if path in paths]
    found = list(dict.fromkeys(found))
    seconds = tuple(
        (path, f"a second list is not read: {found[0]} comes first; join them into one") for path in found[1:]
    )
    return ListChoice(path=found[0] if found else None, complaints=(*complaint, *seconds))


def is_relative(path: str) -> bool:
    """Say whether a path stays inside the repository, and cannot be taken for a URL."""
    is_plain = bool(path) and path.isprintable() and not path[0].isspace() and "\\" not in path
    return is_plain and not _OUTSIDE.match(path)


def _checked(path: str, paths: Collection[str]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Give a path that stays inside the repository; empty where it does not, with the reason."""
    path = path.removeprefix("./")
    if not path:
        return "", ()
    said = f"its key 'executables' says {path[:100]!r}"
    if not is_relative(path):
        return "", (("codemeta.json", f"{said}; expected a relative path inside the repository"),)
    if path not in paths:
        return "", (
            ("codemeta.json", f"{said}, and there is no such file; correct the path or add the file"),
        )
    return path, ()
