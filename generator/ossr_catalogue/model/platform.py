"""A place where executables can run: what it takes, and how far it goes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one run may use at most; None where it is not known, which is not the same as unlimited."""

    cores: float | None = None
    memory_bytes: int | None = None
    storage_bytes: int | None = None
    gpus: int | None = None
    walltime_seconds: int | None = None
    nodes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Where a statement about a platform was read, and when."""

    source: str
    checked: str
    """ISO 8601 day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """One entry of `catalogue/platforms.yml`."""

    id: str
    title: str
    description: str
    homepage: str
    types: tuple[str, ...]
    """URNs of the kinds that it runs."""
    limits: Limits = Limits()
    launch: str | None = None
    """URL template; see `matching.launch_url` for what it may name."""
    needs_public_repository: bool = True
    facts: tuple[Fact, ...] = ()
