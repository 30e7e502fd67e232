"""The index as a whole, with every file that it speaks about."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import Any, Final

from jsonschema import Draft202012Validator

from ossr_catalogue.errors import PublishError
from ossr_catalogue.model.catalogue import Catalogue, Entry
from ossr_catalogue.model.plain import plain
from ossr_catalogue.publish.addresses import INDEX, schema_url
from ossr_catalogue.publish.doors import all_doors
from ossr_catalogue.publish.files import JSON, PublishedFile, SiteSettings, json_bytes, json_file, moment
from ossr_catalogue.publish.index.api_catalog import api_catalog
from ossr_catalogue.publish.index.component import component_fields
from ossr_catalogue.publish.index.document import document_file
from ossr_catalogue.publish.index.entry import entry_fields
from ossr_catalogue.schemas import schema
from ossr_catalogue.schemas.quick import Test, quick_test

VERSION: Final = "1.0.0"
"""Of the contract: within a major version there are only additions."""
WHOLE_UP_TO: Final = 5_000
"""Executables in one file; beyond, the index names its parts."""
_PARTED_BY_TWO: Final = 80_000
"""From here on, 16 parts would be too large."""

Plain = dict[str, Any]


def machine_files(
    catalogue: Catalogue, site: SiteSettings, *, whole_up_to: int = WHOLE_UP_TO
) -> Iterator[PublishedFile]:
    """Compute every file that is not a page, one after the other; the index comes last.

    Args:
        catalogue: in any order; the files are the same.
        site: the address, the platforms and the time of the build.
        whole_up_to: how many executables stand in one file.

    Raises:
        PublishError: if two files would lie at one path, or the index would break its own promise.
    """
    doors: list[Plain] = []
    paths: set[str] = set()
    for file in _files(_ordered(catalogue), site, whole_up_to, doors):
        if file.path in paths:
            raise PublishError(
                f"two files would lie at {file.path}; each uuid can stand in the catalogue once"
            )
        paths.add(file.path)
        if file.rel:
            doors.append(_door(file))
        yield file


def _ordered(catalogue: Catalogue) -> Catalogue:
    return replace(
        catalogue,
        entries=tuple(sorted(catalogue.entries, key=lambda entry: entry.executable.uuid)),
        components=tuple(sorted(catalogue.components, key=lambda component: component.slug)),
        left_out=tuple(sorted(catalogue.left_out, key=lambda gap: (gap.source, gap.path, gap.reason))),
    )


def _files(
    catalogue: Catalogue, site: SiteSettings, whole_up_to: int, doors: Iterable[Plain]
) -> Iterator[PublishedFile]:
    """Give all files; *doors* are what the index says of those that have come before it."""
    for door in all_doors():
        yield from door(catalogue, site)
    whole: list[Plain] = []
    parts: list[Plain] = []
    numbered = enumerate(catalogue.entries)
    digits = _digits(len(catalogue.entries))
    for key, group in groupby(numbered, key=lambda one: one[1].executable.uuid[:digits]):
        entries = []
        for number, entry in group:
            document, fields = _document(entry, site, number)
            entries.append(fields)
            yield document
        if len(catalogue.entries) <= whole_up_to:
            whole.extend(entries)
        else:
            part, named = _part(key, entries)
            parts.append(named)
            yield part
    content = {"parts": parts} if parts else {"executables": whole}
    yield api_catalog(doors, site)
    yield json_file(INDEX, _index(catalogue, site, content, doors))


def _document(entry: Entry, site: SiteSettings, number: int) -> tuple[PublishedFile, Plain]:
    """Give the document of an entry, and what the index says of it."""
    fields = entry_fields(entry, site)
    document = document_file(entry, fields, site)
    listed = fields | {"digest": _digest(document.content)}
    _keep_the_promise(listed, "listed", f"/executables/{number}")
    return document, listed


def _index(catalogue: Catalogue, site: SiteSettings, content: Plain, doors: Iterable[Plain]) -> Plain:
    index = {
        "$schema": schema_url(site, "index-1"),
        "version": VERSION,
        "generation": "",
        "built": moment(site.built),
        "site": {"name": site.name, "url": site.url},
        "count": len(catalogue.entries),
        **content,
        "components": [plain(component_fields(one)) for one in catalogue.components],
        "doors": sorted(doors, key=lambda door: str(door["href"])),
    }
    index["generation"] = _generation(index)
    _keep_the_promise(index)
    return index


def _digits(count: int) -> int:
    """Part by the beginning of the uuid, so that a change touches one part only."""
    return 1 if count <= _PARTED_BY_TWO else 2


def _part(key: str, entries: list[Plain]) -> tuple[PublishedFile, Plain]:
    """Make a part, its digest in its name: an older index never finds a newer part."""
    content = json_bytes({"executables": entries})
    sha256 = hashlib.sha256(content).hexdigest()
    file = PublishedFile(path=f"index/{key}-{sha256[:16]}.json", content=content, media_type=JSON)
    return file, {"href": file.path, "sha256": sha256, "size": len(content), "count": len(entries)}


def _door(file: PublishedFile) -> Plain:
    door: Plain = {"rel": file.rel, "href": file.path, "type": file.media_type}
    return door if file.volatile else door | {"size": len(file.content), "digest": _digest(file.content)}


def _digest(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def _generation(index: Plain) -> str:
    """Give the digest of everything but the time: the same content is the same generation."""
    content = {key: value for key, value in index.items() if key not in {"built", "generation"}}
    return _digest(json_bytes(content))


def _keep_the_promise(tree: Plain, definition: str = "", place: str = "") -> None:
    """Check against our own schema, or a definition of it, what stands at a place of the index."""
    if _quick_test(definition)(tree):
        return
    asked = {"$defs": schema("index-1")["$defs"], "$ref": f"#/$defs/{definition}"}
    for error in Draft202012Validator(asked if definition else schema("index-1")).iter_errors(tree):
        below = "".join(f"/{step}" for step in error.absolute_path)
        raise PublishError(
            f"{INDEX} would break its schema at {place}{below or '/'}: {error.message[:200]}; this is our "
            "mistake, please report it"
        )


@cache
def _quick_test(definition: str) -> Test:
    return quick_test(schema("index-1"), definition)
