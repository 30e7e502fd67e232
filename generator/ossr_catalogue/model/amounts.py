"""Amounts as people read them: exact where that is short, else rounded to three digits.

The site says them in the same words by its own `amounts.js`; one table of examples holds both.
"""

from typing import Final

from ossr_catalogue.model.quantity import BYTES_IN, SECONDS_IN, Number

_DECIMAL: Final = ("B", "kB", "MB", "GB", "TB", "PB")
_ROUNDS_TO_ONE: Final = 9995
"""So many ten-thousandths of a unit are said as 1 of it: of the next smaller one they would be 1000."""


def format_bytes(size_bytes: Number) -> str:
    """Say an amount in the unit that makes the shortest exact text, else rounded to three digits.

    >>> format_bytes(17179869184), format_bytes(344 * 1000**3), format_bytes(1500)
    ('16 GiB', '344 GB', '1500 B')
    >>> format_bytes(999_999_999_500)
    '1 TB'
    """
    exact = [
        (f"{size_bytes // factor} {unit}") for unit, factor in BYTES_IN.items() if size_bytes % factor == 0
    ]
    shortest = min(exact, key=len, default="")
    if shortest and len(shortest) <= len("1023 GiB"):
        return shortest
    unit = next(u for u in reversed(_DECIMAL) if size_bytes * 10_000 >= _ROUNDS_TO_ONE * BYTES_IN[u])
    return f"{_three_digits(round(size_bytes), unit)} {unit}"


def format_bytes_in(size_bytes: int, unit: str, digits: int) -> str:
    """Say an amount as a number of a unit, rounded half up to so many digits after the point.

    >>> format_bytes_in(239_900_000_000, "GB", 1)
    '239.9'
    """
    factor = BYTES_IN[unit]
    # In whole numbers: a quotient of floats is rounded twice, and by JavaScript in another way.
    shifted = (2 * size_bytes * 10**digits + factor) // (2 * factor)
    whole, rest = divmod(shifted, 10**digits)
    return f"{whole}.{rest:0{digits}d}" if digits else str(whole)


def format_count(number: Number) -> str:
    """Say a number of things exactly, halves included.

    >>> format_count(4), format_count(4.0), format_count(0.5)
    ('4', '4', '0.5')
    """
    return str(int(number)) if number == int(number) else str(number)


def format_duration(seconds: Number) -> str:
    """Say a duration in its largest whole unit, days only from ten on: `190 h`, `30 min`, `90 s`."""
    unit, factor = next(
        (u, f) for u, f in reversed(SECONDS_IN.items()) if seconds % f == 0 and (f <= seconds or f == 1)
    )
    if unit == "d" and seconds < 10 * factor:
        unit, factor = "h", SECONDS_IN["h"]
    return f"{seconds // factor} {unit}"


def _three_digits(size_bytes: int, unit: str) -> str:
    """Round to three digits at least, without zeros at the end."""
    texts = [format_bytes_in(size_bytes, unit, digits) for digits in (2, 1, 0)]
    text = next((text for text in texts if len(text) <= len("9.99")), texts[-1])
    return text.rstrip("0").rstrip(".") if "." in text else text
