"""Which files a pattern means, in the way of `.gitignore`."""

import re
from collections.abc import Iterable
from functools import lru_cache


def is_among(path: str, patterns: Iterable[str]) -> bool:
    """Say whether one of the patterns means a file.

    A pattern that has a slash starts at the folder of the configuration, any other matches a name at any
    depth; `*` and `?` stay within a name, `**` does not; a folder stands for all that it holds.

    >>> [is_among("legacy/old/executables.json", [one]) for one in ("legacy", "legacy/**", "old/*")]
    [True, True, False]

    Args:
        path: relative to the folder of the configuration, with forward slashes.
        patterns: likewise.
    """
    return any(_compiled(pattern).fullmatch(path) for pattern in patterns)


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    trimmed = pattern.rstrip("/")
    start = "" if "/" in trimmed else "(?:.*/)?"
    expression = _expression(trimmed.removeprefix("./").removeprefix("/"))
    return re.compile(f"{start}{expression}(?:/.*)?", re.DOTALL)


def _expression(pattern: str) -> str:
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern)
    return "".join(_WILD.get(part) or re.escape(part) for part in parts)


_WILD = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
