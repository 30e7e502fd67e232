"""For research data systems: each component as an RO-Crate 1.1 of what lies in its repository.

A crate has to have a day: where it is not known since when a component is as it is, there is none.
https://www.researchobject.org/ro-crate/specification/1.1/
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final

from ossr_catalogue.model.catalogue import Catalogue, Entry
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.plain import plain
from ossr_catalogue.model.plain_text import one_line
from ossr_catalogue.publish.addresses import component_file
from ossr_catalogue.publish.files import PublishedFile, SiteSettings, json_file
from ossr_catalogue.publish.grouping import by_component
from ossr_catalogue.publish.linked_data import component_data, executable_data, web_address

_METADATA: Final = "ro-crate-metadata.json"
_VERSION: Final = "https://w3id.org/ro/crate/1.1"
_ROOT: Final = "./"
_OF_AN_EXECUTABLE: Final = (
    "name",
    "description",
    "url",
    "identifier",
    "downloadUrl",
    "keywords",
    "memoryRequirements",
    "storageRequirements",
    "processorRequirements",
)

Plain = dict[str, Any]


def files(catalogue: Catalogue, site: SiteSettings) -> Iterator[PublishedFile]:
    """Write `ro-crate-metadata.json` of each component."""
    for component, entries in by_component(catalogue):
        if days := [day for entry in entries if (day := entry.provenance.harvested)]:
            graph = _graph(component, entries, site, max(days))
            crate = {"@context": f"{_VERSION}/context", "@graph": [plain(entity) for entity in graph]}
            path = component_file(component.slug, _METADATA)
            yield json_file(path, crate, media_type="application/ld+json")


def _graph(
    component: Component, entries: Sequence[Entry], site: SiteSettings, since: datetime
) -> Iterator[Plain]:
    """Give the crate's own entities, then what they refer to, each once: nothing stands inside another."""
    described = dict(component_data(component, site))
    authors = list(_named(described.pop("author", ()), "author"))
    licence = list(_named([described.pop("license")] if "license" in described else [], "license"))
    executables = [_executable(entry, site) for entry in entries]
    data = _data(entries)
    yield {
        "@id": _METADATA,
        "@type": "CreativeWork",
        "conformsTo": {"@id": _VERSION},
        "about": {"@id": _ROOT},
    }
    yield {
        "@id": _ROOT,
        "@type": "Dataset",
        "name": described["name"],
        "description": described.get("description") or f"The executables of {described['name']}.",
        "datePublished": since.date().isoformat(),
        "author": _references(authors),
        "license": _references(licence),
        "mainEntity": {"@id": described["@id"]},
        "hasPart": _references(data),
        "mentions": _references(executables),
    }
    yield {**described, "author": _references(authors), "license": _references(licence)}
    yield from data
    yield from executables
    yield from authors
    yield from licence


def _executable(entry: Entry, site: SiteSettings) -> Plain:
    data = executable_data(entry, site)
    own: Plain = {key: data[key] for key in _OF_AN_EXECUTABLE if key in data}
    return {"@id": data["@id"], "@type": data["@type"], **own, "isPartOf": {"@id": data["isPartOf"]["@id"]}}


def _data(entries: Sequence[Entry]) -> list[Plain]:
    """Give the files that the executables are, at the pinned revision, each once."""
    found: dict[str, Plain] = {}
    for entry in entries:
        for path in entry.executable.kind.paths():
            if address := web_address(entry.component.file_url(path)):
                found.setdefault(address, {"@id": address, "@type": "File", "name": one_line(path)})
    return list(found.values())


def _named(values: Sequence[Plain | str], what: str) -> Iterator[Plain]:
    """Give authors or licences as entities, each once, under their address where they have one."""
    found: dict[str, Plain] = {}
    for number, value in enumerate(values, start=1):
        entity = {"@id": f"#{what}-{number}", **(_licence(value) if isinstance(value, str) else value)}
        if "affiliation" in entity:
            entity["affiliation"] = entity["affiliation"]["name"]
        found.setdefault(entity["@id"], entity)
    yield from found.values()


def _licence(address: str) -> Plain:
    return {"@id": address, "@type": "CreativeWork", "name": address.rpartition("/")[2]}


def _references(entities: Sequence[Plain]) -> list[Plain] | None:
    return [{"@id": entity["@id"]} for entity in entities] or None
