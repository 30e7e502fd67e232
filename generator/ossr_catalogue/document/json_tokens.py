"""The tokens of JSON, RFC 8259; what is none becomes a token too, so that a mender can look at it."""

import re
from collections.abc import Iterator
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]  # it is there, C and Python alike
from typing import Final

Token = tuple[str, int, int, str | int | float | bool | None]
"""Kind, start, end, value. The kind is the bracket, comma or colon itself, or one of the names below."""

TEXT: Final = "text"
OTHER_SCALAR: Final = "scalar"
LARGE: Final = "large number"
"""A number that no program can hold; its value is its text."""
BAD: Final = "bad"
"""What JSON does not have; its value is its text."""
END: Final = "end"
SCALARS: Final = frozenset({TEXT, OTHER_SCALAR, LARGE})

_TOKEN: Final = re.compile(
    r"""[ \t\n\r]*(?:
        (?P<sign>[][{},:])
      | (?P<quote>")
      | (?P<number>-?(?:0|[1-9][0-9]*)(?P<real>\.[0-9]+)?(?P<power>[eE][+-]?[0-9]+)?)(?![\w.+-])
      | (?P<word>true|false|null)(?![\w.-])
      | (?P<bad>//[^\r\n]*|/\*[\s\S]*?\*/|\#[^\r\n]*|'[^'\r\n]*'|[^\s\[\]{},:"'/\#]+|.)
      )?""",
    re.VERBOSE,
)
_WORDS: Final = {"true": True, "false": False, "null": None}
_LONGEST_NUMBER: Final = 400
"""Digits; `int` itself refuses 4,300, and takes quadratic time on the way there."""


def tokens(text: str) -> Iterator[Token]:
    """Give the tokens of a text, and at last one of the kind `END`."""
    match_at = _TOKEN.match
    position = 0
    while True:
        match = match_at(text, position)
        kind = match and match.lastgroup
        if not match or kind is None:
            yield END, len(text), len(text), None
            return
        position = match.end()
        if kind == "sign":
            yield text[position - 1], position - 1, position, None
        elif kind == "quote":
            token = _text(text, position)
            position = token[2]
            yield token
        else:
            yield _other(match)


def _text(text: str, after_quote: int) -> Token:
    try:
        value, end = scanstring(text, after_quote, True)  # noqa: FBT003 - the standard library's signature
    except JSONDecodeError as error:
        return BAD, after_quote - 1, max(error.pos, after_quote), text[after_quote - 1 : error.pos]
    return TEXT, after_quote - 1, end, value


def _other(match: re.Match[str]) -> Token:
    start, end = match.span("number") if match["number"] else match.span(match.lastgroup or 0)
    written = match.string[start:end]
    if match["number"]:
        return _number(written, start, end, real=bool(match["real"] or match["power"]))
    if match["word"]:
        return OTHER_SCALAR, start, end, _WORDS[written]
    return BAD, start, end, written


def _number(written: str, start: int, end: int, *, real: bool) -> Token:
    if len(written) > _LONGEST_NUMBER:
        return LARGE, start, end, written
    value = float(written) if real else int(written)
    if abs(value) == float("inf"):
        return LARGE, start, end, written
    return OTHER_SCALAR, start, end, value
