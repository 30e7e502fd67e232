"""The plain facts beside an executable or a component: who, under which licence, from where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.model.component import Component, Person
from ossr_catalogue.model.executable import Executable
from ossr_catalogue.model.web_address import web_link

_SHORT_REVISION: Final = 12
_LONG_REVISION: Final = 40
_AUTHORS_IN_A_CITATION: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of a list of facts."""

    label: str
    text: str
    href: str = ""
    """Where it leads; outside the site if `foreign`."""
    foreign: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """How an executable, or a component, is cited."""

    authors: tuple[Person, ...]
    title: str
    container: str = ""
    """What it is a part of; empty for a component."""
    version: str = ""
    href: str
    """The address that the text ends with; empty where there is none."""

    @property
    def text(self) -> str:
        """Give the citation as people write it, but for the address."""
        of = f". In: {self.container}" if self.container else ""
        version = f", version {self.version}" if self.version else ""
        return f"{_who(self.authors)}{self.title}{of}{version}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """A person as the page names them."""

    name: str
    href: str = ""
    affiliation: str = ""


def authors_of(component: Component) -> tuple[Author, ...]:
    """Give the authors, linked to their ORCID where it is known."""
    return tuple(_author(person) for person in component.authors)


def facts_of(component: Component) -> tuple[Fact, ...]:
    """Give what is known of a component, nothing for what is not."""
    return tuple(_facts(component))


def own_facts_of(executable: Executable, component: Component) -> tuple[Fact, ...]:
    """Give what an executable says of itself: the keys of its type, then its links."""
    plain = executable.kind.to_plain()
    keys = (_own_fact(key, value, component) for key, value in plain.items())
    links = (
        Fact(label=label, text=address, href=web_link(address) or "")
        for label, address in (("Homepage", executable.homepage), ("Documentation", executable.documentation))
        if address
    )
    return (Fact(label="Type", text=executable.type), *keys, *links)


def short_revision(revision: str) -> str:
    """Shorten a commit as Git does, and a digest; other revisions stay.

    >>> short_revision("sha256:" + "f1" * 32)
    'sha256:f1f1f1f1f1f1'
    """
    name, colon, digits = revision.rpartition(":")
    return f"{name}{colon}{digits[:_SHORT_REVISION]}" if len(digits) >= _LONG_REVISION else revision


def citation_of(executable: Executable, component: Component) -> Citation:
    """Say how an executable is cited."""
    return Citation(
        authors=component.authors,
        title=executable.title,
        container=component.title,
        version=component.version or "",
        href=web_link(executable.citation) or address_to_cite(component),
    )


def citation_of_component(component: Component) -> Citation:
    """Say how a component is cited as a whole."""
    return Citation(
        authors=component.authors,
        title=component.title,
        version=component.version or "",
        href=address_to_cite(component),
    )


def address_to_cite(component: Component) -> str:
    """Give the address that a citation of a component ends with; empty where there is none."""
    return web_link(component.doi) or web_link(component.repository) or ""


def _who(authors: Sequence[Person]) -> str:
    names = [person.name for person in authors[:_AUTHORS_IN_A_CITATION]]
    if len(authors) > _AUTHORS_IN_A_CITATION:
        names.append("et al.")
    return f"{', '.join(names)}: " if names else ""


def _author(person: Person) -> Author:
    orcid = web_link(f"https://orcid.org/{person.orcid}") if person.orcid else None
    return Author(name=person.name, href=orcid or "", affiliation=person.affiliation or "")


def _facts(component: Component) -> Iterator[Fact]:
    if component.version:
        yield Fact(label="Version", text=component.version)
    yield Fact(label="Revision", text=short_revision(component.revision))
    if component.repository:
        shown = component.repository.removeprefix("https://")
        yield Fact(label="Repository", text=shown, href=web_link(component.repository) or "")
    if component.doi:
        yield Fact(label="DOI", text=component.doi, href=web_link(component.doi) or "")
    if component.homepage:
        shown = component.homepage.removeprefix("https://").rstrip("/")
        yield Fact(label="Homepage", text=shown, href=web_link(component.homepage) or "")
    if component.licence:
        yield Fact(label="Licence", text=component.licence)
    if component.languages:
        yield Fact(label="Languages", text=", ".join(component.languages))


def _own_fact(key: str, value: object, component: Component) -> Fact:
    text = value if isinstance(value, str) else _flat(value)
    page = component.file_page(text) if key in {"location", "requirements", "open"} else None
    return Fact(label=key.replace("-", " ").capitalize(), text=text, href=web_link(page) or "")


def _flat(value: object) -> str:
    """Write a small tree on one line."""
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_flat(one)}" for key, one in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(_flat(one) for one in value)
    return str(value)
