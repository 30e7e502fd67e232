"""For programs that choose where to run: the platforms, limits in base units."""

from collections.abc import Iterator
from dataclasses import asdict

from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.publish.files import PublishedFile, SiteSettings, json_file, plain


def files(_catalogue: Catalogue, site: SiteSettings) -> Iterator[PublishedFile]:
    """Write `platforms.json`; a limit that is not known is absent."""
    platforms = [asdict(platform) for platform in site.platforms]
    yield json_file("platforms.json", plain({"platforms": platforms}), rel="platforms")
