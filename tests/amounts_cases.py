"""Amounts to be read and said by Python and by the browser, and what Python makes of them."""

import random
from collections.abc import Callable
from typing import Any, Final

from ossr_catalogue.errors import QuantityError
from ossr_catalogue.matching.measures import MEASURES
from ossr_catalogue.model.amounts import format_bytes, format_count, format_duration
from ossr_catalogue.model.quantity import BYTES_IN, Amount, parse_bytes, parse_count, parse_duration

_NEAR: Final = (1, 60, 600, 1000, 1024, 3600, 86_400, 864_000, *BYTES_IN.values(), 2**53, 2**63)
_FACTORS: Final = (1, 999, 1000, 1001, 1125, 9995, 99_950, 100_500, 999_500, 1_023_000)
SIZES: Final = sorted(
    {max(0, near * factor // 1000 + off) for near in _NEAR for factor in _FACTORS for off in (-1, 0, 1)}
)
"""Amounts around every border between two ways of saying them."""
_TYPED: Final = (
    "16 GB", "16 GiB", "16GiB", "16", "16G", "16g", "16 k", "1.5 TB", ".5 MB", "5. kB", "1e3 B", "1E+3 B",
    "1e-3 B", "0.1 B", "1.1 GB", "+4 GB", "-4 GB", "16 Gb", "16 Gbit", "16 kbits", "16 gb", "16 GIB",
    "16 XB", "16 h", "2h", "2 h", "PT2H", "P1DT2H30M", "P1W", "PT", "P", "P1DT", "PT1.5H", " PT2H ",
    "190 min", "90 s", "10 d", "3 GB", "", " ", "abc", "1 2", "1,5 GB", "0", "1.5", "4.0", "007", "1e99 GB",
    "9e99", "8192 PiB", "8193 PiB", "8192.1 PiB", "PT90S", "P2DT3M", " " * 96 + "16 B", " " * 97 + "16 B",
    "9007199254740993 B", "1e18 B", "PT9999999999999999999999S", "16\u00a0GB", "\u0661 GB", "\x1cPT2H\x85",
    "\ufeffPT2H", "it's", 'say "16"', "1\n", "0.1", "0.00001", "1e-9", "100000000000000000000", "x" * 101,
)  # fmt: skip


def texts(count: int, seed: int) -> list[str]:
    """Give what people type, and what nobody types, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    numbers = (
        "1",
        "16",
        "0.5",
        "1.1",
        "999.9995",
        "1e3",
        "007",
        ".25",
        "12345678901234567890",
        "-1",
        "1.2.3",
        "P",
    )
    units = ("", *BYTES_IN, "s", "min", "h", "d", "G", "t", "Gb", "gb", "m", "T", "parsec")
    made = [
        chance.choice(("", " "))
        + chance.choice(numbers)
        + chance.choice(("", " ", "  "))
        + chance.choice(units)
        for _ in range(count)
    ]
    return [*_TYPED, *made]


def read_all(written: list[str]) -> list[Any]:
    """Read each text as bytes, as a duration, as a whole number and as a number."""
    return [[_tried(parse, text) for parse in _PARSERS] for text in written]


def _parse_fraction(text: str) -> Amount:
    return parse_count(text, whole=False)


_PARSERS: Final[tuple[Callable[[str], Amount], ...]] = (
    parse_bytes,
    parse_duration,
    parse_count,
    _parse_fraction,
)


def _tried(parse: Callable[[str], Amount], text: str) -> list[Any]:
    try:
        amount = parse(text)
    except QuantityError as error:
        return [error.problem, str(error), error.advice]
    return [format_count(amount.value), amount.unit, amount.assumed]


def said(sizes: list[int]) -> list[list[str]]:
    """Say each number as bytes and as seconds."""
    return [[format_bytes(one), format_duration(one)] for one in sizes]


def counts_said() -> dict[float, str]:
    """Say numbers of cores."""
    cores = next(measure for measure in MEASURES if measure.name == "cores")
    numbers = (0, 1, 2, 1000000, 2**60, 0.5, 1.5, 0.1, 1e-05, 1.25e-10, 0.0001, 1234567.5, 123456789.123)
    return {number: cores.say(number) for number in numbers}
