"""For those who keep a uuid: what was in the catalogue once, and what became of it."""

from collections.abc import Iterator

from ossr_catalogue.model.catalogue import Catalogue, Gone
from ossr_catalogue.model.plain import plain
from ossr_catalogue.model.plain_text import one_line
from ossr_catalogue.publish.files import PublishedFile, SiteSettings, json_file, moment
from ossr_catalogue.publish.pages.places import executable_page


def files(catalogue: Catalogue, _site: SiteSettings) -> Iterator[PublishedFile]:
    """Write `gone.json`, sorted by uuid."""
    yield json_file("gone.json", plain({"gone": [_fields(one) for one in catalogue.gone]}), rel="gone")


def _fields(gone: Gone) -> dict[str, str | None]:
    return {
        "uuid": gone.uuid,
        "title": one_line(gone.title),
        "component": one_line(gone.component),
        "since": moment(gone.since),
        "reason": one_line(gone.reason),
        "superseded_by": gone.successor,
        "page": executable_page(gone.uuid),
    }
