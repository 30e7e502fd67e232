"""Which repositories of an owner are harvested."""

from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, Self

from ossr_catalogue.harvest.forges.listing import Listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """All of them but forks; archived ones too, since what was archived can still be run and is cited."""

    include: tuple[str, ...] = ()
    """Names or globs, in which capitals do not count; all where empty."""
    exclude: tuple[str, ...] = ()
    forks: bool = False
    archived: bool = True

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any]) -> Self:
        """Read what `sources.yml` says."""
        return cls(
            include=tuple(settings.get("include", ())),
            exclude=tuple(settings.get("exclude", ())),
            forks=settings.get("forks", False),
            archived=settings.get("archived", True),
        )

    def refusal(self, listed: Listed, name: str) -> str:
        """Say why a repository is left out; empty where it is not.

        Args:
            listed: what its forge says.
            name: its path below the owner.
        """
        if not self.takes(name):
            return "the operator leaves it out, see `include` and `exclude` of the source"
        if listed.is_fork and not self.forks:
            return "it is a fork; list the original, or say `forks: true`"
        if listed.is_archived and not self.archived:
            return "it is archived, and the source says `archived: false`"
        return ""

    def takes(self, name: str) -> bool:
        """Say whether a name is among those that are meant."""
        name = name.lower()
        if any(fnmatchcase(name, glob.lower()) for glob in self.exclude):
            return False
        return not self.include or any(fnmatchcase(name, glob.lower()) for glob in self.include)
