"""For programs that choose where to run: the platforms, limits in base units."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.model.plain import plain
from ossr_catalogue.model.platform import Platform
from ossr_catalogue.publish.addresses import schema_url
from ossr_catalogue.publish.files import PublishedFile, SiteSettings, json_file
from ossr_catalogue.publish.pages.places import platform_page


def files(_catalogue: Catalogue, site: SiteSettings) -> Iterator[PublishedFile]:
    """Write `platforms.json`; a limit that is not known is absent."""
    platforms = [platform_fields(platform) for platform in site.platforms]
    fields = {"$schema": schema_url(site, "platforms-index-1"), "platforms": platforms}
    yield json_file("platforms.json", plain(fields), rel="platforms")


def platform_fields(platform: Platform) -> dict[str, Any]:
    """Say a platform as `platforms.json` does; values that are None are going to be left out."""
    return {**asdict(platform), "page": platform_page(platform.id)}
