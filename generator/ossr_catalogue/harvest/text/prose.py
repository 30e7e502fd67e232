"""Find, among headings, badges, authors and instructions, the sentence that says what a thing is."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import islice, takewhile
from typing import Final

from ossr_catalogue.harvest.text.markdown import Block, Part
from ossr_catalogue.harvest.text.plain import one_line, shortened

LENGTH: Final = 600
"""A description that is drawn from a text is cut here."""
_LOOKED_AT: Final = 200
"""Blocks; what comes later no longer introduces anything."""
_MIN_LENGTH: Final = 40
_MIN_WORDS: Final = 6
_MIN_ANNOUNCEMENT: Final = 4
"""Words before a colon: `Content:` announces no sentence."""
_MIN_LOWER_CASE: Final = 0.5
"""Of the words; names and affiliations have hardly any."""
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_MADE: Final = r"(created|conceived|written|authored|developed|adapted|prepared|maintained)"
_CREDIT: Final = re.compile(
    rf"^\W*(originally )?{_MADE}( \w+)? by|(notebook|tutorial|version|work)s? (\w+ ){{0,5}}{_MADE} by"
    r"|\bwrote\b|^\W*(authors?|contact|maintainers?|skills|keywords?)\b"
    r"|^\W*(this|the) (\w+ ){0,2}(notebook|tutorial|example)s? (is|was) (\w+ )?(based|taken|inspired) "
    r"|\b(material|content)s? (is|are|was|were) (\w+ )?(taken|adapted) from"
    r"|^\W*(\w+ )?(based on|inspired (by|from)|taken from|adapted from)\b",
    re.IGNORECASE,
)
_HOUSEKEEPING: Final = re.compile(
    r"(to run this|you (will )?need|you must|you can (download|find|skip)|in case you|note that|note:|n\.b\."
    r"|important|warning|can be run locally|(this|the) (repository|project) (has )?moved|if you use"
    r"|please cite|to cite\b|click|see (the )?(also|full)|install|keywords?\b|key words|superseded"
    r"|the (latest|newest|current) version|even if|currently\b|if (the|your|these)\b|before (we|you|running)"
    r"|as of \w+ \d|one should\b"
    r"|all (the )?(further )?information\b|(this|the) notebook builds on"
    r"|to [\w ]{1,40}, (one can|you can|run|do|type|simply)"
    r"|(git|conda|mamba|pip3?|docker|wget|curl|source|export|cd|sudo|python3?) [a-z-]+ \S*[/.=_-])",
    re.IGNORECASE,
)
_ELSEWHERE: Final = re.compile(r"\b(can|may) be found (on|at|here|in the)\b", re.IGNORECASE)
_TABLE: Final = re.compile(r"\|[^|]*\||-{4,}")
_ADDRESS: Final = re.compile(r"\bhttps?://\S+")
_LABEL: Final = re.compile(r"(description|abstract|summary|overview|goal|aim|purpose)s? ?: ", re.IGNORECASE)
"""What some put before the sentence."""
_NOTICE: Final = re.compile(
    r"notice|warning|important|deprecat|install|licen[cs]e|author|contact", re.IGNORECASE
)
_BOLD: Final = re.compile(r"(\*\*|__)(?:(?!\1).)+\1[.!]?", re.DOTALL)


def is_prose(text: str) -> bool:
    """Tell sentences from authors, affiliations, badges and notes about running it; *text* is plain."""
    words = _WORD.findall(_ADDRESS.sub("", text))
    if len(text) < _MIN_LENGTH or len(words) < _MIN_WORDS:
        return False
    lower = sum(word[0].islower() for word in words)
    start = text[: 3 * _MIN_LENGTH]
    return (
        lower >= _MIN_LOWER_CASE * len(words)
        and not _CREDIT.search(start)
        and not _ELSEWHERE.search(start)
        and not _TABLE.search(text)
        and not _HOUSEKEEPING.match(text.lstrip("⚠️*_ "))
    )


def description(blocks: Iterable[Block], inline: Callable[[str], str]) -> str:
    """Give the first paragraph that says what this is, as plain text; empty if none does.

    A paragraph that announces a list (`… we will:`) brings its points along. What stands below a heading
    such as *Important notice* or *Installation* speaks about something else.
    """
    found = first_prose(blocks, inline)
    return found[1] if found else ""


def first_prose(blocks: Iterable[Block], inline: Callable[[str], str]) -> tuple[int, str] | None:
    """Give `description`, and which of the blocks it is."""
    blocks = tuple(islice(blocks, _LOOKED_AT))
    beside = False
    for index, block in enumerate(blocks):
        if block.part is Part.HEADING:
            beside = bool(_NOTICE.search(block.text))
        elif block.part is Part.PARAGRAPH and not beside and not _is_bold_throughout(block.text):
            text = _with_points(_unlabelled(inline(block.text)), blocks[index + 1 :], inline)
            if is_prose(text):
                return index, shortened(text, LENGTH)
    return None


def _unlabelled(text: str) -> str:
    """Drop the label of `Description: Explore them`."""
    label = _LABEL.match(text)
    rest = text[label.end() :] if label else text
    return rest[:1].upper() + rest[1:] if label else rest


def _is_bold_throughout(text: str) -> bool:
    """Say whether it is a note in bold, as forks and deprecations are announced."""
    return all(_BOLD.fullmatch(line.strip()) for line in text.splitlines())


def _with_points(text: str, following: Sequence[Block], inline: Callable[[str], str]) -> str:
    """Complete what ends in a colon by the list below it; without one, drop the sentence that announces."""
    if not text.endswith(":"):
        return text
    *before, last = re.split(r"(?<=[.!?])\s+(?=[A-Z])", text)
    points = [inline(block.text).rstrip(" ,;.") for block in takewhile(_is_point, following)]
    if not points or len(last.split()) < _MIN_ANNOUNCEMENT:
        return " ".join(before)
    return one_line(f"{text} {'; '.join(points)}.")


def _is_point(block: Block) -> bool:
    return block.part is Part.ITEM
