"""From a record of Zenodo to the component that it is a version of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.harvest.metadata import values
from ossr_catalogue.harvest.metadata.licence import licence
from ossr_catalogue.harvest.zenodo.record import ZenodoRecord, mapping, mappings
from ossr_catalogue.model.component import Component, Person
from ossr_catalogue.model.forge import web_addresses, web_repository

_INSIDE: Final = re.compile(r"(/-)?/(tree|blob|commit|commits|releases|tag|tags|wiki|issues)(/.*)?$")
"""What follows a repository's own address where somebody links to a version of it."""
_RELATIONS: Final = ("isSupplementTo", "isIdenticalTo", "isVersionOf", "isDerivedFrom")
"""From a record to the repository that it archives; GitHub's integration writes the first."""
_AT: Final = re.compile(r"(?:/-)?/(?:tree|commit|releases/tag|tags)/([^/?#]+)/?")
"""How a link leads to one version of a repository; a branch or tag with a slash in it cannot be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What a record is a release of."""

    repository: str
    """Its https address."""
    ref: str | None = None
    """The branch, tag or commit that was archived; None where the record does not say."""


def component_of(record: ZenodoRecord, *, base_url: str, files_url: str | None = None) -> Component:
    """Describe a record as far as Zenodo itself does.

    Its identity comes from the concept, which all versions share, its revision and its DOI from the version:
    who cites what was run wants that very version, and its DOI leads to the others too.
    """
    metadata = record.metadata
    return Component(
        slug=record.slug,
        title=values.title(record.title) or record.title,
        revision=record.record_id,
        description=values.prose(metadata.get("description")),
        authors=tuple(_people(metadata.get("creators"))),
        licence=licence(values.text(mapping(metadata.get("license")).get("id"))),
        keywords=values.keywords(metadata.get("keywords")),
        languages=tuple(_languages(record)),
        version=values.text(metadata.get("version")) or None,
        doi=values.doi(record.doi) or None,
        repository=repository_of(record),
        homepage=f"{base_url}/records/{record.record_id}",
        files_url=files_url,
    )


def repository_of(record: ZenodoRecord) -> str | None:
    """Give the repository that a record archives, if it names one."""
    declared = mapping(record.metadata.get("custom")).get("code:codeRepository")
    return _repository(declared) or next(filter(_is_on_a_forge, map(_repository, _related(record))), None)


def release_of(record: ZenodoRecord) -> Release | None:
    """Give the repository that a record archives, at the version which one of its links names."""
    repository = repository_of(record)
    if repository is None:
        return None
    links = (values.text(said).strip() for said in _related(record))
    refs = (_AT.fullmatch(link[len(repository) :]) for link in links if link.startswith(repository))
    return Release(repository=repository, ref=next((match[1] for match in refs if match), None))


def _related(record: ZenodoRecord) -> Iterator[object]:
    related = tuple(mappings(record.metadata.get("related_identifiers")))
    for relation in _RELATIONS:
        yield from (entry.get("identifier") for entry in related if entry.get("relation") == relation)


def _repository(said: object) -> str | None:
    try:
        return web_repository(_INSIDE.sub("", values.text(said).rstrip("/")))
    except ValueError:  # a broken IPv6 address and the like
        return None


def _is_on_a_forge(address: str | None) -> bool:
    """Tell a repository from the papers and pages that records are related to as well."""
    return address is not None and web_addresses(address, "").raw is not None


def _people(creators: object) -> Iterator[Person]:
    for creator in mappings(creators):
        name = values.given_first(values.text(creator.get("name")))
        person = values.person(name, orcid=creator.get("orcid"), affiliation=creator.get("affiliation"))
        if person:
            yield person


def _languages(record: ZenodoRecord) -> Iterator[str]:
    for language in mappings(mapping(record.metadata.get("custom")).get("code:programmingLanguage")):
        yield from values.languages(mapping(language.get("title")).get("en") or language.get("id"))
