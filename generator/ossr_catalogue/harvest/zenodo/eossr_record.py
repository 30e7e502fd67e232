"""Read one record with eossr, the OSSR's own library; the only file that knows it.

What is used is its class of a single record. Its lists lose records (a page of another size moves all that
follow), its requests carry no name of ours and are never repeated, and its CodeMeta validation does not run
on Python 3.11; so `listing` turns the pages, and `codemeta.json` is read as from any other source.
"""

import warnings
from collections.abc import Iterator
from typing import Any

from ossr_catalogue.errors import MissingExtraError, SourceError
from ossr_catalogue.harvest.zenodo.record import (
    ZenodoRecord,
    identifier,
    mapping,
    mappings,
    record_file,
    slug_of_concept,
    text,
)


def load() -> type[Any]:
    """Import eossr's record, which takes a quarter of a second.

    Raises:
        MissingExtraError: if it is not installed.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what its dependencies think of each other is not ours to mend
            from eossr.api.zenodo import Record  # noqa: PLC0415  heavy, and nobody else needs it
    except ImportError as error:
        raise MissingExtraError("eossr") from error
    return Record  # type: ignore[no-any-return]


def read_record(hit: object) -> ZenodoRecord:
    """Read one hit of a search.

    Raises:
        SourceError: if it is no record, or lacks what identifies it.
        MissingExtraError: if eossr is not installed.
    """
    record_class = load()
    reply = dict(mapping(hit))
    # eossr refuses a record without a DOI; Zenodo has some, and they hold software as well.
    reply["metadata"] = {"doi": None, **mapping(reply.get("metadata"))}
    try:
        record = record_class(reply)
    except ValueError as error:
        raise SourceError(f"{_named(reply)}: {error}") from error
    record_id, title = identifier(record.id), text(record.title)
    if record_id is None or title is None:
        raise SourceError(f"{_named(reply)}: its id or its title is none")
    metadata = record.metadata
    return ZenodoRecord(
        record_id=record_id,
        concept_id=_concept_id(record.data) or record_id,
        title=title,
        metadata=metadata,
        doi=text(record.data.get("doi")) or text(metadata["doi"]),
        communities=frozenset(_communities(metadata.get("communities"))),
        access=text(metadata.get("access_right")) or "",
        state=_state(record.data),
        files=tuple(file for entry in mappings(record.data.get("files")) if (file := record_file(entry))),
    )


def slug_of(hit: object) -> str:
    """Give the identity of a hit that is no record, as far as it still says whose it is; else empty."""
    reply = dict(mapping(hit))
    concept_id = _concept_id(reply) or identifier(reply.get("id"))
    return slug_of_concept(concept_id) if concept_id else ""


def _state(data: dict[str, Any]) -> str:
    said = [str(data[key]) for key in ("revision", "updated") if isinstance(data.get(key), int | str)]
    return " ".join(said)


def _communities(entries: object) -> Iterator[str]:
    return (slug for entry in mappings(entries) if (slug := text(entry.get("id"))))


def _concept_id(data: dict[str, Any]) -> str | None:
    versions = mappings(mapping(mapping(data.get("metadata")).get("relations")).get("version"))
    parents = (identifier(mapping(version.get("parent")).get("pid_value")) for version in versions)
    return identifier(data.get("conceptrecid")) or next(filter(None, parents), None)


def _named(reply: dict[str, Any]) -> str:
    return f"record {identifier(reply.get('id')) or 'without an id'}"
