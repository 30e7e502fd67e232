"""For those who cite: BibTeX with an entry for each executable, and CITATION.cff, one of each per component.

Authors, version, licence and DOI are the component's: a file for each executable would only repeat them.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

import yaml

from ossr_catalogue.model.catalogue import Catalogue, Entry
from ossr_catalogue.model.component import Component, Person
from ossr_catalogue.model.plain_text import one_line
from ossr_catalogue.publish.addresses import component_file
from ossr_catalogue.publish.files import PublishedFile, SiteSettings
from ossr_catalogue.publish.grouping import by_component
from ossr_catalogue.publish.linked_data import orcid_address, web_address
from ossr_catalogue.publish.pages.facts import Citation, citation_of, citation_of_component

_TEX: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # Not with a backslash: BibTeX counts such a brace, too.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
_DOI: Final = re.compile(r"10\.\d{4,9}(?:\.\d+)?/[A-Za-z0-9:/_;\-.()\[\]]+")
"""As the schema of CFF has it."""
_CFF_LICENCES: Final = frozenset(
    {
        "AGPL-3.0",
        "AGPL-3.0-only",
        "AGPL-3.0-or-later",
        "Apache-2.0",
        "Artistic-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "BSL-1.0",
        "CC-BY-4.0",
        "CC-BY-SA-4.0",
        "CC0-1.0",
        "CECILL-2.1",
        "CECILL-B",
        "CECILL-C",
        "ECL-2.0",
        "EPL-1.0",
        "EPL-2.0",
        "EUPL-1.1",
        "EUPL-1.2",
        "GPL-2.0",
        "GPL-2.0-only",
        "GPL-2.0-or-later",
        "GPL-3.0",
        "GPL-3.0-only",
        "GPL-3.0-or-later",
        "ISC",
        "LGPL-2.1",
        "LGPL-2.1-only",
        "LGPL-2.1-or-later",
        "LGPL-3.0",
        "LGPL-3.0-only",
        "LGPL-3.0-or-later",
        "MIT",
        "MIT-0",
        "MPL-2.0",
        "NCSA",
        "OSL-3.0",
        "PostgreSQL",
        "PSF-2.0",
        "Unlicense",
        "Zlib",
    }
)
"""Of the list that CFF 1.2.0 is closed to: a licence that it lacks makes a file invalid."""


def files(catalogue: Catalogue, _site: SiteSettings) -> Iterator[PublishedFile]:
    """Write `citation.bib`, and `CITATION.cff` where there is an author, which it cannot be without."""
    for component, entries in by_component(catalogue):
        yield PublishedFile(
            path=component_file(component.slug, "citation.bib"),
            content="\n".join(_bibtex(component, entries)).encode(),
            media_type="application/x-bibtex; charset=utf-8",
        )
        if cff := _cff(component):
            yield PublishedFile(
                path=component_file(component.slug, "CITATION.cff"),
                content=yaml.safe_dump(cff, allow_unicode=True, sort_keys=False).encode(),
                media_type="application/yaml",
            )


def _bibtex(component: Component, entries: Sequence[Entry]) -> Iterator[str]:
    """Give the component, then its executables under their uuids."""
    yield _record(component.slug, citation_of_component(component))
    for entry in entries:
        yield _record(entry.executable.uuid, citation_of(entry.executable, component))


def _record(key: str, citation: Citation) -> str:
    fields = {
        "author": " and ".join(map(_author, citation.authors)),
        "title": f"{{{_tex(citation.title)}}}",
        "note": f"In: {_tex(citation.container)}" if citation.container else "",
        "version": _tex(citation.version),
        "doi": _doi(citation.href) or "",
        "url": web_address(citation.href) or "",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@software{{{re.sub(r'[^A-Za-z0-9.-]', '-', key)},\n{lines}}}\n"


def _author(person: Person) -> str:
    """Give a name, in braces unless it is known to be a person's: only then may it be taken apart."""
    name = _tex(person.name)
    is_person = orcid_address(person) and not re.search(r",|\band\b|\\", name)
    return name if is_person else f"{{{name}}}"


def _tex(text: str) -> str:
    return one_line(text).translate(_TEX)


def _doi(address: str) -> str | None:
    doi = address.removeprefix("https://doi.org/")
    return doi if _DOI.fullmatch(doi) else None


def _cff(component: Component) -> dict[str, Any]:
    """Say it as https://citation-file-format.github.io does; empty where there is no author."""
    citation = citation_of_component(component)
    authors = _authors(citation.authors)
    if not authors:
        return {}
    fields = {
        "cff-version": "1.2.0",
        "message": "If you use this software, please cite it as below.",
        "type": "software",
        "title": one_line(citation.title) or component.slug,
        "authors": authors,
        "abstract": one_line(component.description),
        "version": one_line(citation.version),
        "commit": component.git_revision,
        "doi": _doi(citation.href),
        "repository-code": web_address(component.repository),
        "url": web_address(component.homepage),
        "license": component.licence if component.licence in _CFF_LICENCES else None,
        "keywords": list(dict.fromkeys(filter(None, map(one_line, component.keywords)))),
    }
    return {key: value for key, value in fields.items() if value}


def _authors(persons: Sequence[Person]) -> list[dict[str, str]]:
    """Give names as they are: CFF wants those of persons in parts, and nothing tells the parts."""
    authors: dict[str, dict[str, str]] = {}
    for person in persons:
        if name := one_line(person.name):
            orcid = orcid_address(person)
            authors.setdefault(name, {"name": name} | ({"orcid": orcid} if orcid else {}))
    return list(authors.values())
