"""One scalar of a file, rewritten in its own style; what can no longer be written so gets quotes.

Whatever is written is read again where it would stand: an edit whose result is another value is none.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Final

from ossr_catalogue.document.json_reader import read_json
from ossr_catalogue.document.node import Span
from ossr_catalogue.document.scalar_text import Piece, ScalarText, Style, read_scalar, written

Value = str | int | float | bool

_MOST_WORDS: Final = 1_000
"""Words and spaces that two texts are compared by; it takes time that grows with their square."""
_WORDS: Final = re.compile(r"\s+|\S+")
_LINES: Final = re.compile(r"[\r\n]")
_ESCAPED_LETTER: Final = re.compile(r"\\[uUx]")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextEdit:
    """A stretch of the text that something else is written over."""

    span: Span
    text: str


def overlap(edits: Sequence[TextEdit]) -> bool:
    """Say whether two of some edits, which are in order, meet: then their order would matter."""
    return any(
        after.span.start < before.span.end or after.span.start == before.span.start
        for before, after in pairwise(edits)
    )


def apply_edits(text: str, edits: Iterable[TextEdit]) -> str:
    """Write edits, which are in order and do not overlap, into a text."""
    parts, done = [], 0
    for edit in edits:
        parts += [text[done : edit.span.start], edit.text]
        done = edit.span.end
    return "".join([*parts, text[done:]])


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Where in a file a scalar stands, which decides how it can be written."""

    text: str
    is_json: bool = False
    is_key: bool = False
    in_flow: bool = False
    """Within brackets or braces of YAML."""

    def reads_as(self, scalar: str, value: object) -> bool:
        """Say whether a scalar is read as a value here, and no program reads it as another."""
        if self.is_json:
            return _read_json(scalar) == (value, type(value))
        return _read_in_yaml(scalar, in_flow=self.in_flow, is_key=self.is_key) == (value, type(value))


def rewrite(context: Context, span: Span, old: object, new: Value) -> tuple[TextEdit, ...] | None:
    """Write another value in the place of a scalar; None where that cannot be done.

    Args:
        context: of the scalar.
        span: of the scalar, without anchor and tag.
        old: the value that was read.
        new: the value to write; the same value changes nothing.
    """
    if type(old) is type(new) and old == new:
        return ()
    scalar = read_scalar(context.text, span, old) if span.end > span.start else None
    if scalar is None:
        return None
    for edits in _candidates(context, scalar, old, new):
        if context.reads_as(_applied(context.text, scalar.span, edits), new):
            return tuple(edits)
    return None


def quote(context: Context, span: Span) -> tuple[TextEdit, ...] | None:
    """Put a plain scalar into quotes, letter by letter; None where it has some, or goes over lines."""
    plain = context.text[span.start : span.end]
    quoted = f'"{written(plain, Style.DOUBLE)}"'
    if plain[:1] in {'"', "'", "|", ">"} or not context.reads_as(quoted, plain):
        return None
    return (TextEdit(span=span, text=quoted),)


def wrap(context: Context, span: Span, value: object) -> tuple[TextEdit, ...] | None:
    """Put brackets around a value, and quotes where a plain text needs them there."""
    scalar = context.text[span.start : span.end]
    if context.reads_as(f"[{scalar}]", [value]):
        start, end = Span(span.start, span.start), Span(span.end, span.end)
        return (TextEdit(span=start, text="["), TextEdit(span=end, text="]"))
    is_one_line = len(_LINES.split(scalar)) == 1
    return list_of(context, span, [value]) if is_one_line and isinstance(value, str) else None


def list_of(context: Context, span: Span, texts: Sequence[str]) -> tuple[TextEdit, ...] | None:
    """Write a list of texts in the place of a scalar."""
    inside = replace(context, in_flow=True)
    plain = (
        text if not context.is_json and inside.reads_as(text, text) else _in_quotes(text) for text in texts
    )
    written_out = f"[{', '.join(plain)}]"
    return (TextEdit(span=span, text=written_out),) if context.reads_as(written_out, list(texts)) else None


def _candidates(context: Context, scalar: ScalarText, old: object, new: Value) -> Iterator[list[TextEdit]]:
    """Give ways to write a value, the least change first."""
    if not isinstance(new, str):
        yield [] if _is_block(scalar) else [TextEdit(span=scalar.span, text=json.dumps(new))]
        return
    if isinstance(old, str):
        yield _in_pieces(context, scalar, new)
    elif not context.is_json:
        yield [TextEdit(span=scalar.span, text=new)]
    if not _is_block(scalar):
        yield [TextEdit(span=scalar.span, text=_in_quotes(new))]
    elif "\n" not in new and "#" not in _LINES.split(_raw(context, scalar))[0]:
        yield from ([TextEdit(span=scalar.span, text=way)] for way in (new, _in_quotes(new)))


