"""Read what a site says of itself: `index.json` with its parts, and `health.json` where it lies beside."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from ossr_catalogue.errors import UsageError

INDEX: Final = "index.json"
HEALTH: Final = "health.json"

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A catalogue as its readers see it."""

    folder: Path
    """Where its index lies."""
    index: Plain
    entries: tuple[Plain, ...]
    """As the index lists them, parts included; without those of parts that are not there."""
    built: datetime
    """With a time zone."""
    sources: Mapping[str, Plain] | None
    """What `health.json` says, by source; None where there is none."""


def read_published(place: Path) -> Published:
    """Read a site's folder, or its `index.json`.

    Raises:
        UsageError: if there is none, or it is no index.
    """
    file = place / INDEX if place.is_dir() else place
    index = _object(file)
    try:
        return Published(
            folder=file.parent,
            index=index,
            entries=tuple(_entries(file.parent, index)),
            built=_moment(index["built"]),
            sources=_sources(file.with_name(HEALTH)),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UsageError(
            f"{file}: is no index of a catalogue ({error!r}); name the folder of a site, or its {INDEX}"
        ) from error


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text} has no time zone")
    return moment


def _entries(folder: Path, index: Plain) -> list[Plain]:
    files = [index] if "parts" not in index else [*_parts(folder, index)]
    entries = [dict(entry) for file in files for entry in file["executables"]]
    if not all("uuid" in entry for entry in entries):
        raise KeyError("uuid")
    return entries


def _parts(folder: Path, index: Plain) -> Iterator[Plain]:
    for part in index["parts"]:
        if (folder / part["href"]).is_file():
            yield _object(folder / part["href"])


def _sources(file: Path) -> Mapping[str, Plain] | None:
    return {one["source"]: one for one in _object(file)["sources"]} if file.is_file() else None


def _object(file: Path) -> Plain:
    try:
        value = json.loads(file.read_bytes())
    except OSError as error:
        raise UsageError(f"{file}: cannot be read ({error.strerror}); name the folder of a site") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{file}: is not JSON ({error}); it was cut off, or is no file of a site") from error
    if not isinstance(value, dict):
        raise UsageError(f"{file}: expected an object, found something else; name the folder of a site")
    return value
