"""What a broker answers: offers to accept, or a refusal with its reasons. All of it is others' text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ossr_catalogue.errors import SourceError
from ossr_catalogue.model.plain_text import one_line

_UUID: Final = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_PATH: Final = re.compile(r"[\w./\[\]-]{1,100}")
_SHOWN: Final = 300
"""Characters of a text that are passed on."""
_MOST: Final = 100
"""Offers and messages that are."""

Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One session that a broker would start."""

    uuid: str
    state: str
    """`OFFERED`, later `ACCEPTED` …; empty where the broker does not say."""
    resources: tuple[str, ...]
    """In words: `2 to 4 cores`, `8 GiB of memory`."""
    start: str
    """An instant or an interval, ISO 8601; empty where the broker does not say."""
    duration: str
    """ISO 8601, likewise."""
    expires: str
    """Until when it can be accepted, likewise."""
    state_path: str
    """What an update has to name to accept it."""
    messages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """All offers that were made to one request."""

    accepted: bool
    """Whether the broker can run it."""
    offers: tuple[Offer, ...]
    messages: tuple[str, ...]
    """Warnings, or the reasons of a refusal."""


def answer_of(said: object) -> Answer:
    """Read an `OfferSetResponse`.

    Raises:
        SourceError: if it is none.
    """
    if not isinstance(said, dict) or said.get("result") not in {"YES", "NO"}:
        raise SourceError(
            "the answer is none of an ExecutionBroker: expected an object with `result`, YES or NO; "
            "is this the broker's address?"
        )
    offers = tuple(_offer(one) for one in _mappings(said.get("offers")) if _uuid(one))
    messages = (*_messages(_mapping(said.get("meta"))), *_messages(said))
    return Answer(accepted=said["result"] == "YES", offers=offers, messages=tuple(dict.fromkeys(messages)))


def _offer(said: Plain) -> Offer:
    available = _mapping(_mapping(said.get("schedule")).get("available"))
    messages = [text for part in _parts(said) for text in _messages(_mapping(part.get("meta")))]
    return Offer(
        uuid=_uuid(said),
        state=_text(said.get("phase") or said.get("state")),
        resources=tuple(_resources(said)),
        start=_text(available.get("start")),
        duration=_text(available.get("duration")),
        expires=_text(said.get("expires")),
        state_path=_state_path(_mapping(said.get("meta"))),
        messages=tuple(dict.fromkeys(messages)),
    )


def _parts(said: Plain) -> Iterator[Plain]:
    yield said
    yield from (_mapping(said.get(key)) for key in ("executable", "compute"))
    yield from (one for key in ("storage", "data") for one in _mappings(said.get(key)))


def _resources(said: Plain) -> Iterator[str]:
    compute = _mapping(said.get("compute"))
    yield from _amount(compute.get("cores"), "cores")
    yield from _amount(compute.get("memory"), "GiB of memory")
    for storage in _mappings(said.get("storage")):
        yield from _amount(storage.get("size"), "GiB of storage")


def _amount(said: object, noun: str) -> Iterator[str]:
    least, most = (_mapping(said).get(end) for end in ("min", "max"))
    known = dict.fromkeys(_text(one) for one in (least, most) if isinstance(one, int | float))
    if known:
        yield f"{' to '.join(known)} {noun}"


def _state_path(meta: Plain) -> str:
    """Find the option by which the offer is accepted; the schema's own name where none is said."""
    for option in _mappings(meta.get("options")):
        path, values = option.get("path"), option.get("values")
        if isinstance(values, list) and "ACCEPTED" in values and _PATH.fullmatch(_text(path)):
            return _text(path)
    return "phase"


def _messages(said: Plain) -> Iterator[str]:
    for one in _mappings(said.get("messages")):
        if text := _text(one.get("message") or _filled(one)):
            yield text


def _filled(message: Plain) -> str:
    """Fill a message template, https://messagetemplates.org, where the message itself is missing."""
    values = _mapping(message.get("values"))
    template = _text(message.get("template"))
    return re.sub(r"\{[@$]?(\w+)[^}]*\}", lambda hole: _text(values.get(hole[1], hole[0])), template)


def _uuid(said: Plain) -> str:
    """Give a uuid; it becomes a part of an address and of a command, so nothing else will do."""
    text = _text(_mapping(said.get("meta")).get("uuid") or said.get("uuid"))
    return text if _UUID.fullmatch(text) else ""


def _text(value: object) -> str:
    return one_line(str(value))[:_SHOWN] if isinstance(value, str | int | float) else ""


def _mapping(value: object) -> Plain:
    return value if isinstance(value, dict) else {}


def _mappings(value: object) -> list[Plain]:
    return [one for one in value[:_MOST] if isinstance(one, dict)] if isinstance(value, list) else []
