"""What all types of executables have in common."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The part of an executable that depends on its type; each field is one of the type's own keys."""

    urn: ClassVar[str]
    label: ClassVar[str]
    """What people call one of these, e.g. `Jupyter notebook`."""
    plural: ClassVar[str]
    summary: ClassVar[str]
    """One sentence for the documentation of the format."""
    esap_keyword: ClassVar[str] = "cli"
    """The keyword that decides ESAP's filter: `jupyter-notebook`, `cli` or `desktop`."""

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        """Name the keys that only this type has."""
        return tuple(field.name for field in fields(cls))

    @classmethod
    def from_plain(cls, own: Mapping[str, Any]) -> Self:
        """Build from the type's own keys, as an error-free document gives them."""
        known = cls.keys()
        return cls(**{key: own[key] for key in known if key in own})

    def paths(self) -> tuple[str, ...]:
        """Name the files of the repository, or URLs, that it refers to; the one to open comes first."""
        return ()

    def to_plain(self) -> dict[str, Any]:
        """Give the own keys back as JSON, without what is not declared."""
        return {key: value for key in self.keys() if (value := getattr(self, key)) not in (None, (), {})}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind(Kind):
    """An executable that is one file, and perhaps a second one that says what to install for it."""

    location: str
    """Path in the repository, or https URL."""
    requirements: str | None = None
    """Path of a requirements.txt or environment.yml."""

    def paths(self) -> tuple[str, ...]:
        """Name the file, then its requirements."""
        return tuple(path for path in (self.location, self.requirements) if path)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownKind(Kind):
    """A type that this version does not know: listed, never launched."""

    urn = "urn:types/unknown"
    label = "Other"
    plural = "Others"
    summary = "Any other URN is allowed; it is listed, and nothing about it is launched."

    type: str
    own: tuple[tuple[str, Any], ...] = ()

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        """Claim no key: which belong to the type is not known."""
        return ()

    def to_plain(self) -> dict[str, Any]:
        """Give back whatever keys it came with."""
        return dict(self.own)
