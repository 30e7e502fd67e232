"""What cannot be had of a record costs only itself, and is told with the reason."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from lists import FIRST
from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.source import Explained
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.zenodo.source import ZenodoSource
from ossr_catalogue.model.catalogue import LeftOut
from ossr_catalogue.store.store import Store
from simulated_zenodo import Fault, SimulatedZenodo
from stored_records import StoredFile, StoredRecord, zip_of
from two_days import DAY_1, DAY_2, assembled, visited
from zenodo_harvest import LARGE, TEXTS, TOP, ZIP, Harvest, noise, reasons, the_snapshot, zipped

RESTRICTED = {
    "access_right": "restricted",
    "related_identifiers": [{"relation": "isSupplementTo", "identifier": "https://github.com/o/r"}],
}


@pytest.mark.parametrize("key", ["code-1.0.tar.zst", "code.rar", "Code.7Z"])
def test_other_archives_are_named_as_not_read(zenodo: SimulatedZenodo, harvested: Harvest, key: str) -> None:
    found = harvested(StoredFile(key=key, content=b"\x1f\x8b"))
    assert reasons(found) == {
        f"records/12/files/{key}": "archives of this kind are not read; "
        "upload a zip, or executables.json beside it"
    }
    assert len(found) == 1
    assert zenodo.paths("/content") == []


def test_restricted_files_are_left_out_with_what_their_owner_can_do(
    zenodo: SimulatedZenodo, harvested: Harvest
) -> None:
    found = harvested(ZIP, hides_files=True, metadata=RESTRICTED)
    assert reasons(found) == {
        "records/12": "its files cannot be seen, for its access is restricted: open them on Zenodo, "
        "or list https://github.com/o/r among the sources"
    }
    assert zenodo.paths("/files/") == []


def test_a_record_without_files_is_left_out_with_what_its_owner_can_do(harvested: Harvest) -> None:
    assert reasons(harvested()) == {
        "records/12": "it holds no files: upload the release as a zip, "
        "or list its Git repository among the sources"
    }


def test_a_truncated_zip_costs_only_itself(harvested: Harvest) -> None:
    found = harvested(
        StoredFile(key="code.zip", content=LARGE.content[:-400]),
        StoredFile(key="codemeta.json", content=b"{}"),
    )
    assert "its directory cannot be read" in reasons(found)["records/12/files/code.zip"]
    snapshot = the_snapshot(found)
    assert snapshot.paths() == ("codemeta.json",)
    assert snapshot.component.files_url is None


def test_a_zip_that_is_shorter_than_its_record_says_is_left_out(harvested: Harvest) -> None:
    announced = StoredFile(key="code.zip", content=LARGE.content, announced_size=len(LARGE.content) + 200_000)
    assert "416" in reasons(harvested(announced))["records/12/files/code.zip"]


def test_a_zip_that_is_longer_than_its_record_says_is_left_out(harvested: Harvest) -> None:
    announced = StoredFile(key="code.zip", content=LARGE.content, announced_size=len(LARGE.content) - 10)
    assert reasons(harvested(announced))["records/12/files/code.zip"].endswith(
        f"has {len(LARGE.content):,} bytes, where {len(LARGE.content) - 10:,} were announced"
    )


def test_a_small_zip_is_taken_whole_from_a_server_without_ranges(
    zenodo: SimulatedZenodo, harvested: Harvest
) -> None:
    zenodo.ignores_ranges = True
    content = zip_of({"data.bin": noise(300_000), **TEXTS})
    snapshot = the_snapshot(harvested(StoredFile(key="code.zip", content=content)))
    assert snapshot.read(["data.bin", "README.md"]).keys() == {"data.bin", "README.md"}
    assert len(zenodo.paths("/content")) == 1


def test_a_large_zip_on_a_server_without_ranges_is_seen_through_its_listing(
    zenodo: SimulatedZenodo, harvested: Harvest
) -> None:
    zenodo.ignores_ranges = True
    snapshot = the_snapshot(harvested(LARGE))
    assert snapshot.paths() == ("README.md", "data.bin", "executables.json", "notebooks/a b.ipynb")
    assert snapshot.read(["notebooks/a b.ipynb"]) == {"notebooks/a b.ipynb": b"{}"}
    assert zenodo.paths("/container") == [
        "/api/records/12/files/large.zip/container",
        "/api/records/12/files/large.zip/container/owner-repo-0123abc/notebooks/a%20b.ipynb",
    ]


def test_a_zip_without_ranges_and_of_another_size_than_announced_is_left_out(
    zenodo: SimulatedZenodo, harvested: Harvest
) -> None:
    zenodo.ignores_ranges = True
    other = StoredFile(key="code.zip", content=ZIP.content, announced_size=len(ZIP.content) + 1)
    assert "were announced" in reasons(harvested(other))["records/12/files/code.zip"]


def test_only_so_many_members_are_asked_for_one_by_one(zenodo: SimulatedZenodo, harvested: Harvest) -> None:
    zenodo.ignores_ranges = True
    content = zip_of({"large.bin": noise(5_000_000), **{f"{n:02}.txt": "text" for n in range(60)}})
    snapshot = the_snapshot(harvested(StoredFile(key="code.zip", content=content)))
    assert len(snapshot.read([f"{n:02}.txt" for n in range(60)])) == 50
    assert len(zenodo.paths("/container/")) == 50


def test_unsafe_names_in_a_listing_are_passed_over_and_told(
    zenodo: SimulatedZenodo, harvested: Harvest
) -> None:
    zenodo.ignores_ranges = True
    content = zip_of({"../evil": noise(5_000_000), "__MACOSX/a": "", "good.txt": ""})
    found = harvested(StoredFile(key="code.zip", content=content))
    assert the_snapshot(found).paths() == ("good.txt",)
    assert reasons(found)["records/12"].endswith("1, the first is '../evil'")


@pytest.mark.parametrize(("status", "is_fatal"), [(503, True), (404, False)])
def test_a_member_that_is_refused_costs_itself_and_a_host_that_fails_the_record(
    zenodo: SimulatedZenodo, harvested: Harvest, status: int, *, is_fatal: bool
) -> None:
    zenodo.ignores_ranges = True
    snapshot = the_snapshot(harvested(LARGE))
    zenodo.faults = [Fault(path="/container/.*README", status=status)]
    if is_fatal:
        with pytest.raises(SourceError, match="503"):
            snapshot.read(["README.md"])
    else:
        assert snapshot.read(["README.md", "executables.json"]).keys() == {"executables.json"}


def test_a_listing_that_is_cut_short_is_not_taken_for_the_whole(
    zenodo: SimulatedZenodo, harvested: Harvest
) -> None:
    zenodo.ignores_ranges = zenodo.truncates_containers = True
    assert "Zenodo lists only 4 of its files" in reasons(harvested(LARGE))["records/12/files/large.zip"]


def test_a_large_zip_that_cannot_be_listed_either_is_left_out(
    zenodo: SimulatedZenodo, harvested: Harvest
) -> None:
    zenodo.ignores_ranges = True
    zenodo.faults = [Fault(path="/container", status=500)]
    assert "500 Internal Server Error" in reasons(harvested(LARGE))["records/12/files/large.zip"]


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        pytest.param(Fault(path="/content", status=403), "403 Forbidden", id="forbidden"),
        pytest.param(
            Fault(path="/content", status=403, html=True), "seems to block this client", id="blocked"
        ),
        pytest.param(Fault(path="/content", status=410), "410 Gone", id="gone"),
        pytest.param(Fault(path="/content", status=404), "404 Not Found", id="missing"),
        pytest.param(
            Fault(path="/content", status=504, html=True), "504 Gateway Timeout", id="too slow for it"
        ),
        pytest.param(
            Fault(path="/content", status=302, location="https://elsewhere.example/x"),
            "leads away",
            id="away",
        ),
    ],
)
def test_a_zip_that_cannot_be_had_is_left_out_with_the_reason(
    zenodo: SimulatedZenodo, harvested: Harvest, fault: Fault, expected: str
) -> None:
    zenodo.faults = [fault]
    found = harvested(ZIP)
    assert list(reasons(found)) == ["records/12/files/owner/repo-v1.0.zip"]
    assert expected in reasons(found)["records/12/files/owner/repo-v1.0.zip"]
    assert len(found) == 1


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_zip_that_may_be_had_tomorrow_does_not_make_its_record_poorer_today(
    zenodo: SimulatedZenodo, harvested: Harvest, status: int
) -> None:
    zenodo.faults = [Fault(path="/content", status=status)]
    found = harvested(ZIP, StoredFile(key="codemeta.json", content=b"{}"))
    assert [one.slug for one in found if isinstance(one, LeftOut)] == ["zenodo-11"]
    assert len(found) == 1


def test_a_record_of_which_nothing_can_be_read_costs_the_pages_of_the_list_while_it_is_unchanged(
    zenodo: SimulatedZenodo, client: Callable[..., PoliteHttp], tmp_path: Path
) -> None:
    broken = StoredFile(key="code.zip", content=b"no zip" * 100)
    zenodo.records = [zipped(11, FIRST), StoredRecord(number=12, files=(broken,))]
    told = []
    with Store(tmp_path / "store.sqlite") as store:
        for day in (DAY_1, DAY_2):
            zenodo.seen.clear()
            visited(store, ZenodoSource("escape2020", http=client(pause_seconds=0)), day)
            told.append([one.path for one in assembled(store).left_out])
    assert [seen.path.partition("?")[0] for seen in zenodo.seen] == [
        "/api/communities/escape2020",
        "/api/records",
    ]
    assert told == [["records/12/files/code.zip"]] * 2


def test_a_record_that_has_become_unreadable_shows_what_it_had_until_it_can_be_read(
    zenodo: SimulatedZenodo, client: Callable[..., PoliteHttp], tmp_path: Path
) -> None:
    good, broken = zipped(11, FIRST), StoredFile(key="code.zip", content=b"no zip")
    states = []
    with Store(tmp_path / "store.sqlite") as store:
        for day, record in enumerate((good, replace(good, files=(broken,)), good)):
            zenodo.records = [replace(record, revision=day)]
            for _ in range(2):
                visited(store, ZenodoSource("escape2020", http=client(pause_seconds=0)), DAY_1)
                states += [bool(one.stale) for one in assembled(store).entries]
    assert states == [False, False, True, True, False, False]


@pytest.mark.parametrize("said", ["", "bytes 0-1", "bytes x-y/z", f"bytes {'9' * 5000}-1/2"])
def test_an_answer_that_does_not_say_which_part_it_is_is_not_taken(
    zenodo: SimulatedZenodo, harvested: Harvest, said: str
) -> None:
    zenodo.says_of_ranges = said
    assert "asked for bytes" in reasons(harvested(LARGE))["records/12/files/large.zip"]


def test_a_wrong_part_of_a_file_is_not_taken(zenodo: SimulatedZenodo, harvested: Harvest) -> None:
    zenodo.shifts_ranges = True
    assert "asked for bytes" in reasons(harvested(LARGE))["records/12/files/large.zip"]


def test_unsafe_names_in_a_zip_are_passed_over_and_told(harvested: Harvest) -> None:
    found = harvested(StoredFile(key="code.zip", content=zip_of({"../evil": "", "good.txt": ""})))
    assert the_snapshot(found).paths() == ("good.txt",)
    assert reasons(found) == {
        "records/12": "names in it that lead outside or cannot be printed: 1, the first is '../evil'"
    }


def test_a_plain_file_whose_name_leads_outside_is_left_out(harvested: Harvest) -> None:
    found = harvested(StoredFile(key="../a.ipynb", content=b""), StoredFile(key="b.ipynb", content=b""))
    assert the_snapshot(found).paths() == ("b.ipynb",)
    assert reasons(found) == {"records/12/files/../a.ipynb": "its name leads outside of the record"}


def test_a_plain_file_that_is_not_the_one_described_leaves_the_record_as_it_was(
    zenodo: SimulatedZenodo, harvested: Harvest
) -> None:
    snapshot = the_snapshot(harvested(StoredFile(key="a.json", content=b"{}")))
    zenodo.records = [StoredRecord(number=12, files=(StoredFile(key="a.json", content=b"[]"),))]
    with pytest.raises(SourceError, match="not the file that the record describes"):
        snapshot.read(["a.json"])


def test_a_plain_file_that_is_too_large_is_not_asked_for(zenodo: SimulatedZenodo, harvested: Harvest) -> None:
    snapshot = the_snapshot(harvested(StoredFile(key="a.json", content=b"{}", announced_size=20_000_001)))
    assert snapshot.read(["a.json"]) == {}
    assert zenodo.paths("/content") == []


def test_plain_files_that_together_are_too_large_are_read_as_far_as_it_goes(harvested: Harvest) -> None:
    files = [StoredFile(key=f"{n:02}.ipynb", content=b"{}", announced_size=19_000_000) for n in range(14)]
    snapshot = the_snapshot(harvested(*files))
    assert list(snapshot.read(snapshot.paths())) == [f"{n:02}.ipynb" for n in range(13)]


def test_a_snapshot_knows_why_a_file_of_it_could_not_be_read(
    zenodo: SimulatedZenodo, harvested: Harvest
) -> None:
    damaged = bytearray(ZIP.content)
    damaged[30 + len(TOP) + len("README.md") + 2] ^= 0xFF
    files = (
        StoredFile(key="code.zip", content=bytes(damaged)),
        StoredFile(key="codemeta.json", content=b"{}"),
    )
    snapshot = the_snapshot(harvested(*files))
    zenodo.faults = [Fault(path="codemeta.json", status=404)]
    assert snapshot.read(snapshot.paths()).keys() == {"executables.json", "notebooks/a b.ipynb"}
    assert isinstance(snapshot, Explained)
    assert {path: reason.partition(" (")[0] for path, reason in snapshot.reasons.items()} == {
        "README.md": "it cannot be unpacked",
        "codemeta.json": f"{zenodo.base_url}/api/records/12/files/codemeta.json/content: 404 Not Found: "
        "'Something went wrong.'",
    }


def test_reading_fails_as_a_whole_if_zenodo_does_not_answer(
    zenodo: SimulatedZenodo, harvested: Harvest
) -> None:
    snapshot = the_snapshot(harvested(StoredFile(key="a.json", content=b"{}")))
    zenodo.faults = [Fault(path="", status=503)]
    with pytest.raises(SourceError, match="503"):
        snapshot.read(["a.json"])


def test_a_zip_that_takes_too_long_is_left_out_with_the_reason(
    zenodo: SimulatedZenodo, client: Callable[..., PoliteHttp]
) -> None:
    zenodo.records = [StoredRecord(number=12, files=(ZIP,))]
    zenodo.faults = [Fault(path="/content", waits_seconds=0.4)]
    source = ZenodoSource("escape2020", http=client(timeout_seconds=0.2))
    assert "no answer in time" in reasons(list(source.snapshots()))["records/12/files/owner/repo-v1.0.zip"]
