"""Letters that were decoded wrongly on their way: what they look like, and what they were."""

import re
from typing import Final

LOST: Final = "\ufffd"
"""Stands where a letter could not be decoded at all."""
_TAIL: Final = "\x80-\xbf" + bytes(range(0x80, 0xC0)).decode("cp1252", "ignore")
_PERHAPS: Final = re.compile(f"[\u00c2\u00c3][{_TAIL}]|\u00e2[{_TAIL}]{{2}}")
"""What UTF-8 of Latin letters and of quotation marks looks like when it is read as Windows-1252."""


def mended(text: str) -> str:
    """Take the wrong decoding back, where there was one.

    >>> mended("prÃ¨s de GenÃ¨ve, à midi")
    'près de Genève, à midi'
    """
    return text if text.isascii() else _PERHAPS.sub(_mend, text)


def _mend(match: re.Match[str]) -> str:
    return b"".join(map(_byte, match[0])).decode("utf-8")


def _byte(letter: str) -> bytes:
    return letter.encode("latin-1" if letter <= "\u00ff" else "cp1252")
