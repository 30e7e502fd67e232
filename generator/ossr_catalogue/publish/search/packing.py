"""The index as files: cut where a question needs one part only, compressed whatever the server does.

Every file is JSON under gzip. All of them lie in a folder that is named after their content: who has begun
with an older index never reads the files of a newer one.
"""

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from ossr_catalogue.publish.files import PublishedFile

_BINARY: Final = "application/octet-stream"
_PER_PART: Final = 12_000
"""Bytes of a part, roughly, as it is compressed."""
_PER_WORD: Final = 8
"""Bytes that a word takes itself, roughly."""
_PER_SPELLING: Final = 20_000
"""Words in a file."""
PER_CARDS: Final = 4
"""Entries in a file of what a page shows of them."""
_LEAST: Final = 48
"""The character for 0 where a number from 0 to 63 is written as one."""

Plain = dict[str, Any]
Places = Mapping[str, Sequence[int]]
"""For each word: number of an entry, weight of the word there, its share of a name, next number …"""


def packed(path: str, value: object) -> PublishedFile:
    """Make a file that is the same for the same value."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    content = gzip.compress(text.encode("utf-8", errors="replace"), compresslevel=9, mtime=0)
    return PublishedFile(path=path, content=content, media_type=_BINARY)


def word_parts(places: Places) -> Iterator[tuple[str, list[Any]]]:
    """Cut the words, sorted, into parts of like size, each with its first word.

    A part has four lists: words; for each word the numbers of the entries, each as the gap to the one before;
    the weights; the shares. What is alike stands together, which compresses well.
    """
    words: list[str] = []
    size = 0
    for word in sorted(places):
        more = _PER_WORD + len(places[word]) // 3
        if words and size + more > _PER_PART:
            yield words[0], _part(words, places)
            words, size = [], 0
        words.append(word)
        size += more
    if words:
        yield words[0], _part(words, places)


def _part(words: Sequence[str], places: Places) -> list[Any]:
    return [
        words,
        [_gaps(places[word][::3]) for word in words],
        [_as_text(places[word][1::3]) for word in words],
        [_as_text(places[word][2::3]).rstrip(chr(_LEAST)) for word in words],
    ]


def _gaps(numbers: Sequence[int]) -> list[int]:
    return [numbers[0], *(after - before for before, after in pairwise(numbers))]


def _as_text(small: Iterable[int]) -> str:
    """Write numbers from 0 to 63 as one character each.

    >>> _as_text([0, 1, 63])
    '01o'
    """
    return "".join(chr(_LEAST + number) for number in small)


def spelling_parts(frequencies: Mapping[str, int]) -> Iterator[tuple[str, list[Any]]]:
    """Cut the words that a slip may have been meant to be, each with how often it occurs."""
    words = sorted(frequencies)
    for start in range(0, len(words), _PER_SPELLING):
        part = words[start : start + _PER_SPELLING]
        yield part[0], [" ".join(part), [frequencies[word] for word in part]]


def facet(values_of_each: Sequence[tuple[str, ...]]) -> Plain:
    """Say which values each entry has: most share theirs with others.

    `each` has 0 for a set of values that is the next new one, else how far back its set is from there.

    >>> facet([("b",), ("b", "a"), ("b",), ()])
    {'values': ['a', 'b'], 'sets': [[1], [0, 1], []], 'each': [0, 0, 2, 0]}
    """
    values = sorted({value for values in values_of_each for value in values})
    places = {value: place for place, value in enumerate(values)}
    sets: dict[tuple[str, ...], int] = {}
    each = []
    for one in values_of_each:
        each.append(len(sets) - sets[one] if one in sets else 0)
        sets.setdefault(one, len(sets))
    return {"values": values, "sets": [sorted(places[value] for value in one) for one in sets], "each": each}


def generation(files: Iterable[PublishedFile]) -> str:
    """Name an index by its content."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.path}\0{len(file.content)}\0".encode())
        digest.update(gzip.decompress(file.content))
    return digest.hexdigest()[:12]
