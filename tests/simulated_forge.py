"""The API of a GitHub or a GitLab on this machine, as far as lists of repositories go."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from local_server import Quiet, listening

TODAY = "Sun, 22 Nov 2026 12:00:00 GMT"


@dataclass(kw_only=True)
class ForgeFault:
    """What goes wrong with requests whose path matches."""

    path: str
    """A regular expression for a part of the path with its query."""
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str = '{"message": "no"}'
    times: int = 1_000_000


@dataclass(kw_only=True)
class SimulatedForge:
    """Answers on `/orgs/…`, `/users/…` as GitHub does, below `/api/v4/` as GitLab does."""

    organisations: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    users: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    page_size: int = 100
    """At most; less than what is asked for, so that few repositories make several pages."""
    hides_from_page: int = 0
    """One repository slips through between this page and the one before."""
    next_link: str | None = None
    has_next_page_header: bool = True
    faults: list[ForgeFault] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    base_url: str = ""

    def answer(self, target: str) -> tuple[int, dict[str, str], str]:
        """Give status, headers and body."""
        for fault in self.faults:
            if fault.times and re.search(fault.path, target):
                fault.times -= 1
                return fault.status, dict(fault.headers), fault.body
        parts = urlsplit(target)
        query = {key: values[0] for key, values in parse_qs(parts.query).items()}
        words = parts.path.strip("/").split("/")
        is_gitlab = words[:2] == ["api", "v4"]
        whose, owner, *rest = words[2:] if is_gitlab else words
        owner = unquote(owner)
        if owner in self.renamed:
            return 301, {"Location": target.replace(owner, self.renamed[owner])}, ""
        held = self.organisations if whose in {"orgs", "groups"} else {**self.organisations, **self.users}
        if owner not in held:
            return 404, {}, '{"message": "Not Found"}'
        if not rest:
            return 200, {}, json.dumps({"login": owner, "public_repos": len(held[owner])})
        return self._page(held[owner], parts.path, query, is_gitlab=is_gitlab)

    def _page(
        self, repositories: list[dict[str, Any]], path: str, query: dict[str, str], *, is_gitlab: bool
    ) -> tuple[int, dict[str, str], str]:
        number, size = int(query.get("page", "1")), min(self.page_size, int(query["per_page"]))
        start = (number - 1) * size + (1 if 0 < self.hides_from_page <= number else 0)
        shown = repositories[start : start + size]
        headers: dict[str, str] = {}
        related = []
        if start + size < len(repositories):
            following = self.next_link or f"{self.base_url}{path}?{urlencode({**query, 'page': number + 1})}"
            related.append(f'<{following}>; rel="next"')
            headers["X-Next-Page"] = str(number + 1)
        if number > 1:
            related.append(f'<{self.base_url}{path}>; rel="prev"')
        headers["Link"] = ", ".join(related)
        if is_gitlab:
            headers["X-Total"] = str(len(repositories))
        if not is_gitlab or not self.has_next_page_header:
            headers.pop("X-Next-Page", None)
        return 200, headers, json.dumps(shown)


class _Handler(Quiet, BaseHTTPRequestHandler):
    forge: SimulatedForge

    def do_GET(self) -> None:
        self.forge.seen.append(self.path)
        self.forge.headers.append(dict(self.headers))
        status, headers, body = self.forge.answer(self.path)
        self.send_response_only(status)
        for name, value in {"Date": TODAY, "Content-Type": "application/json", **headers}.items():
            self.send_header(name, value)
        content = body.encode()
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def answering(forge: SimulatedForge) -> Iterator[SimulatedForge]:
    """Serve until the end of the block."""
    with listening(_Handler, forge=forge) as forge.base_url:
        yield forge
