"""Harvest a community of Zenodo: the OSSR is the community `escape2020`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Self

from ossr_catalogue.errors import SourceError, UsageError
from ossr_catalogue.harvest.source import NOTHING_KNOWN, Snapshot, Unchanged
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.zenodo import eossr_record
from ossr_catalogue.harvest.zenodo.choice import choose
from ossr_catalogue.harvest.zenodo.component import component_of
from ossr_catalogue.harvest.zenodo.files import RecordFolder, ZenodoSnapshot
from ossr_catalogue.harvest.zenodo.listing import Listing, check_community, list_records
from ossr_catalogue.harvest.zenodo.record import ZenodoRecord
from ossr_catalogue.model.catalogue import LeftOut

ZENODO: Final = "https://zenodo.org"
_SLUG: Final = re.compile(r"[A-Za-z0-9][\w.-]*", re.ASCII)


class ZenodoSource:
    """The newest version of every record of a community, each once.

    A record is one component. Its files are those of its zip, seen without the folder that wraps them, with a
    list or metadata that lie beside the zip in front; without a zip, those that it holds.
    """

    def __init__(self, community: str, *, base_url: str = ZENODO, http: PoliteHttp | None = None) -> None:
        """Prepare; nothing is asked yet.

        Args:
            community: Its name as the address of its page has it, e.g. `escape2020`.
            base_url: Zenodo, its sandbox, a mirror, or a server of a test.
            http: A client for *base_url* with other habits.

        Raises:
            UsageError: if the community or the URL cannot be one.
        """
        if not _SLUG.fullmatch(community):
            raise UsageError(
                f"community {community!r}: expected the last part of its address, as in "
                f"{ZENODO}/communities/escape2020"
            )
        self.name = f"zenodo {community}"
        self._community = community
        self._http = http or PoliteHttp(base_url)

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any], base: Path) -> Self:  # noqa: ARG003 - all are made alike
        """Make the source that an entry of `sources.yml` asks for."""
        return cls(settings["zenodo"], base_url=settings.get("url", ZENODO))

    @property
    def requests(self) -> int:
        """How many requests have been made so far."""
        return self._http.requests

    @property
    def bytes_received(self) -> int:
        """How much came back, in bytes."""
        return self._http.bytes_received

    def snapshots(self, known: Mapping[str, str] = NOTHING_KNOWN) -> Iterator[Snapshot | Unchanged | LeftOut]:
        """Give every record, and a `LeftOut` for each that cannot be read, and for files that could not.

        Raises:
            MissingExtraError: if eossr is not installed.
            SourceError: if the community cannot be listed, or, in the end, if its list was not complete.
        """
        eossr_record.load()
        check_community(self._http, self._community)
        listing = list_records(self._http, self._community)
        if listing.unreadable:
            yield self._left_out(
                "", f"records without an id in its list: {listing.unreadable}; they cannot be harvested"
            )
        versions: dict[str, list[ZenodoRecord]] = {}
        for record_id, hit in listing.hits.items():
            record = self._read(record_id, hit)
            if isinstance(record, LeftOut):
                yield record
            else:
                versions.setdefault(record.concept_id, []).append(record)
        for of_one in versions.values():
            # A version that was published while the pages were turned stands beside the one before.
            newest = max(of_one, key=lambda record: int(record.record_id))
            if known.get(newest.slug) == newest.etag:
                yield Unchanged(slug=newest.slug)
            else:
                yield from self._open(newest)
        if not listing.is_complete:
            raise SourceError(_incomplete(listing))

    def _read(self, record_id: str, hit: object) -> ZenodoRecord | LeftOut:
        try:
            record = eossr_record.read_record(hit)
        except SourceError as error:
            return self._left_out(f"records/{record_id}", str(error))
        if self._community not in record.communities:
            return self._left_out(
                f"records/{record_id}", f"Zenodo listed it, but it is not in the community {self._community}"
            )
        return record

    def _open(self, record: ZenodoRecord) -> Iterator[Snapshot | LeftOut]:
        place = f"records/{record.record_id}"
        choice = choose(record)
        for key, reason in choice.left_out.items():
            yield self._left_out(f"{place}/files/{key}" if key else place, reason)
        folder = RecordFolder(self._http, record)
        opened = None
        try:
            opened = folder.open_zip(choice.zip) if choice.zip else None
        except SourceError as error:
            key = choice.zip.key if choice.zip else ""
            yield self._left_out(f"{place}/files/{key}", str(error), slug=record.slug)
        if opened or choice.plain:
            yield from self._give(
                ZenodoSnapshot(
                    component=component_of(
                        record,
                        base_url=self._http.base_url,
                        files_url=opened.members_url if opened else None if choice.zip else folder.files_url,
                    ),
                    folder=folder,
                    plain=choice.plain,
                    archive=opened.archive if opened else None,
                    etag=record.etag,
                )
            )

    def _give(self, snapshot: ZenodoSnapshot) -> Iterator[Snapshot | LeftOut]:
        """Give a snapshot and, when its reader comes back for the next, what could not be read of it."""
        place = f"records/{snapshot.component.revision}"
        if snapshot.archive and snapshot.archive.skipped:
            yield self._left_out(place, _unsafe(snapshot.archive.skipped))
        yield snapshot
        for path, reason in snapshot.failed.items():
            yield self._left_out(f"{place}/{path}", reason)

    def _left_out(self, path: str, reason: str, slug: str = "") -> LeftOut:
        return LeftOut(source=self.name, path=path, reason=reason, slug=slug)


def _incomplete(listing: Listing) -> str:
    return (
        f"its list is incomplete: {len(listing.hits)} different records came, {listing.total} were said"
        f" to be there{listing.problem and f' ({listing.problem})'}; harvest it again later"
    )


def _unsafe(names: Sequence[str]) -> str:
    return f"names in its zip that lead outside or cannot be printed: {len(names)}, the first is {names[0]!r}"
