"""What an executable needs to run: compute, storage, data. Totals over all nodes, in base units."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ossr_catalogue.model.data import DataSlot, Mount
from ossr_catalogue.model.quantity import Range


@dataclass(frozen=True, slots=True, kw_only=True)
class Gpus:
    """Graphics processors: how many, and how much memory each needs."""

    count: Range
    memory_bytes: Range | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compute:
    """One compute resource; `cores` and `memory_bytes` are totals over the nodes."""

    name: str | None = None
    uuid: str | None = None
    nodes: Range | None = None
    cores: Range | None = None
    memory_bytes: Range | None = None
    gpus: Gpus | None = None
    architecture: str | None = None
    walltime_seconds: Range | None = None
    extras: tuple[tuple[str, Any], ...] = ()
    """Anyone's own `x-…` keys: kept, never judged."""


class Lifetime(StrEnum):
    """How long storage has to last."""

    EPHEMERAL = "ephemeral"
    PERSISTENT = "persistent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Storage:
    """One storage resource."""

    name: str | None = None
    uuid: str | None = None
    size_bytes: Range | None = None
    lifetime: Lifetime | None = None
    mount: Mount | None = None
    extras: tuple[tuple[str, Any], ...] = ()
    """Anyone's own `x-…` keys: kept, never judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """All that is declared of one use of an executable; empty tuples mean *not declared*."""

    compute: tuple[Compute, ...] = ()
    storage: tuple[Storage, ...] = ()
    data: tuple[DataSlot, ...] = ()
