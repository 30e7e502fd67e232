"""Which files of a folder are nobody's contribution: caches, environments, and what `.gitignore` names.

https://git-scm.com/docs/gitignore
"""

import re
from dataclasses import dataclass
from typing import Final

_NEVER: Final = frozenset(
    {".git", ".hg", ".svn", "__pycache__", "node_modules", ".ipynb_checkpoints", ".tox", ".nox", ".eggs"}
)
_MARKERS: Final = frozenset({"pyvenv.cfg", "CACHEDIR.TAG"})
"""A folder with one of these is a virtual environment, or a cache (https://bford.info/cachedir/)."""


def is_never_entered(name: str, inside: frozenset[str]) -> bool:
    """Say whether a folder of this name, with these names inside, holds nothing that people wrote."""
    return name in _NEVER or bool(_MARKERS & inside)


@dataclass(frozen=True, slots=True)
class Ignored:
    """The rules of the `.gitignore` files from the top down to one folder; the last that fits decides."""

    rules: tuple[tuple[re.Pattern[str], bool, bool], ...] = ()
    """Pattern over the path, whether it takes back, whether it is for folders only."""

    def below(self, folder: str, gitignore: str) -> "Ignored":
        """Add the rules that stand in *folder*, a path that is empty for the top and else ends with `/`."""
        added = [rule for line in gitignore.splitlines() if (rule := _rule(folder, line))]
        return Ignored((*self.rules, *added))

    def holds(self, path: str, *, is_folder: bool) -> bool:
        """Say whether a path is ignored."""
        verdict = False
        for pattern, takes_back, folders_only in self.rules:
            if (is_folder or not folders_only) and pattern.fullmatch(path):
                verdict = not takes_back
        return verdict


def _rule(folder: str, line: str) -> tuple[re.Pattern[str], bool, bool] | None:
    line = re.sub(r"(?<!\\) +$", "", line.rstrip("\r\n"))
    if not line or line.startswith("#"):
        return None
    takes_back = line.startswith("!")
    line = line.removeprefix("!")
    folders_only = line.endswith("/")
    line = line.rstrip("/")
    anchored = "/" in line
    start = re.escape(folder) + ("" if anchored else "(?:.*/)?")
    try:
        return re.compile(start + _translated(line.removeprefix("/"))), takes_back, folders_only
    except re.error:  # a class such as `[z-a]` fits nothing, as in git
        return None


def _translated(glob: str) -> str:
    pieces = re.findall(r"\*\*/|/\*\*|\*+|\?|\[!?\]?[^\]]*\]|\\.|[^\\]", glob, re.DOTALL)
    return "".join(_piece(piece) for piece in pieces)


def _piece(piece: str) -> str:
    if piece in _WILD:
        return _WILD[piece]
    if piece.startswith("*"):
        return "[^/]*"
    if piece.startswith("[") and len(piece) > 1:
        return (
            "[" + ("^" if piece[1] == "!" else "") + piece[1:-1].removeprefix("!").replace("\\", r"\\") + "]"
        )
    return re.escape(piece[-1])


_WILD: Final = {"**/": "(?:.*/)?", "/**": "/.+", "?": "[^/]"}
