"""Requests to an ExecutionBroker, with the summary that the catalogue makes of a description."""

from dataclasses import dataclass

from ossr_catalogue import broker
from ossr_catalogue.broker import AS_DECLARED, Request
from ossr_catalogue.matching import Chosen
from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.model.executable import Profile
from ossr_catalogue.model.plain_text import one_line
from ossr_catalogue.publish.addresses import profile_slugs, request_path
from ossr_catalogue.publish.pages.commonmark import summary_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedRequest:
    """What is published about asking a broker for one use of an executable."""

    profile: Profile | None
    """None for the executable as such."""
    request: Request | str
    """A text says why there can be none."""
    json_path: str
    """Where it lies if it is one."""
    yaml_path: str


def request_for(entry: Entry, chosen: Chosen = AS_DECLARED) -> Request | str:
    """Write the request for an entry, as it is declared or as chosen; a text says why there can be none."""
    return broker.request_for(entry, summary_line(entry.executable.description), chosen)


def requests_of(entry: Entry) -> tuple[PublishedRequest, ...]:
    """Write the request for an entry as it is declared, then for each of its profiles."""
    executable, summary = entry.executable, summary_line(entry.executable.description)
    slugs = profile_slugs([profile.name for profile in executable.profiles])
    uses = ((None, ""), *zip(executable.profiles, slugs, strict=True))
    return tuple(
        PublishedRequest(
            profile=profile,
            request=broker.request_for(entry, summary, Chosen(profile=profile)),
            json_path=request_path(executable.uuid, use, "json"),
            yaml_path=request_path(executable.uuid, use, "yaml"),
        )
        for profile, use in uses
    )


def summary_line(description: str) -> str:
    """Give the beginning of a description as the index has it: plain text on one line."""
    return one_line(summary_of(description))
