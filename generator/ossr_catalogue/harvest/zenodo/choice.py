"""Which files of a record are looked at, and why the others are not."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.harvest.archive.archive import ARCHIVES, is_safe
from ossr_catalogue.harvest.archive.tar_stream import MAX_TAR_BYTES, TARS
from ossr_catalogue.harvest.zenodo.component import repository_of
from ossr_catalogue.harvest.zenodo.record import RecordFile, ZenodoRecord

_ABOUT: Final = frozenset(
    {
        "executables.json", "executables.yaml", "executables.yml",
        "codemeta.json", "CITATION.cff", ".zenodo.json",
    }
)  # fmt: skip
"""What counts beside an archive too: its owner put it there to say more about what is in the archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a record is taken for."""

    archive: RecordFile | None
    """A zip, whose parts can be fetched, or else a tar."""
    plain: Mapping[str, RecordFile]
    """By their path."""
    left_out: Mapping[str, str]
    """A reason by the key of a file; by an empty key for the whole record."""


def choose(record: ZenodoRecord) -> Choice:
    """Take one archive of a record and what says more about it, or, without an archive, all its files."""
    archives = sorted((file for file in record.files if _ends_with(file, ARCHIVES)), key=_precedence)
    readable = [file for file in archives if _is_readable(file)]
    others = {file.key: file for file in record.files if file not in archives}
    plain = {key: file for key, file in others.items() if (key in _ABOUT if readable else is_safe(key))}
    first = readable[0] if readable else None
    left_out = {file.key: _passed_over(file, first) for file in archives if file is not first}
    if not first:
        left_out |= {key: "its name leads outside of the record" for key in others if key not in plain}
    if not record.files:
        left_out[""] = _without_files(record)
    return Choice(archive=first, plain=plain, left_out=left_out)


def is_zip(file: RecordFile) -> bool:
    """Say whether a file is looked into part by part."""
    return _ends_with(file, (".zip",))


def _ends_with(file: RecordFile, ends: tuple[str, ...]) -> bool:
    return file.key.lower().endswith(ends)


def _is_readable(file: RecordFile) -> bool:
    return is_zip(file) or (_ends_with(file, TARS) and file.size <= MAX_TAR_BYTES)


def _passed_over(file: RecordFile, first: RecordFile | None) -> str:
    if first:
        return _SECOND.format(first.key)
    if _ends_with(file, TARS):
        return (
            f"it has {file.size:,} bytes, and a tar is only read as a whole, up to {MAX_TAR_BYTES:,}; "
            "upload a zip, of which only parts are fetched"
        )
    return "archives of this kind are not read; upload a zip, or executables.json beside it"


_SECOND: Final = "one archive of a record is read, and {!r} comes first; put what can be run into that one"


def _precedence(file: RecordFile) -> tuple[bool, bool, str]:
    """Prefer a zip, and of those the source code: `owner/repository-version.zip`, which GitHub makes."""
    return not is_zip(file), "/" not in file.key, file.key


def _without_files(record: ZenodoRecord) -> str:
    if is_open(record):
        problem = "it holds no files: upload the release as a zip"
    else:
        problem = f"its files cannot be seen, for its access is {record.access}: open them on Zenodo"
    return f"{problem}, or list {repository_of(record) or 'its Git repository'} among the sources"


def is_open(record: ZenodoRecord) -> bool:
    """Say whether everybody may have its files."""
    return record.access in {"", "open"}
