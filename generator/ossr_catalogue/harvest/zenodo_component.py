"""From a record of Zenodo to the component that it is a version of."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.errors import MissingExtraError
from ossr_catalogue.harvest.text.plain import without_html
from ossr_catalogue.harvest.zenodo_record import ZenodoRecord, items, mapping, mappings, text
from ossr_catalogue.model.component import Component, Person
from ossr_catalogue.model.forge import web_addresses, web_repository

_DOI: Final = re.compile(r"10\.\d{4,9}/\S+")
_ORCID: Final = re.compile(r"(?:https?://orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])")
_INSIDE: Final = re.compile(r"(/-)?/(tree|blob|commit|commits|releases|tag|tags|wiki|issues)(/.*)?$")
"""What follows a repository's own address where somebody links to a version of it."""
_RELATIONS: Final = ("isSupplementTo", "isIdenticalTo", "isVersionOf", "isDerivedFrom")
"""From a record to the repository that it archives; GitHub's integration writes the first."""


def component_of(record: ZenodoRecord, *, base_url: str, files_url: str | None = None) -> Component:
    """Describe a record as far as Zenodo itself does.

    Its identity comes from the concept, which all versions share, its revision and its DOI from the version:
    who cites what was run wants that very version, and its DOI leads to the others too.
    """
    metadata = record.metadata
    return Component(
        slug=f"zenodo-{record.concept_id}",
        title=record.title,
        revision=record.record_id,
        description=without_html(text(metadata.get("description")) or ""),
        authors=tuple(_people(metadata.get("creators"))),
        licence=_licence(metadata.get("license")),
        keywords=tuple(dict.fromkeys(filter(None, map(text, items(metadata.get("keywords")))))),
        languages=tuple(_languages(record)),
        version=text(metadata.get("version")),
        doi=record.doi if record.doi and _DOI.fullmatch(record.doi) else None,
        repository=repository_of(record),
        homepage=f"{base_url}/records/{record.record_id}",
        files_url=files_url,
    )


def repository_of(record: ZenodoRecord) -> str | None:
    """Give the repository that a record archives, if it names one."""
    declared = mapping(record.metadata.get("custom")).get("code:codeRepository")
    return _repository(declared) or next(filter(_is_on_a_forge, map(_repository, _related(record))), None)


def _related(record: ZenodoRecord) -> Iterator[object]:
    related = tuple(mappings(record.metadata.get("related_identifiers")))
    for relation in _RELATIONS:
        yield from (entry.get("identifier") for entry in related if entry.get("relation") == relation)


def _repository(said: object) -> str | None:
    try:
        return web_repository(_INSIDE.sub("", (text(said) or "").rstrip("/")))
    except ValueError:  # a broken IPv6 address and the like
        return None


def _is_on_a_forge(address: str | None) -> bool:
    """Tell a repository from the papers and pages that records are related to as well."""
    return address is not None and web_addresses(address, "").raw is not None


def _people(creators: object) -> Iterator[Person]:
    for creator in mappings(creators):
        name = text(creator.get("name"))
        if name:
            orcid = _ORCID.fullmatch(text(creator.get("orcid")) or "")
            affiliation = text(creator.get("affiliation"))
            yield Person(name=_in_order(name), orcid=orcid[1] if orcid else None, affiliation=affiliation)


def _in_order(name: str) -> str:
    """Turn Zenodo's `Family, Given` round; an organisation with commas stays as it is.

    >>> _in_order("Lovelace, Ada"), _in_order("Institute of Physics, Optics, and Stars")
    ('Ada Lovelace', 'Institute of Physics, Optics, and Stars')
    """
    family, comma, given = (part.strip() for part in name.partition(","))
    return f"{given} {family}" if comma and given and "," not in given else name


def _licence(said: object) -> str | None:
    """Give the SPDX spelling of Zenodo's lower-case identifier; None for its own, such as `other-open`."""
    try:
        from packaging.licenses import (  # noqa: PLC0415  only the extra brings it
            InvalidLicenseExpression,
            canonicalize_license_expression,
        )
    except ImportError as error:
        raise MissingExtraError("packaging") from error
    try:
        return canonicalize_license_expression(text(mapping(said).get("id")) or "")
    except InvalidLicenseExpression:
        return None


def _languages(record: ZenodoRecord) -> Iterator[str]:
    for language in mappings(mapping(record.metadata.get("custom")).get("code:programmingLanguage")):
        name = text(mapping(language.get("title")).get("en")) or text(language.get("id"))
        if name:
            yield name
