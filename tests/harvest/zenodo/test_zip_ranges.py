"""Zips on a server: few requests, nothing outside, nothing without end."""

import io
import random
import stat
import tracemalloc
import zipfile
from collections.abc import Callable
from itertools import pairwise

import pytest

from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.archive.archive import BadArchiveError
from ossr_catalogue.harvest.archive.zip_ranges import RemoteZip
from ossr_catalogue.harvest.web.ranges import RangeFile
from stored_records import zip_of
from zenodo_harvest import noise

MEGABYTE = 1_000_000


class RecordingFetch:
    """Gives parts of some bytes, and remembers which."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.spans: list[tuple[int, int]] = []

    def __call__(self, start: int, end: int) -> bytes:
        """Give a part that lies inside."""
        assert 0 <= start < end <= len(self.content)
        self.spans.append((start, end))
        return self.content[start:end]

    @property
    def transferred(self) -> int:
        """Count the bytes."""
        return sum(end - start for start, end in self.spans)


def opened(content: bytes) -> tuple[RemoteZip, RecordingFetch]:
    fetch = RecordingFetch(content)
    return RemoteZip(RangeFile(fetch, len(content)), "a.zip"), fetch


def written(write: Callable[[zipfile.ZipFile], None]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        write(made)
    return buffer.getvalue()


def test_a_large_zip_is_listed_with_one_request_for_its_end() -> None:
    archive, fetch = opened(
        zip_of({f"data/{n}.bin": noise(100_000, n) for n in range(20)}, comment=b"c" * 40)
    )
    assert len(archive.paths) == 20
    assert len(fetch.spans) == 1
    assert fetch.transferred == 65_558


def test_a_directory_that_is_longer_than_the_end_costs_one_request_more() -> None:
    archive, fetch = opened(zip_of({f"{'folder/' * 12}{n:05}.txt": noise(100, n) for n in range(1500)}))
    assert len(archive.paths) == 1500
    assert len(fetch.spans) == 2


def test_links_and_empty_folders_are_no_files_but_known_to_be_there() -> None:
    def write(made: zipfile.ZipFile) -> None:
        link = zipfile.ZipInfo("top/link.ipynb")
        link.external_attr = 0o120777 << 16
        for name in ("top/", "top/submodule/", "top/a.ipynb", "../x", link):
            made.writestr(name, b"")

    archive, _ = opened(written(write))
    assert archive.paths == ("a.ipynb",)
    assert archive.names == ["a.ipynb", "link.ipynb", "submodule"]


def test_neighbours_come_with_one_request() -> None:
    files = {f"{n:02}.bin": noise(20_000, n) for n in range(50)}
    archive, fetch = opened(zip_of(files))
    found = archive.read(["10.bin", "11.bin", "13.bin"])
    assert found.files == {name: files[name] for name in ("10.bin", "11.bin", "13.bin")}
    assert len(fetch.spans) == 2
    assert fetch.transferred < 65_558 + 82_000


def test_what_lies_far_apart_comes_with_requests_of_its_own() -> None:
    files = {f"{n:02}.bin": noise(20_000, n) for n in range(50)}
    archive, fetch = opened(zip_of(files))
    assert archive.read(["01.bin", "30.bin"]).files.keys() == {"01.bin", "30.bin"}
    assert len(fetch.spans) == 3
    assert fetch.transferred < 65_558 + 41_000


def test_many_neighbours_come_in_batches_of_a_few_megabytes() -> None:
    files = dict.fromkeys((f"{n:02}.bin" for n in range(20)), noise(MEGABYTE))
    archive, fetch = opened(zip_of(files))
    assert archive.read(files).files == files
    assert len(fetch.spans) == 4
    assert max(end - start for start, end in fetch.spans) < 9 * MEGABYTE


def test_what_lies_unused_between_two_members_is_not_fetched() -> None:
    def write(made: zipfile.ZipFile) -> None:
        for name, content in {"a.txt": b"a", "forgotten.bin": noise(3 * MEGABYTE, 1), "b.txt": b"b"}.items():
            made.writestr(name, content)
        del made.filelist[1]

    archive, fetch = opened(written(write))
    assert archive.read(["a.txt"]).files == {"a.txt": b"a"}
    assert fetch.transferred < 300_000


def test_a_file_that_is_read_in_small_pieces_costs_few_requests() -> None:
    fetch = RecordingFetch(noise(500_000, 1))
    file = RangeFile(fetch, 500_000)
    read = b"".join(file.read(100) for _ in range(1000))
    assert read == fetch.content[:100_000]
    assert len(fetch.spans) == 4


def test_no_byte_is_fetched_twice() -> None:
    archive, fetch = opened(zip_of({f"{n:02}.bin": noise(20_000, n) for n in range(50)}))
    archive.read(["01.bin", "02.bin"])
    archive.read(["00.bin", "01.bin", "02.bin", "03.bin"])
    spans = sorted(fetch.spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_a_small_zip_comes_with_one_request() -> None:
    archive, fetch = opened(zip_of({"a.txt": "a", "b.txt": noise(100_000, 1)}))
    assert archive.read(["a.txt"]).files == {"a.txt": b"a"}
    assert len(fetch.spans) == 1


def test_the_folder_that_wraps_everything_is_left_away() -> None:
    archive, _ = opened(zip_of({"README.md": "# Read", "src/a.py": "a = 1"}, top="owner-repo-0123abc/"))
    assert archive.top == "owner-repo-0123abc/"
    assert archive.paths == ("README.md", "src/a.py")
    assert archive.read(["README.md"]).files == {"README.md": b"# Read"}


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "/etc/passwd",
        "a/../../evil",
        "C:/evil",
        "a\\..\\evil",
        "a//b",
        "./a",
        "a\x1bb",
        "a/\u202eb",
    ],
)
def test_names_that_lead_outside_or_deceive_are_passed_over_and_told(name: str) -> None:
    archive, _ = opened(zip_of({name: "evil", "good.txt": "good"}))
    assert archive.paths == ("good.txt",)
    assert list(archive.skipped) == [name]
    assert archive.read([name]).files == {}


def test_links_folders_and_what_macos_adds_are_no_files() -> None:
    def write(made: zipfile.ZipFile) -> None:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc/passwd")
        made.writestr("folder/", "")
        made.writestr("__MACOSX/._a.txt", "")
        made.writestr("folder/a.txt", "a")

    archive, _ = opened(written(write))
    assert archive.paths == ("a.txt",)


@pytest.mark.parametrize("cut", [1, 30, 500, 30_000], ids=lambda cut: f"{cut} bytes missing")
def test_a_truncated_zip_is_refused_with_a_reason(cut: int) -> None:
    content = zip_of({f"{n}.bin": noise(10_000, n) for n in range(20)})
    with pytest.raises(BadArchiveError, match=r"a\.zip: its directory cannot be read .* is it a whole zip\?"):
        opened(content[:-cut])


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06", b"<html></html>", b"\0" * 70_000])
def test_what_is_no_zip_is_refused(content: bytes) -> None:
    with pytest.raises(BadArchiveError):
        opened(content)


def test_any_damage_to_a_zip_costs_files_and_never_more() -> None:
    whole = zip_of({f"{n}.txt": f"text {n} " * 50 for n in range(8)}, top="top/")
    chance = random.Random(7)  # noqa: S311  no secret
    for _ in range(300):
        damaged = bytearray(whole)
        for _ in range(3):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            archive, _ = opened(bytes(damaged))
        except BadArchiveError:
            continue
        found = archive.read(archive.paths)
        assert {*found.files, *found.failed} == set(archive.paths)


def test_a_damaged_member_costs_only_itself() -> None:
    content = bytearray(zip_of({"a.txt": "a" * 100, "b.txt": "b" * 100}))
    content[40] ^= 0xFF
    found = opened(bytes(content))[0].read(["a.txt", "b.txt"])
    assert found.files == {"b.txt": b"b" * 100}
    assert found.failed["a.txt"].startswith("it cannot be unpacked")


def test_a_bomb_is_not_unpacked() -> None:
    found = opened(zip_of({"bomb.txt": b"\0" * 10 * MEGABYTE}))[0].read(["bomb.txt"])
    assert found.files == {}
    assert found.failed["bomb.txt"].endswith("to 10,000,000 bytes")


def test_a_bomb_that_hides_its_size_is_cut_and_refused() -> None:
    content = zip_of({"bomb.txt": b"\0" * 10 * MEGABYTE})
    announced = (10 * MEGABYTE).to_bytes(4, "little")
    found = opened(content.replace(announced, (1000).to_bytes(4, "little")))[0].read(["bomb.txt"])
    assert found.files == {}
    assert "Bad CRC-32" in found.failed["bomb.txt"]


def test_a_bomb_that_hides_its_size_takes_no_memory() -> None:
    content = zip_of({"bomb.txt": b"\0" * 50 * MEGABYTE})
    hidden = content.replace((50 * MEGABYTE).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    archive, _ = opened(hidden)
    tracemalloc.start()
    archive.read(["bomb.txt"])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < MEGABYTE


def test_files_that_together_are_too_large_are_read_as_far_as_it_goes() -> None:
    def write(made: zipfile.ZipFile) -> None:
        for number in range(14):
            made.writestr(f"{number:02}.bin", noise(200_000, number))

    content = written(write)
    sizes = (200_000).to_bytes(4, "little")
    claims = content.replace(sizes * 2, sizes + (19 * MEGABYTE).to_bytes(4, "little"))
    found = opened(claims)[0].read([f"{n:02}.bin" for n in range(14)])
    assert found.failed == {
        "13.bin": "the files before it have 247,000,000 bytes, at most 256,000,000 are read in all"
    }


def test_a_file_that_is_too_large_is_not_fetched() -> None:
    content = zip_of({"large.bin": noise(100_000, 1), "small.txt": "s"})
    claim = content.replace((100_000).to_bytes(4, "little"), (30 * MEGABYTE).to_bytes(4, "little"))
    archive, fetch = opened(claim)
    found = archive.read(["large.bin"])
    assert found.failed == {"large.bin": "it has 30,000,000 bytes, at most 20,000,000 are read"}
    assert len(fetch.spans) == 1


def test_an_encrypted_member_cannot_be_read() -> None:
    content = zip_of({"a.txt": "secret"})
    flags = content.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01")
    flags = flags.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")
    assert "encrypted" in opened(flags)[0].read(["a.txt"]).failed["a.txt"]


def test_more_files_than_anybody_writes_are_not_looked_at() -> None:
    def write(made: zipfile.ZipFile) -> None:
        for number in range(20_001):
            made.writestr(str(number), "")

    with pytest.raises(BadArchiveError, match="20,001 files, at most 20,000 are looked at"):
        opened(written(write))


def test_a_directory_that_claims_to_be_huge_is_not_fetched() -> None:
    content = bytearray(noise(40 * MEGABYTE, 1) + zip_of({"a.txt": "a"}))
    end = content.rindex(b"PK\x05\x06")
    content[end + 12 : end + 20] = (39 * MEGABYTE).to_bytes(4, "little") + (0).to_bytes(4, "little")
    with pytest.raises(SourceError, match="at once, where at most"):
        opened(bytes(content))


def test_what_a_failing_server_says_is_passed_on() -> None:
    def fetch(start: int, end: int) -> bytes:
        raise SourceError(f"no bytes from {start} to {end}")

    with pytest.raises(SourceError, match="no bytes from"):
        RemoteZip(RangeFile(fetch, 1000), "a.zip")
