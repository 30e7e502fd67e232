"""The folder that a site is written into: what is as it was stays the same file as in the site before.

Then whatever copies the site somewhere, or keeps it, sees by inode and time which files are new.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Final

from ossr_catalogue.errors import PublishError

_LINKS: Final = {os.open, os.link} <= os.supports_dir_fd
"""Elsewhere every file is written anew."""


class SiteFolder:
    """Files by their paths from the top of the site."""

    def __init__(self, folder: Path, standing: int | None = None) -> None:
        """Write into *folder*; *standing* is the open folder of the site that stands there now."""
        self.path = folder
        self._top = str(folder)
        self._standing = standing
        self._parent = ""

    def write(self, path: str, content: bytes) -> None:
        """Write a file, in place of one of the same name; none can leave the folder.

        Raises:
            PublishError: if the path leads elsewhere.
        """
        steps = PurePosixPath(path)
        if steps.is_absolute() or ".." in steps.parts or "\\" in path or "\0" in path:
            raise PublishError(f"{path!r} is no path inside a site; this is a bug, please report it")
        target = self._made_ready(path)
        if not self._linked(path, content, target):
            with open(target, "xb") as file:  # noqa: PTH123 - by far the quicker one, for thousands of files
                file.write(content)

    def write_again(self) -> None:
        """Write what another program has written here, so that what is as it was stays the same file."""
        for file in [file for file in self.path.rglob("*") if file.is_file()]:
            self.write(file.relative_to(self.path).as_posix(), file.read_bytes())

    def _made_ready(self, path: str) -> str:
        """Make the parent, and take away what is there: it may be a file of the standing site."""
        target = f"{self._top}/{path}"
        parent = target.rpartition("/")[0]
        if parent != self._parent:
            os.makedirs(parent, exist_ok=True)  # noqa: PTH103 - as above
            self._parent = parent
        if os.path.lexists(target):
            os.unlink(target)  # noqa: PTH108 - as above
        return target

    def _linked(self, path: str, content: bytes, target: str) -> bool:
        if self._standing is None:
            return False
        try:
            if not _is_same(path, content, self._standing):
                return False
            os.link(path, target, src_dir_fd=self._standing)
        except OSError:
            return False
        return True


@contextmanager
def site_folder(folder: Path, standing: Path) -> Iterator[SiteFolder]:
    """Write a site into *folder*, with the unchanged files of the one that stands at *standing*, if any.

    That one is kept open: if another build takes its place meanwhile, its files are still the ones compared.
    """
    descriptor = _opened(standing)
    try:
        yield SiteFolder(folder, descriptor)
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _opened(folder: Path) -> int | None:
    try:
        return os.open(folder, os.O_RDONLY) if _LINKS else None
    except OSError:
        return None


def _is_same(path: str, content: bytes, folder: int) -> bool:
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=folder)
    with os.fdopen(descriptor, "rb") as file:
        return os.fstat(descriptor).st_size == len(content) and file.read() == content
