"""A Git host on this machine: git's own HTTP backend, good days and bad days."""

import os
import re
import subprocess
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

from local_server import Quiet, listening


@dataclass(kw_only=True)
class GitHostFault:
    """What goes wrong with requests whose path matches."""

    path: str
    """A regular expression for a part of the path."""
    times: int = 1_000_000
    status: int = 200
    location: str | None = None
    waits_seconds: float = 0.0
    cut_bytes: int = 0
    """The body ends so much too early."""
    floods: bool = False
    """What is fetched never ends."""


@dataclass(kw_only=True)
class SimulatedGitHost:
    """Serves the repositories of a folder: `<name>.git` at `/<name>.git`."""

    folder: Path
    faults: list[GitHostFault] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    base_url: str = ""

    @property
    def port(self) -> int:
        """Where it listens."""
        return urlsplit(self.base_url).port or 0

    def takes(self, path: str) -> GitHostFault | None:
        """Note a request; give what goes wrong with it."""
        self.seen.append(path)
        for fault in self.faults:
            if fault.times and re.search(fault.path, path):
                fault.times -= 1
                return fault
        return None


@contextmanager
def serving(host: SimulatedGitHost) -> Iterator[SimulatedGitHost]:
    """Serve until the end of the block."""
    with listening(_Handler, host=host) as host.base_url:
        yield host


class _Handler(Quiet, BaseHTTPRequestHandler):
    host: SimulatedGitHost

    def do_GET(self) -> None:
        self._serve(b"")

    def do_POST(self) -> None:
        self._serve(self.rfile.read(int(self.headers["Content-Length"])))

    def _serve(self, body: bytes) -> None:
        self.host.agents.append(self.headers["User-Agent"])
        fault = self.host.takes(self.path)
        if fault and fault.waits_seconds:
            time.sleep(fault.waits_seconds)
        if fault and fault.status != 200:
            self._refuse(fault)
        elif fault and fault.floods and b"command=fetch" in body:
            self._flood()
        else:
            self._answer(_backend(self.host, self, body), fault.cut_bytes if fault else 0)

    def _refuse(self, fault: GitHostFault) -> None:
        self.send_response(fault.status)
        if fault.location:
            self.send_header("Location", fault.location)
        if fault.status == 401:
            self.send_header("WWW-Authenticate", 'Basic realm="private"')
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _flood(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/x-git-upload-pack-result")
        self.end_headers()
        with suppress(OSError):
            for packet in _endless_pack():
                self.wfile.write(packet)

    def _answer(self, said: bytes, cut_bytes: int) -> None:
        head, _, body = said.partition(b"\r\n\r\n")
        fields = [line.partition(": ") for line in head.decode().split("\r\n")]
        status = next((value for name, _, value in fields if name == "Status"), "200 OK")
        self.send_response(int(status.split()[0]))
        for name, _, value in fields:
            if name != "Status":
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) - cut_bytes])


def _endless_pack() -> Iterator[bytes]:
    """Announce one file of many terabytes: https://git-scm.com/docs/gitformat-pack."""
    yield _packet(b"packfile\n")
    packer = zlib.compressobj(0)
    yield _packet(b"\1PACK\0\0\0\2\0\0\0\1" + b"\xbf" + b"\xff" * 5 + b"\x7f" + packer.compress(b""))
    while True:
        yield _packet(b"\1" + packer.compress(bytes(60_000)) + packer.flush(zlib.Z_SYNC_FLUSH))


def _packet(content: bytes) -> bytes:
    return f"{len(content) + 4:04x}".encode() + content


def _backend(host: SimulatedGitHost, request: BaseHTTPRequestHandler, body: bytes) -> bytes:
    """Let git answer: https://git-scm.com/docs/git-http-backend."""
    parts = urlsplit(request.path)
    environment = {
        "PATH": os.environ["PATH"],
        "GIT_PROJECT_ROOT": str(host.folder),
        "GIT_HTTP_EXPORT_ALL": "1",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_COUNT": "2",
        "GIT_CONFIG_KEY_0": "uploadpack.allowFilter",
        "GIT_CONFIG_VALUE_0": "true",
        "GIT_CONFIG_KEY_1": "safe.directory",
        "GIT_CONFIG_VALUE_1": "*",
        "GIT_PROTOCOL": request.headers.get("Git-Protocol", ""),
        "REQUEST_METHOD": request.command,
        "PATH_INFO": parts.path,
        "QUERY_STRING": parts.query,
        "CONTENT_TYPE": request.headers.get("Content-Type", ""),
        "CONTENT_LENGTH": str(len(body)),
        "HTTP_CONTENT_ENCODING": request.headers.get("Content-Encoding", ""),
    }
    command = ["git", "http-backend"]
    return subprocess.run(command, input=body, env=environment, capture_output=True, check=False).stdout
