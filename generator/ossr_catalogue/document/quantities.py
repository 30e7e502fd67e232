"""Quantities between the list's format and the model: `{min, max}`, or one value that stands for both."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.model.amounts import format_bytes
from ossr_catalogue.model.quantity import Amount, Number, Range, parse_bytes, parse_count, parse_duration

UNBOUNDED: Final = "unbounded"
"""The word for a maximum beyond every limit."""

_BETWEEN: Final = " – "  # noqa: RUF001 - the dash that people write ranges with
_AT_LEAST: Final = "at least "
_AT_MOST: Final = "at most "
_AND_MORE: Final = ", unbounded"
_JSON_INTEGER: Final = re.compile(r"0|[1-9][0-9]*", re.ASCII)
_JSON_REAL: Final = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:e\+?[0-9]+)?", re.ASCII)

Json = Any
"""What `json.dumps` takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How one sort of quantity is read and written."""

    parse: Callable[[str | Number], Amount]
    write: Callable[[Number], str]
    """Writes a number in base units so that `parse` gives it back exactly."""


def _write_bytes(size_bytes: Number) -> str:
    text = format_bytes(size_bytes)
    return text if parse_bytes(text).value == size_bytes else f"{size_bytes} B"


def _parse_cores(value: str | Number) -> Amount:
    return parse_count(value, whole=False)


BYTES: Final = Measure(parse=parse_bytes, write=_write_bytes)
SECONDS: Final = Measure(parse=parse_duration, write=lambda seconds: f"PT{seconds}S")
COUNT: Final = Measure(parse=parse_count, write=str)
CORES: Final = Measure(parse=_parse_cores, write=str)


def read_range(node: Node, measure: Measure) -> Range:
    """Read a quantity of a document; what is wrong with one, the lint rules have said before.

    Raises:
        QuantityError: where it is none.
    """
    if not node.members:
        return _read_single(node, measure)
    minimum, maximum = node.get("min"), node.get("max")
    unbounded = maximum is not None and maximum.value == UNBOUNDED
    least = _read_amount(minimum, measure) if minimum else (None, "")
    most = _read_amount(maximum, measure) if maximum and not unbounded else (None, "")
    text = _say(least[1], UNBOUNDED if unbounded else most[1])
    return Range(minimum=least[0], maximum=most[0], unbounded=unbounded, text=text)


def _read_single(node: Node, measure: Measure) -> Range:
    if node.value == UNBOUNDED:
        return Range(unbounded=True, text=UNBOUNDED)
    value, text = _read_amount(node, measure)
    return Range(minimum=value, maximum=value, text=text)


def _read_amount(node: Node, measure: Measure) -> tuple[Number, str]:
    """Give an amount in base units, and as it was declared; a unit that goes without saying is said."""
    written = node.value if isinstance(node.value, int | float) else node.text
    amount = measure.parse(written)
    text = str(written).strip()
    unit_is_silent = amount.unit and _JSON_REAL.fullmatch(text)
    return amount.value, f"{text} {amount.unit}" if unit_is_silent else text


def _say(least: str, most: str) -> str:
    """Say a range in words, so that `plain_range` can take them apart again."""
    if not least:
        return most if most in {"", UNBOUNDED} else _AT_MOST + most
    if not most:
        return _AT_LEAST + least
    return _AT_LEAST + least + _AND_MORE if most == UNBOUNDED else least + _BETWEEN + most


def plain_range(declared: Range, measure: Measure) -> Json:
    """Give a quantity in the list's format: as its author declared it, else in base units."""
    text = declared.text or _say_base_units(declared, measure)
    if text.startswith(_AT_MOST):
        return {"max": _plain(text.removeprefix(_AT_MOST))}
    if text.startswith(_AT_LEAST):
        least = text.removeprefix(_AT_LEAST)
        if least.endswith(_AND_MORE):
            return {"min": _plain(least.removesuffix(_AND_MORE)), "max": UNBOUNDED}
        return {"min": _plain(least)}
    least, between, most = text.partition(_BETWEEN)
    return {"min": _plain(least), "max": _plain(most)} if between else _plain(text)


def _say_base_units(declared: Range, measure: Measure) -> str:
    least = "" if declared.minimum is None else measure.write(declared.minimum)
    most = "" if declared.maximum is None else measure.write(declared.maximum)
    if least and least == most:
        return least
    return _say(least, UNBOUNDED if declared.unbounded else most)


def _plain(text: str) -> str | Number:
    """Give back a number where a bare number was written."""
    if _JSON_INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _JSON_REAL.fullmatch(text) else text
