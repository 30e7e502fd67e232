"""What a kind of source must offer to be harvested."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Protocol, runtime_checkable

from ossr_catalogue.model.catalogue import LeftOut
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.harvested import FoundList, Unreadable

MAX_FILE_BYTES: Final = 20_000_000
"""A larger file is not read: no list or metadata is that long, and a notebook of that size is all output."""
MAX_READ_BYTES: Final = 256_000_000
"""Of all files that one call reads together: what is beyond is missing from the answer."""

NOTHING_KNOWN: Final[Mapping[str, str]] = MappingProxyType({})
"""What is remembered before the first harvest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """A component that is as it was when its etag was given; nothing of it was fetched."""

    slug: str
    etag: str = ""
    """What it is recognised by from now on; the same as before where empty."""


class Snapshot(Protocol):
    """One component at one pinned revision, whose files are listed first and read on demand."""

    @property
    def component(self) -> Component:
        """What the source itself knows about it; metadata files may say more."""
        ...

    @property
    def etag(self) -> str:
        """What changes whenever anything that can be read here may have changed; empty where nothing does."""
        ...

    def paths(self) -> Sequence[str]:
        """List the regular files, relative, with forward slashes, sorted."""
        ...

    def read(self, paths: Iterable[str]) -> Mapping[str, bytes]:
        """Fetch several files in one go; those that are too large or broken are missing from the answer.

        Raises:
            SourceError: if something may be had another time: until then the component stays as it was.
        """
        ...


@runtime_checkable
class Explained(Protocol):
    """A snapshot that also says why something of it is missing; it knows that once it was read."""

    @property
    def left_out(self) -> Sequence[LeftOut]:
        """What is passed over or broken; it is told for as long as the component stays the same.

        By paths in the component; under the name of the source that was asked for it, whichever that is.
        """
        ...

    @property
    def reasons(self) -> Mapping[str, str]:
        """Why a file that was asked for could not be had, by its path."""
        ...


@runtime_checkable
class Whole(Protocol):
    """A snapshot of which it may be known what it holds altogether."""

    @property
    def names(self) -> Sequence[str] | None:
        """Files, links, submodules and folders, sorted; None where something may be missing."""
        ...


@runtime_checkable
class Prepared(Protocol):
    """A snapshot whose list need not be looked for."""

    @property
    def found(self) -> FoundList:
        """The list, or the draft."""
        ...


class Source(Protocol):
    """A place to harvest: it gives snapshots, or says what it could not give."""

    @property
    def name(self) -> str:
        """The source as `sources.yml` writes it: `git https://…`."""
        ...

    @property
    def requests(self) -> int:
        """How many requests have been made so far."""
        ...

    def snapshots(
        self, known: Mapping[str, str] = NOTHING_KNOWN
    ) -> Iterator[Snapshot | Unchanged | Unreadable | LeftOut]:
        """Give every component, and a `LeftOut` with its slug for each that failed.

        Args:
            known: the etag of each component, by its slug, as it was when it was last brought home, or found
                to be unreadable.

        Raises:
            SourceError: if the source as a whole cannot be harvested, or what it has is not fully known.
        """
        ...
