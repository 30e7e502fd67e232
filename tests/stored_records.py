"""Records as Zenodo keeps them, for the simulated one."""

import io
import random
import re
import tarfile
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import md5
from typing import Any


@dataclass(frozen=True, kw_only=True)
class StoredFile:
    """A file of a record."""

    key: str
    content: bytes
    announced_size: int | None = None
    """Where the record is wrong about it."""

    def entry(self, record_url: str) -> dict[str, Any]:
        """Describe the file as its record does."""
        return {
            "id": f"id-of-{self.key}",
            "key": self.key,
            "size": len(self.content) if self.announced_size is None else self.announced_size,
            "checksum": f"md5:{md5(self.content, usedforsecurity=False).hexdigest()}",
            # With raw blanks, as older deployments wrote it.
            "links": {"self": f"{record_url}/files/{self.key}/content"},
        }


@dataclass(frozen=True, kw_only=True)
class StoredRecord:
    """A version of a record."""

    number: int
    title: str = "A simulation of showers"
    files: tuple[StoredFile, ...] = ()
    communities: tuple[str, ...] = ("escape2020",)
    concept: int | None = None
    doi: str | None = ""
    """Empty for Zenodo's own; None for none at all."""
    metadata: Mapping[str, Any] = field(default_factory=dict)
    hides_files: bool = False
    published: str = "2026-01-02"
    revision: int = 4
    """Rises with every change of the metadata."""
    is_deleted: bool = False
    """Nothing is left of it but a tombstone."""

    def hit(self, base_url: str) -> dict[str, Any]:
        """Write the record as a search does, in the legacy serialisation; what is empty is absent."""
        url = f"{base_url}/api/records/{self.number}"
        concept = str(self.concept or self.number - 1)
        doi = f"10.5281/zenodo.{self.number}" if self.doi == "" else self.doi
        identifiers = {"doi": doi} if doi else {}
        concepts = {"conceptdoi": f"10.5281/zenodo.{concept}"} if self.doi == "" else {}
        return {
            "created": "2026-01-02T03:04:05.678901+00:00",
            "id": self.number,
            "conceptrecid": concept,
            **identifiers,
            **concepts,
            "title": self.title,
            "metadata": {
                "title": self.title,
                **identifiers,
                "publication_date": self.published,
                "access_right": "open",
                "creators": [{"name": "Lovelace, Ada", "affiliation": None}],
                "communities": [{"id": slug} for slug in self.communities],
                "resource_type": {"title": "Software", "type": "software"},
                "relations": {"version": [{"index": 0, "is_last": True}]},
                **self.metadata,
            },
            "links": {"self": url, "self_html": f"{base_url}/records/{self.number}"},
            "recid": str(self.number),
            "revision": self.revision,
            "files": [] if self.hides_files else [file.entry(url) for file in self.files],
            "swh": {},
        }


class Shelf:
    """Records, found by what they are asked for by."""

    def __init__(self, records: Iterable[StoredRecord]) -> None:
        self.records = list(records)
        self.by_number = {record.number: record for record in self.records}
        self.by_concept = {
            record.concept or record.number - 1: record
            for record in sorted(self.records, key=lambda one: one.number)
        }
        self._of: dict[tuple[str | None, str], list[StoredRecord]] = {}

    def of(self, community: str | None, query: str = "") -> list[StoredRecord]:
        """Give those of a community, all that there are if it is None; *query* may ask for days."""
        if (community, query) not in self._of:
            first, last = _days(query)
            there = (one for one in self.records if not one.is_deleted and first <= one.published <= last)
            self._of[community, query] = [one for one in there if community in {None, *one.communities}]
        return self._of[community, query]

    def shuffle(self) -> None:
        """Put them into another order."""
        for records in self._of.values():
            random.Random(len(records)).shuffle(records)  # noqa: S311  no secret
        for record in self.records:
            object.__setattr__(record, "communities", tuple(reversed(record.communities)))


def _days(query: str) -> tuple[str, str]:
    match = re.fullmatch(r"publication_date:\[(\S+) TO (\S+)\]", query)
    return (match[1].replace("*", ""), match[2].replace("*", "9")) if match else ("", "~")


def tar_of(files: Mapping[str, str | bytes], *, top: str = "", mode: str = "w:gz") -> bytes:
    """Make a tar, compressed as *mode* of `tarfile` says."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as made:  # type: ignore[call-overload]
        for name, content in files.items():
            data = content.encode() if isinstance(content, str) else content
            member = tarfile.TarInfo(top + name)
            member.size = len(data)
            made.addfile(member, io.BytesIO(data))
    return buffer.getvalue()


def zip_of(files: Mapping[str, str | bytes], *, top: str = "", comment: bytes = b"") -> bytes:
    """Make a zip, with *top* in front of each name, as GitHub makes them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        made.comment = comment
        for name, content in files.items():
            made.writestr(zipfile.ZipInfo(top + name, (2026, 1, 2, 3, 4, 6)), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
