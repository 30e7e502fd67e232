"""For programs that judge by themselves what runs where: the table that verdicts are made of."""

from collections.abc import Iterator

from ossr_catalogue.matching.table import matching_table
from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.publish.addresses import schema_url
from ossr_catalogue.publish.files import PublishedFile, SiteSettings, json_file

MODULE = "assets/matching-table.js"
"""The same for our own pages: a module is loaded with the others, and needs no request that could fail."""


def files(_catalogue: Catalogue, site: SiteSettings) -> Iterator[PublishedFile]:
    """Write `matching.json`, and the module that `assets/matching.js` imports."""
    table = json_file(
        "matching.json", {"$schema": schema_url(site, "matching-1"), **matching_table()}, rel="matching"
    )
    yield table
    yield PublishedFile(path=MODULE, content=module_of(table.content), media_type="text/javascript")


def module_of(table: bytes) -> bytes:
    """Make the ES module of a JSON text."""
    return b"export default " + table.rstrip() + b";\n"