def _raw(context: Context, scalar: ScalarText) -> str:
    return context.text[scalar.span.start : scalar.span.end]


def _in_quotes(text: str) -> str:
    return f'"{written(text, Style.DOUBLE)}"'


def _is_block(scalar: ScalarText) -> bool:
    return scalar.style in {Style.LITERAL, Style.FOLDED}


def _in_pieces(context: Context, scalar: ScalarText, new: str) -> list[TextEdit]:
    """Write only what differs; across the folds of lines, word by word."""
    first, last, middle = _difference(scalar.pieces, new.removesuffix(scalar.tail))
    differing = scalar.pieces[first:last]
    ends = [piece.start for piece in scalar.pieces] + [_inner_end(scalar)]
    is_folded = any(len(_LINES.split(context.text[one.start : one.end])) > 1 for one in differing)
    changes = _by_words(differing, middle) if is_folded else [(0, len(differing), middle)]
    return [
        TextEdit(span=Span(ends[first + start], ends[first + end]), text=_written(context, scalar, text))
        for start, end, text in changes
    ]


def _difference(pieces: Sequence[Piece], new: str) -> tuple[int, int, str]:
    """Give the first piece that differs, the first of those after them that do not, and what is new."""
    first = start = 0
    while first < len(pieces) and new.startswith(pieces[first].means, start):
        start += len(pieces[first].means)
        first += 1
    last, end = len(pieces), len(new)
    while last > first and new.endswith(pieces[last - 1].means, start, end):
        end -= len(pieces[last - 1].means)
        last -= 1
    return first, last, new[start:end]


def _by_words(pieces: Sequence[Piece], new: str) -> list[tuple[int, int, str]]:
    """Give stretches of pieces and what to write over them, so that most folds stay where they are."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - hardly a text is mended in two lines at once

    before, after = _WORDS.findall("".join(piece.means for piece in pieces)), _WORDS.findall(new)
    piece_at: dict[int, int] = {}
    for number, offset in enumerate(accumulate((len(piece.means) for piece in pieces), initial=0)):
        piece_at.setdefault(offset, number)
    offsets = list(accumulate(map(len, before), initial=0))
    if max(len(before), len(after)) > _MOST_WORDS or not set(offsets) <= piece_at.keys():
        return [(0, len(pieces), new)]
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [
        (piece_at[offsets[a]], piece_at[offsets[b]], "".join(after[c:d]))
        for tag, a, b, c, d in codes
        if tag != "equal"
    ]


def _inner_end(scalar: ScalarText) -> int:
    is_quoted = scalar.style in {Style.SINGLE, Style.DOUBLE}
    return scalar.span.end - 1 if is_quoted else scalar.span.end


def _written(context: Context, scalar: ScalarText, text: str) -> str:
    if scalar.style is Style.LITERAL:
        return text.replace("\n", scalar.line_start)
    raw = _raw(context, scalar)
    return written(
        text,
        scalar.style,
        ascii_only=raw.isascii() and bool(_ESCAPED_LETTER.search(raw)),
        utf_16=context.is_json,
    )


def _applied(text: str, span: Span, edits: Sequence[TextEdit]) -> str:
    """Give a stretch of the text as edits within it make it."""
    parts, done = [], span.start
    for edit in edits:
        parts += [text[done : edit.span.start], edit.text]
        done = edit.span.end
    return "".join([*parts, text[done : span.end]])


def _read_json(scalar: str) -> object:
    root = read_json(scalar).root
    return (root.plain(), type(root.plain())) if root else None


def _read_in_yaml(scalar: str, *, in_flow: bool, is_key: bool) -> object:
    """Give the value of a scalar in YAML, and its type; None where it is none, or a trap."""
    from ossr_catalogue.document.yaml_reader import read_yaml  # noqa: PLC0415 - JSON needs no PyYAML: 20 ms

    if "\ufeff" in scalar:
        return None
    member = f"{scalar}: 1" if is_key else f"k: {scalar}"
    reading = read_yaml(f"{{{member}}}\n" if in_flow else f"{member}\n")
    root = reading.root.plain() if reading.root and not reading.problems else None
    if not isinstance(root, dict) or len(root) != 1:
        return None
    key, value = next(iter(root.items()))
    return (key, type(key)) if is_key else (value, type(value))
