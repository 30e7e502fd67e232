"""One executable of a published catalogue, as a user of the client has it in hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urljoin

from ossr_catalogue import broker, matching
from ossr_catalogue.broker import Request
from ossr_catalogue.client.reading import entry_of, platform_of
from ossr_catalogue.errors import UsageError
from ossr_catalogue.matching import Chosen, Fit, Launch, Verdict
from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.model.executable import Profile
from ossr_catalogue.model.platform import Platform
from ossr_catalogue.model.quantity import Number, parse_bytes, parse_count, parse_duration
from ossr_catalogue.model.resources import Needs

Where = str | Platform | Mapping[str, Any]
"""A platform: by its id in the catalogue, as a value, or as an item of `platforms.json` says it."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Executable:
    """Something that can be run, with where it runs and what starts it there."""

    said: Mapping[str, Any]
    """Its entry in `index.json`, https://escape-ossr.github.io/ossr-catalogue/schemas/index-1.schema.json."""
    component: Mapping[str, Any]
    """The repository or record that it comes from, likewise."""
    base: str
    """What the hrefs of the entry are relative to."""
    platforms: Mapping[str, Platform]
    """Those of the catalogue, by id."""

    def __repr__(self) -> str:
        return f"<Executable {self.uuid} {self.title!r}>"

    @property
    def uuid(self) -> str:
        """Its identity in every catalogue."""
        return str(self.said["uuid"])

    @property
    def type(self) -> str:
        """Its type by its URN, e.g. `urn:types/jupyter-notebook`."""
        return str(self.said["type"])

    @property
    def title(self) -> str:
        """Plain text on one line, in somebody's own words: escape it where you put it into HTML."""
        return str(self.said["title"])

    @property
    def summary(self) -> str:
        """The beginning of its description, plain text on one line."""
        return str(self.said.get("summary", ""))

    @property
    def keywords(self) -> tuple[str, ...]:
        """As its owner chose them."""
        return tuple(self.said.get("keywords", ()))

    @property
    def page(self) -> str:
        """The address of its page for people."""
        return urljoin(self.base, str(self.said.get("page", "")))

    @property
    def document(self) -> str:
        """The address of all that is known of it, as JSON."""
        return urljoin(self.base, str(self.said.get("document", "")))

    @property
    def location(self) -> str | None:
        """The address of the file to run, at the pinned revision; None where it has none."""
        first: Mapping[str, str] = next(iter(self.said.get("locations", ())), {})
        return first.get("url")

    @property
    def needs(self) -> Needs:
        """What it needs, in bytes, seconds and counts; what is not declared is None or empty."""
        return self.entry.executable.needs

    @cached_property
    def entry(self) -> Entry:
        """It as a value of `ossr_catalogue.model`.

        Raises:
            SourceError: if the index is not of its shape here.
        """
        return entry_of(self.said, self.component)

    def fits(self, platform: Where, *, profile: str | None = None) -> Verdict:
        """Say whether it can run on a platform, and what binds; the same as its page says.

        Args:
            platform: one of the catalogue by its id, or one of your own.
            profile: the name of one of its profiles; None: as it is declared.

        Raises:
            UsageError: if there is no such platform or profile.
        """
        return matching.match(self.entry.executable, self._platform(platform), self._profile(profile))

    def runs_on(self, platform: Where) -> bool:
        """Say whether it is known to run there, perhaps with less than it could use."""
        return self.fits(platform).fit in {Fit.FITS, Fit.FITS_LESS}

    def launch(self, platform: Where, *, profile: str | None = None) -> Launch:
        """Give the link that starts it on a platform, `url`; where that is None, `reason` says why.

        On a platform of the catalogue it is the link that the catalogue publishes.

        Raises:
            UsageError: if there is no such platform or profile.
        """
        known = self._platform(platform)
        launch = matching.launch(self.entry, known, self._profile(profile))
        for one in self.said.get("launch", ()) if isinstance(platform, str) and profile is None else ():
            if one["platform"] == platform:
                url, reason = one.get("url"), one.get("reason", "")
                return Launch(platform=known, verdict=launch.verdict, url=url, reason=reason)
        return launch

    def request(
        self,
        *,
        profile: str | None = None,
        cores: Number | None = None,
        memory: str | Number | None = None,
        storage: str | Number | None = None,
        gpus: int | None = None,
        walltime: str | None = None,
    ) -> Request | str:
        """Write the request to an IVOA ExecutionBroker; a text says why there can be none.

        Args:
            profile: the name of one of its profiles.
            cores: in place of what is declared, as all that follow.
            memory: with its unit, `16 GiB`; a bare number is in GiB.
            storage: likewise.
            gpus: how many.
            walltime: ISO 8601, `PT2H`, or `2 h`.

        Raises:
            QuantityError: if a text is no amount.
            UsageError: if there is no such profile.

        See https://github.com/ivoa-std/ExecutionBroker.
        """
        chosen = Chosen(
            profile=self._profile(profile),
            cores=None if cores is None else parse_count(cores, whole=False).value,
            memory_bytes=None if memory is None else parse_bytes(memory).value,
            storage_bytes=None if storage is None else parse_bytes(storage).value,
            gpus=None if gpus is None else parse_count(gpus).value,
            walltime_seconds=None if walltime is None else parse_duration(walltime).value,
        )
        return self.request_for(chosen)

    def request_for(self, chosen: Chosen) -> Request | str:
        """Write the request for amounts in base units."""
        return broker.request_for(self.entry, self.summary, chosen)

    def _platform(self, platform: Where) -> Platform:
        if isinstance(platform, Platform):
            return platform
        if isinstance(platform, Mapping):
            return platform_of({"id": "mine", **platform})
        if platform not in self.platforms:
            known = ", ".join(self.platforms) or "none at all"
            raise UsageError(f"there is no platform {platform!r} in this catalogue; it has {known}")
        return self.platforms[platform]

    def _profile(self, name: str | None) -> Profile | None:
        profiles = {one.name: one for one in self.entry.executable.profiles} if name is not None else {}
        if name is None or name in profiles:
            return profiles.get(name or "")
        known = ", ".join(profiles) or "none at all"
        raise UsageError(f"{self.title!r} has no profile {name!r}; it has {known}")
