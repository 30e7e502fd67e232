"""A tar gives its regular files, whatever else it holds or pretends."""

import io
import itertools
import os
import tarfile
from collections.abc import Callable

import pytest

from ossr_catalogue.harvest.archive.archive import BadArchiveError
from ossr_catalogue.harvest.archive.tar_stream import DownloadedTar
from ossr_catalogue.harvest.source import MAX_FILE_BYTES
from stored_records import tar_of

TEXTS = {"README.md": "# Read me", "notebooks/a b.ipynb": "{}", "deep/ü.txt": "é"}


def opened(content: bytes, **settings: object) -> DownloadedTar:
    return DownloadedTar(io.BytesIO(content), "code.tar", **settings)  # type: ignore[arg-type]


def member(name: str, kind: bytes = tarfile.REGTYPE, size: int = 0, **said: object) -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.type, made.size = kind, size
    for key, value in said.items():
        setattr(made, key, value)
    return made


def tar(*members: tuple[tarfile.TarInfo, bytes], format_: int = tarfile.PAX_FORMAT) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=format_) as made:
        for info, content in members:
            made.addfile(info, io.BytesIO(content) if content else None)
    return buffer.getvalue()


def header(kind: bytes, size: int, name: str = "x") -> bytes:
    return member(name, kind, size).tobuf(tarfile.USTAR_FORMAT)


def complaint(content: bytes, **settings: object) -> str:
    with pytest.raises(BadArchiveError) as refused:
        opened(content, **settings)
    return str(refused.value)


@pytest.mark.parametrize("mode", ["w:", "w:gz", "w:bz2", "w:xz"])
def test_it_is_read_however_it_is_compressed(mode: str) -> None:
    found = opened(tar_of(TEXTS, top="repo-1.0/", mode=mode))
    assert (found.top, found.paths, found.skipped) == ("repo-1.0/", tuple(sorted(TEXTS)), [])
    contents = found.read([*TEXTS, "missing"])
    assert contents.files == {path: text.encode() for path, text in TEXTS.items()}
    assert contents.failed == {}


def test_files_without_a_folder_around_them_are_read_as_they_lie() -> None:
    found = opened(tar_of({"./a.txt": "a", "./b/c.txt": "c"}))
    assert found.read(["a.txt", "b/c.txt"]).files == {"a.txt": b"a", "b/c.txt": b"c"}


