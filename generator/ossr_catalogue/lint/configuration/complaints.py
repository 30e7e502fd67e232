"""What is wrong with a setting, in plain words."""

from collections.abc import Iterable
from typing import Final

from ossr_catalogue.document.document import Problem
from ossr_catalogue.document.nearest import nearest
from ossr_catalogue.document.node import Node, Span
from ossr_catalogue.lint.prose import quoted

_PASSED_OVER: Final = "passed over"
_TYPES: Final = {"a mapping": "a table"}


def wrong_type(node: Node, expected: str, example: str) -> Problem:
    """Say which sort of value a setting has."""
    found = _TYPES.get(node.type_name, node.type_name)
    message = f"{_name(node)} should be {expected}, not {found}"
    return _problem("wrong-setting", node, message, label=_PASSED_OVER, advice=f"for instance: {example}")


def wrong_value(node: Node, allowed: Iterable[str]) -> Problem:
    """Say which values a setting has."""
    words = tuple(allowed)
    meant = nearest(node.text, words)
    listed = ", ".join(f'"{word}"' for word in words)
    advice = f'write "{meant}"' if meant else f"write one of {listed}"
    message = f"{_name(node)} is {quoted(node.text)}, expected was one of {listed}"
    return _problem("wrong-setting", node, message, label=_PASSED_OVER, advice=advice)


def bad_value(node: Node, complaint: str, advice: str) -> Problem:
    """Pass on why a text is no value of a setting."""
    message = f"{_name(node)}: {complaint}"
    return _problem("wrong-setting", node, message, label=_PASSED_OVER, advice=advice)


def unknown_setting(key: Node, known: Iterable[str]) -> Problem:
    """Say that nobody reads a setting."""
    words = tuple(known)
    meant = nearest(key.text, words)
    advice = f'write "{meant}"' if meant else f"there are: {', '.join(words)}"
    label = f'did you mean "{meant}"?' if meant else ""
    return _problem("unknown-setting", key, f"{quoted(key.text)} is no setting", label=label, advice=advice)


def unknown_rule(node: Node, complaint: str) -> Problem:
    """Pass on that there is no such rule."""
    message, _, advice = complaint.partition("; ")
    return _problem("unknown-rule", node, message, advice=advice)


def without_reason(node: Node, word: str, advice: str) -> Problem:
    """Say that a reason is asked for."""
    message = f"nobody says why findings of {word} may stand"
    return _problem("suppression-without-reason", node, message, advice=advice)


def not_suppressible(node: Node, word: str) -> Problem:
    """Say that the findings of some rules have to be mended."""
    return _problem(
        "cannot-be-suppressed",
        node,
        f"findings of {word} cannot be suppressed",
        advice="mend what they are about: programs read something else there than people",
    )


def not_lowered(node: Node, word: str) -> Problem:
    """Say that some severities can only be raised."""
    message = f"the severity of {word} cannot be lowered"
    return _problem("cannot-be-suppressed", node, message, advice="take the line out")


def _name(node: Node) -> str:
    path = node.path[2:] if node.path[:2] == ("tool", "ossr-catalogue") else node.path
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return f"`{text.removeprefix('.')}`"


def _problem(kind: str, node: Node, message: str, *, label: str = "", advice: str = "") -> Problem:
    span = Span(node.span.start, node.span.end)
    return Problem(kind=kind, span=span, path=node.path, message=message, label=label, advice=advice)
