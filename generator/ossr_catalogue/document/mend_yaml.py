"""Texts of YAML that hold `: ` and lack quotes, which people write more often than any other mistake."""

import re
from typing import Final

from ossr_catalogue.document.changes import Correction, ReplaceText
from ossr_catalogue.document.node import Span
from ossr_catalogue.document.scalar_text import Style, written
from ossr_catalogue.document.yaml_reader import read_yaml

_LONGEST: Final = 200_000
"""Letters of a text that is looked at; it is read again for each line that is mended."""
_MOST: Final = 20
_LONGEST_LINE: Final = 500
_LINE: Final = re.compile(
    r" *(?:- +)*[\w$][\w$ -]*:[ \t]+(?P<text>[^\s'\"\[\]{}|>&*!#%@`](?:[^\r\n#]|(?<!\s)#)*?)"
    r"[ \t]*(?:[\r\n]|\Z|(?<=\s)#)"
)
"""A key and its text, up to a comment."""


def quote_colons(text: str) -> Correction | None:
    """Propose quotes around the texts that hold a second `: `; None where that does not make it YAML."""
    changes: list[ReplaceText] = []
    mended = text
    while len(text) <= _LONGEST and len(changes) <= _MOST:
        reading = read_yaml(mended)
        if reading.root is not None:
            return Correction(title="Put the text in quotes", changes=tuple(changes), is_safe=False)
        start = _line_start(mended, reading.problems[0].span.start)
        found = _LINE.match(mended, start, start + _LONGEST_LINE)
        if not found or ": " not in found["text"]:
            return None
        start, end = found.span("text")
        quoted = f'"{written(found["text"], Style.DOUBLE)}"'
        shift = len(mended) - len(text)
        changes.append(ReplaceText(span=Span(start - shift, end - shift), text=quoted))
        mended = mended[:start] + quoted + mended[end:]
    return None


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
