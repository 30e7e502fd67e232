"""Which executables are what somebody asks for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.client.executable import Executable
from ossr_catalogue.errors import UsageError
from ossr_catalogue.model.kinds import KINDS
from ossr_catalogue.model.kinds.aliases import canonical_urn

_PREFIXES: Final = ("", "urn:", "urn:astronomy-")
"""What people leave out of a URN for data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked for; None where it does not matter."""

    text: str = ""
    type: str | None = None
    wants: str | None = None
    keyword: str | None = None
    component: str | None = None


def found(executables: Iterable[Executable], wish: Wish) -> tuple[Executable, ...]:
    """Give those that are all of it, in their order; those whose titles have all words of the text first."""
    urn = _urn(wish.type) if wish.type is not None else None
    words = wish.text.casefold().split()
    all_found = [one for one in executables if (urn is None or one.type == urn) and _is(one, wish, words)]
    return tuple(sorted(all_found, key=lambda one: not _has(one.title, words)))


def _urn(written: str) -> str:
    """Read a type as people write it; a URN that is not known stays itself.

    Raises:
        UsageError: if it is none at all.
    """
    known = canonical_urn(written) or canonical_urn(f"urn:types/{written}")
    if known is None and ":" not in written:
        names = ", ".join(kind.urn.removeprefix("urn:types/") for kind in KINDS)
        raise UsageError(f"there is no type {written!r}; expected one of {names}, or a URN")
    return known or written


def _is(executable: Executable, wish: Wish, words: list[str]) -> bool:
    return (
        (wish.keyword is None or wish.keyword.casefold() in map(str.casefold, executable.keywords))
        and (wish.component is None or wish.component in _names(executable))
        and (wish.wants is None or _reads(executable, wish.wants))
        and (not words or _has(" ".join(_texts(executable)), words))
    )


def _has(text: str, words: list[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)


def _names(executable: Executable) -> set[object]:
    return {executable.said["component"], executable.component.get("repository")}


def _texts(executable: Executable) -> Iterator[str]:
    yield executable.title
    yield from executable.keywords
    yield str(executable.said.get("description", ""))
    yield str(executable.component.get("title", ""))


def _reads(executable: Executable, wanted: str) -> bool:
    """Say whether some input of it, in any profile, is of a content or format."""
    sets = [executable.said, *executable.said.get("profiles", ())]
    slots = [slot for needs in sets for slot in needs.get("data", ()) if slot["direction"] == "input"]
    urns = {urn for slot in slots for urn in (slot.get("content"), *slot.get("formats", ())) if urn}
    return any(f"{prefix}{wanted}" in urns for prefix in _PREFIXES)
