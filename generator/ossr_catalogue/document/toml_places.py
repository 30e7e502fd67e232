"""Where the keys and values of a TOML document stand; the standard library's reader does not tell.

This is no second reader: it walks over a text that `tomllib` has accepted, and finds the same keys again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from ossr_catalogue.document.node import Span, Step

Path = tuple[Step, ...]

_BLANK: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE: Final = re.compile(r"[ \t]*")
_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
_TEXT: Final = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}(?!")' r"|'''.*?'{3,5}(?!')" r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'",
    re.DOTALL,
)
_OTHER_SCALAR: Final = re.compile(r"[^,\]}#\r\n]*[^,\]}#\s]")
_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_SHORT_ESCAPES: Final = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}


@dataclass(slots=True)
class Places:
    """What was found: of each path where its key stands, and where its value does."""

    keys: dict[Path, Span] = field(default_factory=dict)
    values: dict[Path, Span] = field(default_factory=dict)


class _LostError(Exception):
    """The text is not what was expected; then nothing is claimed about places."""


def places(text: str) -> Places:
    """Find every key and value of a text that is TOML; none at all if anything was not understood."""
    walk = _Walk(text)
    try:
        walk.document()
    except (_LostError, RecursionError):
        return Places()
    return walk.found


class _Walk:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.found = Places()
        self._tables: dict[Path, int] = {}
        """How many tables each array of tables has so far."""

    def document(self) -> None:
        table: Path = ()
        while self._skip(_BLANK) < len(self.text):
            if self._starts("["):
                table = self._header()
            else:
                self._entry(table)

    def _header(self) -> Path:
        start = self.at
        is_array = self._starts("[[")
        self.at += 1 + is_array
        path: Path = ()
        for name, span in self._dotted():
            path = (*self._current(path), name)
            self.found.keys.setdefault(path, span)
        if is_array:
            index = self._tables[path] = self._tables.get(path, -1) + 1
            path = (*path, index)
        self._take("]]" if is_array else "]")
        self.found.values[path] = Span(start, self.at)
        return path

    def _current(self, path: Path) -> Path:
        """Go on in the last table of an array of tables."""
        return (*path, self._tables[path]) if path in self._tables else path

    def _entry(self, table: Path) -> None:
        path = table
        for name, span in self._dotted():
            path = (*path, name)
            self.found.keys.setdefault(path, span)
        self._take("=")
        self._value(path)

    def _dotted(self) -> Iterator[tuple[str, Span]]:
        while True:
            self._skip(_SPACE)
            start = self.at
            yield self._key(), Span(start, self.at)
            self._skip(_SPACE)
            if not self._starts("."):
                return
            self.at += 1

    def _key(self) -> str:
        found = _TEXT.match(self.text, self.at) or _BARE_KEY.match(self.text, self.at)
        if not found:
            raise _LostError
        self.at = found.end()
        return _unquoted(found.group())

    def _value(self, path: Path) -> None:
        self._skip(_SPACE)
        start = self.at
        if self._starts("["):
            self._array(path)
        elif self._starts("{"):
            self._inline_table(path)
        else:
            self._scalar()
        self.found.values[path] = Span(start, self.at)

    def _array(self, path: Path) -> None:
        self.at += 1
        index = 0
        while not self._closed_by("]"):
            self._value((*path, index))
            index += 1
            self._comma_before("]")

    def _inline_table(self, path: Path) -> None:
        self.at += 1
        while not self._closed_by("}"):
            self._entry(path)
            self._comma_before("}")

    def _closed_by(self, sign: str) -> bool:
        self._skip(_BLANK)
        is_closed = self._starts(sign)
        self.at += is_closed
        return is_closed

    def _comma_before(self, closing: str) -> None:
        self._skip(_BLANK)
        if not self._starts(closing):
            self._take(",")

    def _scalar(self) -> None:
        found = _TEXT.match(self.text, self.at) or _OTHER_SCALAR.match(self.text, self.at)
        if not found:
            raise _LostError
        self.at = found.end()

    def _skip(self, blank: re.Pattern[str]) -> int:
        found = blank.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.at

    def _starts(self, sign: str) -> bool:
        return self.text.startswith(sign, self.at)

    def _take(self, sign: str) -> None:
        self._skip(_SPACE)
        if not self._starts(sign):
            raise _LostError
        self.at += len(sign)


def _unquoted(key: str) -> str:
    if key[0] == "'":
        return key[1:-1]
    return _ESCAPE.sub(_unescaped, key[1:-1]) if key[0] == '"' else key


def _unescaped(found: re.Match[str]) -> str:
    code, long_code, letter = found.groups()
    if letter:
        return _SHORT_ESCAPES.get(letter, letter)
    return chr(int(code or long_code, 16))
