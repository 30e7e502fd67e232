"""Harvest another catalogue: its own entries keep their uuid and their origin."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self
from urllib.parse import urljoin, urlsplit

from ossr_catalogue.errors import SourceError, UsageError
from ossr_catalogue.harvest.credentials import without_credentials
from ossr_catalogue.harvest.federation.component import component_of, list_of
from ossr_catalogue.harvest.federation.index import ListedComponent, ListedEntry, OtherIndex
from ossr_catalogue.harvest.federation.schema import fault_in
from ossr_catalogue.harvest.source import NOTHING_KNOWN, Snapshot, Unchanged
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.web.replies import HttpError
from ossr_catalogue.model.catalogue import Cause, LeftOut, Origin
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.harvested import FoundList

_MAX_DOCUMENT_BYTES: Final = 1 << 20
_PAUSE_SECONDS: Final = 0.2
"""A catalogue is static files, which bear more than an API does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueSnapshot:
    """A component as another catalogue publishes it; there is nothing of it to read but its list."""

    component: Component
    found: FoundList
    etag: str

    def paths(self) -> Sequence[str]:
        """List nothing: the files are at the component's own source."""
        return ()

    def read(self, paths: Iterable[str]) -> Mapping[str, bytes]:  # noqa: ARG002 - there are none
        """Read nothing."""
        return {}


class CatalogueSource:
    """Another catalogue, by its `index.json`.

    Unchanged it costs one request; otherwise its parts, if it has any, and one request for each executable of
    a component of which anything has changed. What it has from a third catalogue is passed over, so two that
    list each other come to an end.
    """

    def __init__(self, address: str, *, plain_http: bool = False, http: PoliteHttp | None = None) -> None:
        """Prepare; nothing is asked yet.

        Args:
            address: of the index, or of the site with a slash at its end.
            plain_http: whether it may be asked without encryption.
            http: A client with other habits.

        Raises:
            UsageError: if that is no such address.
        """
        self.name = f"catalogue {without_credentials(address)}"
        self._url = _index_url(address, plain_http=plain_http)
        self._http = http or PoliteHttp(urljoin(self._url, "/"), pause_seconds=_PAUSE_SECONDS)

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any], base: Path) -> Self:  # noqa: ARG003 - all are made alike
        """Make the source that an entry of `sources.yml` asks for."""
        return cls(settings["catalogue"], plain_http=settings.get("plain-http", False))

    @property
    def requests(self) -> int:
        """How many requests have been made so far."""
        return self._http.requests

    @property
    def identity(self) -> str:
        """The same for the site and its index."""
        return f"catalogue {self._url}"

    def snapshots(self, known: Mapping[str, str] = NOTHING_KNOWN) -> Iterator[Snapshot | Unchanged | LeftOut]:
        """Give every component with executables of its own, and a `LeftOut` for what cannot be read.

        Raises:
            SourceError: if the index or a part of it cannot be had, or its host refuses.
        """
        index = OtherIndex(self._http, self._url)
        if _is_same_generation(index, known):
            yield from (Unchanged(slug=slug) for slug in known)
            return
        components = index.components()
        if index.unreadable:
            yield self._unreached(self._url, f"entries of its index that are none: {index.unreadable}")
        for component in components:
            etag = f"{component.digest} {index.generation}"
            if known.get(component.slug, "").partition(" ")[0] == component.digest:
                yield Unchanged(slug=component.slug, etag=etag)
            else:
                yield from self._open(component, etag)

    def _open(self, listed: ListedComponent, etag: str) -> Iterator[Snapshot | LeftOut]:
        if fault := fault_in(listed.said, "component"):
            reason = f"what its index says of it is not valid: {fault}"
            yield self._unreached(listed.slug, reason, listed.slug)
            return
        documents: list[Mapping[str, Any]] = []
        for entry in listed.entries:
            try:
                documents.append(self._document(entry))
            except SourceError as error:
                if isinstance(error, HttpError) and error.is_host_wide:
                    raise
                etag = ""  # so that it is asked for again
                yield self._unreached(entry.document, str(error), listed.slug)
        if documents:
            yield CatalogueSnapshot(
                component=component_of(listed.slug, listed.said, documents),
                found=list_of(documents, _origin(listed.entries)),
                etag=etag,
            )

    def _document(self, entry: ListedEntry) -> Mapping[str, Any]:
        reply = self._http.get(entry.document, accept="application/json", max_bytes=_MAX_DOCUMENT_BYTES)
        if f"sha256:{hashlib.sha256(reply.body).hexdigest()}" != entry.digest:
            raise SourceError(f"{entry.document}: is not the document that the index names, by its digest")
        document = reply.json()
        if fault := fault_in(document, "document"):
            raise SourceError(f"{entry.document}: is no document of an executable: {fault}")
        if not isinstance(document, dict) or document["declared"].get("uuid") != entry.uuid:
            raise SourceError(f"{entry.document}: is that of another executable, expected {entry.uuid}")
        return document

    def _unreached(self, path: str, reason: str, slug: str = "") -> LeftOut:
        return LeftOut(source=self.name, path=path, reason=reason, slug=slug, cause=Cause.UNREACHED)


def _is_same_generation(index: OtherIndex, known: Mapping[str, str]) -> bool:
    """Say whether all that is known is of this generation, and nothing in it was left for another time."""
    ending = f" {index.generation}"
    return (
        bool(known) and index.slugs <= known.keys() and all(etag.endswith(ending) for etag in known.values())
    )


def _origin(entries: Iterable[ListedEntry]) -> Origin:
    """Claim no more than holds for all of a component."""
    is_inferred = any(entry.origin is Origin.INFERRED for entry in entries)
    return Origin.INFERRED if is_inferred else Origin.DECLARED


def _index_url(address: str, *, plain_http: bool) -> str:
    shown = without_credentials(address)
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError as error:
        raise UsageError(f"{shown!r} is no address ({error})") from error
    if parts.scheme == "http" and not plain_http:
        raise UsageError(f"{shown!r} is not encrypted; write https://, or add `plain-http: true`")
    if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc or parts.fragment:
        raise UsageError(f"{shown!r}: expected the address of a catalogue's index, https://…/index.json")
    return urljoin(address, "index.json") if parts.path.endswith("/") or not parts.path else address
