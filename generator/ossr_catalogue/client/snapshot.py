"""One generation of a catalogue, held against all the digests that it names.

The promise is that of `index-1.schema.json`: inside a major version there are only additions.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ossr_catalogue.errors import SourceError, UsageError

Plain = Mapping[str, Any]
Read = Callable[[str, str, int], bytes]
"""Gives the file at an href, with the SHA-256 that it must have, and the bytes that it may have."""

MAX_BYTES: Final = 64 << 20
"""Of one file: 5,000 executables, the most that stand in one, have 25 MB."""
_MOST_BYTES: Final = 1 << 30
"""Of all parts together: 400,000 executables."""
_MAJOR: Final = 1
_VERSION: Final = re.compile(r"(\d+)\.\d+\.\d+", re.ASCII)
_DIGEST: Final = re.compile(r"sha256:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What belongs together: no file of it is of another generation."""

    base: str
    """The address that hrefs are relative to."""
    index: Plain
    entries: tuple[Plain, ...]
    """All executables, parts included."""
    files: Mapping[str, bytes]
    """By the `rel` of their doors, those that were asked for and are there."""
    failure: str = ""
    """Why it is not known to be the newest; empty where it is."""
    age_seconds: float = 0.0
    """For how long nobody has confirmed it."""


def snapshot_of(content: bytes, base: str, read: Read, rels: Iterable[str]) -> Snapshot:
    """Put a generation together.

    Args:
        content: of `index.json`.
        base: its address.
        read: for parts and doors.
        rels: the doors that are wanted.

    Raises:
        SourceError: if it is no index, or anything is not what it says.
        UsageError: if only a newer client can read it.
    """
    index = _object(content, base)
    _check_version(index, base)
    _check_generation(index, base)
    entries = tuple(_entries(index, base, read))
    if len(entries) != index.get("count"):
        raise SourceError(
            f"{base}: {index.get('count')!r} executables are announced, {len(entries)} are there"
        )
    return Snapshot(base=base, index=index, entries=entries, files=_doors(index, read, set(rels)))


def _object(content: bytes, place: str) -> dict[str, Any]:
    try:
        value = json.loads(content)
    except (ValueError, RecursionError) as error:
        found = "HTML" if content.lstrip()[:1] == b"<" else "something that is not JSON, or only a part of it"
        raise SourceError(f"{place}: found {found}, expected the index of a catalogue") from error
    if not isinstance(value, dict):
        raise SourceError(f"{place}: found no JSON object, expected the index of a catalogue")
    return value


def _check_version(index: Plain, place: str) -> None:
    version = index.get("version")
    match = _VERSION.fullmatch(version) if isinstance(version, str) else None
    if match is None:
        raise SourceError(f"{place}: its version is {version!r}, expected 1.x.y; is it a catalogue's index?")
    if int(match[1]) != _MAJOR:
        raise UsageError(
            f"{place}: its version is {version}, this client reads {_MAJOR}.x.y; "
            "get a newer one with: pip install --upgrade ossr-catalogue"
        )


def _check_generation(index: Plain, place: str) -> None:
    """Compute the digest as it is made: over everything but the time and itself, keys as they stand."""
    content = {key: value for key, value in index.items() if key not in {"built", "generation"}}
    text = json.dumps(content, ensure_ascii=False) + "\n"
    digest = f"sha256:{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()}"
    if digest != index.get("generation"):
        raise SourceError(f"{place}: its content is not that of its generation; it was changed on the way")


def _entries(index: Plain, place: str, read: Read) -> Iterable[Plain]:
    for entry in _mappings(index.get("executables")):
        yield _entry(entry, place)
    parts = _mappings(index.get("parts"))
    if sum(part["size"] for part in parts if isinstance(part.get("size"), int)) > _MOST_BYTES:
        raise SourceError(f"{place}: its parts have more than {_MOST_BYTES:,} bytes, the most that is read")
    for part in parts:
        href, sha256, size = part.get("href"), part.get("sha256"), part.get("size")
        if not isinstance(href, str) or not isinstance(sha256, str) or not isinstance(size, int):
            raise SourceError(f"{place}: a part has no href, sha256 or size")
        content = _checked(read(href, sha256, min(size, MAX_BYTES)), sha256, href)
        for entry in _mappings(_object(content, href).get("executables")):
            yield _entry(entry, href)


def _entry(entry: Plain, place: str) -> Plain:
    if not all(isinstance(entry.get(key), str) for key in ("uuid", "type", "title", "component")):
        raise SourceError(f"{place}: an executable has no uuid, type, title or component")
    return entry


def _doors(index: Plain, read: Read, rels: set[str]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for door in _mappings(index.get("doors")):
        rel, href, digest = (str(door.get(key)) for key in ("rel", "href", "digest"))
        if rel in rels and (match := _DIGEST.fullmatch(digest)):
            files[rel] = _checked(read(href, match[1], MAX_BYTES), match[1], href)
    return files


def _checked(content: bytes, sha256: str, place: str) -> bytes:
    if hashlib.sha256(content).hexdigest() != sha256:
        raise SourceError(f"{place}: is not the file that the index names, by its SHA-256")
    return content


def _mappings(value: object) -> list[Plain]:
    if value is None:
        return []
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise SourceError("the index is not of its shape: expected a list of objects")
    return value
