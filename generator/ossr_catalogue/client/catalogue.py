"""A published catalogue as a value: what it holds, and how to find it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, Self

from ossr_catalogue.client.executable import Executable, Where
from ossr_catalogue.client.finding import Wish, found
from ossr_catalogue.client.loading import Patience, load
from ossr_catalogue.client.reading import platform_of
from ossr_catalogue.client.snapshot import Snapshot
from ossr_catalogue.errors import SourceError

if TYPE_CHECKING:
    from ossr_catalogue.model.platform import Platform

_PLATFORMS = "platforms"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Catalogue:
    """All executables of one generation of a catalogue, with the platforms that they are matched with."""

    snapshot: Snapshot

    @classmethod
    def load(
        cls,
        address: str | Path,
        *,
        timeout_seconds: float = 10.0,
        max_age_seconds: float = 0.0,
        cache: Path | None = None,
    ) -> Self:
        """Load a catalogue.

        From the web, only what has changed is fetched; where it cannot be had, what was kept of it is given,
        with a `StaleCatalogueWarning`. All that is given is of one generation, and held against its digests.

        Args:
            address: of the site or its `index.json`: a URL, or a path to a built one.
            timeout_seconds: for the connection, and for each piece of an answer.
            max_age_seconds: what was asked for within that time is not asked for again.
            cache: the folder for what is kept; None: `$OSSR_CATALOGUE_CACHE`, else the user's cache folder.

        Raises:
            SourceError: if it cannot be had, and nothing of it was kept.
            UsageError: if the address is none, or only a newer client can read it.
        """
        patience = Patience(timeout_seconds=timeout_seconds, max_age_seconds=max_age_seconds)
        return cls(snapshot=load(address, [_PLATFORMS], patience=patience, cache=cache))

    def __repr__(self) -> str:
        return f"<Catalogue {self.name!r}, {len(self)} executables>"

    def __len__(self) -> int:
        return len(self.snapshot.entries)

    def __iter__(self) -> Iterator[Executable]:
        return iter(self._executables.values())

    def __contains__(self, uuid: object) -> bool:
        return uuid in self._executables

    def __getitem__(self, uuid: str) -> Executable:
        """Give an executable.

        Raises:
            KeyError: if there is none with that uuid.
        """
        return self._executables[uuid.lower()]

    @property
    def name(self) -> str:
        """What people call it."""
        return str(self._site.get("name", ""))

    @property
    def generation(self) -> str:
        """Digest of its content: as long as it stays the same, nothing has changed."""
        return str(self.snapshot.index["generation"])

    @property
    def built(self) -> str:
        """When its site was built, ISO 8601, UTC."""
        return str(self.snapshot.index.get("built", ""))

    @property
    def failure(self) -> str:
        """Why it is not known to be the newest; empty where it is."""
        return self.snapshot.failure

    @property
    def age_seconds(self) -> float:
        """For how long its server has not confirmed it; 0 where it just has."""
        return self.snapshot.age_seconds

    @cached_property
    def components(self) -> Mapping[str, Mapping[str, Any]]:
        """The repositories and records that executables come from, by slug, as the index says them."""
        said = self.snapshot.index.get("components", ())
        return MappingProxyType({str(one.get("slug")): one for one in said})

    @cached_property
    def platforms(self) -> Mapping[str, "Platform"]:
        """The platforms that it knows, by id."""
        try:
            said = json.loads(self.snapshot.files.get(_PLATFORMS, b"{}")).get("platforms", ())
        except (ValueError, AttributeError) as error:
            raise SourceError(f"{self.snapshot.base}: its platforms are not readable") from error
        return MappingProxyType({one.id: one for one in map(platform_of, said)})

    def find(
        self,
        text: str = "",
        *,
        type: str | None = None,  # noqa: A002 - the key's own name
        fits: Where | None = None,
        wants: str | None = None,
        keyword: str | None = None,
        component: str | None = None,
    ) -> tuple[Executable, ...]:
        """Find the executables that are all that is asked for; what has the text in its title comes first.

        Args:
            text: words, each of them somewhere in title, keywords, texts or the component's title.
            type: a URN, any alias of it, or its last word, e.g. `jupyter-notebook`.
            fits: a platform on which it is known to run.
            wants: content or format of data that it reads, e.g. `urn:astronomy-event-list`, or `event-list`.
            keyword: one of its keywords, in any case.
            component: the slug or the repository of its component.

        Raises:
            UsageError: if there is no such type or platform.
        """
        wish = Wish(text=text, type=type, wants=wants, keyword=keyword, component=component)
        all_found = found(self, wish)
        return all_found if fits is None else tuple(one for one in all_found if one.runs_on(fits))

    def to_table(self, package: Literal["pandas", "astropy"] | None = None) -> Any:  # noqa: ANN401 - of either
        """Give a table with a row for each executable, base units in the names of its columns.

        Args:
            package: which makes the table; None: the first that is installed.

        Raises:
            UsageError: if it is not installed.
        """
        from ossr_catalogue.client.table import table  # noqa: PLC0415 - for those who want one

        return table(tuple(self), package)

    @property
    def _site(self) -> Mapping[str, Any]:
        site = self.snapshot.index.get("site")
        return site if isinstance(site, dict) else {}

    @cached_property
    def _executables(self) -> Mapping[str, Executable]:
        base = self.snapshot.base if "://" in self.snapshot.base else str(self._site.get("url", ""))
        return {str(said["uuid"]): self._executable(said, base) for said in self.snapshot.entries}

    def _executable(self, said: Mapping[str, Any], base: str) -> Executable:
        component = self.components.get(str(said["component"]), MappingProxyType({}))
        return Executable(said=said, component=component, base=base, platforms=self.platforms)
