"""How much of what a host announces is read: by file, by what it grows to, and in all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.harvest.source import MAX_FILE_BYTES, MAX_READ_BYTES

MAX_RATIO: Final = 200
"""Text shrinks to a tenth, a notebook full of repeated output to a fiftieth: more is a bomb."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """How large a file is said to be, in bytes."""

    size: int
    packed: int | None = None
    """As it lies in the archive; None where files are not packed one by one."""


def affordable(wanted: Mapping[str, Announced]) -> tuple[frozenset[str], dict[str, str]]:
    """Part what is read from what is too large, with the reason; what comes first has the first claim."""
    failed: dict[str, str] = {}
    total = 0
    for path, announced in wanted.items():
        if reason := _refused(announced, total):
            failed[path] = reason
        else:
            total += announced.size
    return frozenset(wanted.keys() - failed.keys()), failed


def _refused(announced: Announced, total: int) -> str | None:
    packed = announced.size if announced.packed is None else announced.packed
    size = max(announced.size, packed)
    if size > MAX_FILE_BYTES:
        return f"it has {size:,} bytes, at most {MAX_FILE_BYTES:,} are read"
    if announced.size > MAX_RATIO * max(packed, 1024):
        return f"it would grow from {packed:,} to {announced.size:,} bytes"
    if total + size > MAX_READ_BYTES:
        return f"the files before it have {total:,} bytes, at most {MAX_READ_BYTES:,} are read in all"
    return None
