"""For who describes data: the terms of `data-content` and `data-format`."""

from collections.abc import Iterator
from dataclasses import asdict

from ossr_catalogue.document.vocabulary import NAMES, load_vocabulary
from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.model.plain import plain
from ossr_catalogue.publish.files import PublishedFile, SiteSettings, json_file


def files(_catalogue: Catalogue, _site: SiteSettings) -> Iterator[PublishedFile]:
    """Write each vocabulary as it comes with the package."""
    for name in NAMES:
        yield json_file(f"vocabulary/{name}.json", plain(asdict(load_vocabulary(name))), rel="vocabulary")
