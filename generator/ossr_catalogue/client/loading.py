"""Get a generation of a catalogue: from a folder, or from the web with what was kept of it before."""

import warnings
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit, urlunsplit

from ossr_catalogue.client.cache import Cache, State, cache_folder
from ossr_catalogue.client.clock import now
from ossr_catalogue.client.snapshot import MAX_BYTES, Read, Snapshot, snapshot_of
from ossr_catalogue.errors import SourceError, UsageError
from ossr_catalogue.model.amounts import format_duration

if TYPE_CHECKING:
    from ossr_catalogue.client.web import Reply

INDEX = "index.json"


class StaleCatalogueWarning(UserWarning):
    """The newest state of a catalogue could not be had; what is given was kept from before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long to wait, and what is new enough."""

    timeout_seconds: float = 10.0
    """For the connection, and for each piece of an answer."""
    max_age_seconds: float = 0.0
    """What was asked for within that time is not asked for again; 0: the server is always asked."""


def load(
    address: str | Path,
    rels: Iterable[str] = (),
    *,
    patience: Patience = Patience(),
    cache: Path | None = None,
) -> Snapshot:
    """Get a catalogue's index, its parts, and the files behind some of its doors.

    Args:
        address: of the index or of the site, a URL or a path.
        rels: of the doors.
        patience: with the network.
        cache: the folder for what is kept; None for the user's own.

    Raises:
        SourceError: if it cannot be had and nothing sound was kept of it, or what lies in a folder is broken.
        UsageError: if there is no such folder, or only a newer client can read it.
    """
    rels = sorted(rels)
    if isinstance(address, str) and "://" in address:
        kept = Cache(cache or cache_folder(), address, "-".join(rels))
        return _told(_FromWeb(url=_index_url(address), cache=kept, rels=rels, patience=patience).load())
    return _from_folder(Path(address), rels)


def _index_url(address: str) -> str:
    """Give the address of the index, of a site its own.

    >>> _index_url("https://example.org/catalogue/")
    'https://example.org/catalogue/index.json'
    """
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise UsageError(f"{address!r} is no address: {error}") from error
    if parts.path.endswith(".json"):
        return address
    return urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/{INDEX}"))


def _from_folder(path: Path, rels: Iterable[str]) -> Snapshot:
    file = path / INDEX if path.is_dir() else path
    folder = file.parent.resolve()

    def read(href: str, sha256: str, max_bytes: int) -> bytes:  # noqa: ARG001 - `snapshot_of` compares it
        inside = (folder / href).resolve()
        if not inside.is_relative_to(folder):
            raise SourceError(f"{file}: names {href!r}, which is outside of its folder")
        return _content(inside, max_bytes)

    if not file.is_file():
        raise UsageError(f"{file}: there is no such file; expected a catalogue's {INDEX}, or its folder")
    return snapshot_of(_content(file, MAX_BYTES), str(file), read, rels)


def _content(file: Path, max_bytes: int) -> bytes:
    try:
        with file.open("rb") as stream:
            content = stream.read(max_bytes + 1)
    except OSError as error:
        raise SourceError(f"{file}: cannot be read: {error.strerror}") from error
    if len(content) > max_bytes:
        raise SourceError(f"{file}: is larger than {max_bytes:,} bytes, the most that is read")
    return content


@dataclass(frozen=True, slots=True, kw_only=True)
class _FromWeb:
    url: str
    cache: Cache
    rels: list[str]
    patience: Patience

    def load(self) -> Snapshot:
        state = self.cache.state()
        if state and 0 <= now() - state.tried < self.patience.max_age_seconds:
            with suppress(SourceError):
                return self._kept(state)
        return self._ask(state)

    def _ask(self, state: State | None) -> Snapshot:
        try:
            return self._newest(state)
        except SourceError as error:
            if state is None:
                raise SourceError(f"{error}; and nothing of it was kept from before") from error
            tried = replace(state, tried=now(), failure=str(error))
            snapshot = self._kept_after(tried, error)
        self.cache.remember(tried)
        return snapshot

    def _kept_after(self, state: State, error: SourceError) -> Snapshot:
        try:
            return self._kept(state)
        except SourceError:
            raise SourceError(f"{error}; and what was kept from before is damaged") from error

    def _newest(self, state: State | None) -> Snapshot:
        """Ask; if what comes does not belong together, a new generation was just being put there: again."""
        try:
            return self._once(state, fresh=False)
        except _MixedError:
            return self._once(None, fresh=True)

    def _once(self, state: State | None, *, fresh: bool) -> Snapshot:
        before = self.cache.blob(state.index) if state else None
        reply = self._fetch(self.url, state if before else None, fresh=fresh)
        content = before if reply.body is None else reply.body
        if content is None:
            raise SourceError(f"{self.url}: the server says that nothing has changed, and nothing was kept")
        try:
            snapshot = snapshot_of(content, reply.url, self._reader(reply.url), self.rels)
        except SourceError as error:
            raise _MixedError(str(error)) from error
        self._remember(content, reply, state)
        return snapshot

    def _fetch(
        self, url: str, state: State | None = None, *, fresh: bool = False, max_bytes: int = MAX_BYTES
    ) -> "Reply":
        from ossr_catalogue.client.web import Question, fetch  # noqa: PLC0415 - 30 ms, and a folder needs none

        question = Question(
            url=url,
            max_bytes=max_bytes,
            timeout_seconds=self.patience.timeout_seconds,
            etag=state.etag if state else "",
            last_modified=state.last_modified if state else "",
            fresh=fresh,
        )
        return fetch(question)

    def _reader(self, base: str) -> Read:
        def read(href: str, sha256: str, max_bytes: int) -> bytes:
            kept = self.cache.blob(sha256)
            if kept is not None:
                return kept
            content = self._fetch(urljoin(base, href), max_bytes=max_bytes).body or b""
            self.cache.keep(content)  # by the digest that it has, so one that is wrong is not found again
            return content

        return read

    def _kept(self, state: State) -> Snapshot:
        def read(href: str, sha256: str, max_bytes: int) -> bytes:  # noqa: ARG001 - from the disk as it is
            return self._blob(sha256)

        snapshot = snapshot_of(self._blob(state.index), state.base, read, self.rels)
        age = max(0.0, now() - state.confirmed) if state.failure else 0.0
        return replace(snapshot, failure=state.failure, age_seconds=age)

    def _blob(self, sha256: str) -> bytes:
        content = self.cache.blob(sha256)
        if content is None:
            raise SourceError(f"{self.url}: what was kept of it is damaged")
        return content

    def _remember(self, content: bytes, reply: "Reply", before: State | None) -> None:
        time, is_same = now(), reply.body is None
        self.cache.remember(
            State(
                base=reply.url,
                index=self.cache.keep(content),
                etag=reply.etag or (before.etag if is_same and before else ""),
                last_modified=reply.last_modified or (before.last_modified if is_same and before else ""),
                confirmed=time,
                tried=time,
            )
        )
        self.cache.tidy()


class _MixedError(SourceError):
    """What came does not belong together."""


def _told(snapshot: Snapshot) -> Snapshot:
    """Warn of a generation that may not be the newest."""
    if snapshot.failure:
        seconds = int(snapshot.age_seconds)
        age = format_duration(seconds // 60 * 60 or seconds)
        warnings.warn(
            f"{snapshot.failure}; used instead: what was confirmed {age} ago, "
            f"built {snapshot.index.get('built')}",
            StaleCatalogueWarning,
            stacklevel=4,  # where `Catalogue.load` or `workflows` was called
        )
    return snapshot
