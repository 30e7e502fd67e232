"""An executable at a glance, the same in lists, on the landing page and in search results."""

from dataclasses import dataclass
from typing import Final

from ossr_catalogue.model.catalogue import Entry, Origin
from ossr_catalogue.model.executable import Status
from ossr_catalogue.publish.pages.commonmark import summary_of
from ossr_catalogue.publish.pages.needs import needs_in_short
from ossr_catalogue.publish.pages.places import component_page, executable_page, kind_name

ORIGINS: Final = {Origin.DECLARED: "Declared by its owner", Origin.INFERRED: "Drafted by the catalogue"}
NEEDS_NOT_DECLARED: Final = "needs not declared"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a reader needs to choose."""

    uuid: str
    path: str
    title: str
    summary: str
    kind: str
    kind_name: str
    """Names its icon and its colour."""
    component: str
    component_path: str
    origin: str
    """`declared` or `inferred`."""
    needs: str
    status: str
    """Empty where it is active."""
    doubt: str
    """Why a draft may not be meant for others, as the end of a sentence about it; empty where nothing is."""


def card_of(entry: Entry) -> Card:
    """Make the card of an entry."""
    executable = entry.executable
    return Card(
        uuid=executable.uuid,
        path=executable_page(executable.uuid),
        title=executable.title,
        summary=summary_of(executable.description),
        kind=executable.kind.label,
        kind_name=kind_name(type(executable.kind)),
        component=entry.component.title,
        component_path=component_page(entry.component.slug),
        origin=entry.origin.value,
        needs=needs_in_short(executable.needs) or NEEDS_NOT_DECLARED,
        status="" if executable.status is Status.ACTIVE else executable.status.value,
        doubt=_doubt(entry),
    )


def _doubt(entry: Entry) -> str:
    said = dict(entry.executable.extras).get("x-inferred-doubt")
    return said if entry.origin is Origin.INFERRED and isinstance(said, str) else ""
