"""For an IVOA ExecutionBroker: a request beside each executable that a broker can be asked to run."""

from collections.abc import Iterator

from ossr_catalogue.broker import Request
from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.publish.addresses import request_path
from ossr_catalogue.publish.files import PublishedFile, SiteSettings, json_file
from ossr_catalogue.publish.requests import request_for


def files(catalogue: Catalogue, _site: SiteSettings) -> Iterator[PublishedFile]:
    """Write the requests; why there is none for an executable stands in its entry of the index."""
    for entry in catalogue.entries:
        request = request_for(entry)
        if isinstance(request, Request):
            yield json_file(request_path(entry.executable.uuid), request.body)
