"""What to write instead of what YAML has and JSON has not."""

import re
from typing import Final

from ossr_catalogue.document.changes import Correction
from ossr_catalogue.document.corrections import put_in_quotes, replace_text
from ossr_catalogue.document.node import Node, Span, Step
from ossr_catalogue.document.scalar_text import Style, written
from ossr_catalogue.document.yaml_scalars import read_plain, trap

_TAG: Final = re.compile(r"(?P<anchor>&[^\s,\[\]{}]+[ \t]+)?(?P<tag>![^\s,\[\]{}]*[ \t]*)")
_ENDS: Final = re.compile(r"[ \t]*(?:[\r\n,\]}]|(?<=\s)#|\Z)")
"""What may follow a whole value on its line."""


def quote_plain(text: str, span: Span, path: tuple[Step, ...]) -> Correction:
    """Propose quotes around a plain scalar that other programs read as something else."""
    return put_in_quotes(Node(text, span, path))


def drop_tag(text: str, span: Span, plain: str | None) -> Correction | None:
    """Propose to delete a tag.

    Args:
        text: of the file.
        span: of the value, from the tag or the anchor before it.
        plain: the letters of a plain scalar, which get quotes where they would not be text without the tag.
    """
    found = _TAG.match(text, span.start)
    if not found:
        return None
    if plain is None or (read_plain(plain) == plain and not trap(plain)):
        return replace_text(Span(*found.span("tag")), "", "Delete the tag", is_safe=True)
    quoted = f'"{written(plain, Style.DOUBLE)}"'
    stretch = Span(found.start("tag"), span.end)
    return replace_text(stretch, quoted, "Write quotes instead of the tag", is_safe=True)


def quote_alias(text: str, span: Span) -> Correction | None:
    """Propose quotes around an alias that refers to nothing: a text was meant, perhaps."""
    alias = text[span.start : span.end]
    if not _ENDS.match(text, span.end):
        return None
    return replace_text(span, f'"{alias}"', "Put it in quotes", is_safe=False)
