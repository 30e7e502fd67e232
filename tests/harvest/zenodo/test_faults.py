"""Every fault that Zenodo is known for, on the second day: what is kept, what is marked, what is told.

Three records, all of them changed overnight, so that each has to be read again: the first and the second have
their list in a zip, the third has it as a file.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from lists import FIRST, SECOND, THIRD
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.zenodo.source import ZenodoSource
from simulated_zenodo import Fault, SimulatedZenodo
from stored_records import StoredFile, tar_of, zip_of
from two_days import Published, two_days
from zenodo_harvest import listed, plain, zipped

Spoil = Callable[[SimulatedZenodo], None]
RECORDS = [zipped(120, FIRST), zipped(220, SECOND), plain(320, THIRD)]


def faulty(path: str, **fault: object) -> Spoil:
    def spoil(zenodo: SimulatedZenodo) -> None:
        zenodo.faults = [Fault(path=path, **fault)]  # type: ignore[arg-type]

    return spoil


def second_holds(*files: StoredFile) -> Spoil:
    """Make other files of the second record."""

    def spoil(zenodo: SimulatedZenodo) -> None:
        first, second, third = zenodo.records
        zenodo.records = [first, replace(second, files=files), third]

    return spoil


def tar_and(spoil: Spoil) -> Spoil:
    """Put a tar into the second record, and spoil something."""

    def spoil_both(zenodo: SimulatedZenodo) -> None:
        second_holds(StoredFile(key="code.tar.gz", content=tar_of({"executables.json": listed(SECOND)})))(
            zenodo
        )
        spoil(zenodo)

    return spoil_both


def setting(name: str, value: object) -> Spoil:
    return lambda zenodo: setattr(zenodo, name, value)


def without(*numbers: int) -> Spoil:
    return lambda zenodo: setattr(
        zenodo, "records", [one for one in zenodo.records if one.number not in numbers]
    )


def closed(zenodo: SimulatedZenodo) -> None:
    """Restrict the access to the second record."""
    first, second, third = zenodo.records
    metadata = {"access_right": "restricted"}
    zenodo.records = [first, replace(second, hides_files=True, metadata=metadata), third]


def one_missing(zenodo: SimulatedZenodo) -> None:
    """Withhold the second record, and say that there are three."""
    without(220)(zenodo)
    zenodo.total_is_off_by = 1


@dataclass(frozen=True, kw_only=True)
class Row:
    """What is seen after the second day."""

    entries: str
    """The states of the three."""
    told: str
    """A part of a reason; empty where nothing may be told."""
    failed: bool = False
    severe: bool = False
    """Whether nothing is published until somebody has looked at it."""


ALL_STALE = "stale stale stale"
ONE_STALE = "fresh stale fresh"
ZIP = StoredFile(key="code.zip", content=zip_of({"executables.json": listed(SECOND)}))
BROKEN_TAR = StoredFile(key="code.tar.gz", content=tar_of({"executables.json": listed(SECOND)})[:-40])
BOMB = zip_of({"executables.json": b" " * 19_000_000})
TAR_BOMB = tar_of({"zeros.bin": bytes(250_000_000), "executables.json": listed(SECOND)})

FAULTS: dict[str, tuple[Spoil, Row]] = {
    "nothing": (lambda _: None, Row(entries="fresh fresh fresh", told="")),
    "429 storm": (
        faulty("", status=429, retry_after="1"),
        Row(entries=ALL_STALE, told="429 Too Many Requests", failed=True),
    ),
    "429 storm that begins with the files": (
        faulty("/files/", status=429, retry_after="1"),
        Row(entries=ALL_STALE, told="429 Too Many Requests"),
    ),
    "429 that asks to come back tomorrow": (
        faulty("/220/", status=429, retry_after="86400"),
        Row(entries=ONE_STALE, told="it asks to wait 86400 s"),
    ),
    "403 with HTML for everything": (
        faulty("", status=403, html=True),
        Row(entries=ALL_STALE, told="seems to block this client", failed=True),
    ),
    "403 with HTML for a file": (
        faulty("/220/", status=403, html=True),
        Row(entries=ONE_STALE, told="seems to block this client"),
    ),
    "403 for a file": (faulty("/220/", status=403), Row(entries=ONE_STALE, told="403 Forbidden")),
    "500": (faulty("/220/", status=500), Row(entries=ONE_STALE, told="500 Internal Server Error")),
    "502": (faulty("/220/", status=502, html=True), Row(entries=ONE_STALE, told="502 Bad Gateway")),
    "503": (faulty("/220/", status=503), Row(entries=ONE_STALE, told="503 Service Unavailable")),
    "504": (faulty("/220/", status=504, html=True), Row(entries=ONE_STALE, told="504 Gateway Timeout")),
    "time-out": (faulty("/220/", waits_seconds=0.9), Row(entries=ONE_STALE, told="no answer in time")),
    "slow body": (faulty("/220/", drips_seconds=0.06), Row(entries=ONE_STALE, told="comes too slowly")),
    "hung up": (faulty("/220/", hangs_up=True), Row(entries=ONE_STALE, told="no answer (")),
    "body cut short": (faulty("/220/", cut_bytes=3), Row(entries=ONE_STALE, told="the answer ended after")),
    "plain file cut short": (
        faulty("/320/", cut_bytes=3),
        Row(entries="fresh fresh stale", told="the answer ended after"),
    ),
    "plain file spoiled on its way": (
        faulty("/320/", spoils=True),
        Row(entries="fresh fresh stale", told="is not the file that the record describes (its MD5)"),
    ),
    "tar spoiled on its way": (
        tar_and(faulty("/220/", spoils=True)),
        Row(entries=ONE_STALE, told="is not the file that the record describes (its MD5)"),
    ),
    "tar cut short": (
        tar_and(faulty("/220/", cut_bytes=3)),
        Row(entries=ONE_STALE, told="the answer ended after"),
    ),
    "truncated zip": (
        second_holds(StoredFile(key="code.zip", content=ZIP.content[:-30])),
        Row(entries=ONE_STALE, told="its directory cannot be read"),
    ),
    "truncated zip beside codemeta.json": (
        second_holds(
            StoredFile(key="code.zip", content=ZIP.content[:-30]),
            StoredFile(key="codemeta.json", content=b"{}"),
        ),
        Row(entries=ONE_STALE, told="its directory cannot be read"),
    ),
    "corrupt member": (
        second_holds(
            StoredFile(key="code.zip", content=ZIP.content.replace(ZIP.content[60:70], b"0123456789"))
        ),
        Row(entries=ONE_STALE, told="it cannot be unpacked"),
    ),
    "zip bomb": (
        second_holds(StoredFile(key="code.zip", content=BOMB)),
        Row(entries=ONE_STALE, told="it would grow from"),
    ),
    "truncated tar": (second_holds(BROKEN_TAR), Row(entries=ONE_STALE, told="cannot be unpacked")),
    "tar bomb": (
        second_holds(StoredFile(key="code.tar.gz", content=TAR_BOMB)),
        Row(entries=ONE_STALE, told="it would grow to more than"),
    ),
    "total too large": (
        setting("total_is_off_by", 2),
        Row(
            entries="fresh fresh fresh", told="3 different records came, 5 were said to be there", failed=True
        ),
    ),
    "total too small": (
        setting("total_is_off_by", -1),
        Row(
            entries="fresh fresh fresh", told="3 different records came, 2 were said to be there", failed=True
        ),
    ),
    "one of three is not shown": (
        one_missing,
        Row(entries=ONE_STALE, told="2 different records came, 3 were said to be there", failed=True),
    ),
    "total of all of Zenodo": (
        setting("total_is_off_by", 3_000_000),
        Row(entries=ALL_STALE, told="is this really the list of one community?", failed=True),
    ),
    "shuffled order": (setting("shuffles", 1), Row(entries="fresh fresh fresh", told="")),
    "unknown slug": (
        setting("community", "renamed"),
        Row(entries=ALL_STALE, told="the community 'escape2020' cannot be harvested", failed=True),
    ),
    "redirect to this machine": (
        faulty("/220/", status=302, location="http://127.0.0.1:9/x"),
        Row(entries=ONE_STALE, told="refused, for it leads away"),
    ),
    "redirect to the cloud's own address": (
        faulty("/220/", status=302, location="http://169.254.169.254/latest/meta-data"),
        Row(entries=ONE_STALE, told="refused, for it leads away"),
    ),
    "redirect to a file": (
        faulty("/220/", status=302, location="file:///etc/passwd"),
        Row(entries=ONE_STALE, told="neither http nor https"),
    ),
    "files closed": (closed, Row(entries=ONE_STALE, told="its files cannot be seen")),
    "record taken down": (without(220), Row(entries="fresh gone fresh", told="", severe=True)),
    "community emptied": (without(120, 220, 320), Row(entries="gone gone gone", told="", severe=True)),
}


@pytest.fixture
def after(zenodo: SimulatedZenodo, tmp_path: Path) -> Callable[[Spoil], Published]:
    """Give what is published after a second day on which something is spoiled."""
    zenodo.records = list(RECORDS)

    def source() -> ZenodoSource:
        # Short only where the server is to be waited for: a busy machine must not look like a slow host.
        is_slow = any(fault.waits_seconds or fault.drips_seconds for fault in zenodo.faults)
        seconds = 0.3 if is_slow else 20.0
        http = PoliteHttp(zenodo.base_url, timeout_seconds=seconds, pause_seconds=0, sleep=lambda _: None)
        return ZenodoSource("escape2020", http=http)

    def run(spoil: Spoil) -> Published:
        def overnight() -> None:
            zenodo.records = [replace(one, revision=one.revision + 1) for one in zenodo.records]
            spoil(zenodo)

        return two_days(tmp_path / "store.sqlite", source, overnight)

    return run


@pytest.mark.parametrize(("spoil", "row"), FAULTS.values(), ids=FAULTS)
def test_what_is_kept_marked_and_told(after: Callable[[Spoil], Published], spoil: Spoil, row: Row) -> None:
    published = after(spoil)
    states = " ".join(published.state_of(uuid) for uuid in (FIRST, SECOND, THIRD))
    assert (states, published.visit.failed) == (row.entries, row.failed)
    assert row.told in published.told()
    assert bool(row.told) == bool(published.told())
    assert published.loss.is_severe == row.severe
