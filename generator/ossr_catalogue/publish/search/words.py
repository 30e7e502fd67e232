"""Texts as words that can be looked up: without case and accents, compounds as a whole and by their parts.

`assets/words.js` does the same to what is typed; `tests/words_table.json` holds both to it.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

_CHUNK: Final = re.compile(r"[^\W_]+(?:[-_.'\u2019][^\W_]+)*")
"""What is written in one, `H.E.S.S.`, `hi-friends`, `lstchain_create_dl3_file`, `TSMapEstimator`."""
_PART: Final = re.compile(r"[^\W_]+")
_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_LONGEST: Final = 40
"""Letters of a word; what is longer is data."""
_MOST_PARTS: Final = 8

_IGNORED: Final = """
a an and are as at be by can for from has have how in into is it its of on or that the this to was we what
which with you your
"""
IGNORED: Final = frozenset(_IGNORED.split())
"""Words that say nothing about a text."""


def fold(text: str) -> str:
    """Take case and accents away.

    >>> fold("Édition ﬁne")
    'edition fine'
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(one for one in decomposed if not unicodedata.category(one).startswith("M")).lower()


def chunks(text: str) -> Iterator[str]:
    """Give what is written in one, as it is written."""
    for found in _CHUNK.finditer(text if text.isascii() else unicodedata.normalize("NFKC", text)):
        yield found[0]


@lru_cache(maxsize=1 << 17)
def words_of(chunk: str) -> tuple[str, ...]:
    """Give every word by which a chunk is found, the whole first.

    >>> words_of("TSMapEstimator")
    ('tsmapestimator', 'ts', 'map', 'mapestimator', 'estimator')
    >>> words_of("hi-friends")
    ('hifriends', 'hi', 'friends')
    """
    segments = _PART.findall(chunk)[:_MOST_PARTS]
    found = dict.fromkeys(["".join(segments), *(word for segment in segments for word in _ends(segment))])
    if len(segments) > 2:  # noqa: PLR2004 - of two, the parts are the ends
        starts = (start for start in range(1, len(segments)) if len(segments[start]) > 1)
        found |= dict.fromkeys("".join(segments[start:]) for start in starts)
    # Single letters of an abbreviation lead nowhere.
    alone = len(segments) == 1
    folded = (fold(word) for word in found)
    return tuple(word for word in dict.fromkeys(folded) if len(word) <= _LONGEST and (alone or len(word) > 1))


def _ends(segment: str) -> Iterator[str]:
    """Give a segment by its humps: each, and from each to the end."""
    humps = _HUMP.sub(" ", segment).split(" ")
    yield segment
    if len(humps) > 1:
        for start, hump in enumerate(humps):
            if len(hump) > 1:
                yield hump
            if start:
                yield "".join(humps[start:])


def pairs(text: str) -> Iterator[str]:
    """Give neighbours in one: a `light curve` is a lightcurve too."""
    plain = [fold(chunk) for chunk in chunks(text)]
    for one, other in pairwise(plain):
        if one.isalnum() and other.isalnum() and one not in IGNORED and other not in IGNORED:
            yield one + other
