"""From HTML, or from anything at all, to one line of plain text."""

import html
import re
from html.parser import HTMLParser
from typing import Final

_HIDDEN: Final = frozenset({"script", "style", "template", "head", "svg"})
_BREAKING: Final = frozenset(
    {"p", "br", "div", "li", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "hr"}
)
_PASSES: Final = 3
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)|<!\[.*?(?:>|\Z)", re.DOTALL)
"""With the marked sections, `<![…`, which browsers take for comments and Python's parser does not survive."""
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
    return one_line(re.sub(r"<(?=[A-Za-z/!?])", "< ", text))


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
    if "<" not in text:
        return html.unescape(text)
    reader = _TextOnly()
    reader.feed(_COMMENT.sub(" ", text))
    reader.close()
    return "".join(reader.pieces)


class _TextOnly(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base class says so
        self._hidden += tag in _HIDDEN
        self._break_at(tag)

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in _HIDDEN))
        self._break_at(tag)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(data)

    def _break_at(self, tag: str) -> None:
        if tag in _BREAKING:
            self.pieces.append(" ")
