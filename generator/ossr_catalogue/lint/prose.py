"""What is asked of titles and descriptions: words, likeness, leftovers of templates, letters nobody sees."""

import re
from functools import cache, lru_cache
from typing import Final

from ossr_catalogue.lint.placeholders import PLACEHOLDERS

_IDEOGRAPHS: Final = "\u3040-\u9fff"
"""Kana and Han, with what lies between."""
_FIRST_IDEOGRAPH: Final = _IDEOGRAPHS[0]
_WORD: Final = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_LETTERS: Final = re.compile(r"[^\W_]+")
_KEPT: Final = 32
"""Texts whose words are known: several rules ask for them one after the other."""
_ARTICLES: Final = re.compile(r"^(?:(?:todo|a|an|the|my) )+")
_QUOTED_LENGTH: Final = 60

_HIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\ufff9-\ufffb]")
_DIRECTION: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")

_ELEMENTS: Final = frozenset(
    re.findall(
        r"\w+",
        """
        a abbr address article aside audio b base blockquote body br button canvas caption center cite
        code col colgroup dd del details div dl dt em embed fieldset figcaption figure font footer form
        frame h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label li link main map
        mark meta nav object ol option p param picture pre progress q s samp script section select
        small source span strike strong style sub summary sup svg table tbody td textarea tfoot th
        thead time title tr tt u ul var video wbr
        """,
    )
)
_TAG: Final = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)(?:\s[^<>]*)?/?>|<!--")
_CODE: Final = re.compile(r"^(```|~~~)[\s\S]*?(?:^\1|\Z)|(`+)(?!`)[\s\S]*?(?<!`)\2(?!`)", re.MULTILINE)
_LOOKED_AT: Final = 20_000
"""Letters of a text in which code is told from prose; backticks without end take time."""


@cache
def _word_or_ideograph() -> re.Pattern[str]:
    """Compile when it is needed: the wide range takes a millisecond."""
    return re.compile(rf"[{_IDEOGRAPHS}]|[^\W_{_IDEOGRAPHS}]+(?:['\u2019-][^\W_]+)*")


@lru_cache(_KEPT)
def words(text: str) -> tuple[str, ...]:
    """Give the words of a text; `spectro-polarimetric` is one, a number too, and so is each ideograph."""
    pattern = _WORD if max(text, default="") < _FIRST_IDEOGRAPH else _word_or_ideograph()
    return tuple(pattern.findall(text))


def extent(text: str) -> int:
    """Count the letters of a text; an ideograph says as much as two."""
    length = len(text.strip())
    if max(text, default="") < _FIRST_IDEOGRAPH:
        return length
    return length + len(re.findall(f"[{_IDEOGRAPHS}]", text))


@lru_cache(_KEPT)
def normalised(text: str) -> str:
    """Give a text without case, punctuation and spacing, for comparing.

    >>> normalised("  Untitled_Notebook! ")
    'untitled notebook'
    """
    return " ".join(_LETTERS.findall(text.casefold()))


def is_placeholder(text: str) -> bool:
    """Say whether a whole text is one that templates carry; `Untitled12` counts as `Untitled`."""
    bare = _ARTICLES.sub("", normalised(text).rstrip("0123456789 "))
    return bare in PLACEHOLDERS


def likeness(one: str, other: str) -> float:
    """Say how many of the words of two texts they share: 0 none, 1 all (the Jaccard index)."""
    first, second = set(normalised(one).split()), set(normalised(other).split())
    shared = len(first & second)
    return shared / (len(first) + len(second) - shared) if first or second else 0.0


def html_tag(text: str) -> str | None:
    """Give the first HTML tag outside of code; None for `a < b`, `<ref>` and the like."""
    if "<" not in text:
        return None
    tags = _TAG.finditer(_CODE.sub("", text[:_LOOKED_AT]))
    return next((tag[0] for tag in tags if tag[1] is None or tag[1].lower() in _ELEMENTS), None)


def hidden_character(text: str) -> str | None:
    """Give the first control or zero-width character; joiners, which scripts and emoji need, are none."""
    found = None if text.isprintable() else _HIDDEN.search(text)
    return found[0] if found else None


def without_hidden_characters(text: str) -> str:
    """Give a text without them."""
    return _HIDDEN.sub("", text)


def without_direction_overrides(text: str) -> str:
    """Give a text without the characters that make it read in another order."""
    return _DIRECTION.sub("", text)


def direction_override(text: str) -> str | None:
    """Give the first character that makes text read in another order than it is stored."""
    found = None if text.isprintable() else _DIRECTION.search(text)
    return found[0] if found else None


def code_point(character: str) -> str:
    """Name a character that cannot be shown: `U+202E`."""
    return f"U+{ord(character):04X}"


def quoted(text: str) -> str:
    """Quote a text of the file in a message, on one line and not too long."""
    line = " ".join(text.split())
    return f'"{line}"' if len(line) <= _QUOTED_LENGTH else f'"{line[: _QUOTED_LENGTH - 1].rstrip()}…"'
