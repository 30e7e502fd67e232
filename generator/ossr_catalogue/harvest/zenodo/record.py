"""A record of Zenodo as a value: what its reply says, checked and cleaned.

https://developers.zenodo.org/#records; only what a record needs to be harvested is kept.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ossr_catalogue.harvest.text.plain import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFile:
    """A file of a record; where it lies is computed from its key, never taken from the reply."""

    key: str
    """May hold blanks and slashes: `owner/repository-v1.0.zip`."""
    size: int
    md5: str | None
    """Lower-case hexadecimal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZenodoRecord:
    """One version of a record."""

    record_id: str
    """Of this version."""
    concept_id: str
    """Of all its versions together."""
    title: str
    metadata: Mapping[str, Any]
    """As it came: every value still has to be checked."""
    doi: str | None
    """Of this version, unchecked; an external one belongs to all."""
    communities: frozenset[str]
    access: str
    """`open`, `embargoed`, `restricted`, `closed`, or empty."""
    files: tuple[RecordFile, ...]
    state: str = ""
    """Revision and moment of its last change, which every page of a list says."""

    @property
    def slug(self) -> str:
        """Its identity, the same for all versions."""
        return slug_of_concept(self.concept_id)

    @property
    def etag(self) -> str:
        """Changes whenever the record does; empty where Zenodo does not say."""
        return f"{self.record_id} {self.state}" if self.state else ""


def slug_of_concept(concept_id: str) -> str:
    """Give the identity of all versions of a record together."""
    return f"zenodo-{concept_id}"


_NUMBER: Final = re.compile(r"\d{1,18}", re.ASCII)


def text(value: object) -> str | None:
    """Give the printable line that *value* is; None for anything else and for nothing."""
    return (one_line(value) or None) if isinstance(value, str) else None


def mapping(value: object) -> Mapping[str, Any]:
    """Give the object that *value* is; empty for anything else."""
    return value if isinstance(value, dict) else {}


def items(value: object) -> tuple[Any, ...]:
    """Give the elements of the list that *value* is; none for anything else."""
    return tuple(value) if isinstance(value, list) else ()


def mappings(value: object) -> Iterable[Mapping[str, Any]]:
    """Give the objects in the list that *value* is."""
    return (item for item in items(value) if isinstance(item, dict))


def identifier(value: object) -> str | None:
    """Give a record's number as text; Zenodo writes some as numbers, some as text.

    >>> [identifier(number) for number in (4701488, "4701488", "../1", "9" * 5000, True)]
    ['4701488', '4701488', None, None, None]
    """
    said = str(value) if isinstance(value, int | str) else ""
    return said if _NUMBER.fullmatch(said) else None


def record_file(entry: Mapping[str, Any]) -> RecordFile | None:
    """Read one of a record's files; None where it lacks what is needed to fetch it."""
    key, size = entry.get("key"), entry.get("size")
    if not isinstance(key, str) or text(key) != key or not isinstance(size, int) or size < 0:
        return None
    method, _, digest = (text(entry.get("checksum")) or "").partition(":")
    return RecordFile(key=key, size=size, md5=digest.lower() if method == "md5" else None)
