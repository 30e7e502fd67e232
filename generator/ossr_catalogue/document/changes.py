"""What could be written instead: changes to a document, named by its nodes, not by its letters."""

from dataclasses import dataclass

from ossr_catalogue.document.node import Node, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SetValue:
    """Write another scalar in the place of one."""

    node: Node
    value: str | int | float | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameKey:
    """Write another key before the same value."""

    key: Node
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceText:
    """Write a text over a stretch of the file as it stands there."""

    span: Span
    text: str


Change = SetValue | RenameKey | ReplaceText


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """Changes that belong together, and make a remark unnecessary."""

    title: str
    """What they do, in the imperative: `Write "GiB" instead of "gb"`."""
    changes: tuple[Change, ...]
    is_safe: bool
    """Whether what the file means stays the same, or only one thing can have been meant."""
