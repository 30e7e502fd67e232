"""A component and its list, out of what another catalogue publishes of it."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from ossr_catalogue.harvest.lists import is_relative
from ossr_catalogue.harvest.metadata import values
from ossr_catalogue.harvest.metadata.licence import licence
from ossr_catalogue.model.catalogue import Origin
from ossr_catalogue.model.component import Component, Person
from ossr_catalogue.model.forge import web_repository
from ossr_catalogue.model.harvested import FoundList

Plain = Mapping[str, Any]

_LIST: Final = "executables.json"
_MAX_REVISION: Final = 200
_NOT_IN_YAML: Final = re.compile(r"[\x7f-\x9f\ufffe\uffff]")


def component_of(slug: str, said: Plain, documents: Sequence[Plain]) -> Component:
    """Describe a component; its texts are as hostile as those of a repository."""
    files_url, view_url = _templates(documents)
    return Component(
        slug=slug,
        title=values.title(said.get("title")) or slug,
        revision=values.text(said.get("revision"))[:_MAX_REVISION],
        description=values.prose(said.get("description")),
        authors=tuple(_people(said.get("authors"))),
        licence=licence(values.text(said.get("license"))),
        keywords=values.keywords(said.get("keywords")),
        languages=values.languages(said.get("languages")),
        version=values.text(said.get("version")) or None,
        doi=values.doi(said.get("doi")) or None,
        repository=web_repository(values.text(said.get("repository"))),
        homepage=values.address(said.get("homepage")) or None,
        files_url=files_url,
        view_url=view_url,
    )


def list_of(documents: Sequence[Plain], origin: Origin) -> FoundList:
    """Put the entries together again as they were declared."""
    path = values.text(_mapping(documents[0].get("provenance")).get("path")) if documents else ""
    content = json.dumps(
        {"executables": [one["declared"] for one in documents]}, ensure_ascii=False, indent=1
    )
    content = _NOT_IN_YAML.sub(lambda letter: f"\\u{ord(letter[0]):04x}", content)
    return FoundList(
        path=path if origin is Origin.DECLARED and is_relative(path) else _LIST,
        content=content.encode("utf-8", "replace"),
        origin=origin,
    )


def _people(said: object) -> Iterable[Person]:
    for one in map(_mapping, values.items(said)):
        person = values.person(
            values.text(one.get("name")), orcid=one.get("orcid"), affiliation=one.get("affiliation")
        )
        if person:
            yield person


def _templates(documents: Sequence[Plain]) -> tuple[str | None, str | None]:
    """Find how files of the component are addressed, from those whose path and address are both told."""
    places = [place for document in documents for place in _places(document)]
    raw = (_template(place.get("url"), place.get("path")) for place in places)
    view = (_template(place.get("view"), place.get("path")) for place in places)
    return next(filter(None, raw), None), next(filter(None, view), None)


def _places(document: Plain) -> list[Plain]:
    locations = _mapping(document.get("entry")).get("locations")
    said = [document.get("provenance"), *(locations if isinstance(locations, list) else ())]
    return [_mapping(one) for one in said]


def _template(url: object, path: object) -> str | None:
    if not isinstance(url, str) or not isinstance(path, str) or not is_relative(path):
        return None
    head, found, tail = url.rpartition(quote(path, safe="/"))
    is_usable = found and values.address(url) == url and url.startswith("https://") and "@" not in head
    return f"{head}{{path}}{tail}" if is_usable and not {"{", "}"} & set(head + tail) else None


def _mapping(value: object) -> Plain:
    return value if isinstance(value, dict) else {}
