"""For ESAP as it is: what its interactive-analysis app reads, with the items that some facility can run.

An item has exactly ten keys, all text: the GUI ends on anything else. It puts the description into its page
as raw HTML. https://git.astron.nl/astron-sdc/escape-wp5/esap-api-gateway
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from ossr_catalogue.matching import launches
from ossr_catalogue.model.catalogue import Catalogue, Entry
from ossr_catalogue.model.kinds.binder_repository import BinderRepository
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.plain_text import one_line, visible
from ossr_catalogue.model.platform import Platform
from ossr_catalogue.model.web_address import web_link
from ossr_catalogue.publish.files import PublishedFile, SiteSettings, json_file
from ossr_catalogue.publish.pages.commonmark import to_html

WORKFLOWS: Final = "esap-api/ida/workflows/search"
FACILITIES: Final = "esap-api/ida/facilities/search"
_PAGE_SIZE: Final = 500
_NOT_IN_AN_ADDRESS: Final = frozenset("&#+? \"'<>")
"""ESAP does not percent-encode the address of a repository."""
_BINDER: Final = re.compile(r"(?P<url>https://[^{}]+/)v2/git/\{repository\}/\{revision\}")
_LANGUAGES: Final = ("Python", "R", "Java")
"""What ESAP filters by."""


def files(catalogue: Catalogue, site: SiteSettings) -> Iterator[PublishedFile]:
    """Write the two searches, in the shape of the gateway's own answers."""
    facilities = facilities_of(site.platforms)
    workflows = workflows_for(catalogue.entries, facilities)
    yield json_file(WORKFLOWS, _answer(workflows), rel="esap-workflows")
    yield json_file(FACILITIES, _answer([_facility(*one) for one in facilities]), rel="esap-facilities")


def facilities_of(platforms: Iterable[Platform]) -> list[tuple[Platform, str]]:
    """Give the platforms that ESAP can launch on, which are BinderHubs, each with the address of its hub."""
    return [
        (platform, match["url"])
        for platform in platforms
        if (match := next(filter(None, map(_BINDER.match, platform.launch)), None))
    ]


def workflows_for(
    entries: Iterable[Entry], facilities: Iterable[tuple[Platform, str]]
) -> list[dict[str, str]]:
    """Give the items that at least one of the facilities can run: ESAP offers each on all of them."""
    platforms = [platform for platform, _ in facilities]
    return [_item(entry) for entry in entries if _runs(entry, platforms)]


def _runs(entry: Entry, platforms: Sequence[Platform]) -> bool:
    repository = web_link(entry.component.repository)
    if not repository or not entry.component.git_revision or _NOT_IN_AN_ADDRESS & set(repository):
        return False
    return any(one.url is not None for one in launches(entry, platforms))


def _item(entry: Entry) -> dict[str, str]:
    executable, component = entry.executable, entry.component
    keywords = (executable.kind.esap_keyword, *executable.keywords)
    return {
        "id": executable.uuid,
        "name": one_line(executable.title),
        "description": visible(str(to_html(executable.description))),
        "workflow": "notebook",
        "url": component.repository or "",
        "ref": component.git_revision or "",
        "filepath": _file(entry),
        "runtimePlatform": ", ".join(_languages(entry)),
        "keywords": ", ".join(dict.fromkeys(one_line(keyword) for keyword in keywords)),
        "author": ", ".join(one_line(author.name) for author in component.authors),
    }


def _file(entry: Entry) -> str:
    kind = entry.executable.kind
    if isinstance(kind, JupyterNotebook):
        return kind.location
    return (kind.open or "") if isinstance(kind, BinderRepository) else ""


def _languages(entry: Entry) -> Iterator[str]:
    """Name the languages that ESAP has a filter for, as far as they are known."""
    kernel = getattr(entry.executable.kind, "kernel", None) or ""
    for language in _LANGUAGES:
        if language in entry.component.languages or (language == "Python" and "python" in kernel.lower()):
            yield language


def _facility(platform: Platform, url: str) -> dict[str, str]:
    return {
        "name": platform.title,
        "description": platform.description,
        "url": url,
        "facilitytype": "binder",
    }


def listed(catalogue: Catalogue, site: SiteSettings) -> int:
    """Count the entries that ESAP is offered."""
    platforms = [platform for platform, _ in facilities_of(site.platforms)]
    return sum(_runs(entry, platforms) for entry in catalogue.entries)


def _answer(results: list[dict[str, str]]) -> dict[str, Any]:
    """Wrap results as the gateway does; the one null is its own."""
    return {
        "description": "ESAP API Gateway",
        "requested_page": "1",
        "requested_page_size": None,
        "max_page_size": _PAGE_SIZE,
        "default_page_size": _PAGE_SIZE,
        "count": len(results),
        "pages": 1,
        "results": results,
    }
