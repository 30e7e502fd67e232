"""Paths as those count them who read a report elsewhere: from the top of the repository."""

import posixpath
import re
from typing import Final

from ossr_catalogue.report.run import Run

_ABSOLUTE: Final = re.compile(r"/|[A-Za-z]:/")


def is_absolute(path: str) -> bool:
    """Say whether a path names its place without knowing from where.

    >>> is_absolute("/a"), is_absolute("C:/a"), is_absolute("a")
    (True, True, False)
    """
    return _ABSOLUTE.match(path) is not None


def repository_path(path: str, run: Run) -> str:
    """Give a path from the top of the repository; one outside as an absolute one, where that is known.

    >>> repository_path("../a.json", Run(folder="/home/me/list", root="/home/me"))
    'a.json'
    """
    if path == "-":  # standard input
        return path
    absolute = posixpath.normpath(path if is_absolute(path) else posixpath.join(run.folder, path))
    top = run.root or run.folder
    return absolute.removeprefix(top.rstrip("/") + "/") if top else absolute
