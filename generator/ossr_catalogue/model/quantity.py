"""Amounts of memory, time and things, parsed once into base units; `amounts` says them again.

Bytes follow IEC 80000-13 and the SI: kB, MB, GB … are powers of 1000, KiB, MiB, GiB … powers of 1024.
Durations follow ISO 8601. Nothing here guesses: what is not a quantity raises `QuantityError`.
"""

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ossr_catalogue.errors import QuantityError

if TYPE_CHECKING:
    from fractions import Fraction

KIB: Final = 1024
MIB: Final = 1024**2
GIB: Final = 1024**3
TIB: Final = 1024**4
PIB: Final = 1024**5

BYTES_IN: Final = {
    "B": 1,
    "kB": 1000,
    "MB": 1000**2,
    "GB": 1000**3,
    "TB": 1000**4,
    "PB": 1000**5,
    "KiB": KIB,
    "MiB": MIB,
    "GiB": GIB,
    "TiB": TIB,
    "PiB": PIB,
}
SECONDS_IN: Final = {"s": 1, "min": 60, "h": 3600, "d": 86_400}

_NUMBER_AND_UNIT = re.compile(
    r"\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?)\s*([^\W\d_]*)\s*", re.ASCII
)
_DURATION = re.compile(
    r"P(?:(?P<w>\d+)W)?(?:(?P<d>\d+)D)?(?:T(?:(?P<h>\d+)H)?(?:(?P<m>\d+)M)?(?:(?P<s>\d+)S)?)?", re.ASCII
)
_SECONDS_IN_FIELD = {"w": 604_800, "d": 86_400, "h": 3600, "m": 60, "s": 1}
_LARGEST: Final = 2**63
"""Beyond this an amount is a slip: 8 EiB of memory, or longer than the universe is old."""
_LONGEST_TEXT: Final = 100
"""Letters; nobody writes an amount in more, and matching takes time that grows with their square."""

Number = int | float


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One parsed amount, in its base unit: bytes, seconds, or a count."""

    value: Number
    unit: str = ""
    """The unit as it was written, or as it was assumed."""
    assumed: bool = False
    """True where the text does not say the unit in so many letters (`16G`) and we read the usual one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """What is needed at least, and what can be used at most, in base units.

    None means that nothing is declared: neither zero nor a default.
    """

    minimum: Number | None = None
    maximum: Number | None = None
    unbounded: bool = False
    """True where it is said in words that more is always of use."""
    text: str = ""
    """As its author declared it, for people."""


def parse_bytes(value: str | Number) -> Amount:
    """Read an amount of memory or storage; a bare number is in GiB, as in the ExecutionBroker.

    Returns:
        Whole bytes. A fraction of a byte is rounded up: it is needed.

    Raises:
        QuantityError: with the problem `bits`, `unknown-unit`, `wrong-kind`, `not-a-number`, `negative`
            or `too-large`.

    >>> parse_bytes("16 GiB").value == 16 * GIB
    True
    >>> parse_bytes("16G")
    Amount(value=17179869184, unit='GiB', assumed=True)
    >>> parse_bytes("16 Gb")
    Traceback (most recent call last):
    ...
    ossr_catalogue.errors.QuantityError: "Gb" are bits, not bytes
    """
    number, unit = _split(value)
    known, assumed = _unit_of_bytes(unit)
    return Amount(value=_whole(number * BYTES_IN[known], value), unit=known, assumed=assumed)


def parse_duration(value: str | Number) -> Amount:
    """Read a duration, `PT190H` (ISO 8601) or `190 h`.

    Returns:
        Whole seconds, rounded up.

    Raises:
        QuantityError: as `parse_bytes`, and with the problem `no-unit` for a bare number.

    >>> parse_duration("PT190H").value == parse_duration("190 h").value == 684_000
    True
    """
    if isinstance(value, str) and value.strip().startswith("P"):
        return Amount(value=_iso_seconds(value.strip()), unit="s")
    number, unit = _split(value)
    if not unit:
        raise QuantityError(
            f"{value!r} has no unit of time",
            advice=f'write "PT{value}H" or "{value} h" if hours were meant',
            problem="no-unit",
        )
    if unit not in SECONDS_IN:
        raise _unknown_time_unit(unit)
    return Amount(value=_whole(number * SECONDS_IN[unit], value), unit=unit)


