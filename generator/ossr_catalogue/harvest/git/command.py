"""Run git so that it asks nobody, runs nobody's code, and speaks one protocol to one address."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
import weakref
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.credentials import without_credentials
from ossr_catalogue.harvest.source import MAX_READ_BYTES

_LOCAL_TIMEOUT_SECONDS: Final = 120
_GLANCE_SECONDS: Final = 0.2
"""How often it is looked how large everything has become."""
MAX_CLONE_BYTES: Final = 500_000_000
"""Of one repository; without history and contents, those that we have seen have at most 7 MB."""
_MAX_ANSWER_BYTES: Final = MAX_READ_BYTES + 50_000_000
_MAX_COMPLAINT_BYTES: Final = 1_000_000
_SETTINGS: Final = (
    "protocol.allow=never",
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.symlinks=false",
    "core.attributesFile=/dev/null",
    "credential.helper=",
    "submodule.recurse=false",
    "fetch.recurseSubmodules=false",
    "fetch.unpackLimit=1",
    "fetch.negotiationAlgorithm=noop",  # all that is wanted is named: nothing to negotiate about
    "filter.lfs.smudge=",
    "filter.lfs.process=",
    "filter.lfs.required=false",
    "gc.auto=0",
    "maintenance.auto=false",
    "http.lowSpeedLimit=1000",
    "http.lowSpeedTime=60",
)
_ENVIRONMENT: Final = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "SSH_ASKPASS": "",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_LFS_SKIP_SMUDGE": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_SSH_COMMAND": "ssh -oBatchMode=yes",
    "LC_ALL": "C.UTF-8",
}


class GitError(SourceError):
    """Git did not do what it was asked; the text is the last that it said."""


class Git:
    """A bare repository of our own in a scratch folder, which goes when this does."""

    def __init__(self, *, max_bytes: int = MAX_CLONE_BYTES) -> None:
        """Prepare; a fetch that brings more than *max_bytes* is given up."""
        self._scratch = Path(tempfile.mkdtemp(prefix="ossr-catalogue-"))
        weakref.finalize(self, shutil.rmtree, self._scratch, ignore_errors=True)
        self._folder = self._scratch / "clone.git"
        self._max_bytes = max_bytes

    def create(self, url: str) -> None:
        """Make the repository, without the hooks and settings that templates bring; *url* is its origin."""
        self._run(
            ["init", "--quiet", "--bare", "--template=", str(self._folder)], scheme="", timeout_seconds=60
        )
        self.aim(url)

    def aim(self, url: str) -> None:
        """Make *url* its origin."""
        self.local("config", "remote.origin.url", url)

    def local(self, *arguments: str, said: bytes = b"") -> bytes:
        """Run a command that needs no network, and may not reach for it; give what it prints."""
        command = [f"--git-dir={self._folder}", *arguments]
        return self._run(command, scheme="", said=said, timeout_seconds=_LOCAL_TIMEOUT_SECONDS)

    def remote(
        self,
        *arguments: str,
        scheme: str,
        settings: tuple[str, ...] = (),
        said: bytes = b"",
        timeout_seconds: float,
    ) -> bytes:
        """Run a command that may use one protocol, as *settings* have it; give what it prints."""
        options = [word for setting in settings for word in ("-c", setting)]
        command = [*options, f"--git-dir={self._folder}", *arguments]
        return self._run(command, scheme=scheme, said=said, timeout_seconds=timeout_seconds)

    def _run(self, command: list[str], *, scheme: str, said: bytes = b"", timeout_seconds: float) -> bytes:
        settings = [*_SETTINGS, *([f"protocol.{scheme}.allow=always"] if scheme else ())]
        options = [word for setting in settings for word in ("-c", setting)]
        # Files in place of pipes: however much is said, it can be measured while it comes.
        with self._file(said) as question, self._file() as answer, self._file() as complaints:
            try:
                process = subprocess.Popen(  # noqa: S603 - a list of words that were checked, and no shell
                    ["git", *options, *command],  # noqa: S607 - the user's own git
                    stdin=question, stdout=answer, stderr=complaints,
                    env=_environment(os.environ, scheme), cwd=self._scratch, start_new_session=True,
                )  # fmt: skip
            except OSError as error:
                raise GitError(f"git cannot be started ({error}); install it, or harvest a folder") from error
            with process:
                try:
                    self._await(process, answer, complaints, timeout_seconds)
                except BaseException:
                    _end(process)
                    raise
            if process.returncode:
                raise GitError(_last_words(_content(complaints, _MAX_COMPLAINT_BYTES)))
            return _content(answer)

    def _file(self, content: bytes = b"") -> IO[bytes]:
        file = tempfile.TemporaryFile(dir=self._scratch)  # noqa: SIM115 - the caller's to close
        file.write(content)
        file.seek(0)
        return file

    def _await(
        self, process: subprocess.Popen[bytes], answer: IO[bytes], complaints: IO[bytes], seconds: float
    ) -> None:
        """Wait until git is ready, but not for longer, nor for more, than is good."""
        deadline = time.monotonic() + seconds
        while process.returncode is None:
            left = deadline - time.monotonic()
            if left <= 0:
                raise GitError(f"git gave no answer within {seconds:g} seconds")
            with suppress(subprocess.TimeoutExpired):
                process.wait(min(_GLANCE_SECONDS, left))
            self._check_size(answer, complaints)

    def _check_size(self, answer: IO[bytes], complaints: IO[bytes]) -> None:
        sizes = (
            (_size(answer), _MAX_ANSWER_BYTES),
            (_size(complaints), _MAX_COMPLAINT_BYTES),
            (_fetched_bytes(self._folder), self._max_bytes),
        )
        for size, most in sizes:
            if size > most:
                raise GitError(f"it is too large: more than {most:,} bytes came")


def _size(file: IO[bytes]) -> int:
    return os.fstat(file.fileno()).st_size


def _content(file: IO[bytes], max_bytes: int = -1) -> bytes:
    file.seek(0)
    return file.read(max_bytes)


def _fetched_bytes(folder: Path) -> int:
    """Add up the packs, those too that are still being written."""
    sizes = 0
    with suppress(OSError), os.scandir(folder / "objects" / "pack") as packs:
        for pack in packs:
            with suppress(OSError):
                sizes += pack.stat(follow_symlinks=False).st_size
    return sizes


def _end(process: subprocess.Popen[bytes]) -> None:
    """End git with the transports it has started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _environment(ours: Mapping[str, str], scheme: str) -> dict[str, str]:
    """Keep ours without what steers git, and without tokens: nothing that git does needs any."""
    kept = {
        key: value for key, value in ours.items() if not key.startswith("GIT_") and not key.endswith("_TOKEN")
    }
    return {**kept, **_ENVIRONMENT, "GIT_ALLOW_PROTOCOL": scheme or "none"}


def _last_words(complaints: bytes) -> str:
    lines = [line.strip() for line in complaints.decode("utf-8", "replace").splitlines() if line.strip()]
    telling = [line for line in lines if line.startswith(("fatal:", "error:", "remote:", "ssh:", "ERROR"))]
    words = (telling or lines or ["git failed without a word"])[0]
    return without_credentials("".join(letter for letter in words if letter.isprintable()))[:300]
