"""What is published, before it is written: files as values, computed from catalogue and settings."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from ossr_catalogue import HOME_URL
from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.model.platform import Platform

JSON: Final = "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedFile:
    """One file of the site."""

    path: str
    """From the top of the site, with forward slashes, e.g. `executables/<uuid>.json`."""
    content: bytes
    media_type: str
    rel: str = ""
    """What it is to the catalogue, for the list of doors in `index.json`; empty: it is not listed there."""
    volatile: bool = False
    """True where it changes although the catalogue does not; then no digest of it is published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """What the site is told from outside, the clock included."""

    url: str = HOME_URL
    """Where it is served, with a slash at the end."""
    name: str = "OSSR catalogue"
    built: datetime
    """With a time zone; the time of `SOURCE_DATE_EPOCH` where that is set."""
    platforms: tuple[Platform, ...] = ()
    """Against which executables are matched, in the order in which people are shown them."""
    pyodide: Path | None = None
    """The unpacked npm package of that name, with which the site has a playground; None: it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What was written."""

    pages: int
    """For people: stamped pages and prose."""
    executables: int
    files: int
    """For machines: the doors."""


Door = Callable[[Catalogue, SiteSettings], Iterable[PublishedFile]]
"""Computes some of the files; the same input gives the same bytes."""


def json_file(path: str, value: object, *, rel: str = "", media_type: str = JSON) -> PublishedFile:
    """Make a file of a value that `plain` has seen."""
    return PublishedFile(path=path, content=json_bytes(value), media_type=media_type, rel=rel)


def moment(time: datetime) -> str:
    """Write a time as RFC 3339 in UTC, to the second.

    >>> moment(datetime.fromisoformat("2026-11-22T13:00:00+01:00"))
    '2026-11-22T12:00:00Z'
    """
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def json_bytes(value: object) -> bytes:
    r"""Write JSON that is the same for the same value, keys in the order of the value.

    >>> json_bytes({"b": 1, "a": "ü"}).decode()
    '{"b": 1, "a": "ü"}\n'
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False) + "\n"
    # A lone surrogate can stand in harvested JSON and in no UTF-8 file.
    return text.encode("utf-8", errors="replace")
