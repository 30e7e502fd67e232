"""All pages for people but the prose, one after the other: none is kept in memory."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.publish.files import PublishedFile, SiteSettings
from ossr_catalogue.publish.pages.compare import compare_page
from ossr_catalogue.publish.pages.component import component_pages
from ossr_catalogue.publish.pages.coverage import coverage_of
from ossr_catalogue.publish.pages.documents import documents_by_owner
from ossr_catalogue.publish.pages.executable import executable_stamp
from ossr_catalogue.publish.pages.gone import gone_pages
from ossr_catalogue.publish.pages.landing import landing_page
from ossr_catalogue.publish.pages.left_out import left_out_pages
from ossr_catalogue.publish.pages.listing import listing_pages
from ossr_catalogue.publish.pages.my_platform import my_platform_page
from ossr_catalogue.publish.pages.overview import overview_page
from ossr_catalogue.publish.pages.platform_pages import platform_pages
from ossr_catalogue.publish.pages.playground import playground_page
from ossr_catalogue.publish.pages.press import Press
from ossr_catalogue.publish.pages.rules import rule_pages
from ossr_catalogue.publish.pages.shell import Stamp
from ossr_catalogue.publish.pages.sources import source_pages
from ossr_catalogue.publish.pages.templates import templates
from ossr_catalogue.publish.pages.wanted_data import wanted_data_pages
from ossr_catalogue.why.accounts import accounts_of


def press_for(settings: SiteSettings, theme: Path, files: Iterable[PublishedFile] = ()) -> Press:
    """Make what all pages are made with.

    Args:
        settings: of the site.
        theme: the folder `catalogue/theme`.
        files: what is published for machines; each page links to those of its executable or component.
    """
    return Press(templates=templates(theme / "pages"), settings=settings, documents=documents_by_owner(files))


def all_pages(press: Press, catalogue: Catalogue, landing_prose: str) -> Iterator[Stamp]:
    """Give every stamped page of the site."""
    titles = {entry.executable.uuid: entry.executable.title for entry in catalogue.entries}
    yield landing_page(press, catalogue, landing_prose)
    yield from listing_pages(press, catalogue)
    yield compare_page(press)
    for entry in catalogue.entries:
        yield executable_stamp(press, entry, titles)
    yield from component_pages(press, catalogue)
    coverage = coverage_of(catalogue, press.settings.platforms)
    yield overview_page(press, catalogue, coverage)
    yield from wanted_data_pages(press, catalogue)
    yield from platform_pages(press, coverage)
    yield my_platform_page(press)
    yield from rule_pages(press)
    if press.settings.pyodide:
        yield playground_page(press, press.settings.pyodide)
    accounts = accounts_of(catalogue)
    yield from source_pages(press, accounts)
    yield from left_out_pages(press, catalogue, accounts)
    yield from gone_pages(press, catalogue)
