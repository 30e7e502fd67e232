"""Pagefind's filters in an order that stays: they come out of a hash map, in another order at every build.

The files are gzip over a mark and CBOR (RFC 8949); their structure is declared in `pagefind/src/index/` of
https://github.com/CloudCannon/pagefind, where a comment says that the order is meant to become stable. This
file goes when it has.
"""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any, Final

import cbor2

from ossr_catalogue.errors import PublishError

_MARK: Final = b"pagefind_dcd"
_FILTERS: Final = 3
"""Position of the filters, pairs of name and hash, in the list that a `.pf_meta` holds."""
_HASH_LENGTH: Final = 10


def settle_order(folder: Path) -> None:
    """Rewrite the filters of an index, and what refers to them, such that equal input gives equal files.

    Raises:
        PublishError: if the files are not as this version of Pagefind is known to write them.
    """
    entry_file = folder / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    for language in entry["languages"].values():
        language["hash"] = _settle_language(folder, language["hash"])
    entry_file.write_text(json.dumps(entry, sort_keys=True), encoding="utf-8")


def _settle_language(folder: Path, old_hash: str) -> str:
    meta_file = folder / f"pagefind.{old_hash}.pf_meta"
    meta = _read(meta_file)
    meta[_FILTERS] = sorted([name, _settle_filter(folder, hash_)] for name, hash_ in meta[_FILTERS])
    return _replace(meta_file, f"{_language(old_hash)}_", meta, "pagefind.{}.pf_meta")


def _settle_filter(folder: Path, old_hash: str) -> str:
    filter_file = folder / "filter" / f"{old_hash}.pf_filter"
    name, values = _read(filter_file)
    return _replace(filter_file, f"{_language(old_hash)}_", [name, sorted(values)], "{}.pf_filter")


def _language(hash_: str) -> str:
    return hash_.rpartition("_")[0]


def _read(path: Path) -> Any:  # noqa: ANN401 - whatever CBOR holds
    try:
        data = gzip.decompress(path.read_bytes())
        if data.startswith(_MARK):
            return cbor2.loads(data.removeprefix(_MARK))
    except (OSError, cbor2.CBORDecodeError) as error:
        raise _unknown(path) from error
    raise _unknown(path)


def _replace(path: Path, prefix: str, value: object, name: str) -> str:
    """Write a value under the name that its own content gives it; the old file goes."""
    data = cbor2.dumps(value)
    new_hash = prefix + hashlib.sha256(data).hexdigest()[:_HASH_LENGTH]
    path.unlink()
    path.with_name(name.format(new_hash)).write_bytes(gzip.compress(_MARK + data, mtime=0))
    return new_hash


def _unknown(path: Path) -> PublishError:
    return PublishError(
        f"{path.name}: expected gzip over {_MARK!r} and CBOR, found something else; "
        "install the version of Pagefind that the extra `catalogue` asks for"
    )
