"""What one file of a repository says about the whole, and how several are joined."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ossr_catalogue.model.component import Component, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """One file's statements, cleaned; what it does not say is empty."""

    title: str = ""
    description: str = ""
    """Plain text."""
    authors: tuple[Person, ...] = ()
    licence: str = ""
    """An SPDX expression."""
    keywords: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    version: str = ""
    doi: str = ""
    repository: str = ""
    """An https address. It is a claim: shown as a link, it never decides what is fetched or launched."""
    homepage: str = ""
    list_path: str = ""
    """Where codemeta.json says that the executables list lies, as it is written there."""
    complaints: tuple[str, ...] = ()
    """What of the file could not be used, each a sentence for its owner."""


_JOINED = (
    "title", "description", "authors", "licence", "keywords", "languages", "version", "doi", "repository",
    "homepage", "list_path",
)  # fmt: skip


def joined(statements: Iterable[Metadata]) -> Metadata:
    """Take each thing from the first file that says it; the complaints are not joined."""
    statements = tuple(statements)
    taken = {name: next(filter(None, (getattr(one, name) for one in statements)), None) for name in _JOINED}
    return Metadata(**{name: value for name, value in taken.items() if value})


def enriched(component: Component, said: Metadata) -> Component:
    """Add to what the source knows what the repository's own files say.

    They know better what it is called and about; the source knows better what exactly was harvested: version,
    DOI and repository are only filled in where the source is silent, the repository not even then.
    """
    return replace(
        component,
        title=said.title or component.title,
        description=said.description or component.description,
        authors=said.authors or component.authors,
        licence=said.licence or component.licence,
        keywords=said.keywords or component.keywords,
        languages=said.languages or component.languages,
        version=component.version or said.version or None,
        doi=component.doi or said.doi or None,
        homepage=component.homepage or said.homepage or _elsewhere(component, said),
    )


def _elsewhere(component: Component, said: Metadata) -> str | None:
    return said.repository if said.repository and said.repository != component.repository else None
