"""TOML (https://toml.io/en/v1.0.0) to a tree: values by the standard library, places found besides."""

import re
import tomllib
from typing import Any, Final

from ossr_catalogue.document.builder import Reading
from ossr_catalogue.document.document import Problem
from ossr_catalogue.document.node import Member, Node, Span, Step
from ossr_catalogue.document.toml_places import Places, places

LARGEST: Final = 200_000
"""Letters; no configuration that people write has as many."""
_AT: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_START: Final = Span(0, 0)


def read_toml(text: str) -> Reading:
    """Read a text as TOML; where it is none, one problem of the kind `not-toml` says so."""
    if len(text) > LARGEST:
        return _refused(_START, f"the file has more than {LARGEST:,} letters")
    try:
        # tomllib knows no line end but \n and \r\n; a lone \r is an error.
        values = tomllib.loads(text)
        return Reading(root=_Tree(_trusted(places(text), values), text).node(values, ()))
    except tomllib.TOMLDecodeError as error:
        return _refused(*_said(text, str(error)))
    except RecursionError:
        return _refused(_START, "lists or tables are nested too deeply")


def _refused(span: Span, message: str) -> Reading:
    return Reading(root=None, problems=(Problem(kind="not-toml", span=span, message=message),))


def _said(text: str, message: str) -> tuple[Span, str]:
    found = _AT.search(message)
    what = _AT.sub("", message)
    what = what[:1].lower() + what[1:]
    if not found or not found[1]:
        end = len(text.rstrip())
        return Span(end, end), what
    start = sum(map(len, text.split("\n")[: int(found[1]) - 1])) + int(found[1]) - 1 + int(found[2]) - 1
    return Span(start, min(start + 1, len(text))), what


def _trusted(found: Places, values: dict[str, Any]) -> Places:
    """Give the places if they are of exactly the keys that `tomllib` has read, else none."""
    return found if set(found.keys) == set(_keys(values, ())) else Places()


def _keys(value: object, path: tuple[Step, ...]) -> list[tuple[Step, ...]]:
    if isinstance(value, dict):
        below = [((*path, key), child) for key, child in value.items()]
        return [place for place, _ in below] + [key for place, child in below for key in _keys(child, place)]
    if isinstance(value, list):
        return [key for index, item in enumerate(value) for key in _keys(item, (*path, index))]
    return []


class _Tree:
    """Makes nodes; what has no place of its own gets that of its key, or of what it stands in."""

    def __init__(self, found: Places, text: str) -> None:
        self._found = found
        self._first_line = Span(0, len(text.split("\n", 1)[0]))

    def node(self, value: object, path: tuple[Step, ...]) -> Node:
        span = self._found.values.get(path) or self._key(path)
        if isinstance(value, dict):
            members = {
                key: Member(Node(key, self._key((*path, key)), (*path, key)), self.node(child, (*path, key)))
                for key, child in value.items()
            }
            return Node(members, span, path)
        if isinstance(value, list):
            return Node(tuple(self.node(item, (*path, at)) for at, item in enumerate(value)), span, path)
        plain = value if isinstance(value, (str, int, float)) else str(value)  # dates are written out
        return Node(plain, span, path)

    def _key(self, path: tuple[Step, ...]) -> Span:
        for length in range(len(path), 0, -1):
            span = self._found.keys.get(path[:length])
            if span:
                return span
        return self._first_line
