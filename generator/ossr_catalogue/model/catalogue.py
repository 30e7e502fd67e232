"""The catalogue as one value: what is published is computed from this and nothing else."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ossr_catalogue.model.component import Component
from ossr_catalogue.model.executable import Executable
from ossr_catalogue.model.finding import Finding


class Origin(StrEnum):
    """Who says that this can be run."""

    DECLARED = "declared"
    """Its owner, in a list of the repository."""
    INFERRED = "inferred"
    """We, from what lies in the repository; needs are never inferred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where an entry was read."""

    source: str
    """The source as `sources.yml` writes it."""
    path: str
    """The list's path in the repository, or the file that a draft was inferred from."""
    revision: str
    pointer: str = ""
    """The entry inside the list, RFC 6901; empty for a draft."""
    harvested: datetime | None = None
    """Since when the component is as it is now; None where there is no memory of it."""

    @property
    def is_local(self) -> bool:
        """Whether it was read in a folder of this machine."""
        return self.source.startswith("folder ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """That something is shown as it was, since it could not be had as it is."""

    since: datetime | None
    """When it was last seen to be so; None where there is no memory of it."""
    reason: str
    """Why it could not be had, in a sentence that its owner can act on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One executable of the catalogue with all that is known about it."""

    executable: Executable
    component: Component
    origin: Origin
    provenance: Provenance
    findings: tuple[Finding, ...] = ()
    also: tuple[Provenance, ...] = ()
    """Where the same executable was found as well."""
    stale: Stale | None = None
    """None where it is as its source has it."""

    @property
    def source_page(self) -> str | None:
        """Where people see the file that it was read in or inferred from; None where that is not known."""
        return self.component.file_page(self.provenance.path) if self._has_public_source else None

    @property
    def source_url(self) -> str | None:
        """Where that file's bytes are; None where that is not known."""
        return self.component.file_url(self.provenance.path) if self._has_public_source else None

    @property
    def _has_public_source(self) -> bool:
        """A folder's list need not stand in the repository that the folder is a copy of."""
        return not (self.origin is Origin.DECLARED and self.provenance.is_local)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something that was looked at and is not in the catalogue, and why."""

    source: str
    path: str
    """Empty where it is the whole source."""
    reason: str
    """One sentence that its owner can act on."""
    findings: tuple[Finding, ...] = ()
    slug: str = ""
    """The component that could not be had, or whose list could not be used: it is not known to be gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """An executable that was in the catalogue and is seen to be no more; its uuid is never used again."""

    uuid: str
    title: str
    component: str
    """The title of what it was a part of."""
    since: datetime
    """When its absence was first noticed."""
    reason: str
    successor: str | None = None
    """The uuid of the executable that replaces it, if its owner named one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """How a source is doing."""

    name: str
    attempted: datetime
    """When it was last asked."""
    succeeded: datetime | None
    """When it last answered; None if it never has."""
    requests: int
    """How many requests the last attempt has cost its host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Everything that is published; `entries` sorted by uuid, `components` by slug."""

    entries: tuple[Entry, ...]
    components: tuple[Component, ...]
    left_out: tuple[LeftOut, ...] = ()
    sources: tuple[SourceState, ...] = ()
    """By name; what is said of them changes with every harvest, and stands in `health.json` only."""
    gone: tuple[Gone, ...] = ()
    """By uuid."""

    def of_component(self, slug: str) -> tuple[Entry, ...]:
        """Give the entries that come from one component."""
        return tuple(entry for entry in self.entries if entry.component.slug == slug)
