"""Read CITATION.cff, https://citation-file-format.github.io, versions 1.0 to 1.2."""

from collections.abc import Mapping

from ossr_catalogue.harvest.metadata import values
from ossr_catalogue.harvest.metadata.codemeta import licence_complaints
from ossr_catalogue.harvest.metadata.licence import licence
from ossr_catalogue.harvest.metadata.loading import load_yaml
from ossr_catalogue.harvest.metadata.metadata import Metadata
from ossr_catalogue.model.component import Person
from ossr_catalogue.model.forge import web_repository


def read(content: bytes, path: str) -> Metadata:  # noqa: ARG001 - every reader is called alike
    """Read the file. Names are taken as they stand: whether somebody swapped them cannot be seen."""
    loaded = load_yaml(content)
    said = loaded.mapping
    licences = [text for item in values.items(said.get("license")) if (text := values.text(item))]
    # A list of licences means "any one of them": schema guide 1.2, key `license`.
    expression = licence(" OR ".join(licences)) if licences else None
    return Metadata(
        title=values.title(said.get("title")),
        description=values.prose(said.get("abstract")),
        authors=tuple(filter(None, (_author(one) for one in values.items(said.get("authors"))))),
        licence=expression or "",
        keywords=values.keywords(said.get("keywords")),
        version=values.text(said.get("version")),
        doi=values.doi(said.get("doi")) or _doi_among(said.get("identifiers")),
        repository=web_repository(values.text(said.get("repository-code"))) or "",
        homepage=values.address(said.get("url")),
        complaints=(*loaded.complaints, *(licence_complaints([" OR ".join(licences)]) if licences else ())),
    )


def _author(one: object) -> Person | None:
    if not isinstance(one, Mapping):
        return None
    parts = (
        values.text(one.get(key)) for key in ("given-names", "name-particle", "family-names", "name-suffix")
    )
    name = " ".join(part for part in parts if part) or values.text(one.get("name"))
    return values.person(name, orcid=one.get("orcid"), affiliation=one.get("affiliation"))


def _doi_among(identifiers: object) -> str:
    dois = (one for one in values.items(identifiers) if isinstance(one, Mapping) and one.get("type") == "doi")
    return next(filter(None, (values.doi(one.get("value")) for one in dois)), "")