@pytest.mark.parametrize("format_", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_long_names_are_read_in_every_dialect(format_: int) -> None:
    name = "/".join(["a" * 40] * 5) + "/b.txt"
    found = opened(tar((member("x.txt", size=1), b"x"), (member(name, size=2), b"bb"), format_=format_))
    assert found.read([name]).files == {name: b"bb"}


@pytest.mark.parametrize(
    "kind",
    [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE],
    ids=["symbolic link", "link", "terminal", "disk", "pipe", "folder"],
)
def test_what_is_no_regular_file_is_not_there(kind: bytes) -> None:
    odd = member("odd", kind, linkname="/etc/passwd", size=0)
    found = opened(tar((odd, b""), (member("good.txt", size=4), b"good")))
    assert found.paths == ("good.txt",)
    assert found.read(["odd", "good.txt"]).files == {"good.txt": b"good"}


def test_a_link_whose_header_gives_it_a_size_hides_nothing_that_follows() -> None:
    content = header(tarfile.SYMTYPE, 512, "link") + tar((member("good.txt", size=4), b"good"))
    assert opened(content).paths == ("good.txt",)


@pytest.mark.parametrize(
    "name", ["../evil", "/etc/evil", "a/../../evil", "c:evil", "a\\evil", "a\nb", "a//b"]
)
def test_names_that_lead_outside_are_passed_over_and_told(name: str) -> None:
    found = opened(tar((member(name, size=4), b"evil"), (member("good.txt", size=4), b"good")))
    assert (found.paths, found.skipped) == (("good.txt",), [name])
    assert found.read([name, "evil", "etc/evil"]).files == {}


def test_a_name_that_is_too_deep_is_passed_over() -> None:
    found = opened(tar_of({"/".join(["d"] * 60): "deep", "good.txt": ""}))
    assert found.paths == ("good.txt",)


def test_of_two_files_with_one_name_the_last_is_taken() -> None:
    found = opened(tar((member("a.txt", size=5), b"first"), (member("a.txt", size=4), b"last")))
    assert found.read(["a.txt"]).files == {"a.txt": b"last"}


@pytest.mark.parametrize("kind", [b"L", b"K", b"x", b"g"])
def test_an_extended_header_that_is_too_long_is_refused_before_it_is_read(kind: bytes) -> None:
    assert "an extended header of 9,999,999 bytes" in complaint(header(kind, 9_999_999) + bytes(1024))


def test_extended_headers_without_end_are_refused() -> None:
    one = header(b"L", 2) + b"a\0".ljust(512, b"\0")
    assert "more than 8 headers" in complaint(one * 20)


@pytest.mark.parametrize(
    "said", [b"size=-1", b"size=" + b"9" * 40, b"size=1e9"], ids=["negative", "endless", "no number"]
)
def test_a_size_in_an_extended_header_is_a_number_or_the_tar_is_refused(said: bytes) -> None:
    record = said + b"\n"
    length = next(n for n in itertools.count() if len(str(n)) + 1 + len(record) == n)
    pax = f"{length} ".encode() + record
    content = header(b"x", len(pax)) + pax.ljust(512, b"\0") + header(b"0", 0)
    assert "the size of a member is" in complaint(content)


@pytest.mark.parametrize("pax", [b"999 path=a\n", b"5 path=a\n"], ids=["beyond its end", "before its value"])
def test_a_record_of_a_wrong_length_is_refused(pax: bytes) -> None:
    content = header(b"x", len(pax)) + pax.ljust(512, b"\0") + header(b"0", 0)
    assert "an extended header is broken" in complaint(content)


def test_a_file_with_holes_is_passed_over() -> None:
    holes = member(
        "holes.bin", size=4, pax_headers={"GNU.sparse.major": "1", "GNU.sparse.realsize": "9" * 12}
    )
    found = opened(tar((holes, b"1234"), (member("good.txt", size=4), b"good")))
    assert found.paths == ("good.txt",)


def test_a_map_of_holes_without_end_is_refused() -> None:
    sparse = bytearray(header(b"S", 0))
    sparse[482] = 1
    sparse[148:156] = b" " * 8
    sparse[148:156] = f"{sum(sparse):06o}\0 ".encode()
    more = bytes(504) + b"\1" + bytes(7)
    assert "the map of a sparse file is too long" in complaint(bytes(sparse) + more * 200)


def test_a_size_beyond_eight_gigabytes_is_understood_and_refused() -> None:
    content = member("huge.bin", size=20 << 30).tobuf(tarfile.GNU_FORMAT)
    assert "it would grow to more than" in complaint(content + bytes(1024))


def test_what_would_grow_beyond_all_bounds_is_refused() -> None:
    assert "it would grow to more than 1,000,000 bytes" in complaint(
        tar_of({"a.bin": bytes(2_000_000)}), max_unpacked_bytes=1_000_000
    )


def test_what_would_grow_two_hundredfold_is_refused() -> None:
    assert "it would grow to more than 209,715,200 bytes" in complaint(tar_of({"a.bin": bytes(230_000_000)}))


def test_too_many_files_are_refused() -> None:
    content = header(b"0", 0) * 20_001
    assert "more than 20,000 files" in complaint(content)


def test_what_takes_too_long_is_refused() -> None:
    seconds = itertools.count(step=50)
    assert "takes longer than 120 seconds" in complaint(tar_of(TEXTS), monotonic=lambda: float(next(seconds)))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b"", None, id="nothing at all is an empty tar"),
        pytest.param(b"hello", "it ends in the middle", id="a text"),
        pytest.param(os.urandom(2048).replace(b"\0", b"\1"), "no tar", id="noise"),
        pytest.param(tar_of(TEXTS, mode="w:")[:700], "it ends in the middle", id="cut in a file"),
        pytest.param(tar_of(TEXTS)[:60], "cannot be unpacked", id="cut gzip"),
        pytest.param(tar_of(TEXTS, mode="w:bz2")[:-20], "cannot be unpacked", id="cut bzip2"),
        pytest.param(tar_of(TEXTS, mode="w:xz")[:60], "cannot be unpacked", id="cut xz"),
        pytest.param(b"\x1f\x8b" + b"x" * 40, "cannot be unpacked", id="broken gzip"),
    ],
)
def test_what_is_no_whole_tar_is_refused(content: bytes, told: str | None) -> None:
    if told is None:
        assert opened(content).paths == ()
    else:
        assert told in complaint(content)


def test_a_file_that_is_too_large_is_named_and_the_others_are_read() -> None:
    large = bytes(MAX_FILE_BYTES + 1)
    found = opened(tar_of({"large.bin": large, "good.txt": "good"}, mode="w:"))
    contents = found.read(found.paths)
    assert contents.files == {"good.txt": b"good"}
    assert contents.failed == {"large.bin": "it has 20,000,001 bytes, at most 20,000,000 are read"}


def test_the_download_is_closed_when_nobody_needs_it_any_more() -> None:
    file = io.BytesIO(tar_of(TEXTS))
    found = DownloadedTar(file, "code.tar")
    assert not file.closed
    del found
    assert file.closed


@pytest.mark.parametrize("seed", range(200))
def test_whatever_is_wrong_with_it_nothing_else_is_raised(
    seed: int, noisy: Callable[[bytes, int], bytes]
) -> None:
    try:
        found = opened(noisy(tar_of(TEXTS, mode="w:"), seed))
        found.read(found.paths)
    except BadArchiveError:
        return
