"""One executable, as a list declares it or as a draft proposes it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from ossr_catalogue.model.kinds import Kind, UnknownKind
from ossr_catalogue.model.resources import Needs


class Status(StrEnum):
    """What its owner says about its future."""

    ACTIVE = "active"
    DEPRECATED = "deprecated"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A named use with needs of its own; a list that is empty is the executable's."""

    name: str
    title: str | None = None
    description: str | None = None
    needs: Needs
    extras: tuple[tuple[str, Any], ...] = ()
    """Anyone's own `x-…` keys: kept, never judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Executable:
    """A thing that can be run, and what it needs to."""

    uuid: str
    """RFC 9562, lower case; its identity in every catalogue, for ever."""
    kind: Kind
    type: str
    """The type as it is written; aliases included."""
    title: str
    description: str
    """CommonMark without raw HTML."""
    keywords: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    licence: str | None = None
    """An SPDX expression; the component's counts where None."""
    homepage: str | None = None
    documentation: str | None = None
    citation: str | None = None
    status: Status = Status.ACTIVE
    superseded_by: str | None = None
    needs: Needs = field(default_factory=Needs)
    profiles: tuple[Profile, ...] = ()
    extras: tuple[tuple[str, Any], ...] = ()
    """Anyone's own `x-…` keys: kept, never judged."""

    @property
    def urn(self) -> str:
        """The type by its URN, whichever alias was written; a type that is not known, as it is written."""
        return self.type if isinstance(self.kind, UnknownKind) else self.kind.urn

    def needs_in(self, profile: Profile) -> Needs:
        """Give what a profile needs: each of its lists replaces the executable's."""
        return Needs(
            compute=profile.needs.compute or self.needs.compute,
            storage=profile.needs.storage or self.needs.storage,
            data=profile.needs.data or self.needs.data,
        )
