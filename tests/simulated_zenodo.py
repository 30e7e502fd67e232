"""A server on this machine that answers as Zenodo does, good days and bad days.

Written after what is known of Zenodo's API: pages of at most 25, an unknown community that gives everything,
byte ranges, listings of zips, `Retry-After` on every reply, errors as JSON, blocks as HTML.
"""

import io
import json
import re
import time
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

from local_server import Quiet, listening
from stored_records import Shelf, StoredRecord

_A_MINUTE = 60
"""So many requests, and each window is a minute long."""


@dataclass(kw_only=True)
class Fault:
    """What goes wrong with requests whose path matches."""

    path: str
    """A regular expression for a part of the path with its query."""
    times: int = 1_000_000
    status: int | None = None
    html: bool = False
    retry_after: str | None = None
    location: str | None = None
    waits_seconds: float = 0.0
    cut_bytes: int = 0
    """The body ends so much too early."""
    drips_seconds: float = 0.0
    """The body comes byte by byte, so long apart."""
    spoils: bool = False
    """The first byte of the body is another one."""
    hangs_up: bool = False


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A request that came."""

    path: str
    """With its query."""
    headers: Mapping[str, str]


class SimulatedZenodo:
    """The service; change its public attributes to change its behaviour."""

    def __init__(self, records: Iterable[StoredRecord] = (), *, community: str = "escape2020") -> None:
        self._shelf = Shelf(records)
        self.community = community
        self.answers_as = community
        """The name that the community gives itself."""
        self.faults: list[Fault] = []
        self.seen: list[Seen] = []
        self.bytes_sent = 0
        self.ignores_ranges = False
        self.shifts_ranges = False
        """By one byte, and says so."""
        self.says_of_ranges: str | None = None
        self.total_is_off_by = 0
        self.total_grows = False
        """With every page by one."""
        self.slash_in_keys = "%2F"
        """How the path of a file has to be written."""
        self.file_links_on: str | None = None
        """Another origin for the links of records and files."""
        self.next_page_on: str | None = None
        """Another origin for `links.next`."""
        self.published_after_first_page: list[StoredRecord] = []
        self.withdrawn_after_first_page = 0
        self.truncates_containers = False
        self.ignores_communities = False
        self.next_page_is_always: int | None = None
        self.requests_left: int | None = None
        """Of the window of a minute, as its headers say: they count down, and then it answers 429."""
        self.shuffles = False
        """The order of the records changes with every search, and that of their communities too."""
        self.base_url = ""

    @property
    def records(self) -> list[StoredRecord]:
        """What it holds; assign to change that."""
        return self._shelf.records

    @records.setter
    def records(self, records: Iterable[StoredRecord]) -> None:
        self._shelf = Shelf(records)

    def paths(self, pattern: str = "") -> list[str]:
        """Give the requests that match, in their order."""
        return [seen.path for seen in self.seen if re.search(pattern, seen.path)]

    def answer(self, path: str, query: dict[str, list[str]], accept: str) -> "Answer":
        """Answer as Zenodo does on a good day."""
        if match := re.fullmatch(r"/api/communities/([^/]+)", path):
            return self._community(unquote(match[1]))
        if path == "/api/records":
            return self._search(query)
        if match := re.fullmatch(r"/api/records/(\d+)", path):
            return self._record(int(match[1]))
        if match := re.fullmatch(r"/api/records/(\d+)/files/(.+?)/(content|container)(?:/(.+))?", path):
            if match[3] == "container" and not re.search(r"\*/\*|application/json", accept):
                return error(406, "Not acceptable")
            return self._file(int(match[1]), match[2], match[3], unquote(match[4] or ""))
        return error(404, "Not found")

    def _community(self, slug: str) -> "Answer":
        if slug != self.community:
            return error(404, "The persistent identifier does not exist.")
        return reply({"id": "8b951469-0000-4000-8000-000000000000", "slug": self.answers_as})

    def _search(self, query: dict[str, list[str]]) -> "Answer":
        size, page = int(query.get("size", ["25"])[0]), int(query.get("page", ["1"])[0])
        if size > 25:
            return error(400, "A validation error occurred.")
        if size * page > 10_000:
            return error(400, "Maximum number of results have been reached.")
        wanted = self.community in query.get("communities", []) and not self.ignores_communities
        found = self._shelf.of(self.community if wanted else None, query.get("q", [""])[0])
        if self.shuffles and page == 1:
            self._shelf.shuffle()
        start = (page - 1) * size
        self.total_is_off_by += self.total_grows
        self._change_meanwhile()
        return reply(self._results(found, found[start : start + size], query, page, size))

    def _results(
        self,
        found: list[StoredRecord],
        shown: list[StoredRecord],
        query: dict[str, list[str]],
        page: int,
        size: int,
    ) -> dict[str, Any]:
        links = {"self": self._page_url(query, page)}
        if page * size < len(found):
            links["next"] = self._page_url(query, self.next_page_is_always or page + 1)
        buckets = [{"key": "open", "doc_count": len(found)}] if found else []
        return {
            "hits": {
                "hits": [record.hit(self.file_links_on or self.base_url) for record in shown],
                "total": len(found) + self.total_is_off_by,
            },
            "aggregations": {"access_status": {"buckets": buckets}},
            "links": links,
        }

    def _page_url(self, query: dict[str, list[str]], page: int) -> str:
        parameters = {**query, "page": [str(page)]}
        origin = self.next_page_on or self.base_url
        return f"{origin}/api/records?{urlencode(parameters, doseq=True)}"

    def _change_meanwhile(self) -> None:
        if not (self.published_after_first_page or self.withdrawn_after_first_page):
            return
        self.records = self.published_after_first_page + self.records[self.withdrawn_after_first_page :]
        self.published_after_first_page, self.withdrawn_after_first_page = [], 0

    def _record(self, number: int) -> "Answer":
        record, newest = self._shelf.by_number.get(number), self._shelf.by_concept.get(number)
        if record and record.is_deleted:
            return error(410, "The record has been deleted.")
        if record:
            return reply(record.hit(self.base_url))
        if newest:
            return Answer(status=302, location=f"{self.base_url}/api/records/{newest.number}")
        return error(404, "The persistent identifier does not exist.")

    def _file(self, number: int, written: str, what: str, member: str) -> "Answer":
        key = unquote(written)
        record = self._shelf.by_number.get(number)
        file = next((file for file in record.files if file.key == key), None) if record else None
        if file is None or written != quote(key, safe="").replace("%2F", self.slash_in_keys):
            return error(404, "The persistent identifier does not exist.")
        if what == "content":
            return Answer(
                body=file.content, kind="application/octet-stream", gives_ranges=not self.ignores_ranges
            )
        try:
            return self._inside(zipfile.ZipFile(io.BytesIO(file.content)), member)
        except zipfile.BadZipFile:
            return error(500, "Internal server error")

    def _inside(self, opened: zipfile.ZipFile, member: str) -> "Answer":
        with opened:
            if member:
                found = member in opened.namelist()
                return (
                    Answer(body=opened.read(member), kind="text/plain") if found else error(404, "Not found")
                )
            infos = [info for info in opened.infolist() if not info.is_dir()]
            entries = [
                {"key": info.filename, "size": info.file_size, "compressed_size": info.compress_size}
                for info in infos
            ]
            listing = {"entries": entries, "total": len(entries), "truncated": self.truncates_containers}
            return reply({**listing, "directories": []})


@dataclass(kw_only=True)
class Answer:
    """What goes back."""

    status: int = 200
    body: bytes = b""
    kind: str = "application/json"
    location: str | None = None
    gives_ranges: bool = False
    retry_after: str = "55"


def reply(value: object) -> Answer:
    """Answer with JSON."""
    return Answer(body=json.dumps(value).encode())


def error(status: int, message: str) -> Answer:
    """Answer with an error as Zenodo words it."""
    return Answer(status=status, body=json.dumps({"status": status, "message": message}).encode())


@contextmanager
def running(zenodo: SimulatedZenodo) -> Iterator[SimulatedZenodo]:
    """Serve on a free port of this machine for as long as the block lasts."""
    with listening(_Handler, zenodo=zenodo) as zenodo.base_url:
        yield zenodo


class _Handler(Quiet, BaseHTTPRequestHandler):
    zenodo: SimulatedZenodo

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        self.zenodo.seen.append(Seen(path=self.path, headers=dict(self.headers)))
        path = re.sub("/+", "/", parts.path)
        fault = self._fault() or self._limit()
        answer = self.zenodo.answer(path, parse_qs(parts.query), self.headers.get("Accept", "*/*"))
        if fault is None:
            self._send(answer)
            return
        time.sleep(fault.waits_seconds)
        if not fault.hangs_up:
            self._send(_spoiled(answer, fault), cut_bytes=fault.cut_bytes, drips=fault.drips_seconds)

    def _fault(self) -> Fault | None:
        for fault in self.zenodo.faults:
            if fault.times > 0 and re.search(fault.path, self.path):
                fault.times -= 1
                return fault
        return None

    def _limit(self) -> Fault | None:
        """Count down; who asks on when nothing is left is refused, and the window begins anew."""
        left = self.zenodo.requests_left
        if left is None:
            return None
        self.zenodo.requests_left = left - 1 if left else _A_MINUTE
        return None if left else Fault(path="", status=429, retry_after="60")

    def _send(self, answer: Answer, *, cut_bytes: int = 0, drips: float = 0.0) -> None:
        status, body, extra = self._part(answer)
        self.send_response(status)
        for name, value in {
            "Content-Type": answer.kind,
            "Content-Length": str(len(body)),
            "X-RateLimit-Limit": "133",
            "Retry-After": answer.retry_after,
            **self._limits(),
            "Set-Cookie": "session=simulated",
            **extra,
        }.items():
            self.send_header(name, value)
        self.end_headers()
        sent = body[: len(body) - cut_bytes]
        self.zenodo.bytes_sent += len(sent)
        with suppress(ConnectionError):  # who asked did not want to wait
            if not drips:
                self.wfile.write(sent)
                return
            for byte in sent:
                self.wfile.write(bytes([byte]))
                time.sleep(drips)

    def _limits(self) -> dict[str, str]:
        left = self.zenodo.requests_left
        reset = str(int(time.time()) + 60)
        return {} if left is None else {"X-RateLimit-Remaining": str(left), "X-RateLimit-Reset": reset}

    def _part(self, answer: Answer) -> tuple[int, bytes, dict[str, str]]:
        asked = self.headers.get("Range", "")
        if tail := re.fullmatch(r"bytes=-(\d+)", asked):
            asked = f"bytes={max(0, len(answer.body) - int(tail[1]))}-"
        match = re.fullmatch(r"bytes=(\d+)-(\d*)", asked)
        if not match or not answer.gives_ranges or answer.status != 200:
            location = {"Location": answer.location} if answer.location else {}
            return answer.status, answer.body, location
        size = len(answer.body)
        start, last = int(match[1]), min(int(match[2] or size), size - 1)
        if start >= size:
            return 416, b"", {"Content-Range": f"bytes */{size}"}
        start -= self.zenodo.shifts_ranges
        part = answer.body[start : last + 1]
        said = self.zenodo.says_of_ranges
        return 206, part, {"Content-Range": f"bytes {start}-{last}/{size}" if said is None else said}


def _spoiled(answer: Answer, fault: Fault) -> Answer:
    if fault.spoils:
        return replace(answer, body=bytes([answer.body[0] ^ 0xFF]) + answer.body[1:])
    if fault.status is None:
        return answer
    if fault.html:
        spoiled = Answer(
            status=fault.status, body=b"<html><body>Unusual traffic</body></html>", kind="text/html"
        )
    else:
        spoiled = error(fault.status, "Something went wrong.")
    spoiled.location = fault.location
    spoiled.retry_after = fault.retry_after or spoiled.retry_after
    return spoiled
