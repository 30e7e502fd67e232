"""Read codemeta.json, https://codemeta.github.io, as it is met: one author or a list, HTML or not."""

from collections.abc import Mapping
from typing import Any

from ossr_catalogue.harvest.metadata import values
from ossr_catalogue.harvest.metadata.licence import licence
from ossr_catalogue.harvest.metadata.loading import load_json
from ossr_catalogue.harvest.metadata.metadata import Metadata
from ossr_catalogue.model.component import Person
from ossr_catalogue.model.forge import web_repository


def read(content: bytes, path: str) -> Metadata:  # noqa: ARG001 - every reader is called alike
    """Read the file."""
    loaded = load_json(content)
    said = loaded.mapping
    licences = [text for item in values.items(said.get("license")) if (text := values.text(item))]
    return Metadata(
        title=values.title(said.get("name")),
        description=values.prose(said.get("description")),
        authors=tuple(filter(None, (_author(one) for one in values.items(said.get("author"))))),
        licence=(licence(licences[0]) or "") if len(licences) == 1 else "",
        keywords=values.keywords(said.get("keywords")),
        languages=values.languages(said.get("programmingLanguage")),
        version=values.text(said.get("softwareVersion")) or values.text(said.get("version")),
        doi=values.doi(said.get("identifier")) or values.doi(said.get("@id")),
        repository=web_repository(values.text(said.get("codeRepository"))) or "",
        homepage=values.address(said.get("url")),
        list_path=_list_path(said.get("executables")),
        complaints=(*loaded.complaints, *licence_complaints(licences), *_list_complaints(said)),
    )


def licence_complaints(licences: list[str]) -> tuple[str, ...]:
    """Say why a licence was not used."""
    if len(licences) > 1:
        shown = ", ".join(licences)[:200]
        return (f"its licences ({shown}) may all apply, or any one of them; write one SPDX expression",)
    if licences and licence(licences[0]) is None:
        shown = repr(licences[0][:100])
        return (f"its licence {shown} was not used; write an SPDX expression, such as BSD-3-Clause",)
    return ()


def _author(one: object) -> Person | None:
    if isinstance(one, str):
        return values.person(values.given_first(one))
    if not isinstance(one, Mapping):
        return None
    parts = (values.text(one.get("givenName")), values.text(one.get("familyName")))
    name = " ".join(part for part in parts if part) or _own_name(one)
    identity = [one.get("@id"), one.get("identifier"), one.get("sameAs")]
    orcid = next((text for item in identity if "orcid" in (text := values.text(item)).lower()), None)
    return values.person(name, orcid=orcid, affiliation=one.get("affiliation"))


def _own_name(one: Mapping[str, Any]) -> str:
    return next((values.text(one[key]) for key in ("name", "legalName") if one.get(key)), "")


def _list_path(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _list_complaints(said: Mapping[str, Any]) -> tuple[str, ...]:
    if "executables" not in said or isinstance(said["executables"], str):
        return ()
    return ("its key 'executables' is not a text; expected the relative path of the list",)
