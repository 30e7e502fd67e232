"""Run git so that it asks nobody, runs nobody's code, and speaks one protocol to one address."""

import os
import shutil
import signal
import subprocess
import tempfile
import weakref
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from ossr_catalogue.errors import SourceError

_LOCAL_TIMEOUT_SECONDS: Final = 120
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
    "GIT_ASKPASS": "true",
    "SSH_ASKPASS": "true",
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

    def __init__(self) -> None:
        scratch = tempfile.mkdtemp(prefix="ossr-catalogue-")
        weakref.finalize(self, shutil.rmtree, scratch, ignore_errors=True)
        self._folder = Path(scratch) / "clone.git"

    def create(self, url: str) -> None:
        """Make the repository, without the hooks and settings that templates bring; *url* is its origin."""
        self._run(
            ["init", "--quiet", "--bare", "--template=", str(self._folder)], scheme="", timeout_seconds=60
        )
        self.local("config", "remote.origin.url", url)

    def local(self, *arguments: str, said: bytes = b"") -> bytes:
        """Run a command that needs no network, and may not reach for it; give what it prints."""
        command = [f"--git-dir={self._folder}", *arguments]
        return self._run(command, scheme="", said=said, timeout_seconds=_LOCAL_TIMEOUT_SECONDS)

    def remote(self, *arguments: str, scheme: str, said: bytes = b"", timeout_seconds: float) -> bytes:
        """Run a command that may use one protocol; give what it prints."""
        command = [f"--git-dir={self._folder}", *arguments]
        return self._run(command, scheme=scheme, said=said, timeout_seconds=timeout_seconds)

    def _run(self, command: list[str], *, scheme: str, said: bytes = b"", timeout_seconds: float) -> bytes:
        settings = [*_SETTINGS, *([f"protocol.{scheme}.allow=always"] if scheme else ())]
        options = [word for setting in settings for word in ("-c", setting)]
        try:
            process = subprocess.Popen(  # noqa: S603 - a list of words that were checked, and no shell
                ["git", *options, *command],  # noqa: S607 - the user's own git
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                env=_environment(os.environ, scheme), cwd=self._folder.parent, start_new_session=True,
            )  # fmt: skip
        except OSError as error:
            raise GitError(f"git cannot be started ({error}); install it, or harvest a folder") from error
        with process:
            return _finish(process, said, timeout_seconds)


def _finish(process: subprocess.Popen[bytes], said: bytes, timeout_seconds: float) -> bytes:
    try:
        answer, complaints = process.communicate(said, timeout_seconds)
    except subprocess.TimeoutExpired as error:
        _end(process)
        raise GitError(f"git gave no answer within {timeout_seconds:g} seconds") from error
    except BaseException:
        _end(process)
        raise
    if process.returncode:
        raise GitError(_last_words(complaints))
    return answer


def _end(process: subprocess.Popen[bytes]) -> None:
    """End git with the transports it has started: one that lives on would hold our pipes open."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def _environment(ours: Mapping[str, str], scheme: str) -> dict[str, str]:
    kept = {key: value for key, value in ours.items() if not key.startswith("GIT_")}
    return {**kept, **_ENVIRONMENT, "GIT_ALLOW_PROTOCOL": scheme or "none"}


def _last_words(complaints: bytes) -> str:
    lines = [line.strip() for line in complaints.decode("utf-8", "replace").splitlines() if line.strip()]
    telling = [line for line in lines if line.startswith(("fatal:", "error:", "remote:", "ssh:", "ERROR"))]
    words = (telling or lines or ["git failed without a word"])[0]
    return "".join(letter for letter in words if letter.isprintable())[:300]