def parse_count(value: str | Number, *, whole: bool = True) -> Amount:
    """Read a number of things: cores, nodes, GPUs.

    Args:
        value: a number, or a text that holds nothing but one.
        whole: False where a fraction makes sense (half a core).

    Raises:
        QuantityError: with the problem `not-a-number`, `negative`, `wrong-kind`, `not-whole` or `too-large`.
    """
    number, unit = _split(value)
    if unit:
        raise QuantityError(
            f'"{unit}" is no unit of a plain number', advice=f"write {_plain(number)}", problem="wrong-kind"
        )
    if whole and number.denominator != 1:
        raise QuantityError(
            f"{value} is not a whole number", advice=f"write {math.ceil(number)}", problem="not-whole"
        )
    return Amount(value=_whole(number, value) if number.denominator == 1 else float(number))


def _exact(written: str | int) -> "int | Fraction":
    """Give a number without loss; most are whole, and a list of such loads no fractions."""
    if isinstance(written, int) or written.isdecimal():
        return int(written)
    from fractions import Fraction  # noqa: PLC0415 - 3 ms

    return Fraction(written)


def _split(value: str | Number) -> "tuple[int | Fraction, str]":
    if isinstance(value, str):
        match = _NUMBER_AND_UNIT.fullmatch(value) if len(value) <= _LONGEST_TEXT else None
        if not match:
            raise _not_a_number(value)
        number, unit = _exact(match[1]), match[2]
    else:
        if isinstance(value, float) and not math.isfinite(value):
            raise _not_a_number(value)
        number, unit = _exact(str(value) if isinstance(value, float) else value), ""
    if number < 0:
        raise QuantityError(f"{value} is negative", advice="write a number from 0", problem="negative")
    return number, unit


def _whole(number: "int | Fraction", written: str | Number) -> int:
    if number > _LARGEST:
        raise QuantityError(
            f"{written} is beyond every machine", advice="check the unit", problem="too-large"
        )
    return math.ceil(number)


def _unit_of_bytes(unit: str) -> tuple[str, bool]:
    """Give the known unit behind what was written, and whether it had to be assumed."""
    if not unit:
        return "GiB", False
    if unit in BYTES_IN:
        return unit, False
    if len(unit) == 1 and unit.upper() in "KMGTP":
        return f"{unit.upper()}iB", True
    if unit in SECONDS_IN:
        raise QuantityError(
            f'"{unit}" is a unit of time, not of bytes', advice="write e.g. 16 GiB", problem="wrong-kind"
        )
    if re.fullmatch(r"[kKMGTP]i?b(?:it)?s?", unit):
        prefix = unit[0].upper()
        decimal = "k" if prefix == "K" else prefix
        raise QuantityError(
            f'"{unit}" are bits, not bytes',
            advice=f'write "{prefix}iB" (powers of 1024) or "{decimal}B" (powers of 1000)',
            problem="bits",
        )
    raise QuantityError(
        f'"{unit}" is not a unit of bytes', advice=_nearest_unit(unit), problem="unknown-unit"
    )


def _nearest_unit(unit: str) -> str:
    near = [known for known in BYTES_IN if known.lower() == unit.lower()]
    if near:
        return f'did you mean "{near[0]}"? Upper and lower case matter'
    return f"write one of {', '.join(BYTES_IN)}"


def _unknown_time_unit(unit: str) -> QuantityError:
    if unit in BYTES_IN:
        return QuantityError(
            f'"{unit}" is a unit of bytes, not of time', advice="write e.g. PT2H", problem="wrong-kind"
        )
    return QuantityError(
        f'"{unit}" is not a unit of time',
        advice=f"write one of {', '.join(SECONDS_IN)}",
        problem="unknown-unit",
    )


def _iso_seconds(text: str) -> int:
    match = _DURATION.fullmatch(text)
    fields = {name: number for name, number in match.groupdict().items() if number} if match else {}
    if not fields or text.endswith("T"):
        raise QuantityError(
            f'"{text}" is not an ISO 8601 duration', advice="write e.g. PT190H", problem="not-a-number"
        )
    return _whole(sum(int(n[:20]) * _SECONDS_IN_FIELD[name] for name, n in fields.items()), text)


def _not_a_number(value: str | Number) -> QuantityError:
    return QuantityError(
        f"{value!r} is not an amount", advice="write a number and a unit", problem="not-a-number"
    )


def _plain(number: "int | Fraction") -> str:
    return str(number.numerator) if number.denominator == 1 else str(float(number))
