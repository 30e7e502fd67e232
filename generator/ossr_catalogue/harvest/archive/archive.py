"""What the inside of an archive looks like, wherever it lies."""

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Generic, Protocol, TypeVar

from ossr_catalogue.harvest.web.replies import LastingError

MAX_MEMBERS: Final = 20_000
_MAX_DEPTH: Final = 50
_MAX_PATH: Final = 1_000
ARCHIVES: Final = (
    ".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar.zst", ".7z", ".rar",
)  # fmt: skip
"""The ends of names that promise more files inside."""
_Entry = TypeVar("_Entry")
"""What a kind of archive knows of a file."""
_JUNK: Final = "__MACOSX"


class BadArchiveError(LastingError):
    """An archive cannot be looked into: it is broken, or larger than we take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Files that were asked for, and why some of them cannot be had."""

    files: Mapping[str, bytes]
    failed: Mapping[str, str] = field(default_factory=dict)
    """A reason for each path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside(Generic[_Entry]):
    """What of an archive is looked at."""

    top: str
    """The folder that all of it lies in, which the paths leave out; empty or with a final slash."""
    entries: Mapping[str, _Entry]
    """By path, sorted."""
    skipped: Sequence[str]
    """Names that lead outside, or are none."""

    @property
    def paths(self) -> Sequence[str]:
        """The files, sorted."""
        return tuple(self.entries)


def inside(files: Mapping[str, _Entry]) -> Inside[_Entry]:
    """Take the regular files of an archive, by their names in it, as far as they are looked at."""
    safe = sorted(name for name in files if is_safe(name) and not is_junk(name))
    top = common_top(safe)
    return Inside(
        top=top,
        entries={name.removeprefix(top): files[name] for name in safe},
        skipped=sorted(name for name in files if not is_safe(name)),
    )


class Archive(Protocol):
    """Files under one roof."""

    @property
    def top(self) -> str:
        """The folder that all files lie in, which their paths leave out; empty or with a final slash."""
        ...

    @property
    def paths(self) -> Sequence[str]:
        """The regular files, sorted."""
        ...

    @property
    def skipped(self) -> Sequence[str]:
        """Names that were passed over because they lead outside, or are none."""
        ...

    @property
    def names(self) -> Sequence[str] | None:
        """All that it holds, links and folders too, sorted; None where that is not known."""
        ...

    def read(self, paths: Iterable[str]) -> Contents:
        """Fetch several files in one go.

        Raises:
            SourceError: if the source does not answer at all.
        """
        ...


def is_safe(path: str) -> bool:
    r"""Say whether a path stays below its root, on every system.

    >>> [is_safe(path) for path in ("a/b.ipynb", "../a", "/a", "a//b", "c:a", "a\\b", "a/./b", "a\nb", "")]
    [True, False, False, False, False, False, False, False, False]
    """
    return (
        path.isprintable()
        and len(path) <= _MAX_PATH
        and path.count("/") <= _MAX_DEPTH
        and "\\" not in path
        and path[1:2] != ":"
        and not path.startswith(("/", "../"))
        and path == posixpath.normpath(path)
        and path not in {".", ".."}
    )


def common_top(paths: Iterable[str]) -> str:
    """Give the folder that all *paths* lie in, as GitHub wraps a release into `owner-repository-commit/`.

    >>> common_top(["repo-1.0/README.md", "repo-1.0/src/a.py", "__MACOSX/._a.py"])
    'repo-1.0/'
    >>> common_top(["repo-1.0/README.md", "LICENSE"])
    ''
    """
    tops = {path.partition("/")[0] + "/" if "/" in path else "" for path in paths if not is_junk(path)}
    return tops.pop() if len(tops) == 1 else ""


def is_junk(path: str) -> bool:
    """Say whether a file is what macOS adds to every zip."""
    return path.partition("/")[0] == _JUNK
