"""What is asked a broker for: an entry of a list file, or an executable of a published catalogue."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ossr_catalogue import broker
from ossr_catalogue.broker import Request
from ossr_catalogue.client import Catalogue
from ossr_catalogue.document.document import Document
from ossr_catalogue.document.node import Node
from ossr_catalogue.document.parse import parse
from ossr_catalogue.document.reading import read_executable
from ossr_catalogue.errors import MissingExtraError, NothingFoundError, UsageError
from ossr_catalogue.lint.run import lint, sound_entries
from ossr_catalogue.matching import Chosen
from ossr_catalogue.model.catalogue import Entry, Origin, Provenance
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.executable import Executable

_UUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFor:
    """An executable, and how its request is written."""

    executable: Executable
    request_for: Callable[[Chosen], Request | str]


def asked_for(what: str, index: str) -> AskedFor:
    """Find what is meant: a uuid in the catalogue at *index*, or `FILE`, `FILE#2`, `FILE#uuid`.

    Raises:
        NothingFoundError: if there is no such executable.
        UsageError: if the file cannot be read, or its entry has errors.
        SourceError: if the catalogue cannot be had.
    """
    return _of_catalogue(what.lower(), index) if _UUID.fullmatch(what) else _of_file(what)


def _of_catalogue(uuid: str, index: str) -> AskedFor:
    catalogue = Catalogue.load(index)
    if uuid not in catalogue:
        raise NothingFoundError(f"{index}: has no executable {uuid}; name another catalogue with --index")
    found = catalogue[uuid]
    return AskedFor(executable=found.entry.executable, request_for=found.request_for)


def _of_file(what: str) -> AskedFor:
    path, _, which = what.partition("#")
    try:
        document = parse(Path(path).read_bytes(), path)
    except OSError as error:
        raise UsageError(
            f"{path}: cannot be read: {error.strerror}; expected the uuid of an executable, or a list's file"
        ) from error
    node = _chosen(document, path, which)
    if node not in sound_entries(document, lint(document)):
        raise UsageError(f"{path}: that executable has errors; `ossr-catalogue lint {path}` says which")
    entry = _entry(read_executable(node), path)
    summary = _summary(entry.executable.description)
    return AskedFor(
        executable=entry.executable,
        request_for=lambda chosen: broker.request_for(entry, summary, chosen),
    )


def _chosen(document: Document, path: str, which: str) -> Node:
    entries = document.executables
    if not entries:
        raise NothingFoundError(
            f"{path}: there is no executable in it; `ossr-catalogue lint {path}` says more"
        )
    if not which and len(entries) > 1:
        last = len(entries) - 1
        raise UsageError(f"{path}: has {len(entries)} executables; say which, {path}#0 to {path}#{last}")
    if which.isdecimal() and int(which) < len(entries):
        return entries[int(which)]
    for entry in entries if which else ():
        if (uuid := entry.get("uuid")) and uuid.text.lower() == which.lower():
            return entry
    if which:
        raise NothingFoundError(f"{path}: has no executable {which!r}; the first is {path}#0")
    return entries[0]


def _entry(executable: Executable, path: str) -> Entry:
    """Make an entry of what is read from a file alone: where its repository is public, is not known."""
    return Entry(
        executable=executable,
        component=Component(slug="file", title=path, revision="file"),
        origin=Origin.DECLARED,
        provenance=Provenance(source=f"file {path}", path=path, revision="file"),
    )


def _summary(description: str) -> str:
    """Give the summary of the catalogue; it takes packages that not everyone has, and is for people only."""
    try:
        from ossr_catalogue.publish.requests import summary_line  # noqa: PLC0415 - see above
    except (ImportError, MissingExtraError):
        return ""
    return summary_line(description)
