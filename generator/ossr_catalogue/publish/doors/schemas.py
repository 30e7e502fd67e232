"""For editors and validators: the JSON Schemas, at the addresses that documents name in `$schema`."""

from collections.abc import Iterator

from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.publish.files import PublishedFile, SiteSettings, json_file
from ossr_catalogue.schemas import names, schema


def files(_catalogue: Catalogue, _site: SiteSettings) -> Iterator[PublishedFile]:
    """Write every schema that there is."""
    for name in names():
        yield json_file(
            f"schemas/{name}.schema.json", schema(name), rel="schema", media_type="application/schema+json"
        )
