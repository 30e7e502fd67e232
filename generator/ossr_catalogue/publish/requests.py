"""Requests to an ExecutionBroker, with the summary that the catalogue makes of a description."""

from ossr_catalogue import broker
from ossr_catalogue.broker import AS_DECLARED, Request
from ossr_catalogue.matching import Chosen
from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.model.plain_text import one_line
from ossr_catalogue.publish.pages.commonmark import summary_of


def request_for(entry: Entry, chosen: Chosen = AS_DECLARED) -> Request | str:
    """Write the request for an entry, as it is declared or as chosen; a text says why there can be none."""
    return broker.request_for(entry, one_line(summary_of(entry.executable.description)), chosen)
