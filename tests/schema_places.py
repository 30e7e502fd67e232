"""The places of a JSON Schema that an editor can show something about."""

from collections.abc import Iterator
from typing import Any


def places_of(part: dict[str, Any], place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every place below one, with its JSON pointer."""
    yield place, part
    for word in ("properties", "$defs", "patternProperties"):
        for key, below in part.get(word, {}).items():
            yield from places_of(below, f"{place}/{word}/{key}")
    for word in ("items", "additionalProperties"):
        if isinstance(part.get(word), dict):
            yield from places_of(part[word], f"{place}/{word}")
