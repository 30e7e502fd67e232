"""Turn the pages of a community's records, and count whether they are all there.

https://developers.zenodo.org/#list36
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final
from urllib.parse import quote, urlencode

from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.web.origin import linked
from ossr_catalogue.harvest.zenodo.days import Days
from ossr_catalogue.harvest.zenodo.record import identifier, items, mapping, text

RECORDS: Final = "application/vnd.zenodo.v1+json"
"""Asked for by its name, so that another default cannot surprise us."""
_PAGE_SIZE: Final = 25
"""The largest that Zenodo gives without a token; it must not change on the way, or the offsets move."""
_MOST_TURNED: Final = 10_000
"""Zenodo turns no more pages of one search than hold these; what is longer is asked for in parts."""
_MOST_RECORDS: Final = 100_000
"""A total beyond is not that of a community, but of all of Zenodo."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The records of a community, each once, the newest first."""

    hits: Mapping[str, Mapping[str, Any]]
    """By id."""
    total: int
    """How many Zenodo says there are."""
    unreadable: int = 0
    """Hits without an id."""
    problem: str = ""
    """Why the pages ended too early, or do not fit together; empty if neither."""

    @property
    def is_complete(self) -> bool:
        """Say whether as many came as were announced."""
        return len(self.hits) + self.unreadable == self.total and not self.problem


def check_community(http: PoliteHttp, slug: str) -> None:
    """Make sure that a community exists: a search for an unknown one gives all records of Zenodo.

    Raises:
        SourceError: if it does not.
    """
    url = f"{http.base_url}/api/communities/{quote(slug, safe='')}"
    try:
        found = text(mapping(http.get_json(url)).get("slug"))
    except SourceError as error:
        raise SourceError(
            f"the community {slug!r} cannot be harvested: {error} (small and capital letters differ)"
        ) from error
    if found != slug:
        raise SourceError(f"{url}: is the community {found!r}, not {slug!r}; write its name as Zenodo does")


def list_records(http: PoliteHttp, slug: str) -> Listing:
    """Give all records of a community.

    Raises:
        SourceError: if not even the first page comes, or it is not that of a community.
    """
    return _listed(http, slug, Days())


def _listed(http: PoliteHttp, slug: str, days: Days) -> Listing:
    """Give the records that were published in some days; if they are too many for one search, by halves."""
    try:
        listing = _turn_pages(http, slug, days)
    except _TooManyError as error:
        if days.is_one:
            raise
        halves = [_listed(http, slug, half) for half in days.halves()]
        return _joined(halves, error.total)
    if listing.is_complete:
        return listing
    try:
        again = _turn_pages(http, slug, days)
    except SourceError:
        return listing
    return again if again.is_complete else replace(again, hits={**listing.hits, **again.hits})


def _joined(parts: Sequence[Listing], total: int) -> Listing:
    """Join what was asked for in parts; one that lies in two of them comes once."""
    return Listing(
        hits={record_id: hit for part in parts for record_id, hit in part.hits.items()},
        total=total,
        unreadable=sum(part.unreadable for part in parts),
        problem="; ".join(part.problem for part in parts if part.problem),
    )


class _TooManyError(SourceError):
    """A search has more results than Zenodo shows."""

    def __init__(self, url: str, total: int) -> None:
        super().__init__(f"{url}: {total:,} results, of which Zenodo shows {_MOST_TURNED:,}")
        self.total = total


@dataclass(slots=True)
class _Pages:
    hits: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    totals: list[int] = field(default_factory=list)
    """What each page said."""
    unreadable: int = 0

    def add(self, page: Mapping[str, Any], url: str) -> None:
        hits = mapping(page.get("hits"))
        total = hits.get("total")
        if not isinstance(total, int) or not 0 <= total <= _MOST_RECORDS:
            raise SourceError(
                f"{url}: hits.total is {total!r}, expected a number up to {_MOST_RECORDS:,}; "
                "is this really the list of one community?"
            )
        self.totals.append(total)
        if total > _MOST_TURNED:
            raise _TooManyError(url, total)
        if len(self.hits) > _MOST_TURNED:
            raise SourceError(f"{url}: the pages do not end")
        for hit in items(hits.get("hits")):
            record_id = identifier(mapping(hit).get("id"))
            if record_id is None:
                self.unreadable += 1
            else:
                self.hits.setdefault(record_id, hit)


def _turn_pages(http: PoliteHttp, slug: str, days: Days) -> Listing:
    asked = {"communities": slug, "sort": "newest", "size": _PAGE_SIZE}
    query = urlencode(asked if days.are_all else {**asked, "q": f"publication_date:{days}"})
    pages = _Pages()
    problem = ""
    try:
        for url, page in _pages(http, f"{http.base_url}/api/records?{query}"):
            pages.add(page, url)
    except SourceError as error:
        if not pages.hits:
            raise
        problem = str(error)
    if len(set(pages.totals)) > 1:
        # One that is withdrawn moves all that follow over the edge of a page, and yet the count may fit.
        problem = problem or "the list changed while it was read"
    return Listing(hits=pages.hits, total=pages.totals[-1], unreadable=pages.unreadable, problem=problem)


def _pages(http: PoliteHttp, url: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    seen: set[str] = set()
    while url not in seen:
        seen.add(url)
        page = mapping(http.get_json(url, accept=RECORDS))
        yield url, page
        following = mapping(page.get("links")).get("next")
        if not isinstance(following, str):
            return
        url = linked(url, following)
    raise SourceError(f"{url}: the next page is one that came before")
