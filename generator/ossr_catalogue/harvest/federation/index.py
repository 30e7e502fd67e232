"""Another catalogue's index: what it lists of its own, by component."""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.slug import slug_of
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.web.origin import linked
from ossr_catalogue.model.catalogue import Origin

MAX_INDEX_BYTES: Final = 64 << 20
"""5,000 executables, the most that stand in one file, have 25 MB."""
_MOST: Final = 100_000
"""Executables of one catalogue."""
_VERSION: Final = re.compile(r"1\.\d+\.\d+")
_DIGEST: Final = re.compile(r"sha256:[0-9a-f]{64}")
_UUID: Final = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")

Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedEntry:
    """One executable, as the index names it."""

    uuid: str
    document: str
    """Where all that is known of it stands."""
    digest: str
    """Of that file."""
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedComponent:
    """A component with its executables, by uuid."""

    slug: str
    said: Plain
    """What the index says of it."""
    entries: tuple[ListedEntry, ...]

    @property
    def digest(self) -> str:
        """Give what changes with anything of it."""
        content = [self.said, [[one.uuid, one.digest, one.origin.value] for one in self.entries]]
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:32]


class OtherIndex:
    """The index file of another catalogue, read once."""

    def __init__(self, http: PoliteHttp, url: str) -> None:
        """Fetch it.

        Raises:
            SourceError: if it is none, or of another version.
        """
        self._http = http
        self._url = url
        self._said = _mapping(http.get(url, accept="application/json", max_bytes=MAX_INDEX_BYTES).json(), url)
        version, generation = self._said.get("version"), self._said.get("generation")
        if not isinstance(version, str) or not _VERSION.fullmatch(version):
            raise SourceError(
                f"{url}: its version is {version!r}, expected 1.x.y; is it a catalogue's index?"
            )
        if not isinstance(generation, str) or not _DIGEST.fullmatch(generation):
            raise SourceError(f"{url}: its generation is {generation!r}, expected sha256:…")
        self.generation: str = generation
        self.unreadable = 0
        """Entries without what an entry must have, once `components` has been read."""

    @property
    def slugs(self) -> frozenset[str]:
        """The components, whether anything of theirs is listed or not."""
        return frozenset(self._components())

    def components(self) -> tuple[ListedComponent, ...]:
        """Give what the catalogue has of its own, by slug; for that its parts are fetched, if it has any.

        Raises:
            SourceError: if not all of it comes.
        """
        of_slug: dict[str, dict[str, ListedEntry]] = defaultdict(dict)
        about = self._components()
        count = 0
        for entry in self._entries():
            count += 1
            listed, slug = _read(entry, self._url), entry.get("component")
            if listed is None or not isinstance(slug, str) or slug not in about:
                self.unreadable += 1
            elif "catalogue" not in entry:  # of a third one: whoever wants it names that one
                of_slug[slug].setdefault(listed.uuid, listed)
        said = self._said.get("count")
        if count != said:
            raise SourceError(f"{self._url}: it is incomplete: {count} executables came, {said!r} were said")
        return tuple(
            ListedComponent(slug=slug, said=about[slug], entries=_sorted(of_slug[slug]))
            for slug in sorted(of_slug)
        )

    def _components(self) -> dict[str, Plain]:
        said = _mappings(self._said.get("components"))
        slugs = ((one.get("slug"), one) for one in said)
        return {slug: one for slug, one in slugs if isinstance(slug, str) and slug and slug_of(slug) == slug}

    def _entries(self) -> Iterator[Plain]:
        lists = [self._said.get("executables"), *map(self._part, _mappings(self._said.get("parts")))]
        entries = [entry for one in lists for entry in _mappings(one)]
        if len(entries) > _MOST:
            raise SourceError(f"{self._url}: it has {len(entries):,} executables, at most {_MOST:,} are read")
        yield from entries

    def _part(self, named: Plain) -> object:
        href = named.get("href")
        url = linked(self._url, href) if isinstance(href, str) else ""
        reply = self._http.get(url, accept="application/json", max_bytes=MAX_INDEX_BYTES)
        if hashlib.sha256(reply.body).hexdigest() != named.get("sha256"):
            raise SourceError(f"{url}: is not the part that the index names, by its SHA-256")
        return _mapping(reply.json(), url).get("executables")


def _read(entry: Plain, index: str) -> ListedEntry | None:
    uuid, href, digest = (entry.get(key) for key in ("uuid", "document", "digest"))
    if not (isinstance(uuid, str) and _UUID.fullmatch(uuid) and isinstance(href, str)):
        return None
    if not (isinstance(digest, str) and _DIGEST.fullmatch(digest) and entry.get("origin") in list(Origin)):
        return None
    return ListedEntry(uuid=uuid, document=linked(index, href), digest=digest, origin=Origin(entry["origin"]))


def _sorted(entries: Mapping[str, ListedEntry]) -> tuple[ListedEntry, ...]:
    return tuple(entries[uuid] for uuid in sorted(entries))


def _mapping(value: object, url: str) -> Plain:
    if not isinstance(value, dict):
        raise SourceError(f"{url}: found no JSON object; is it a catalogue's index?")
    return value


def _mappings(value: object) -> Sequence[Plain]:
    items: Iterable[object] = value if isinstance(value, list) else ()
    return [item for item in items if isinstance(item, dict)]
