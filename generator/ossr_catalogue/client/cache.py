"""What was fetched before, in the user's cache folder; several processes may share it.

Files are named by their SHA-256 and written under another name first, so a reader never sees half of one.
What cannot be written is not kept, and nothing more.
"""

import hashlib
import json
import os
import sys
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Final

from ossr_catalogue.client.clock import now

_KEPT_SECONDS: Final = 30 * 86_400
"""What no process has used for so long is taken away."""


def cache_folder() -> Path:
    """Give the folder for our files: `$OSSR_CATALOGUE_CACHE`, else where the system keeps such things."""
    if chosen := os.environ.get("OSSR_CATALOGUE_CACHE"):
        return Path(chosen)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "ossr-catalogue"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The last generation that was found sound as a whole."""

    base: str
    """The address of the index, after redirects."""
    index: str
    """SHA-256 of the index."""
    etag: str
    last_modified: str
    confirmed: float
    """When its server last said that this is its catalogue, in seconds since 1970."""
    tried: float
    """When it was last asked, whatever became of it."""
    failure: str = ""
    """Why that attempt gave nothing; empty where it did."""


class Cache:
    """The files of one catalogue."""

    def __init__(self, folder: Path, url: str, purpose: str) -> None:
        """Name the place; nothing is read or written yet.

        Args:
            folder: for all catalogues.
            url: of the index; only its digest is kept.
            purpose: which files besides the index make up a generation; each has a state of its own.
        """
        self._folder = folder / hashlib.sha256(url.encode()).hexdigest()[:32]
        self._state = self._folder / f"state-{purpose or 'index'}.json"

    def state(self) -> State | None:
        """Read what was remembered; None where that is nothing that can be used."""
        try:
            said = json.loads(self._state.read_bytes())
            state = State(**{field.name: said[field.name] for field in fields(State)})
        except (OSError, ValueError, KeyError, TypeError):
            return None
        types_are_right = all(isinstance(getattr(state, field.name), field.type) for field in fields(State))  # type: ignore[arg-type]
        return state if types_are_right else None

    def remember(self, state: State) -> None:
        """Put a state in the place of the one before."""
        self._write(self._state, json.dumps(asdict(state)).encode())

    def blob(self, sha256: str) -> bytes | None:
        """Give the file with that digest; None where it is not there as it was."""
        path = self._folder / f"{sha256}.blob"
        try:
            content = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        return content if hashlib.sha256(content).hexdigest() == sha256 else None

    def keep(self, content: bytes) -> str:
        """Keep a file; give its SHA-256."""
        sha256 = hashlib.sha256(content).hexdigest()
        self._write(self._folder / f"{sha256}.blob", content)
        return sha256

    def tidy(self) -> None:
        """Take away what has not been used for long."""
        with suppress(OSError):
            for path in self._folder.iterdir():
                if path.suffix in {".blob", ".part"} and now() - path.stat().st_mtime > _KEPT_SECONDS:
                    path.unlink(missing_ok=True)

    def _write(self, path: Path, content: bytes) -> None:
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(content)
                Path(name).replace(path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
