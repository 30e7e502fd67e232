"""The index as a whole, with every file that it speaks about."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, Final

from jsonschema import Draft202012Validator

from ossr_catalogue.errors import PublishError
from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.model.plain import plain
from ossr_catalogue.publish.addresses import INDEX, schema_url
from ossr_catalogue.publish.doors import all_doors
from ossr_catalogue.publish.files import JSON, PublishedFile, SiteSettings, json_bytes, json_file, moment
from ossr_catalogue.publish.index.component import component_fields
from ossr_catalogue.publish.index.document import document_file
from ossr_catalogue.publish.index.entry import entry_fields
from ossr_catalogue.schemas import schema

VERSION: Final = "1.0.0"
"""Of the contract: within a major version there are only additions."""
WHOLE_UP_TO: Final = 5_000
"""Executables in one file; beyond, the index names its parts."""
_PARTED_BY_TWO: Final = 80_000
"""From here on, 16 parts would be too large."""

Plain = dict[str, Any]


def machine_files(
    catalogue: Catalogue, site: SiteSettings, *, whole_up_to: int = WHOLE_UP_TO
) -> tuple[PublishedFile, ...]:
    """Compute every file that is not a page, sorted by path.

    Args:
        catalogue: in any order; the files are the same.
        site: the address, the platforms and the time of the build.
        whole_up_to: how many executables stand in one file.

    Raises:
        PublishError: if two files would lie at one path, or the index would break its own promise.
    """
    catalogue = _ordered(catalogue)
    files = [file for door in all_doors() for file in door(catalogue, site)]
    entries = []
    for entry in catalogue.entries:
        fields = entry_fields(entry, site)
        document = document_file(entry, fields, site)
        files.append(document)
        entries.append(fields | {"digest": _digest(document.content)})
    files.extend(_index_files(catalogue, site, entries, files, whole_up_to))
    return _each_once(files)


def _ordered(catalogue: Catalogue) -> Catalogue:
    return replace(
        catalogue,
        entries=tuple(sorted(catalogue.entries, key=lambda entry: entry.executable.uuid)),
        components=tuple(sorted(catalogue.components, key=lambda component: component.slug)),
        left_out=tuple(sorted(catalogue.left_out, key=lambda gap: (gap.source, gap.path, gap.reason))),
    )


def _index_files(
    catalogue: Catalogue,
    site: SiteSettings,
    entries: Sequence[Plain],
    files: Iterable[PublishedFile],
    whole_up_to: int,
) -> Iterator[PublishedFile]:
    parts = [] if len(entries) <= whole_up_to else [_part(key, group) for key, group in _split(entries)]
    yield from (file for file, _ in parts)
    index = {
        "$schema": schema_url(site, "index-1"),
        "version": VERSION,
        "generation": "",
        "built": moment(site.built),
        "site": {"name": site.name, "url": site.url},
        "count": len(entries),
        **({"parts": [named for _, named in parts]} if parts else {"executables": list(entries)}),
        "components": [plain(component_fields(one)) for one in catalogue.components],
        "doors": [_door(file) for file in sorted(files, key=lambda file: file.path) if file.rel],
    }
    index["generation"] = _generation(index)
    _keep_the_promise(index, entries)
    yield json_file(INDEX, index)


def _split(entries: Sequence[Plain]) -> Iterator[tuple[str, list[Plain]]]:
    """Part by the beginning of the uuid, so that a change touches one part only."""
    digits = 1 if len(entries) <= _PARTED_BY_TWO else 2
    for key, group in groupby(entries, key=lambda entry: str(entry["uuid"])[:digits]):
        yield key, list(group)


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


def _keep_the_promise(index: Plain, entries: Sequence[Plain]) -> None:
    """Check against our own schema; the entries of parts as if they stood in the index."""
    whole = {key: value for key, value in index.items() if key != "parts"} | {"executables": entries}
    trees = [index, whole] if "parts" in index else [index]
    validator = Draft202012Validator(schema("index-1"))
    for error in (error for tree in trees for error in validator.iter_errors(tree)):
        place = "/".join(str(step) for step in error.absolute_path)
        raise PublishError(
            f"{INDEX} would break its schema at /{place}: {error.message[:200]}; this is our mistake, "
            "please report it"
        )


def _each_once(files: Iterable[PublishedFile]) -> tuple[PublishedFile, ...]:
    by_path: dict[str, PublishedFile] = {}
    for file in files:
        if by_path.setdefault(file.path, file) is not file:
            raise PublishError(
                f"two files would lie at {file.path}; each uuid can stand in the catalogue once"
            )
    return tuple(by_path[path] for path in sorted(by_path))
