"""What a plain scalar of YAML means here: the JSON value that it spells, else the text that it is.

YAML 1.1 (https://yaml.org/type/), which most programs still read, makes other values of some plain texts:
`no` is false, `1_000` a thousand, `12:30:00` is 45000. We read those as the text they are, and report them.
"""

import re
from typing import Final

from ossr_catalogue.document.builder import Scalar

_JSON_INTEGER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)")
_JSON_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_WORDS: Final[dict[str, Scalar]] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_TRAPS: Final = (
    ("true or false", r"yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF"),
    ("a date", r"\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d.*)?"),
    ("a number to the base 60", r"[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?"),
    ("a number to another base", r"[-+]?0(?:[0-7_]+|o[0-7]+|b[01_]+|x[\da-fA-F_]+)"),
    ("a number", r"[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?"),
    ("infinite or no number", r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"),
)
_TRAP: Final = re.compile("|".join(f"({pattern})" for _, pattern in _TRAPS), re.ASCII)
_STARTS_A_NUMBER: Final = frozenset("-0123456789")
_PERHAPS_A_TRAP: Final = frozenset("+-.0123456789yYnNoO")
_STARTS_OF_MORE: Final = _STARTS_A_NUMBER | _PERHAPS_A_TRAP | {word[:1] for word in _WORDS}
_LONGEST_NUMBER: Final = 400
_TRAP_LENGTH: Final = 40


def read_plain(text: str) -> Scalar:
    """Give the value that a plain scalar spells in JSON; its text where it spells none.

    >>> read_plain("16"), read_plain("no"), read_plain("010"), read_plain("true"), read_plain("~")
    (16, 'no', '010', True, None)
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _STARTS_A_NUMBER or len(text) > _LONGEST_NUMBER or not _JSON_NUMBER.fullmatch(text):
        return text
    if _JSON_INTEGER.fullmatch(text):
        return int(text)
    number = float(text)
    return text if abs(number) == float("inf") else number


def may_mean_more(text: str) -> bool:
    """Say whether a plain scalar may be anything but text, here or in YAML 1.1, by how it starts.

    >>> may_mean_more("Vela"), may_mean_more("no"), may_mean_more("")
    (False, True, True)
    """
    return text[:1] in _STARTS_OF_MORE


def is_too_large(text: str) -> bool:
    """Say whether a plain scalar is a number that was kept as text because no program can hold it."""
    starts_as_one = text[:1] in _STARTS_A_NUMBER
    return starts_as_one and bool(_JSON_NUMBER.fullmatch(text)) and isinstance(read_plain(text), str)


def trap(text: str) -> str | None:
    """Say what YAML 1.1 makes of a plain scalar that we keep as text; None where it keeps it too.

    >>> trap("no"), trap("1_000"), trap("12:30:00"), trap("Vela")
    ('true or false', 'a number', 'a number to the base 60', None)
    """
    if text[:1] not in _PERHAPS_A_TRAP or len(text) > _TRAP_LENGTH:
        return None
    found = _TRAP.fullmatch(text)
    return _TRAPS[found.lastindex - 1][0] if found and found.lastindex else None
