"""Harvest one record of Zenodo: a version, or by its concept whichever is the newest."""

import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any, Final, Self
from urllib.parse import SplitResult, urlsplit

from ossr_catalogue.errors import SourceError, UsageError
from ossr_catalogue.harvest.credentials import without_credentials
from ossr_catalogue.harvest.source import NOTHING_KNOWN
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.web.replies import HttpError
from ossr_catalogue.harvest.zenodo import eossr_record
from ossr_catalogue.harvest.zenodo.following import Following
from ossr_catalogue.harvest.zenodo.listing import RECORDS
from ossr_catalogue.harvest.zenodo.reader import Outcome, RecordReader
from ossr_catalogue.harvest.zenodo.record import ZenodoRecord
from ossr_catalogue.harvest.zenodo.server import SANDBOX, ZENODO, named
from ossr_catalogue.model.catalogue import LeftOut

_ID: Final = re.compile(r"(\d{1,18})", re.ASCII)
_DOI: Final = re.compile(
    r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?10\.(5281|5072)/zenodo\.(\d{1,18})", re.ASCII | re.IGNORECASE
)
_PAGE: Final = re.compile(r"(.*?)/(?:api/)?records?/(\d{1,18})(?:/.*)?", re.ASCII)
_SERVERS: Final = {"5281": ZENODO, "5072": SANDBOX}
"""By the prefix of their DOIs."""


def parse_record(said: str) -> tuple[str, str | None]:
    """Take a record as people write it: its number, its DOI or its address.

    Returns:
        Its number, and the server, where that is said too.

    Raises:
        UsageError: if it is none of these.

    >>> parse_record("https://doi.org/10.5072/zenodo.346365")
    ('346365', 'https://sandbox.zenodo.org')
    """
    said = said.strip()
    if match := _ID.fullmatch(said):
        return match[1], None
    if match := _DOI.fullmatch(said):
        return match[2], _SERVERS[match[1]]
    parts = _split(said)
    if parts and (match := _PAGE.fullmatch(parts.path)):
        return match[2], f"{parts.scheme}://{parts.netloc}{match[1]}"
    raise UsageError(
        f"{without_credentials(said)[:100]!r} is no record of Zenodo; expected its number, a DOI such as "
        f"10.5281/zenodo.4701488, or its address, such as {ZENODO}/records/4701488"
    )


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
    except ValueError:  # of a broken IPv6 address
        return None
    is_web = parts.scheme in {"https", "http"} and parts.hostname and "@" not in parts.netloc
    return parts if is_web else None


class RecordSource:
    """One record, and the repository that it archives; a version stays what it is, a concept moves on."""

    def __init__(
        self,
        record: str,
        *,
        base_url: str | None = None,
        http: PoliteHttp | None = None,
        following: Following | None = None,
    ) -> None:
        """Prepare; nothing is asked yet.

        Args:
            record: A number, DOI or address, of a version or of a concept.
            base_url: Another server than the one that *record* tells.
            http: A client for it with other habits.
            following: Looks at the repository of the record; None for not at all.

        Raises:
            UsageError: if *record* or the URL is none.
        """
        self._id, told = parse_record(record)
        base_url = base_url or told or ZENODO
        self.name = named(f"record {self._id}", base_url)
        self._http = http or PoliteHttp(base_url)
        self._following = following

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any], base: Path) -> Self:  # noqa: ARG003 - all are made alike
        """Make the source that an entry of `sources.yml` asks for."""
        record_id, told = parse_record(settings["record"])
        base_url = settings.get("url") or told or ZENODO
        follows = settings.get("follow", True)
        return cls(
            record_id,
            base_url=base_url,
            http=PoliteHttp(base_url, budget=settings.get("budget")),
            following=Following(named(f"record {record_id}", base_url)) if follows else None,
        )

    @property
    def requests(self) -> int:
        """How many requests have been made so far, those to the host of the repository included."""
        return self._http.requests + (self._following.requests if self._following else 0)

    def snapshots(self, known: Mapping[str, str] = NOTHING_KNOWN) -> Iterator[Outcome]:
        """Give the record; nothing but a `LeftOut` if it was taken down, which is known to be for good.

        Raises:
            MissingExtraError: if eossr is not installed.
            SourceError: if it cannot be had, or another one comes.
        """
        eossr_record.load()
        try:
            record = self._fetched()
        except HttpError as error:
            if error.status != HTTPStatus.GONE:
                raise
            place = f"records/{self._id}"
            yield LeftOut(source=self.name, path=place, reason=f"it was taken down: {error}")
            return
        reader = RecordReader(self._http, self.name, self._following)
        yield from reader.outcomes([record], known)

    def _fetched(self) -> ZenodoRecord:
        url = f"{self._http.base_url}/api/records/{self._id}"
        record = eossr_record.read_record(self._http.get_json(url, accept=RECORDS))
        if self._id not in {record.record_id, record.concept_id}:
            raise SourceError(f"{url}: is record {record.record_id}, another one; correct its number")
        return record
