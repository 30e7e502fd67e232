"""For those who collect metadata of software: CodeMeta 3.0 of each component, https://codemeta.github.io."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from ossr_catalogue.model.catalogue import Catalogue, Entry
from ossr_catalogue.model.component import Component
from ossr_catalogue.publish.addresses import component_file
from ossr_catalogue.publish.files import PublishedFile, SiteSettings, json_file
from ossr_catalogue.publish.grouping import by_component
from ossr_catalogue.publish.linked_data import component_data, part_data

_CONTEXT: Final = "https://w3id.org/codemeta/3.0"
_OF_THE_PART: Final = (
    "@id",
    "identifier",
    "name",
    "description",
    "url",
    "downloadUrl",
    "memoryRequirements",
    "storageRequirements",
    "processorRequirements",
)
"""What an executable has of its own, and CodeMeta has a word for."""
_FOREIGN_TYPES: Final = frozenset({"Thing", "CreativeWork"})
"""What is in schema.org and not in CodeMeta."""

Plain = dict[str, Any]


def files(catalogue: Catalogue, site: SiteSettings) -> Iterator[PublishedFile]:
    """Write `codemeta.json` for each component, its executables as its parts."""
    for component, entries in by_component(catalogue):
        path = component_file(component.slug, "codemeta.json")
        yield json_file(path, _codemeta(component, entries, site), media_type="application/ld+json")


def _codemeta(component: Component, entries: Sequence[Entry], site: SiteSettings) -> Plain:
    data = component_data(component, site)
    return {
        "@context": _CONTEXT,
        **{key: _known(value) for key, value in data.items()},
        "hasPart": [_part(entry, site) for entry in entries],
    }


def _part(entry: Entry, site: SiteSettings) -> Plain:
    data = part_data(entry, site)
    return {"@type": "SoftwareApplication", **{key: data[key] for key in _OF_THE_PART if key in data}}


def _known(value: Any) -> Any:  # noqa: ANN401 - JSON in, JSON out
    """Leave out types that are not CodeMeta's."""
    if isinstance(value, list):
        return [_known(one) for one in value]
    if isinstance(value, dict):
        foreign = value.get("@type") in _FOREIGN_TYPES
        return {key: one for key, one in value.items() if not (foreign and key == "@type")}
    return value
