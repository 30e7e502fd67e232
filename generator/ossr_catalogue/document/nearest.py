"""The word that was surely meant."""

from collections.abc import Iterable
from typing import Final

_CLOSE: Final = 0.7
"""As `difflib.get_close_matches` counts; two slips in a key of the usual length."""
_VERY_CLOSE: Final = 0.8
"""One slip, or two letters that changed places."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the one of the *known* words that is most like a word; empty where none is like it.

    >>> nearest("compute_resources", ("compute-resources", "storage-resources"))
    'compute-resources'
    """
    from difflib import get_close_matches  # noqa: PLC0415 - most lists have no slips

    by_letters = {_letters(one): one for one in known}
    same = by_letters.get(_letters(word))
    close = get_close_matches(_letters(word), by_letters, n=1, cutoff=_CLOSE)
    return same or (by_letters[close[0]] if close else "")


def nearest_alone(word: str, known: Iterable[str]) -> str:
    """Give the nearest of the *known* words where it is very near, and no other is near; else nothing.

    >>> nearest_alone("titel", ("title", "type")), nearest_alone("format", ("data-format",))
    ('title', '')
    >>> nearest_alone("tpye", ("type", "title"))
    'type'
    """
    from difflib import get_close_matches  # noqa: PLC0415 - as above

    by_letters = {_letters(one): one for one in known}
    same = by_letters.get(_letters(word))
    close = get_close_matches(_letters(word), by_letters, n=2, cutoff=_CLOSE)
    very_close = [one for one in close if _is_very_close(_letters(word), one)]
    return same or (by_letters[close[0]] if close == very_close and len(close) == 1 else "")


def _is_very_close(one: str, other: str) -> bool:
    from difflib import SequenceMatcher  # noqa: PLC0415 - as above

    return sorted(one) == sorted(other) or SequenceMatcher(None, one, other).ratio() >= _VERY_CLOSE


def _letters(word: str) -> str:
    return "".join(filter(str.isalnum, word)).lower() or word
