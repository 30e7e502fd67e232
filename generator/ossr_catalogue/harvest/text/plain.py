"""From HTML, or from anything at all, to one line of plain text."""

import html
import re
from typing import Final

_BREAKING: Final = frozenset(
    {"p", "br", "div", "li", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "hr"}
)
_PASSES: Final = 3
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)|<!\[.*?(?:>|\Z)", re.DOTALL)
"""With the marked sections, `<![…`, which browsers take for comments."""
_HIDDEN: Final = re.compile(
    r"<(script|style|template|head|svg)\b[^<>]*>.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_TAG: Final = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)[^<>]*(?:>|\Z)|<[!?][^<>]*(?:>|\Z)")
_SENTENCE_END: Final = re.compile(r"[.!?][\"')\]]?(?=\s)")


def one_line(text: str) -> str:
    """Collapse white space, and drop what cannot be printed: controls, and marks that turn text around."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def without_html(text: str) -> str:
    """Drop the tags and resolve the entities, also those that hide further tags.

    A `<` that remains is a comparison.

    >>> without_html("<p>E &lt; 1 TeV, &amp;lt;b&amp;gt;bold</p>")
    'E < 1 TeV, bold'
    >>> without_html("seen <![if !IE]> everywhere")
    'seen everywhere'
    """
    for _ in range(_PASSES):
        stripped = _strip_tags(text)
        if stripped == text:
            break
        text = stripped
    return one_line(without_tags_to_be(text))


def without_tags_to_be(text: str) -> str:
    """Keep what is only text apart from what Markdown would take for a tag: `a <b>` becomes `a < b>`."""
    return re.sub(r"<(?=[A-Za-z/!?])", "< ", text)


def shortened(text: str, length: int) -> str:
    """Cut at the end of a sentence, or else of a word, so that at most *length* letters remain.

    >>> shortened("One sentence. And another one.", 20)
    'One sentence.'
    """
    if len(text) <= length:
        return text
    ends = [match.end() for match in _SENTENCE_END.finditer(text[: length + 1])]
    if ends and ends[-1] >= length // 3:
        return text[: ends[-1]]
    return text[:length].rsplit(" ", 1)[0].rstrip(" ,;:-") + " …"


def _strip_tags(text: str) -> str:
    """Drop the tags; patterns do, since a parser takes seconds for a page of `<a <a <a`."""
    return html.unescape(_TAG.sub(_gap, _HIDDEN.sub(" ", _COMMENT.sub(" ", text))))


def _gap(tag: re.Match[str]) -> str:
    return " " if (tag[1] or "").lower() in _BREAKING else ""
