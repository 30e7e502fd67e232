"""Brackets and commas that somebody forgot in JSON: where they belong, and the text with them in place.

Only such marks are added, never a word: the mended text says what its author wrote, or there is none.
A mapping lacks its `{` where a list holds `"key": value`, or where the whole text starts with a key; it ends
where the list ends, or where one of its keys comes again. Placeholders such as `..` and needless commas go.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from ossr_catalogue.document.builder import DEEPEST
from ossr_catalogue.document.json_reader import read_json
from ossr_catalogue.document.json_tokens import BAD, END, TEXT, Token, tokens

LONGEST: Final = 200_000
"""Characters of a text that is looked at; a person mends no longer one by hand."""

_PLACEHOLDER: Final = re.compile(r"\.{2,}|\u2026")
_CLOSER: Final = {"{": "}", "[": "]"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """One mark that is put in, or a stretch that is taken out."""

    position: int
    insert: str = ""
    delete: int = 0
    """Characters that go."""

    @property
    def mark(self) -> str:
        """The mark that is put in, without the line break around it."""
        return self.insert.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """A text that can be read, and what it took."""

    text: str
    mends: tuple[Mend, ...]
    """In the order of the text."""


class _HopelessError(Exception):
    """More is wrong than brackets and commas."""


def mend(text: str) -> Mended | None:
    """Put in the brackets and commas that are missing; None where that does not make it JSON."""
    mended = _mend(text)
    return mended if mended and any(one.insert for one in mended.mends) else None


def take_out_commas(text: str) -> Mended | None:
    """Take out the commas after which nothing comes; None where that alone does not make it JSON."""
    mended = _mend(text)
    is_it = mended and all(text[one.position] == "," and not one.insert for one in mended.mends)
    return mended if is_it else None


def _mend(text: str) -> Mended | None:
    if len(text) > LONGEST:
        return None
    try:
        mends = _Mender(text).mends()
    except _HopelessError:
        return None
    mended = _apply(text, mends)
    return Mended(text=mended, mends=mends) if mends and read_json(mended).root is not None else None


def _apply(text: str, mends: tuple[Mend, ...]) -> str:
    parts, done = [], 0
    for one in mends:
        parts += [text[done : one.position], one.insert]
        done = max(done, one.position + one.delete)
    return "".join([*parts, text[done:]])


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is still open."""

    opener: str
    start: int
    inserted: bool
    keys: set[str] = field(default_factory=set)


class _Mender:
    def __init__(self, text: str) -> None:
        self.text = text
        self._tokens = list(tokens(text))
        self._mends: list[Mend] = []
        self._stack: list[_Frame] = []
        self._last = "nothing"
        """What came last: an opener, a key, a colon, a value, a comma."""
        self._end = 0
        """Where it ended, commas apart."""
        self._comma = 0

    def mends(self) -> tuple[Mend, ...]:
        """Go through all tokens once, and give what has to be changed."""
        following = [*(token[0] for token in self._tokens[1:]), END]
        for token, next_kind in zip(self._tokens, following, strict=True):
            self._take(token, is_key=token[0] == TEXT and next_kind == ":")
        return tuple(sorted(self._mends, key=lambda one: one.position))

    def _take(self, token: Token, *, is_key: bool) -> None:
        kind, start, end, value = token
        if kind == BAD:
            self._take_out_placeholder(start, end)
        elif kind == ",":
            self._take_comma(start)
        elif kind == ":":
            self._last = "colon"
        elif kind in {"}", "]", END}:
            self._close(kind, end)
        elif is_key:
            self._take_key(str(value), start, end)
        else:
            self._take_value(kind, start, end)

    def _take_out_placeholder(self, start: int, end: int) -> None:
        if not _PLACEHOLDER.fullmatch(self.text, start, end):
            raise _HopelessError
        self._mends.append(Mend(position=start, delete=end - start))

    def _take_comma(self, start: int) -> None:
        if self._last != "value":
            self._mends.append(Mend(position=start, delete=1))
            return
        self._last, self._comma = "comma", start

    def _take_key(self, key: str, start: int, end: int) -> None:
        if self._last in {"key", "colon"} or (not self._stack and self._last == "value"):
            raise _HopelessError
        if self._stack and self._stack[-1].inserted and key in self._stack[-1].keys:
            self._insert_closer()
        self._separate()
        if not self._stack or self._stack[-1].opener == "[":
            self._mends.append(Mend(position=start, insert="{"))
            self._push("{", start, inserted=True)
        self._stack[-1].keys.add(key)
        self._last, self._end = "key", end

    def _take_value(self, kind: str, start: int, end: int) -> None:
        in_mapping = bool(self._stack) and self._stack[-1].opener == "{"
        if in_mapping and self._last != "colon":
            if not self._stack[-1].inserted:
                raise _HopelessError
            self._insert_closer()
        if not self._stack and self._last == "value":
            raise _HopelessError
        self._separate()
        if kind in _CLOSER:
            self._push(kind, start, inserted=False)
            self._last, self._end = "opener", end
        else:
            self._last, self._end = "value", end

    def _close(self, kind: str, end: int) -> None:
        """Close what a closing bracket closes, and all that is open inside; at the end, everything."""
        if self._last in {"key", "colon", "nothing"}:
            raise _HopelessError
        if self._last == "comma":
            self._mends.append(Mend(position=self._comma, delete=1))
        while self._stack and _CLOSER[self._stack[-1].opener] != kind:
            self._insert_closer()
        if kind != END:
            if not self._stack:
                raise _HopelessError
            self._stack.pop()
        self._last, self._end = "value", end

    def _insert_closer(self) -> None:
        frame = self._stack.pop()
        between = self.text[frame.start : self._end]
        before = "\n" + self._indentation(frame.start) if "\n" in between else ""
        self._mends.append(Mend(position=self._end, insert=before + _CLOSER[frame.opener]))
        if self._last != "comma":
            self._last = "value"

    def _separate(self) -> None:
        """Put a comma after a value that has none."""
        if self._last == "value" and self._stack:
            self._mends.append(Mend(position=self._end, insert=","))

    def _push(self, opener: str, start: int, *, inserted: bool) -> None:
        self._stack.append(_Frame(opener, start, inserted))
        if len(self._stack) > DEEPEST:
            raise _HopelessError

    def _indentation(self, position: int) -> str:
        line = self.text[self.text.rfind("\n", 0, position) + 1 : position]
        return line[: len(line) - len(line.lstrip())]
