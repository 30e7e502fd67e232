"""A place where executables can run: what it takes, and how far it goes."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one run may use at most; None where it is not known, which is not the same as unlimited."""

    cores: float | None = None
    memory_bytes: int | None = None
    storage_bytes: int | None = None
    gpus: int | None = None
    gpu_memory_bytes: int | None = None
    """Of each GPU."""
    walltime_seconds: int | None = None
    nodes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A statement about a platform: where it was read, and when."""

    says: str
    source: str
    checked: str
    """ISO 8601 day."""
    about: tuple[str, ...] = ()
    """What it is the source of: `cores`, `memory`, `launch` … as the platform's file calls them."""


class Requirement(StrEnum):
    """What a platform insists on, beyond limits."""

    IMAGE_DIGEST = "image-digest"
    """A container image is named by its digest too."""
    UNPRIVILEGED = "unprivileged"
    """A container does not run privileged."""


LAUNCH_NAMES: Final = {
    "repository": "the address of the Git repository",
    "repository_name": "the last part of that address: the folder that a clone makes",
    "github": "owner/name, for repositories at github.com",
    "revision": "the commit or tag that was harvested",
    "tag": "the tag that was harvested, where it is one",
    "path": "the file to open, from the top of the repository",
    "zenodo_doi": "the DOI of the Zenodo record that was harvested",
    "location": "the address of the file's bytes at the pinned revision",
    "image": "the first location of the container image",
}
"""What a launch template may name in braces; every value is percent-encoded when it is filled in."""


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
    architectures: tuple[str, ...] = ()
    """Of its processors, e.g. `amd64`; empty where that is not known."""
    requires: tuple[Requirement, ...] = ()
    launch: tuple[str, ...] = ()
    """URL templates with names of `LAUNCH_NAMES`; the first that an entry can fill is used."""
    facts: tuple[Fact, ...] = ()
