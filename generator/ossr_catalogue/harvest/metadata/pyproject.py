"""Read the core metadata of pyproject.toml, https://packaging.python.org/en/latest/specifications/pyproject-toml/."""

from collections.abc import Mapping
from typing import Any

from ossr_catalogue.harvest.metadata import values
from ossr_catalogue.harvest.metadata.licence import licence
from ossr_catalogue.harvest.metadata.loading import load_toml
from ossr_catalogue.harvest.metadata.metadata import Metadata
from ossr_catalogue.model.component import Person
from ossr_catalogue.model.forge import web_repository


def read(content: bytes, path: str) -> Metadata:  # noqa: ARG001 - every reader is called alike
    """Read the file; what it calls dynamic is not known without running it, and its name is no title."""
    loaded = load_toml(content)
    project = _table(loaded.mapping, "project")
    links = {key.lower(): value for key, value in _table(project, "urls").items()}
    source = next((links[name] for name in ("repository", "source", "source code") if name in links), None)
    declared = project.get("license")
    return Metadata(
        description=values.prose(project.get("description")),
        authors=tuple(filter(None, (_author(one) for one in values.items(project.get("authors"))))),
        licence=licence(values.text(declared.get("text") if isinstance(declared, Mapping) else declared))
        or "",
        keywords=values.keywords(project.get("keywords")),
        version=values.text(project.get("version")),
        repository=web_repository(values.text(source)) or "",
        homepage=values.address(links.get("homepage")),
        complaints=loaded.complaints,
    )


def _table(tables: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = tables.get(name)
    return found if isinstance(found, Mapping) else {}


def _author(one: object) -> Person | None:
    return values.person(values.text(one.get("name"))) if isinstance(one, Mapping) else None
