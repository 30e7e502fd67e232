"""The word that was surely meant."""

from collections.abc import Iterable
from typing import Final

_CLOSE: Final = 0.7
"""As `difflib.get_close_matches` counts; two slips in a key of the usual length."""


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


def _letters(word: str) -> str:
    return "".join(filter(str.isalnum, word)).lower() or word
