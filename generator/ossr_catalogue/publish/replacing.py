"""A folder that takes another one's place at once, whatever happens meanwhile.

Beside the target `site` lie, while it is built, `.site.building-…`, and where the file system knows no
exchange for a moment `.site.before-…`. Each belongs to one build, which locks it as long as it lives: what
nobody locks was left by a build that was killed; the next one clears it away, or puts it back if there is no
site.
"""

import os
import secrets
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from ossr_catalogue.errors import PublishError
from ossr_catalogue.publish.exchange import exchange

if sys.platform != "win32":
    import fcntl

_LOCKS: Final = sys.platform != "win32"
"""Elsewhere, what a killed build left stays there until somebody removes it."""

_SIGN: Final = "index.json"
"""A folder with this file was published by us, and may be replaced."""
_TRIES: Final = 5
"""How often another build may come in between."""


@contextmanager
def replacing(output: Path, exchange: Callable[[Path, Path], bool] = exchange) -> Iterator[Path]:
    """Give a new folder beside *output* that takes its place if all goes well, and leaves no trace if not.

    Of several builds at a time each has a folder of its own, and the last one stays.

    Args:
        output: where the site stands, or will.
        exchange: lets two folders change places, or says that it cannot; then a reader may find no site for
            the moment between two renames.

    Raises:
        PublishError: if *output* holds something else than a site, or something cannot be written.
    """
    target = output.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _clear_what_was_left(target)
        _require_ours(target, output)
        with _locked_folder(target) as building:
            yield building
            _require_ours(target, output)
            _switch(building, target, exchange)
    except OSError as error:
        raise PublishError(f"{output}: cannot be written: {error}") from error


def _require_ours(target: Path, output: Path) -> None:
    if target.exists() and not _may_replace(target):
        raise PublishError(
            f"{output}: expected an empty folder or a published catalogue, found other files; "
            "choose another folder with --output"
        )


def _may_replace(target: Path) -> bool:
    return target.is_dir() and ((target / _SIGN).is_file() or not any(target.iterdir()))


@contextmanager
def _locked_folder(target: Path) -> Iterator[Path]:
    folder, lock = _new_folder(target)
    try:
        yield folder
    finally:
        # After a switch this is the site that stood there before.
        shutil.rmtree(folder, ignore_errors=True)
        if lock is not None:
            os.close(lock)


def _new_folder(target: Path) -> tuple[Path, int | None]:
    """Make a folder with its lock; another build that clears up may see it before it is locked."""
    for _ in range(_TRIES):
        folder = _beside(target, "building")
        folder.mkdir()
        lock = _lock(folder)
        if not _LOCKS or (lock is not None and folder.exists()):
            return folder, lock
        if lock is not None:
            os.close(lock)
    raise PublishError(f"{target}: other builds keep clearing it up; run one at a time")


def _switch(building: Path, target: Path, exchange: Callable[[Path, Path], bool]) -> None:
    for _ in range(_TRIES):
        if target.exists():
            if exchange(building, target) or _exchange_in_two_steps(building, target):
                return
        elif _renamed(building, target):
            return
    raise PublishError(f"{target}: other builds keep writing to it; run one at a time")


def _exchange_in_two_steps(building: Path, target: Path) -> bool:
    before = _beside(target, "before")
    if not _renamed(target, before):
        return False
    try:
        if not _renamed(building, target):
            return False
    except OSError:
        _renamed(before, target)
        raise
    finally:
        shutil.rmtree(before, ignore_errors=True)
    return True


def _renamed(folder: Path, target: Path) -> bool:
    """Rename a folder; False if it is gone, or another one stands there now."""
    try:
        folder.rename(target)
    except FileNotFoundError:
        return False
    except OSError:
        if target.exists():
            return False
        raise
    return True


def _clear_what_was_left(target: Path) -> None:
    for before in _left(target, "before"):
        if target.exists() or not _renamed(before, target):
            shutil.rmtree(before, ignore_errors=True)
    for building in _left(target, "building"):
        # A program that the killed build had started may still write there; then the next build clears it.
        shutil.rmtree(building, ignore_errors=True)


def _left(target: Path, word: str) -> Iterator[Path]:
    """Find what lies beside the target and belongs to nobody who lives; it is locked until the next one."""
    for folder in sorted(target.parent.glob(f".{_plain(target.name)}.{word}-*")):
        lock = _lock(folder)
        if lock is not None:
            try:
                yield folder
            finally:
                os.close(lock)


def _plain(name: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)


def _lock(folder: Path) -> int | None:
    """Lock a folder until its descriptor is closed or the process ends; None if another process has."""
    if sys.platform == "win32":
        return None
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


def _beside(target: Path, word: str) -> Path:
    return target.with_name(f".{target.name}.{word}-{secrets.token_hex(4)}")
