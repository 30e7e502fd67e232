"""What a harvest brings home: bytes with their origin. The store keeps it, reading makes sense of it."""

from dataclasses import dataclass

from ossr_catalogue.model.catalogue import LeftOut, Origin
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.search import NOTHING_TOLD, Search


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundList:
    """An executables list: a file of the repository, or a draft in the same format.

    Each entry of a draft names the file that it was inferred from in its key `x-inferred-from`.
    """

    path: str
    """In the repository; for a draft, where its owner would put it."""
    content: bytes
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Harvested:
    """One component at one revision."""

    source: str
    """The source as `sources.yml` writes it, e.g. `git https://github.com/cds-astro/tutorials`."""
    component: Component
    found: FoundList | None
    """None where there is nothing to run, or nothing that we can see."""
    left_out: tuple[LeftOut, ...] = ()
    """Files of this component that could not be used."""
    etag: str = ""
    """What it was recognised by: as long as the source says the same, nothing of it has changed."""
    search: Search = NOTHING_TOLD
    """What was looked for in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A component of which nothing can be read as it is, on no day; what it gave before stays."""

    slug: str
    etag: str
    """As long as the source says the same, it need not be asked for again."""
    left_out: tuple[LeftOut, ...]
    """Why; told for as long as it stays so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """How it went to harvest one source; what was brought home is told one by one on the way."""

    source: str
    given: tuple[str, ...] = ()
    """The slugs of the components that were brought home, in the order in which they came."""
    unchanged: tuple[str, ...] = ()
    """The slugs of those that are as they were: nothing of them was fetched."""
    renewed: tuple[tuple[str, str], ...] = ()
    """Slug and etag of those among them that are recognised by another one from now on."""
    unreadable: tuple[Unreadable, ...] = ()
    """Those that were not known to be so."""
    left_out: tuple[LeftOut, ...] = ()
    failed: bool = False
    """Whether the source as a whole gave no full account of what it has: then nothing is known to be gone."""
    requests: int = 0
    """How many requests it cost the host."""

    @property
    def all_left_out(self) -> tuple[LeftOut, ...]:
        """All that was not had and belongs to no component that came."""
        return (*(gap for one in self.unreadable for gap in one.left_out), *self.left_out)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceHarvest:
    """The last good state of one source, and what it did not give."""

    source: str
    harvested: tuple[Harvested, ...]
    left_out: tuple[LeftOut, ...] = ()
    """The source itself if it failed, or the components that did."""
    requests: int = 0
    """How many requests it cost the host."""
