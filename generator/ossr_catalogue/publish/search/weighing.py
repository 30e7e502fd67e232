"""How much a word says about what it stands in: the title decides, then keywords, then what it belongs to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.model.plain_text import visible
from ossr_catalogue.publish.search.words import IGNORED, chunks, pairs, words_of

MOST_WEIGHT: Final = 31
WHOLE: Final = 63
"""Of a name: all its words together."""

_NAME: Final = 8.0
_TITLE: Final = 5.0
_PAIR: Final = 4.0
_HALF: Final = 5.0
"""The weight that gets half of the most: what a word says more often, it says with less and less force."""
_TYPICAL_WORDS: Final = 80
_PARTS_OF_TITLE: Final = re.compile(r"[,:;()\[\]]|\s[-–—|]\s")  # noqa: RUF001 - dashes as people write them
_LATER: Final = 0.75
"""Of the share of a word in a later part of a title: `a notebook of …`, `(docs)`."""
_ADDRESS: Final = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A text beside the title, and how much a word in it weighs."""

    text: str
    weight: float
    is_prose: bool = False
    """True where a word weighs less the more there are around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What a word says."""

    weight: int
    """From 1 to `MOST_WEIGHT`."""
    share: int
    """Of a name, out of `WHOLE`: how much of it the word is. Names are the title and each part of it."""


def weigh(title: str, fields: Iterable[Field], *, doubt: bool = False) -> dict[str, Weight]:
    """Weigh every word that something is found by.

    Args:
        title: what it is called.
        fields: its other texts.
        doubt: whether it may not be meant for others; it comes after what is.
    """
    shares = _shares(title)
    weights = {word: _TITLE + _NAME * share for word, share in shares.items()}
    for pair in pairs(title):
        weights.setdefault(pair, _PAIR)
    for field in fields:
        _add(weights, field)
    scale = (0.5 if doubt else 1) * MOST_WEIGHT
    return {
        word: Weight(
            weight=max(1, round(scale * weight / (weight + _HALF))),
            share=0 if doubt else round(WHOLE * shares.get(word, 0)),
        )
        for word, weight in weights.items()
    }


def _shares(title: str) -> dict[str, float]:
    shares: dict[str, float] = {}
    first, *later = _PARTS_OF_TITLE.split(title)
    for part, most in ((title, 1), (first, 1), *((part, _LATER) for part in later)):
        telling = [words for words in map(words_of, chunks(part)) if words and words[0] not in IGNORED]
        for whole, *pieces in telling:
            shares[whole] = max(shares.get(whole, 0), most / len(telling))
            for piece in pieces:
                shares[piece] = max(shares.get(piece, 0), most / len(telling) / len(pieces))
    return shares


def _add(weights: dict[str, float], field: Field) -> None:
    text = _ADDRESS.sub(" ", visible(field.text))
    found = [word for chunk in chunks(text) for word in words_of(chunk) if word not in IGNORED]
    crowd = 0.25 + 0.75 * len(found) / _TYPICAL_WORDS if field.is_prose else 1
    for word in found:
        weights[word] = weights.get(word, 0) + field.weight / max(crowd, 0.5)
