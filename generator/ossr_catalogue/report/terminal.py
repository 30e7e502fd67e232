"""What a terminal shows: colours, and the letters that it has."""

import unicodedata
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.model.finding import Severity
from ossr_catalogue.report.visible import shown, visible

RED: Final = 196
ORANGE: Final = 166
TEAL: Final = 31
BLUE: Final = 32
"""Of the cube of 256 colours, which no theme changes, those that are read on white as on black.

The sixteen named ones are not: yellow and cyan vanish on white, blue on black.
https://en.wikipedia.org/wiki/ANSI_escape_code#8-bit
"""
_OF_SEVERITY: Final = {Severity.ERROR: RED, Severity.WARNING: ORANGE, Severity.NOTE: TEAL}

_IN_ASCII: Final = {"→": "->", "…": "...", "≤": "<=", "≥": ">="}
"""Signs of our own messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """Colours text or leaves it as it is, and writes out what cannot be shown."""

    color: bool
    encoding: str

    def severity(self, severity: Severity, text: str) -> str:
        """Give a text the colour of how bad it is."""
        return self._paint(text, f"1;38;5;{_OF_SEVERITY[severity]}")

    def strong(self, text: str) -> str:
        """Make a text bold."""
        return self._paint(text, "1")

    def frame(self, text: str) -> str:
        """Set a text apart from what is quoted."""
        return self._paint(text, f"38;5;{BLUE}")

    def visible(self, text: str) -> str:
        """Write a text on one line, without anything that cannot be seen."""
        text = visible(text)
        if self._shows(text):
            return text
        return "".join(
            letter if self._shows(letter) else _IN_ASCII.get(letter, _written_out(letter)) for letter in text
        )

    def shown(self, letter: str) -> str:
        """Give what stands for one letter of a file where its line is shown."""
        return shown(letter) if self._shows(letter) else _written_out(letter)

    def width(self, text: str) -> int:
        """Say how many columns the letters of a file take, as they are shown."""
        if text.isascii() and text.isprintable():
            return len(text)
        return sum(map(self._width, text))

    def _width(self, letter: str) -> int:
        text = self.shown(letter)
        if len(text) > 1 or text.isascii():
            return len(text)
        if unicodedata.category(text) in {"Mn", "Me", "Cf"} or "\u1160" <= text <= "\u11ff":
            return 0  # what joins the letter before it: accents, joiners, the later parts of Korean syllables
        return 2 if unicodedata.east_asian_width(text) in {"W", "F"} else 1

    def _shows(self, text: str) -> bool:
        if text.isascii():
            return True
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.color and text else text


def _written_out(letter: str) -> str:
    return f"<U+{ord(letter):04X}>"
