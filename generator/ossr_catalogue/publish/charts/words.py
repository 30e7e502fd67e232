"""How much room words take; there is no browser to ask when the pages are made."""

import unicodedata
from typing import Final

NARROWEST: Final = 20.0
"""Width in em of a chart on the narrowest phone, 320 pixels; everything has to have room there."""
ROOMY: Final = 26.0
"""From this width on a longer wording is shown, if there is one; `charts.css` knows it too."""
_GAP: Final = 1.0
"""Em between two texts on one line."""
_NARROW: Final = frozenset("iIjl.,:;'|!()[]{} ftr-/")
_WIDE: Final = frozenset("mwMW@%&—…")


def width(text: str) -> float:
    """Estimate the width of a text in em; rather too much than too little.

    >>> width("iii") < width("nnn") < width("MMM")
    True
    """
    return sum(map(_width, text))


def shortened(text: str, room: float) -> str:
    """Cut a text such that it has room, in em.

    >>> shortened("Virtual Research Environment", 8), shortened("short", 8)
    ('Virtual Resear…', 'short')
    """
    if width(text) <= room:
        return text
    kept = text
    while kept and width(kept) + width("…") > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def beside(other: str, whole: float = NARROWEST) -> float:
    """Give the room that another text on the same line leaves, in em."""
    return whole - width(other) - _GAP


def _width(letter: str) -> float:
    if letter in _NARROW:
        return 0.34
    if letter in _WIDE:
        return 1.0
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in {"W", "F"}:
        return 1.05
    return 0.7 if letter.isupper() else 0.57
