"""Read .zenodo.json, https://help.zenodo.org/docs/github/describe-software/zenodo-json/."""

from collections.abc import Mapping

from ossr_catalogue.harvest.metadata import values
from ossr_catalogue.harvest.metadata.codemeta import licence_complaints
from ossr_catalogue.harvest.metadata.licence import licence
from ossr_catalogue.harvest.metadata.loading import load_json
from ossr_catalogue.harvest.metadata.metadata import Metadata
from ossr_catalogue.model.component import Person


def read(content: bytes, path: str) -> Metadata:  # noqa: ARG001 - every reader is called alike
    """Read the file."""
    loaded = load_json(content)
    said = loaded.mapping
    declared = said.get("license")
    named = values.text(declared.get("id")) if isinstance(declared, Mapping) else values.text(declared)
    return Metadata(
        title=values.title(said.get("title")),
        description=values.prose(said.get("description")),
        authors=tuple(filter(None, (_creator(one) for one in values.items(said.get("creators"))))),
        licence=licence(named) or "",
        keywords=values.keywords(said.get("keywords")),
        version=values.text(said.get("version")),
        doi=values.doi(said.get("doi")),
        complaints=(*loaded.complaints, *licence_complaints([named] if named else [])),
    )


def _creator(one: object) -> Person | None:
    if not isinstance(one, Mapping):
        return None
    name = values.given_first(values.text(one.get("name")))
    return values.person(name, orcid=one.get("orcid"), affiliation=one.get("affiliation"))
