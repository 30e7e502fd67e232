"""The files of a published catalogue, served from memory."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler
from typing import Any

from local_server import Quiet, listening
from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.publish.files import SiteSettings
from ossr_catalogue.publish.index.build import machine_files


@dataclass(kw_only=True)
class SimulatedCatalogue:
    """Change its files, or what goes wrong with some."""

    files: dict[str, bytes] = field(default_factory=dict)
    """By path, without a slash in front."""
    faults: dict[str, tuple[int, dict[str, str]]] = field(default_factory=dict)
    """Status and headers by path."""
    seen: list[str] = field(default_factory=list)
    base_url: str = ""

    def publish(self, catalogue: Catalogue, site: SiteSettings, **settings: int) -> None:
        """Replace all files."""
        published = machine_files(catalogue, replace(site, url=f"{self.base_url}/"), **settings)
        self.files = {file.path: file.content for file in published}

    @property
    def index(self) -> Any:  # noqa: ANN401 - JSON
        """What the index says."""
        return json.loads(self.files["index.json"])

    def say(self, **changes: Any) -> None:  # noqa: ANN401 - JSON
        """Change what the index says."""
        self.files["index.json"] = json.dumps({**self.index, **changes}).encode()

    def rewrite(self, path: str, content: object) -> None:
        """Replace a document, and its digest in the index."""
        self.files[path] = json.dumps(content).encode()
        digest = f"sha256:{hashlib.sha256(self.files[path]).hexdigest()}"
        entries = [
            one | ({"digest": digest} if one["document"] == path else {}) for one in self.index["executables"]
        ]
        self.say(executables=entries, generation=digest)

    def document(self, path: str) -> Any:  # noqa: ANN401 - JSON
        """Give one of the documents."""
        return json.loads(self.files[path])


class _Handler(Quiet, BaseHTTPRequestHandler):
    catalogue: SimulatedCatalogue

    def do_GET(self) -> None:
        path = self.path.removeprefix("/")
        self.catalogue.seen.append(path)
        content = self.catalogue.files.get(path)
        status, headers = self.catalogue.faults.get(path, (404 if content is None else 200, {}))
        body = b"" if status != 200 else content or b""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def showing(catalogue: SimulatedCatalogue) -> Iterator[SimulatedCatalogue]:
    """Serve until the end of the block."""
    with listening(_Handler, catalogue=catalogue) as catalogue.base_url:
        yield catalogue
