"""The corrections that readers and rules propose, with titles that say what they do."""

import json
from collections.abc import Sequence
from typing import Final

from ossr_catalogue.document.changes import Correction, Quote, RenameKey, ReplaceText, SetValue, WrapInList
from ossr_catalogue.document.node import Node, Span

_SHOWN: Final = 60
"""Letters of a text that a title repeats."""


def write(node: Node, value: str | float, *, is_safe: bool) -> Correction:
    """Propose another value."""
    title = f"Write {shown(value)} instead of {shown(node.plain())}"
    return Correction(title=title, changes=(SetValue(node=node, value=value),), is_safe=is_safe)


def delete_letters(node: Node, value: str, title: str, *, is_safe: bool) -> Correction:
    """Propose a value that lacks something of the present one, which the title names."""
    return Correction(title=title, changes=(SetValue(node=node, value=value),), is_safe=is_safe)


def rename(key: Node, name: str, *, is_safe: bool) -> Correction:
    """Propose another key."""
    title = f"Write the key {shown(name)} instead of {shown(key.text)}"
    return Correction(title=title, changes=(RenameKey(key=key, name=name),), is_safe=is_safe)


def put_in_quotes(node: Node) -> Correction:
    """Propose to quote what some programs take for a number or a word of YAML, and is a text."""
    return Correction(title="Put it in quotes", changes=(Quote(node=node),), is_safe=True)


def make_list(node: Node, parts: Sequence[str] = ()) -> Correction:
    """Propose to put a value into a list of its own; or several that were written as one, to be looked at."""
    title = f"Make it a list of {len(parts) or 'one'}"
    return Correction(title=title, changes=(WrapInList(node=node, parts=tuple(parts)),), is_safe=not parts)


def replace_text(span: Span, text: str, title: str, *, is_safe: bool) -> Correction:
    """Propose to write over a stretch of the file."""
    return Correction(title=title, changes=(ReplaceText(span=span, text=text),), is_safe=is_safe)


def shown(value: object) -> str:
    """Repeat a value in a title, cut where it is long."""
    if isinstance(value, str) and len(value) > _SHOWN:
        value = f"{value[: _SHOWN - 1]}…"
    return json.dumps(value, ensure_ascii=False)
