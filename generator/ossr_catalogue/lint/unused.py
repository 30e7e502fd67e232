"""How suppressions that are of no use are taken out of their comments."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from ossr_catalogue.document.changes import Correction
from ossr_catalogue.document.corrections import replace_text
from ossr_catalogue.document.node import Span
from ossr_catalogue.lint.inline import Suppression, words_of

_NEXT_COMMENT: Final = re.compile(r"(?<=[ \t])#")
_LINE_END: Final = re.compile(r"\r\n|\n|\r|$")


def taking_out(text: str, unused: Sequence[Suppression]) -> Iterator[Correction]:
    """Propose for each, in the order of the file, what to delete: the word, or all where no other is left."""
    for comment, group in groupby(unused, key=lambda one: one.comment):
        words, reason = words_of(text, comment)
        spans = [one.span for one in group]
        if set(words) <= set(spans):
            whole = replace_text(_whole(text, comment, reason), "", "Delete the comment", is_safe=True)
            yield from (whole for _ in spans)
        else:
            numbers = {word: number for number, word in enumerate(words)}
            yield from (_word(text, words, numbers[span]) for span in spans)


def _word(text: str, words: Sequence[Span], number: int) -> Correction:
    """Delete one of several words with the comma after it; with the one before it if it is the last."""
    word = words[number]
    is_last = number == len(words) - 1
    start = words[number - 1].end if is_last else word.start
    end = word.end if is_last else words[number + 1].start
    title = f"Take {text[word.start : word.end]} out of the comment"
    return replace_text(Span(start, end), "", title, is_safe=True)


def _whole(text: str, comment: Span, reason: Span) -> Span:
    """Give what a comment takes: its line if it stands alone; another comment behind it stays."""
    another = _NEXT_COMMENT.search(text, reason.start, comment.end)
    if another:
        return Span(comment.start, another.start())
    line_start = max(text.rfind("\n", 0, comment.start), text.rfind("\r", 0, comment.start)) + 1
    before = text[line_start : comment.start].rstrip()
    if before:
        return Span(line_start + len(before), comment.end)
    line_end = _LINE_END.match(text, comment.end)
    return Span(line_start, line_end.end() if line_end else comment.end)
