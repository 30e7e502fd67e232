"""Which files of a record are looked at, and why the others are not."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.harvest.archive.archive import is_safe
from ossr_catalogue.harvest.zenodo.component import repository_of
from ossr_catalogue.harvest.zenodo.record import RecordFile, ZenodoRecord

_ABOUT: Final = frozenset(
    {
        "executables.json", "executables.yaml", "executables.yml",
        "codemeta.json", "CITATION.cff", ".zenodo.json",
    }
)  # fmt: skip
"""What counts beside a zip too: its owner put it there to say more about what is in the zip."""
_UNREAD_ARCHIVES: Final = (
    ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz", ".tar.zst", ".7z", ".rar",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a record is taken for."""

    zip: RecordFile | None
    plain: Mapping[str, RecordFile]
    """By their path."""
    left_out: Mapping[str, str]
    """A reason by the key of a file; by an empty key for the whole record."""


def choose(record: ZenodoRecord) -> Choice:
    """Take the zip of a record and what says more about it, or, without a zip, all its files."""
    zips = sorted((file for file in record.files if file.key.lower().endswith(".zip")), key=_github_first)
    archives = [file for file in record.files if file.key.lower().endswith(_UNREAD_ARCHIVES)]
    others = {file.key: file for file in record.files if file not in zips and file not in archives}
    plain = {key: file for key, file in others.items() if (key in _ABOUT if zips else is_safe(key))}
    left_out = {file.key: _SECOND_ZIP.format(zips[0].key) for file in zips[1:]}
    if not zips:
        left_out |= {file.key: _UNREAD for file in archives}
        left_out |= {key: "its name leads outside of the record" for key in others if key not in plain}
    if not record.files:
        left_out[""] = _without_files(record)
    return Choice(zip=zips[0] if zips else None, plain=plain, left_out=left_out)


_SECOND_ZIP: Final = "one zip of a record is read, and {!r} comes first; put what can be run into that one"
_UNREAD: Final = "archives of this kind are not read yet; upload a zip, or executables.json beside it"


def _github_first(file: RecordFile) -> tuple[bool, str]:
    """Prefer `owner/repository-version.zip`, which GitHub's integration makes: that is the source code."""
    return "/" not in file.key, file.key


def _without_files(record: ZenodoRecord) -> str:
    if record.access in {"", "open"}:
        problem = "it holds no files: upload the release as a zip"
    else:
        problem = f"its files cannot be seen, for its access is {record.access}: open them on Zenodo"
    return f"{problem}, or list {repository_of(record) or 'its Git repository'} among the sources"
