"""Harvested text made safe to show: it moves no cursor, hides nothing, keeps the order of its letters."""

import unicodedata
from typing import Final

_UNSAFE: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Unicode categories of what is not seen: https://www.unicode.org/reports/tr44/#General_Category_Values."""
_JOINERS: Final = frozenset("\u200c\u200d")
"""Needed by scripts and emoji, and harmless."""
_SHORT: Final = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_TAB: Final = "    "


def visible(text: str) -> str:
    r"""Write out what cannot be seen, on one line.

    >>> visible("a\x1b[31m\u202eb\n")
    'a<U+001B>[31m<U+202E>b\\n'
    """
    if text.isprintable():
        return text
    return "".join(_SHORT.get(letter) or shown(letter) for letter in text)


def shown(letter: str) -> str:
    """Give what stands for one letter of a file where its line is shown."""
    if letter == "\t":
        return _TAB
    if letter in _JOINERS or unicodedata.category(letter) not in _UNSAFE:
        return letter
    return f"<U+{ord(letter):04X}>"
