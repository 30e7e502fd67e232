"""What there is to say of a source and of its components, before it is put into words."""

from dataclasses import dataclass
from enum import StrEnum

from ossr_catalogue.model.catalogue import Cause, Entry, Gone, LeftOut, Looked, SourceState


class Standing(StrEnum):
    """Whether something is in the catalogue."""

    LISTED = "listed"
    PARTLY = "partly listed"
    NOT_LISTED = "not listed"


class Condition(StrEnum):
    """How a source is doing."""

    FRESH = "fresh"
    """It gave what it has."""
    STALE = "stale"
    """Some of it could not be had."""
    FAILED = "failed"
    """It gave no account of what it has."""
    EMPTY = "empty"
    """It answered, and nothing of it is in the catalogue."""
    DROPPED = "dropped"
    """It is not among the sources any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentAccount:
    """What became of one component of one source."""

    looked: Looked
    listed: tuple[Entry, ...] = ()
    """Sorted by title; also those that another source gave as well."""
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[LeftOut, ...] = ()
    gone: tuple[Gone, ...] = ()

    @property
    def standing(self) -> Standing:
        """Whether all of it is listed that was looked at."""
        return standing_of(bool(self.listed), bool(self.left_out))


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much came of a source."""

    components: int
    listed: int
    left_out: int
    gone: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceAccount:
    """What became of one source, or the part of it that somebody asked about."""

    name: str
    condition: Condition
    """Of the source as a whole, as are the counts."""
    counts: Counts
    state: SourceState | None = None
    """None where there is no memory of it."""
    components: tuple[ComponentAccount, ...] = ()
    failure: LeftOut | None = None
    """Why the source as a whole gave no account of what it has."""
    left_out: tuple[LeftOut, ...] = ()
    """What belongs to no component that is known."""
    remarks: tuple[LeftOut, ...] = ()
    gone: tuple[Gone, ...] = ()
    """What was of components that are no longer there."""
    is_whole: bool = True
    """Whether all of a component, or of the source, is meant, and not one thing of it."""

    @property
    def listed(self) -> int:
        """How many of its executables are in the catalogue."""
        return sum(len(one.listed) for one in self.components)

    @property
    def all_left_out(self) -> tuple[LeftOut, ...]:
        """All that is not in the catalogue, its components' included."""
        return (*self.left_out, *(gap for one in self.components for gap in one.left_out))

    @property
    def standing(self) -> Standing:
        """Whether all of it is listed that was looked at."""
        lacks = bool(self.all_left_out) or (self.is_whole and self.failure is not None)
        return standing_of(bool(self.listed), lacks)


def standing_of(is_listed: bool, is_left_out: bool) -> Standing:  # noqa: FBT001 - two facts, told by their names
    """Judge by whether something is listed, and whether something is not."""
    if not is_listed:
        return Standing.NOT_LISTED
    return Standing.PARTLY if is_left_out else Standing.LISTED


def is_failure(gap: LeftOut) -> bool:
    """Say whether it is the source as a whole that could not be had."""
    return gap.cause is Cause.UNREACHED and not (gap.path or gap.slug)
