"""For READMEs: a badge of each executable and of each component."""

from collections.abc import Iterator
from typing import Final

from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.publish.badges import Badge, badge_of, badge_of_component
from ossr_catalogue.publish.files import PublishedFile, SiteSettings
from ossr_catalogue.publish.grouping import by_component

_TYPE: Final = "image/svg+xml"


def files(catalogue: Catalogue, site: SiteSettings) -> Iterator[PublishedFile]:
    """Draw them."""
    for component, entries in by_component(catalogue):
        yield _file(badge_of_component(component, entries, site))
        for entry in entries:
            yield _file(badge_of(entry, site))


def _file(badge: Badge) -> PublishedFile:
    return PublishedFile(path=badge.path, content=badge.svg().encode(), media_type=_TYPE)
