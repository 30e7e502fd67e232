"""Harvested text for readers that take it as it comes: nothing in it that cannot be seen."""

import re
from typing import Any, Final

_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Control characters, half pairs, what is no character, and what turns the direction of a text."""


def visible(text: str) -> str:
    r"""Drop the characters that cannot be seen; lines stay lines.

    >>> visible("a\u202eb\x00c\r\nd\re")
    'abc\nd\ne'
    """
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    r"""Put a text on one line, without what cannot be seen.

    >>> one_line("two \n lines")
    'two lines'
    """
    return " ".join(visible(text).split())


def visible_in(tree: Any) -> Any:  # noqa: ANN401 - JSON in, JSON out
    r"""Drop what cannot be seen from every text of a JSON value; keys are ours.

    >>> visible_in({"reason": ["a\u202eb", 1]})
    {'reason': ['ab', 1]}
    """
    if isinstance(tree, str):
        return visible(tree)
    if isinstance(tree, dict):
        return {key: visible_in(one) for key, one in tree.items()}
    return [visible_in(one) for one in tree] if isinstance(tree, list | tuple) else tree
