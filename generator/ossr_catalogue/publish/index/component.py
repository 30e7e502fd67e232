"""The repository or record that executables come from, once in the index."""

from typing import Any

from ossr_catalogue.model.component import Component, Person
from ossr_catalogue.model.plain_text import one_line
from ossr_catalogue.model.web_address import web_link
from ossr_catalogue.publish.pages.places import component_page


def component_fields(component: Component) -> dict[str, Any]:
    """Give all that is known of a component."""
    return {
        "slug": component.slug,
        "title": one_line(component.title),
        "page": component_page(component.slug),
        "revision": component.revision,
        "description": one_line(component.description) or None,
        "authors": author_fields(component.authors),
        "license": component.licence,
        "keywords": [one_line(keyword) for keyword in component.keywords] or None,
        "languages": list(component.languages) or None,
        "version": component.version,
        "doi": component.doi,
        "repository": web_link(component.repository),
        "homepage": web_link(component.homepage),
    }


def author_fields(authors: tuple[Person, ...]) -> list[dict[str, Any]] | None:
    """Give the authors in their order; None where there are none."""
    return [
        {"name": one_line(author.name), "orcid": author.orcid, "affiliation": author.affiliation}
        for author in authors
    ] or None
