"""The shopping list: which data an executable wants, and which it writes."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ossr_catalogue.model.quantity import Range


class Direction(StrEnum):
    """Whether the executable reads the data or writes them."""

    INPUT = "input"
    OUTPUT = "output"


class Mode(StrEnum):
    """How a volume is mounted; the ExecutionBroker's words."""

    READONLY = "READONLY"
    READWRITE = "READWRITE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mount:
    """Where a volume appears inside the executable."""

    path: str
    mode: Mode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSlot:
    """A place to be filled with data of a content and a format, whichever the user picks."""

    uuid: str | None = None
    name: str | None = None
    description: str | None = None
    direction: Direction = Direction.INPUT
    required: bool = True
    content: str | None = None
    """URN of a term of `catalogue/vocabulary/data-content.json`, or of someone's own."""
    formats: tuple[str, ...] = ()
    """URNs of terms of `catalogue/vocabulary/data-format.json`; any one of them will do."""
    size_bytes: Range | None = None
    locations: tuple[str, ...] = ()
    """Where suitable data are known to lie: https, s3, rucio, ivo or doi URIs."""
    mount: Mount | None = None
    extras: tuple[tuple[str, Any], ...] = ()
    """Anyone's own `x-…` keys: kept, never judged."""
