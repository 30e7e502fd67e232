"""What could be written instead: changes to a document, named by its nodes, not by its letters."""

from dataclasses import dataclass

from ossr_catalogue.document.node import Node, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SetValue:
    """Write another scalar in the place of one."""

    node: Node
    value: str | int | float | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Put a number, a word or a plain text into quotes, letter by letter as it stands in the file."""

    node: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class WrapInList:
    """Make a value the only one of a list, or a text several."""

    node: Node
    parts: tuple[str, ...] = ()
    """What to write into the list; the value itself where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclose:
    """Make the whole document the value of a key, or the only one of a list that is."""

    node: Node
    key: str
    in_list: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameKey:
    """Write another key before the same value."""

    key: Node
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveMember:
    """Delete a key that is not the first of its mapping, and its value."""

    key: Node
    node: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceText:
    """Write a text over a stretch of the file as it stands there."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveAsUtf8:
    """Save the same text in UTF-8, without a byte order mark."""


Change = SetValue | Quote | WrapInList | Enclose | RenameKey | RemoveMember | ReplaceText | SaveAsUtf8


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """Changes that belong together, and make a remark unnecessary."""

    title: str
    """What they do, in the imperative: `Write "GiB" instead of "gb"`."""
    changes: tuple[Change, ...]
    is_safe: bool
    """Whether what the file means stays the same, or only one thing can have been meant."""
