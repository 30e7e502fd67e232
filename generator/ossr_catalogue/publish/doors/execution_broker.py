"""For an IVOA ExecutionBroker: a request for each executable and each profile that a broker can run."""

from collections.abc import Iterator

from ossr_catalogue.broker import Request
from ossr_catalogue.broker.writing import MEDIA_TYPES, as_yaml
from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.publish.files import PublishedFile, SiteSettings, json_file
from ossr_catalogue.publish.requests import requests_of


def files(catalogue: Catalogue, _site: SiteSettings) -> Iterator[PublishedFile]:
    """Write the requests; why there is none for an executable stands in its entry of the index."""
    for entry in catalogue.entries:
        for one in requests_of(entry):
            if isinstance(one.request, Request):
                yield json_file(one.json_path, one.request.body)
                # A lone surrogate can stand in harvested text and in no UTF-8 file.
                text = as_yaml(one.request.body).encode("utf-8", errors="replace")
                yield PublishedFile(path=one.yaml_path, content=text, media_type=MEDIA_TYPES["yaml"])
