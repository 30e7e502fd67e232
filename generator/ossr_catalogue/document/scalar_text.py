"""A scalar as it stands in a file, piece by piece: so that of another value only what differs is written.

A piece is what one letter of the value is written with: the letter itself, an escape, or the fold of a line.
Flow scalars are those of RFC 8259 and of https://yaml.org/spec/1.2.2/#73-flow-scalar-styles.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from ossr_catalogue.document.node import Span

_LONGEST: Final = 20_000
"""Letters of a scalar that is taken apart; a person edits no longer one."""

_BREAK: Final = r"(?>\r\n?|\n)"
_FOLD: Final = rf"(?<![ \t])[ \t]*{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*"
_LINE_END: Final = re.compile(_BREAK)
_PIECES: Final = {
    '"': re.compile(
        r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
        r"|\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|(?:\r\n?|\n)[ \t]*|[\s\S])"
        rf"|{_FOLD}|[\s\S]"
    ),
    "'": re.compile(rf"''|{_FOLD}|[\s\S]"),
    "": re.compile(rf"{_FOLD}|[\s\S]"),
}
_ESCAPED: Final = dict(zip("bfnrt0ave\tN_LP", "\b\f\n\r\t\0\a\v\x1b\t\x85\xa0\u2028\u2029", strict=True))
"""What a backslash makes of a letter; of any other it makes the letter itself."""
_TO_ESCAPE: Final = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')
_ANY_BUT_ASCII: Final = re.compile('["\\\\\x00-\x1f\x7f]|[^\x00-\x7f]')
_SHORT: Final = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ASTRAL: Final = 0x10000
_BLOCK_HEAD: Final = re.compile(rf"[|>][+-]?[ \t]*(?:#[^\r\n]*)?((?:{_BREAK} *)*{_BREAK})( +)")


class Style(Enum):
    """How a scalar is written; the value is the mark that it starts with."""

    PLAIN = ""
    SINGLE = "'"
    DOUBLE = '"'
    LITERAL = "|"
    FOLDED = ">"


@dataclass(frozen=True, slots=True)
class Piece:
    """What one letter of a value is written with; of a fold, what several blank lines are."""

    start: int
    end: int
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScalarText:
    """A scalar of a file: its style, and its pieces in the order of the file."""

    style: Style
    span: Span
    """With the quotation marks, without anchor and tag."""
    pieces: tuple[Piece, ...]
    line_start: str = ""
    """What each line of a block scalar starts with: the end of the one before, and the indentation."""
    tail: str = ""
    """Line ends of a block scalar's value that follow its last letter."""

    @property
    def value(self) -> str:
        """What the pieces mean, one after the other."""
        return "".join(piece.means for piece in self.pieces) + self.tail


def read_scalar(text: str, span: Span, value: object) -> ScalarText | None:
    """Take a scalar of a file apart; None where its pieces do not mean the value that was read.

    Args:
        text: of the file.
        span: of the scalar, without anchor and tag.
        value: as it was read; what is no text was read from its letters.
    """
    if span.end - span.start > _LONGEST:
        return None
    mark = text[span.start : span.start + 1]
    if mark in {Style.LITERAL.value, Style.FOLDED.value}:
        found = _read_block(text, span, Style(mark), value)
    else:
        style = Style(mark) if mark in {"'", '"'} else Style.PLAIN
        inner = Span(span.start + 1, span.end - 1) if style is not Style.PLAIN else span
        found = ScalarText(style=style, span=span, pieces=tuple(_pieces(text, inner, style)))
    return found if found and (found.value == value or not isinstance(value, str)) else None


def written(value: str, style: Style, *, ascii_only: bool = False, utf_16: bool = False) -> str:
    """Write a part of a text in a style, without quotation marks around it.

    Args:
        value: the part.
        style: a flow style; what it cannot hold is left as it is.
        ascii_only: whether the text around it writes out no letter beyond ASCII.
        utf_16: whether an escape is two halves where a letter is none of the first 65,536, as in JSON.
    """
    if style is Style.SINGLE:
        return value.replace("'", "''")
    if style is not Style.DOUBLE:
        return value
    pattern = _ANY_BUT_ASCII if ascii_only else _TO_ESCAPE
    return pattern.sub(lambda found: _escape(found[0], utf_16=utf_16), value)


def _escape(letter: str, *, utf_16: bool) -> str:
    code = ord(letter)
    if letter in _SHORT:
        return _SHORT[letter]
    if code < _ASTRAL:
        return f"\\u{code:04x}"
    if not utf_16:
        return f"\\U{code:08x}"
    halves = letter.encode("utf-16-be").hex()
    return f"\\u{halves[:4]}\\u{halves[4:]}"


def _pieces(text: str, span: Span, style: Style) -> Iterator[Piece]:
    for found in _PIECES[style.value].finditer(text, span.start, span.end):
        yield Piece(*found.span(), _meaning(found[0], style))


def _meaning(piece: str, style: Style) -> str:
    if style is Style.DOUBLE and piece.startswith("\\"):
        return _unescaped(piece)
    if style is Style.SINGLE and piece == "''":
        return "'"
    breaks = len(_LINE_END.findall(piece))
    return "\n" * (breaks - 1) or " " if breaks else piece


def _unescaped(piece: str) -> str:
    kind, digits = piece[1], piece[2:]
    if kind in "\r\n":
        return ""
    if kind in "uUx" and digits:
        halves = bytes.fromhex(digits.replace("\\u", "")) if "\\u" in digits else b""
        letter = halves.decode("utf-16-be") if halves else _character(int(digits, 16))
        return letter if halves or not "\ud800" <= letter <= "\udfff" else "\ufffd"
    return _ESCAPED.get(kind, kind)


def _character(code: int) -> str:
    return chr(code) if code <= 0x10FFFF else "\ufffd"  # noqa: PLR2004 - the last one of Unicode


def _read_block(text: str, span: Span, style: Style, value: object) -> ScalarText | None:
    """Take a block scalar apart; not one whose head says how far it is indented, which nobody writes."""
    head = _BLOCK_HEAD.match(text, span.start, span.end)
    if not head or not isinstance(value, str):
        return None
    indentation = " " * len(head[2])
    spaces = re.compile(r"[ \t]*").match(text, span.end)
    inner = Span(head.start(1), spaces.end() if spaces else span.end)
    found = _block_pieces(indentation, style).finditer(text, inner.start, inner.end)
    pieces = (
        Piece(*one.span(), _block_meaning(one[0], style, is_first=n == 0)) for n, one in enumerate(found)
    )
    return ScalarText(
        style=style,
        span=Span(span.start, inner.end),
        pieces=tuple(pieces),
        line_start=_LINE_END.findall(head[1])[-1] + indentation,
        tail=value[len(value.rstrip("\n")) :],
    )


def _block_pieces(indentation: str, style: Style) -> re.Pattern[str]:
    wide = len(indentation)
    blank = rf"(?:{_BREAK} {{0,{wide}}}(?={_BREAK}))"
    start = rf"{blank}*{_BREAK} {{{wide}}}"
    return re.compile(rf"\A{start}|{blank}|{start}|[\s\S]" if style is Style.LITERAL else rf"{start}|[\s\S]")


def _block_meaning(piece: str, style: Style, *, is_first: bool) -> str:
    """Say what a piece means; the line break after the head means nothing."""
    breaks = len(_LINE_END.findall(piece))
    if not breaks:
        return piece
    if is_first:
        return "\n" * (breaks - 1)
    return "\n" * breaks if style is Style.LITERAL else "\n" * (breaks - 1) or " "
