"""For search engines and collectors of metadata: what a page carries as JSON-LD, as a file."""

from collections.abc import Iterator
from typing import Final

from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.publish.files import PublishedFile, SiteSettings
from ossr_catalogue.publish.linked_data import executable_data, script_text

_TYPE: Final = "application/ld+json"


def files(catalogue: Catalogue, site: SiteSettings) -> Iterator[PublishedFile]:
    """Write one file for each executable, in the terms of schema.org."""
    for entry in catalogue.entries:
        text = f"{script_text(executable_data(entry, site))}\n"
        yield PublishedFile(
            path=f"executables/{entry.executable.uuid}.jsonld", content=text.encode(), media_type=_TYPE
        )
