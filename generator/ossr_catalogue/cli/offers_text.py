"""A broker's answer for people: what it offers, and how an offer is accepted."""

import json
from collections.abc import Iterator

from ossr_catalogue.broker.offers import Answer, Offer


def lines_of(answer: Answer, broker: str) -> Iterator[str]:
    """Say an answer, line by line; *broker* is its address without a slash at the end."""
    if not answer.accepted:
        yield "The broker says no."
        yield from (f"  {message}" for message in answer.messages or ("It gives no reason.",))
        return
    count = len(answer.offers)
    yield f"{count} offer{'' if count == 1 else 's'} of {broker}"
    yield from (f"  {message}" for message in answer.messages)
    for number, offer in enumerate(answer.offers, start=1):
        yield ""
        yield from _offer(offer, number, broker)


def _offer(offer: Offer, number: int, broker: str) -> Iterator[str]:
    yield f"{number}. {offer.uuid} {offer.state}".rstrip()
    facts = {
        "resources": ", ".join(offer.resources),
        "start": offer.start,
        "duration": offer.duration,
        "accept until": offer.expires,
    }
    yield from (f"   {name}: {value}" for name, value in facts.items() if value)
    yield from (f"   {message}" for message in offer.messages)
    if offer.state in {"", "OFFERED"}:
        yield f"   accept: {_accepting(offer, broker)}"


def _accepting(offer: Offer, broker: str) -> str:
    update = {"kind": "uri:enum-value-update", "path": offer.state_path, "value": "ACCEPTED"}
    return (
        f"curl -X POST '{broker}/sessions/{offer.uuid}' "
        f"-H 'Content-Type: application/json' -d '{json.dumps(update)}'"
    )
