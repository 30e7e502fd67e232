"""Which configuration counts for a file: the nearest one upwards.

The search ends at the folder that holds `.git`: a repository does not depend on what lies around it. Where no
folder does, it ends at the root of the file system.
"""

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ossr_catalogue.errors import UsageError

if TYPE_CHECKING:  # most runs find none
    from ossr_catalogue.lint.configuration.configuration import Configuration

FILE_NAME: Final = ".ossr-catalogue.toml"
PYPROJECT: Final = "pyproject.toml"
TABLE: Final = ("tool", "ossr-catalogue")
"""Where the settings stand in `pyproject.toml`."""
_MAY_HAVE_TABLE: Final = rb"(?m)^[ \t]*\[*[ \t]*[\"']?tool[\"']?[ \t]*[.=\]].*"


class Configurations:
    """Finds the configuration of each file, and reads each but once."""

    def __init__(self, *, only: "Configuration | None" = None) -> None:
        """Start a search.

        Args:
            only: counts for every file, wherever it lies; None where it is to be looked for.
        """
        self._only = only
        self._known: dict[str, Configuration | None] = {}
        """By folders: those that hold one, and those above others; not each of thousands that hold a list."""
        self._last: tuple[str, Configuration | None] = "", None

    def of(self, path: str) -> "Configuration | None":
        """Find the configuration of a file, which need not exist; None where there is none."""
        if self._only:
            return self._only
        folder = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120 - for each of thousands of files
        if folder != self._last[0]:
            self._last = folder, self.of_folder(folder)
        return self._last[1]

    def of_folder(self, folder: str) -> "Configuration | None":
        """Find the configuration of a folder, which is given by its absolute path."""
        if folder in self._known:
            return self._known[folder]
        found = _configuration_in(folder)
        if found:
            self._known[folder] = found
        return found or self._above(folder)

    def _above(self, folder: str) -> "Configuration | None":
        above = os.path.dirname(folder)  # noqa: PTH120 - as above
        if above == folder or os.path.lexists(os.path.join(folder, ".git")):  # noqa: PTH118 - as above
            return None
        if above not in self._known:
            self._known[above] = self.of_folder(above)
        return self._known[above]


def nearest_file(folder: Path) -> Path | None:
    """Find the file that holds the configuration of a folder; None where there is none."""
    found = Configurations().of_folder(str(folder))
    if not found:
        return None
    return Path(found.folder, PYPROJECT if found.table else FILE_NAME)


def configuration_of(file: str) -> "Configuration":
    """Read the configuration that a caller names.

    Raises:
        UsageError: where there is no such file.
    """
    path = Path(file)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{file}: cannot be read: {error.strerror}") from error
    return _read(path, data)


def _configuration_in(folder: str) -> "Configuration | None":
    """Read the configuration that a folder itself holds; one that cannot be read is none."""
    own = _content(os.path.join(folder, FILE_NAME))  # noqa: PTH118 - as above
    if own is not None:
        return _read(Path(folder, FILE_NAME), own)
    shared = _content(os.path.join(folder, PYPROJECT))  # noqa: PTH118 - as above
    if shared is not None and any(map(_names_us, re.finditer(_MAY_HAVE_TABLE, shared))):
        found = _read(Path(folder, PYPROJECT), shared)
        return found if found.document else None
    return None


def _names_us(line: re.Match[bytes]) -> bool:
    """Say whether a line may be, or hold, our table: most projects are spared the reading of TOML."""
    text = line.group()
    return b"ossr-catalogue" in text or text.strip(b" \t\r[]\"'") == b"tool"


def _content(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            return file.read()
    except OSError:
        return None


def _read(path: Path, data: bytes) -> "Configuration":
    from ossr_catalogue.lint.configuration.reading import read_configuration  # noqa: PLC0415 - most have none

    table = TABLE if path.name == PYPROJECT else ()
    return read_configuration(
        data, os.path.relpath(path).replace(os.sep, "/"), str(path.resolve().parent), table
    )
