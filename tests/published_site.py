"""The files for machines of a small catalogue, in a folder and on a server that can be made to fail."""

import gzip
import hashlib
import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import sample_catalogue as sample
from local_server import Quiet, listening
from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.publish.files import SiteSettings
from ossr_catalogue.publish.index.build import machine_files
from sample_site import SETTINGS


def contents(
    *, of: Catalogue | None = None, whole_up_to: int = 5_000, settings: SiteSettings = SETTINGS
) -> dict[str, bytes]:
    """Give what is published for machines, by path."""
    catalogue = of or sample.catalogue(*sample.of_every_type(), sample.nasty())
    files = machine_files(catalogue, settings, whole_up_to=whole_up_to)
    return {file.path: file.content for file in files}


def put(files: dict[str, bytes], folder: Path) -> Path:
    """Write files into a folder."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def changed(content: bytes, **changes: Any) -> bytes:  # noqa: ANN401 - JSON
    """Give an index with other keys and the generation that belongs to them."""
    index = json.loads(content) | changes
    bare = {key: value for key, value in index.items() if key not in {"built", "generation"}}
    digest = hashlib.sha256((json.dumps(bare, ensure_ascii=False) + "\n").encode()).hexdigest()
    return json.dumps(index | {"generation": f"sha256:{digest}"}, ensure_ascii=False).encode() + b"\n"


@dataclass
class Site:
    """What a server has, and how it fails."""

    files: dict[str, bytes]
    address: str = ""
    fault: str = ""
    """`500`, `html`, `cut`, `slow`, `gone`: of every answer; `elsewhere`: a redirect to `target`."""
    target: str = ""
    at: str = ""
    """The beginning of the paths that the fault is for."""
    packed: bool = False
    asked: list[str] = field(default_factory=list)
    """Every request: its path, with its status."""
    headers: list[dict[str, str]] = field(default_factory=list)
    after: dict[str, dict[str, bytes]] = field(default_factory=dict)
    """What is there once a path has been asked for: a new generation, put in the place of the old."""

    def answer(self, path: str, headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        """Give status, headers and body."""
        self.headers.append(headers)
        if self.fault == "500" and path.startswith(self.at):
            return 500, {}, b"no"
        if self.fault == "elsewhere" and path.startswith(self.at):
            return 302, {"Location": self.target}, b""
        if self.fault == "html" and path.startswith(self.at):
            return 200, {}, b"<!doctype html><title>Please log in</title>"
        content = self.files.get(path)
        if content is None:
            return 404, {}, b"no"
        etag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
        if headers.get("If-None-Match") == etag:
            return 304, {"ETag": etag}, b""
        packed = {"Content-Encoding": "gzip"} if path.endswith(".gz") else {}
        return 200, {"ETag": etag, **packed}, content


class _Handler(Quiet, BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        path = self.path.lstrip("/")
        status, headers, body = self.site.answer(path, dict(self.headers.items()))
        if self.site.packed and body:
            headers, body = headers | {"Content-Encoding": "gzip"}, gzip.compress(body)
        self.site.asked.append(f"{status} {path}")
        faulty = path.startswith(self.site.at)
        if self.site.fault == "slow" and faulty:
            self.request.settimeout(3)
            with suppress(TimeoutError):
                self.request.recv(1)  # until the other side has given up
            return
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if self.site.fault == "cut" and faulty else body)
        if path in self.site.after:
            self.site.files = self.site.after.pop(path)


@contextmanager
def serving(files: dict[str, bytes]) -> Iterator[Site]:
    """Serve files until the end of the block."""
    site = Site(files=files)
    with listening(_Handler, site=site) as address:
        site.address = f"{address}/"
        yield site


def dead_address() -> str:
    """Give an address at which nobody listens."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{unused.getsockname()[1]}/"
