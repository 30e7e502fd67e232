"""What the tests of the harvest from Zenodo share: a record with a zip, and how results are read."""

import json
import random
from collections.abc import Callable, Iterable

from lists import FIRST, SECOND, THIRD, entry
from ossr_catalogue.harvest.source import Explained, Snapshot
from ossr_catalogue.model.catalogue import LeftOut
from ossr_catalogue.model.harvested import Unreadable
from stored_records import StoredFile, StoredRecord, zip_of

Found = list[Snapshot | Unreadable | LeftOut]
Harvest = Callable[..., Found]
"""Harvests one record, number 12, with the files that are given."""


def noise(size: int, seed: int = 1) -> bytes:
    """Give bytes that no method compresses."""
    return random.Random(seed).randbytes(size)  # noqa: S311  no secret


TOP = "owner-repo-0123abc/"
TEXTS = {"README.md": "# Read me", "notebooks/a b.ipynb": "{}", "executables.json": '{"executables": []}'}
ZIP = StoredFile(key="owner/repo-v1.0.zip", content=zip_of(TEXTS, top=TOP, comment=b"0123abc"))
LARGE = StoredFile(key="large.zip", content=zip_of({"data.bin": noise(5_000_000), **TEXTS}, top=TOP))


def snapshots(found: Iterable[Snapshot | Unreadable | LeftOut]) -> list[Snapshot]:
    """Give what was harvested."""
    return [one for one in found if not isinstance(one, LeftOut | Unreadable)]


def the_snapshot(found: Found) -> Snapshot:
    """Give the only one that was harvested."""
    (snapshot,) = snapshots(found)
    return snapshot


def reasons(found: Found) -> dict[str, str]:
    """Say why each path was left out, by the source or as its snapshot knows."""
    gaps = [gap for one in found for gap in ([one] if isinstance(one, LeftOut) else _gaps(one))]
    return {one.path: one.reason for one in gaps}


def _gaps(found: Snapshot | Unreadable) -> tuple[LeftOut, ...]:
    assert isinstance(found, Explained | Unreadable)
    return tuple(found.left_out)


_TITLES = {
    FIRST: "Fit the Crab nebula",
    SECOND: "Simulate showers of gamma rays",
    THIRD: "Map a galaxy in radio",
}


def listed(uuid: str) -> bytes:
    """Write a list of one executable."""
    return json.dumps({"executables": [entry(uuid, title=_TITLES[uuid])]}).encode()


def zipped(number: int, uuid: str) -> StoredRecord:
    """Make a record with a list in its zip."""
    content = zip_of({"executables.json": listed(uuid), "crab.ipynb": "{}"}, top="top/")
    return StoredRecord(number=number, files=(StoredFile(key="code.zip", content=content),))


def plain(number: int, uuid: str) -> StoredRecord:
    """Make a record that holds nothing but a list."""
    return StoredRecord(number=number, files=(StoredFile(key="executables.json", content=listed(uuid)),))
