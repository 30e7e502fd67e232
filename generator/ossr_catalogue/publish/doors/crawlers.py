"""For crawlers: everything may be read, and the sitemap says what there is."""

from collections.abc import Iterator

from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.publish.files import PublishedFile, SiteSettings


def files(_catalogue: Catalogue, site: SiteSettings) -> Iterator[PublishedFile]:
    """Write `robots.txt`, RFC 9309."""
    text = f"User-agent: *\nAllow: /\nSitemap: {site.url}sitemap.xml\n"
    yield PublishedFile(path="robots.txt", content=text.encode(), media_type="text/plain; charset=utf-8")
