"""For owners and their programs: what became of each source, and what to do; it changes with each harvest."""

from collections.abc import Iterator
from dataclasses import replace

from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.publish.files import PublishedFile, SiteSettings, json_file
from ossr_catalogue.publish.index.source import source_fields
from ossr_catalogue.why.accounts import accounts_of


def files(catalogue: Catalogue, _site: SiteSettings) -> Iterator[PublishedFile]:
    """Write `sources.json`, by name."""
    sources = [source_fields(account) for account in accounts_of(catalogue)]
    yield replace(json_file("sources.json", {"sources": sources}, rel="sources"), volatile=True)
