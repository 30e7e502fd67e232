"""The catalogue as one value: what is published is computed from this and nothing else."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ossr_catalogue.model.component import Component
from ossr_catalogue.model.executable import Executable
from ossr_catalogue.model.finding import Finding
from ossr_catalogue.model.search import Search


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
    def catalogue(self) -> str | None:
        """The index of the other catalogue that it was taken from; None where it was harvested first hand."""
        return self.source.removeprefix("catalogue ") if self.source.startswith("catalogue ") else None

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


class Cause(StrEnum):
    """Why something is left out, or remarked on."""

    UNREACHED = "unreached"
    """It could not be had this time; what it gave before stays."""
    NOTHING = "nothing"
    """There is no list, and nothing that a draft could be made from."""
    REFUSED = "refused"
    """Its list has errors; they are the findings."""
    DOUBLE = "double"
    """Its uuid belongs to another software's entry."""
    PASSED_OVER = "passed-over"
    """It was looked at, and is not taken for something to run."""
    REMARK = "remark"
    """Nothing is missing for it: something beside what can be run could not be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something that was looked at and is not in the catalogue or could not be used, and why."""

    source: str
    path: str
    """Empty where it is the whole source."""
    reason: str
    """One sentence that its owner can act on."""
    findings: tuple[Finding, ...] = ()
    slug: str = ""
    """The component that could not be had, or whose list could not be used: it is not known to be gone.

    Of a double, or where there is nothing, merely the component that it is about.
    """
    cause: Cause = Cause.PASSED_OVER
    uuid: str | None = None
    """Of a double, that of the entry whose place it would take."""

    @property
    def keeps(self) -> bool:
        """Whether what the component gave before may still be there."""
        return bool(self.slug) and self.cause not in {Cause.DOUBLE, Cause.NOTHING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """One component as one source has it, whether anything of it is in the catalogue or not."""

    source: str
    component: Component
    search: Search
    list_path: str = ""
    """Of the list that was found, or would be put in place of a draft; empty where there is neither."""
    origin: Origin | None = None
    """Whether the list is its owner's or a draft; None where there is neither."""
    left_out: tuple[LeftOut, ...] = ()
    """Files of it that could not be used."""
    since: datetime | None = None
    """Since when it is as it is; None where there is no memory of it."""
    stale_since: datetime | None = None
    """When it was last seen, if it could not be had this time."""


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
    source: str = ""
    """Where it came from, as `sources.yml` wrote it; empty where that is not known."""
    slug: str = ""
    """Of its component; likewise."""
    path: str = ""
    """The list that it stood in, or the file that it was drafted from; likewise."""


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
    """By name; what is said of them changes with every harvest, and stands in `health.json`,
    `sources.json` and on the pages of the sources only."""
    gone: tuple[Gone, ...] = ()
    """By uuid."""
    looked: tuple[Looked, ...] = ()
    """All components of all sources, by source and slug."""

    def of_component(self, slug: str) -> tuple[Entry, ...]:
        """Give the entries that come from one component."""
        return tuple(entry for entry in self.entries if entry.component.slug == slug)
