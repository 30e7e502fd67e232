"""A stand-in for the reference broker of April 2026: its limits, its refusals, its ways to fail."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any

import yaml

from local_server import Quiet, listening

KINDS = "https://www.purl.org/ivoa.net/Calycopis-openapi/schema/v1.0/kinds/"
SESSION = "2b0a9a4e-5f0c-4b3e-8a3d-0c8a4a9c1f11"
OFFERSET = "7d0a9a4e-5f0c-4b3e-8a3d-0c8a4a9c1f22"
LIMITS = {"cores": 16, "memory": 16, "size": 1000}

Plain = dict[str, Any]


@dataclass
class Broker:
    """How it behaves, and what it was sent."""

    endpoint: str = "/requests"
    redirects: bool = False
    status: int = 200
    """Anything else: it fails, with a page of HTML."""
    answer: bytes | None = None
    """In place of its own."""
    answer_type: str = "application/json"
    delay_seconds: float = 0.0
    received: list[tuple[str, str, Any]] = field(default_factory=list)
    """Path, media type and content of each request."""


@contextmanager
def broker(**behaviour: Any) -> Iterator[tuple[str, Broker]]:  # noqa: ANN401 - fields of Broker
    """Serve until the end of the block; give the address, and what is known of it."""
    state = Broker(**behaviour)
    with listening(_Handler, state=state) as address:
        yield address, state


def judge(request: Plain) -> tuple[list[str], list[str]]:
    """Give the reasons for a refusal, and the warnings."""
    reasons, warnings = list(_reasons(request)), []
    for owner, key in _amounts(request):
        amount = owner[key]
        if not all(isinstance(one, int) for one in amount.values()):
            reasons.append(f"{key} is no whole number")
        elif amount.get("min", 1) > LIMITS[key]:
            reasons.append(f"{owner['meta']['name']}: {key} of {amount['min']} is more than {LIMITS[key]}")
        elif amount.get("max", 1) > LIMITS[key]:
            warnings.append(f"{key} capped at {LIMITS[key]}")
    return reasons, warnings


def _amounts(request: Plain) -> Iterator[tuple[Plain, str]]:
    compute = request.get("compute", {})
    yield from ((compute, key) for key in ("cores", "memory") if key in compute)
    yield from ((one, "size") for one in request.get("storage", ()) if "size" in one)


def _reasons(request: Plain) -> Iterator[str]:
    executable = request.get("executable")
    if not executable:
        yield "no executable"
    elif executable["kind"] == f"{KINDS}executable/jupyter-notebook.yaml":
        if not executable.get("location"):
            yield "no location"
    elif executable["kind"] == f"{KINDS}executable/docker-container.yaml":
        yield from _reasons_of_container(executable)
    else:
        yield "unknown kind, or one without a validator"
    known = [f"{KINDS}data/{name}-data-resource.yaml" for name in ("simple", "S3", "ivoa", "skao")]
    yield from ("no validator for these data" for one in request.get("data", ()) if one["kind"] not in known)


def _reasons_of_container(executable: Plain) -> Iterator[str]:
    image = executable.get("image", {})
    platform = image.get("platform", {})
    if not image.get("locations") or not image.get("digest"):
        yield "the image needs locations and a digest"
    if platform.get("architecture", "amd64") != "amd64" or platform.get("os", "linux") != "linux":
        yield "only linux on amd64"
    if executable.get("privileged"):
        yield "not privileged"


def answer_to(request: Plain) -> Plain:
    """Answer with a set of offers."""
    reasons, warnings = judge(request)
    meta: Plain = {"uuid": OFFERSET, "messages": [{"level": "WARN", "message": one} for one in warnings]}
    if reasons:
        meta["messages"] = [{"level": "ERROR", "message": one} for one in reasons]
        return {"meta": meta, "result": "NO"}
    return {"meta": meta, "result": "YES", "offers": [_offer(request)]}


def _offer(request: Plain) -> Plain:
    compute, storage = request.get("compute", {}), request.get("storage", ())
    asked = request.get("schedule", {}).get("requested", {}).get("duration", "PT7200S")
    return {
        "kind": f"{KINDS}session/scheduled-execution-session.yaml",
        "meta": {
            "uuid": SESSION,
            "options": [
                {"kind": "uri:enum-value-option", "path": "phase", "values": ["ACCEPTED", "REJECTED"]}
            ],
        },
        "phase": "OFFERED",
        "expires": "2026-11-23T12:05:00Z",
        "compute": {key: _twice(compute[key], key) for key in ("cores", "memory") if key in compute},
        "storage": [{"size": _twice(one["size"], "size")} for one in storage if "size" in one],
        "schedule": {"available": {"start": "2026-11-23T12:00:00Z/PT5M", "duration": asked}},
    }


def _twice(amount: Plain, key: str) -> Plain:
    least = amount.get("min", 1)
    most = min(2 * least, LIMITS[key], max(amount.get("max", 1), least))
    return {"min": least, "max": most}


class _Handler(Quiet, BaseHTTPRequestHandler):
    state: Broker

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path != self.state.endpoint:
            self._send(404, b"<html>nothing here</html>", "text/html")
            return
        time.sleep(self.state.delay_seconds)
        media_type = self.headers.get_content_type()
        content = json.loads(body) if media_type == "application/json" else yaml.safe_load(body)
        self.state.received.append((self.path, media_type, content))
        if self.state.status != 200:
            self._send(self.state.status, b"<html>sorry</html>", "text/html")
        elif self.state.redirects:
            self.send_response(303)
            self.send_header("Location", f"/offersets/{OFFERSET}")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self._answer(content)

    def do_GET(self) -> None:
        self._answer(self.state.received[-1][2])

    def _answer(self, content: Plain) -> None:
        own = json.dumps(answer_to(content)).encode()
        self._send(200, own if self.state.answer is None else self.state.answer, self.state.answer_type)

    def _send(self, status: int, body: bytes, media_type: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(BrokenPipeError):  # of who did not wait
            self.wfile.write(body)
