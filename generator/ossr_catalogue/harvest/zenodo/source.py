"""Harvest a community of Zenodo: the OSSR is the community `escape2020`."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, Self

from ossr_catalogue.errors import SourceError, UsageError
from ossr_catalogue.harvest.source import NOTHING_KNOWN
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.zenodo import eossr_record
from ossr_catalogue.harvest.zenodo.following import Following
from ossr_catalogue.harvest.zenodo.listing import Listing, check_community, list_records
from ossr_catalogue.harvest.zenodo.reader import Outcome, RecordReader
from ossr_catalogue.harvest.zenodo.record import ZenodoRecord
from ossr_catalogue.harvest.zenodo.server import ZENODO, named
from ossr_catalogue.model.catalogue import Cause, LeftOut

_SLUG: Final = re.compile(r"[A-Za-z0-9][\w.-]*", re.ASCII)


class ZenodoSource:
    """The newest version of every record of a community, each once, and the repositories that they archive.

    A record is one component. Its files are those of its archive, seen without the folder that wraps them,
    with a list or metadata that lie beside it in front; without an archive, those that it holds.
    """

    def __init__(
        self,
        community: str,
        *,
        base_url: str = ZENODO,
        http: PoliteHttp | None = None,
        following: Following | None = None,
    ) -> None:
        """Prepare; nothing is asked yet.

        Args:
            community: Its name as the address of its page has it, e.g. `escape2020`.
            base_url: Zenodo, its sandbox, a mirror, or a server of a test.
            http: A client for *base_url* with other habits.
            following: Looks at the repositories of the records; None for not at all.

        Raises:
            UsageError: if the community or the URL cannot be one.
        """
        if not _SLUG.fullmatch(community):
            raise UsageError(
                f"community {community!r}: expected the last part of its address, as in "
                f"{ZENODO}/communities/escape2020"
            )
        self.name = named(f"zenodo {community}", base_url)
        self._community = community
        self._http = http or PoliteHttp(base_url)
        self._following = following

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any], base: Path) -> Self:  # noqa: ARG003 - all are made alike
        """Make the source that an entry of `sources.yml` asks for."""
        base_url = settings.get("url", ZENODO)
        follows = settings.get("follow", True)
        return cls(
            settings["zenodo"],
            base_url=base_url,
            http=PoliteHttp(base_url, budget=settings.get("budget")),
            following=Following(named(f"zenodo {settings['zenodo']}", base_url)) if follows else None,
        )

    @property
    def requests(self) -> int:
        """How many requests have been made so far, those to the hosts of repositories included."""
        return self._http.requests + (self._following.requests if self._following else 0)

    @property
    def bytes_received(self) -> int:
        """How much came back from Zenodo, in bytes."""
        return self._http.bytes_received

    def snapshots(self, known: Mapping[str, str] = NOTHING_KNOWN) -> Iterator[Outcome]:
        """Give every record, and a `LeftOut` for each that cannot be read, and for files that could not.

        Raises:
            MissingExtraError: if eossr is not installed.
            SourceError: if the community cannot be listed, or, in the end, if its list was not complete or
                some of its records were not looked at.
        """
        eossr_record.load()
        check_community(self._http, self._community)
        listing = list_records(self._http, self._community)
        if listing.unreadable:
            reason = f"records without an id in its list: {listing.unreadable}; they cannot be harvested"
            yield self._unreached(f"communities/{self._community}", reason)
        newest: dict[str, ZenodoRecord] = {}
        for record_id, hit in listing.hits.items():
            record = self._read(record_id, hit)
            if isinstance(record, LeftOut):
                yield record
            else:
                # A version that was published while the pages were turned stands beside the one before.
                versions = (record, newest.get(record.concept_id, record))
                newest[record.concept_id] = max(versions, key=lambda one: int(one.record_id))
        reader = RecordReader(self._http, self.name, self._following)
        yield from reader.outcomes(newest.values(), known)
        if not listing.is_complete:
            raise SourceError(_incomplete(listing))

    def _read(self, record_id: str, hit: object) -> ZenodoRecord | LeftOut:
        try:
            record = eossr_record.read_record(hit)
        except SourceError as error:
            return self._unreached(f"records/{record_id}", str(error), eossr_record.slug_of(hit))
        if self._community not in record.communities:
            reason = f"Zenodo listed it, but it is not in the community {self._community}"
            return LeftOut(source=self.name, path=f"records/{record_id}", reason=reason)
        return record

    def _unreached(self, path: str, reason: str, slug: str = "") -> LeftOut:
        return LeftOut(source=self.name, path=path, reason=reason, slug=slug, cause=Cause.UNREACHED)


def _incomplete(listing: Listing) -> str:
    return (
        f"its list is incomplete: {len(listing.hits)} different records came, {listing.total} were said"
        f" to be there{listing.problem and f' ({listing.problem})'}; harvest it again later"
    )
