"""A small web of one server, which answers by the path that it is asked for."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Final
from urllib.parse import parse_qs, urlsplit

from local_server import Quiet, listening

TOKEN: Final = "anonymous-token"  # noqa: S105 - nobody's
_BUSY: Final[list[int]] = []


@dataclass(kw_only=True)
class Web:
    """Keeps what it was asked: method, path with question, and the token that came with it."""

    url: str = ""
    """The address without a path."""
    asked: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def host(self) -> str:
        """Name and port."""
        return self.url.removeprefix("http://")


@contextmanager
def serving() -> Iterator[Web]:
    """Run a web of its own."""
    web = Web()
    with listening(_Answers, web=web) as web.url:
        yield web


class _Answers(Quiet, BaseHTTPRequestHandler):
    web: Web

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        self.web.asked.append((self.command, self.path, self.headers["Authorization"] or ""))
        _, first, *rest = urlsplit(self.path).path.split("/")
        _PATHS.get(first, _Answers.answer_here)(self, "/".join(rest))

    def _say(self, status: int, body: str = "", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body.encode())

    def answer_here(self, _: str) -> None:
        self._say(200)

    def answer_status(self, status: str) -> None:
        self._say(int(status))

    def answer_no_head(self, _: str) -> None:
        self._say(200 if self.command == "GET" else 405)

    def answer_head_lies(self, _: str) -> None:
        self._say(200 if self.command == "GET" else 404)

    def answer_to(self, rest: str) -> None:
        self._say(302, Location=f"/{rest}")

    def answer_away(self, _: str) -> None:
        self._say(302, Location=parse_qs(urlsplit(self.path).query)["to"][0])

    def answer_loop(self, _: str) -> None:
        self._say(302, Location=self.path)

    def answer_nonsense(self, _: str) -> None:
        self.wfile.write(b"what?\r\n\r\n")

    def answer_slow(self, _: str) -> None:
        time.sleep(3)

    def answer_drip(self, _: str) -> None:
        try:
            for letter in "HTTP/1.1 200 OK\r\nX: " + "x" * 200:
                self.wfile.write(letter.encode())
                time.sleep(0.1)
        except OSError:  # nobody listens any more
            return

    def answer_busy(self, _: str) -> None:
        _BUSY.append(1)
        time.sleep(0.1)
        at_once = len(_BUSY)
        _BUSY.pop()
        self._say(200 if at_once <= 2 else 404)

    def answer_registry(self, path: str) -> None:
        if self.headers["Authorization"] != f"Bearer {TOKEN}":
            scheme = "Basic" if path.startswith("basic/") else "Bearer"
            realm = f'realm="{self.web.url}/token",service="here",scope="repository:x:pull"'
            self._say(401, WWW_Authenticate=f"{scheme} {realm}")
        elif path.startswith("private/"):
            self._say(401)
        else:
            self._say(200 if path.endswith("/1.3") else 404)

    def answer_token(self, _: str) -> None:
        self._say(200, body=json.dumps({"token": TOKEN}))

    def answer_handle(self, path: str) -> None:
        if path.endswith("broken"):
            self._say(200, body="<html>")
        elif path.endswith("gone"):
            self._say(404, body=json.dumps({"responseCode": 100}))
        else:
            self._say(200, body=json.dumps({"responseCode": 1}))


_PATHS: Final[dict[str, Callable[[_Answers, str], None]]] = {
    "status": _Answers.answer_status,
    "no-head": _Answers.answer_no_head,
    "head-lies": _Answers.answer_head_lies,
    "to": _Answers.answer_to,
    "away": _Answers.answer_away,
    "loop": _Answers.answer_loop,
    "nonsense": _Answers.answer_nonsense,
    "slow": _Answers.answer_slow,
    "drip": _Answers.answer_drip,
    "busy": _Answers.answer_busy,
    "v2": _Answers.answer_registry,
    "token": _Answers.answer_token,
    "api": _Answers.answer_handle,
}
