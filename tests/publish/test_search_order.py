"""Pagefind's filters get an order of their own, and keep what they say."""

import gzip
import json
from pathlib import Path

import cbor2
import pytest

from ossr_catalogue.errors import PublishError
from ossr_catalogue.publish.search_order import settle_order

MARK = b"pagefind_dcd"


def write_index(folder: Path, *, filters: list[tuple[str, list[object]]]) -> Path:
    """Write the files of an index that are about filters, as Pagefind does."""
    (folder / "filter").mkdir(parents=True)
    named = [[name, f"en_{number}"] for number, (name, _) in enumerate(filters)]
    for (name, values), (_, hash_) in zip(filters, named, strict=True):
        content = gzip.compress(MARK + cbor2.dumps([name, values]))
        (folder / "filter" / f"{hash_}.pf_filter").write_bytes(content)
    meta = ["1.5.2", [["en_a", 3]], [], named, []]
    (folder / "pagefind.en_old.pf_meta").write_bytes(gzip.compress(MARK + cbor2.dumps(meta)))
    (folder / "pagefind-entry.json").write_text(json.dumps({"languages": {"en": {"hash": "en_old"}}}))
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_filters_in_any_order_give_the_same_files(tmp_path: Path) -> None:
    origin, kind = ("origin", [["declared", [0]], ["drafted", [1]]]), ("type", [["a", [1]], ["b", [0]]])
    one = write_index(tmp_path / "one", filters=[origin, kind])
    other = write_index(tmp_path / "other", filters=[(kind[0], kind[1][::-1]), (origin[0], origin[1][::-1])])
    settle_order(one)
    settle_order(other)
    assert files_of(one) == files_of(other)


def test_every_hash_leads_to_a_file_that_says_what_it_said(tmp_path: Path) -> None:
    folder = write_index(tmp_path / "index", filters=[("type", [["b", [0]], ["a", [1, 2]]])])
    settle_order(folder)
    hash_ = json.loads((folder / "pagefind-entry.json").read_text())["languages"]["en"]["hash"]
    meta = gzip.decompress((folder / f"pagefind.{hash_}.pf_meta").read_bytes()).removeprefix(MARK)
    ((name, filter_hash),) = cbor2.loads(meta)[3]
    content = gzip.decompress((folder / "filter" / f"{filter_hash}.pf_filter").read_bytes())
    assert (name, cbor2.loads(content.removeprefix(MARK))) == ("type", ["type", [["a", [1, 2]], ["b", [0]]]])


def test_a_format_that_is_not_known_stops_the_build(tmp_path: Path) -> None:
    folder = write_index(tmp_path / "index", filters=[])
    (folder / "pagefind.en_old.pf_meta").write_bytes(gzip.compress(b"pagefind_2"))
    with pytest.raises(PublishError, match=r"pagefind.en_old.pf_meta: expected gzip"):
        settle_order(folder)
