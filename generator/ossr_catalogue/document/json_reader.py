"""JSON (RFC 8259) to a tree, without recursion; its one syntax error in plain words."""

import re
from collections.abc import Callable
from typing import Final

from ossr_catalogue.document.builder import Reading, TreeBuilder
from ossr_catalogue.document.json_errors import TO_WRITE, advise, say_bad, shown
from ossr_catalogue.document.json_tokens import BAD, END, LARGE, SCALARS, TEXT, Token, tokens
from ossr_catalogue.document.problems import UnreadableError, unreadable

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def read_json(text: str) -> Reading:
    """Read a text as JSON; where it is none, the root is None and one problem says why."""
    reader = _JsonReader(text)
    try:
        reader.read()
    except UnreadableError as error:
        return Reading(root=None, problems=(error.problem,))
    return Reading(root=reader.builder.root, problems=tuple(reader.builder.problems))


State = Callable[[Token], "State"]


class _JsonReader:
    """An automaton: each state takes one token and gives the state for the next."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.builder = TreeBuilder()

    def read(self) -> None:
        """Read all of the text."""
        state: State = self._value
        for token in tokens(self.text):
            state = state(token)

    def _value(self, token: Token) -> State:
        kind, start, end, _ = token
        if kind in SCALARS:
            self._scalar(token)
            return self._after
        if kind == "{":
            self.builder.open(start, mapping=True)
            return self._first_key
        if kind == "[":
            self.builder.open(start, mapping=False)
            return self._first_item
        if kind == END and not self.builder.depth:
            raise unreadable("empty-document", start, end, "there is nothing in the file", advice=TO_WRITE)
        raise self._unexpected(token, "a value")

    def _first_item(self, token: Token) -> State:
        return self._closed(token) if token[0] == "]" else self._value(token)

    def _first_key(self, token: Token) -> State:
        return self._closed(token) if token[0] == "}" else self._key(token)

    def _key(self, token: Token) -> State:
        kind, start, end, _ = token
        if kind != TEXT:
            raise self._unexpected(token, "a key in double quotes")
        self.builder.key(self._sound(token), start, end)
        return self._colon

    def _colon(self, token: Token) -> State:
        if token[0] != ":":
            raise self._unexpected(token, "a `:` after the key")
        return self._value

    def _after(self, token: Token) -> State:
        kind = token[0]
        if not self.builder.depth:
            if kind != END:
                raise self._unexpected(token, "the end of the file")
            return self._after
        in_mapping = self.builder.in_mapping
        if kind == ",":
            return self._key if in_mapping else self._value
        if kind == ("}" if in_mapping else "]"):
            return self._closed(token)
        raise self._unexpected(token, "a `,` or `}`" if in_mapping else "a `,` or `]`")

    def _closed(self, token: Token) -> State:
        self.builder.close(token[2])
        return self._after

    def _scalar(self, token: Token) -> None:
        kind, start, end, value = token
        if kind == TEXT:
            value = self._sound(token)
        elif kind == LARGE:
            self.builder.report(
                "bad-number",
                start,
                end,
                f"a number of {end - start} characters is beyond every program",
                "write fewer digits, or put it in quotes",
            )
        self.builder.scalar(value, start, end)

    def _sound(self, token: Token) -> str:
        """Give a text without halves of characters, which no program could print."""
        _, start, end, value = token
        text = str(value)
        if len(text) + 2 == end - start or not _SURROGATE.search(text):
            return text
        self.builder.report(
            "lone-surrogate", start, end, "half of a character stands here", "write the character itself"
        )
        return _SURROGATE.sub("\ufffd", text)

    def _unexpected(self, token: Token, expected: str) -> UnreadableError:
        kind, start, end, _ = token
        if kind == BAD:
            found, advice = say_bad(self.text, start, end)
        elif kind == END:
            found, advice = "the end of the file", self._advise_to_close()
        else:
            found, advice = shown(self.text[start:end]), advise(self.text, kind, start, expected)
        return unreadable(
            "syntax", start, end, f"found {found}, expected {expected}", label="here", advice=advice
        )

    def _advise_to_close(self) -> str:
        if not self.builder.depth:
            return TO_WRITE
        opener = self.builder.start
        line = self.text.count("\n", 0, opener) + 1
        return f"close the `{self.text[opener]}` of line {line}"
