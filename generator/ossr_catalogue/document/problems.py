"""Every kind of problem that reading a file can meet, and what stops a reader."""

from typing import Final

from ossr_catalogue.document.changes import Correction
from ossr_catalogue.document.document import Problem
from ossr_catalogue.document.node import Span

READING_KINDS: Final = {
    "too-large": "the file, or what its aliases unfold to, is larger than any list of executables",
    "too-deep": "brackets or indentation are nested deeper than any list of executables",
    "byte-order-mark": "the file starts with a byte order mark; it was skipped",
    "not-utf-8": "the file is UTF-16 or UTF-32; it was read as such",
    "undecodable": "a byte is not UTF-8; nothing could be read",
    "lone-surrogate": "half of a UTF-16 pair stands alone; it was read as U+FFFD",
    "empty-document": "there is nothing in the file",
    "syntax": "the text is not JSON, or not YAML; nothing could be read",
    "missing-brackets": "brackets or commas are missing; `advice` shows the mended text",
    "duplicate-key": "a key stands twice in the same mapping; the first was read",
    "bad-number": "a number that no program can hold; it was read as text",
    "yaml-trap": "a plain text that YAML 1.1 turns into something else; it was read as text",
    "yaml-tag": "a tag such as `!!python/object`; it was ignored",
    "yaml-merge-key": "the merge key `<<` of YAML 1.1; it was not followed",
    "yaml-alias": "an alias that refers to nothing, or to itself",
    "yaml-key": "a key that is not text",
    "several-documents": "a second YAML document in the same file; only the first was read",
}
"""What is wrong with the text, and what was read in spite of it."""

SHAPE_KINDS: Final = {
    "not-a-list-of-executables": "the top of the document is not a mapping with the key `executables`",
    "missing-key": "a required key is not there",
    "unknown-key": "a key that this place does not have",
    "wrong-type": "e.g. text where a list is expected",
    "wrong-value": "not one of the allowed values, or outside the allowed range",
    "empty": "nothing stands where something is required",
    "bad-uuid": "not a UUID of RFC 9562 in lower case",
    "bad-format": "a text of another form than its key asks for",
}
"""What is wrong with the shape of a document that could be read."""

PROBLEM_KINDS: Final = frozenset(READING_KINDS | SHAPE_KINDS)
"""Each has a lint rule that reports it."""


class UnreadableError(Exception):
    """Nothing more can be read; `parse` makes the problem part of the document."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def unreadable(
    kind: str, start: int, end: int, message: str, *, fix: Correction | None = None, **more: str
) -> UnreadableError:
    """Build the error that stops a reader at a stretch of the text; *more* are fields of `Problem`."""
    span = Span(start, max(start, end))
    return UnreadableError(
        Problem(
            kind=kind,
            span=span,
            message=message,
            label=more.get("label", ""),
            advice=more.get("advice", ""),
            fix=fix,
        )
    )
