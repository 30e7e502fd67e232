"""Problems of the shape in plain words: where, what was found, what was expected, what to do."""

import json
import re
from typing import Final, TypedDict, Unpack

from ossr_catalogue.document.changes import Correction
from ossr_catalogue.document.document import Problem
from ossr_catalogue.document.nearest import nearest
from ossr_catalogue.document.node import Node, Span
from ossr_catalogue.document.shape import Shape, homes
from ossr_catalogue.document.shape_corrections import (
    FALSE,
    TRUE,
    correct_key,
    correct_text,
    correct_type,
    correct_uuid,
    correct_word,
    enclose,
)

_TYPE_WORDS: Final = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "object": "a mapping",
    "array": "a list",
    "boolean": "true or false",
}
_UUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHOWN: Final = 60
"""Characters of a text that a message repeats."""
_TO_WRITE: Final = 'write {"executables": [ … ]}'


def not_a_list(root: Node, shape: Shape) -> Problem:
    """Say that a document is no list of executables, and what to write."""
    meant = next((key for key in root.members if nearest(key, ("executables",))), None)
    if meant is not None:
        return unknown_key(root, root.key(meant), shape, ("executables",))[0]
    around = f"{_TO_WRITE} around it"
    if {"uuid", "type"} & root.members.keys():
        found, advice = "this is a single executable", around
    elif root.items:
        found, advice = "the top of the file is a list", around
    elif root.members:
        found, advice = "`executables` is missing", _TO_WRITE
    else:
        found, advice = f"the file holds {root.type_name}", _TO_WRITE
    return _problem(
        "not-a-list-of-executables",
        root,
        f"{found}; expected was a mapping with `executables`",
        advice=advice,
        fix=enclose(root),
    )


def wrong_type(node: Node, shape: Shape) -> Problem:
    """Say which sort of value is expected."""
    expected = _say_types(shape)
    message = f"{_name(node)} should be {expected}, not {node.type_name}"
    return _problem(
        "wrong-type",
        node,
        message,
        label=f"expected {expected}",
        advice=_advise_type(node, shape),
        fix=correct_type(node, shape),
    )


def wrong_value(node: Node, shape: Shape) -> Problem:
    """Say which values are allowed."""
    meant = nearest(node.text, shape.enum)
    allowed = ", ".join(f'"{value}"' for value in shape.enum)
    return _problem(
        "wrong-value",
        node,
        f"{_name(node)} is {_shown(node)}, expected was one of {allowed}",
        label=_did_you_mean(meant),
        advice=f'write "{meant}"' if meant else f"write one of {allowed}",
        fix=correct_word(node, shape),
    )


def out_of_range(node: Node, shape: Shape) -> Problem:
    """Say between which numbers a number has to be."""
    message = f"{_name(node)} is {node.value}, expected was {shape.minimum} to {shape.maximum}"
    return _problem("wrong-value", node, message, advice=shape.description)


def bad_text(node: Node, shape: Shape) -> Problem:
    """Say which form a text should have."""
    if not node.text.strip():
        return _problem("empty", node, f"{_name(node)} is empty", advice=_advise_value(shape))
    if shape.is_uuid:
        return _bad_uuid(node)
    meant = nearest(node.text, shape.examples) if node.path[-1] == "type" else ""
    like = f", expected was something like {_json(shape.examples[0])}" if shape.examples else ""
    return _problem(
        "bad-format",
        node,
        f"{_name(node)} is {_shown(node)}{like}",
        label=_did_you_mean(meant),
        advice=f'write "{meant}"' if meant else shape.description,
        fix=correct_text(node, shape),
    )


def _bad_uuid(node: Node) -> Problem:
    bare = node.text.strip().lower().removeprefix("urn:uuid:").strip("{}")
    if _UUID.fullmatch(bare) and bare != node.text:
        message = f"{_shown(node)} is not how a UUID is written here: in lower case, with nothing around it"
        return _problem("bad-uuid", node, message, advice=f'write "{bare}"', fix=correct_uuid(node, bare))
    message = f"{_shown(node)} is not a UUID of RFC 9562"
    return _problem("bad-uuid", node, message, advice="make one with `uuidgen`, and never change it again")


def empty_list(node: Node, shape: Shape) -> Problem:
    """Say that something has to be in a list."""
    return _problem("empty", node, f"{_name(node)} is empty", advice=shape.description)


def missing_key(node: Node, key: str, shape: Shape) -> Problem:
    """Say which key is missing, and what belongs there."""
    label = f"`{key}` is missing in {_noun(node, shape)}"
    return _problem(
        "missing-key",
        node,
        label,
        label=f"`{key}` is missing",
        advice=f'add "{key}": {shape.properties[key].description}',
    )


def missing_alternative(node: Node, shape: Shape) -> Problem:
    """Say that one of some keys is missing."""
    keys = " or ".join(f"`{key}`" for key in shape.alternatives)
    return _problem(
        "missing-key",
        node,
        f"{_noun(node, shape)} needs {keys}",
        label=f"{keys} is missing",
        advice=f"add {keys}",
    )


def unknown_key(node: Node, key: Node, shape: Shape, missing: tuple[str, ...]) -> tuple[Problem, str]:
    """Say that a key is not known here, and which one was meant.

    Returns:
        The problem, and the one of the *missing* keys that was meant; empty where it was none of them.
    """
    meant = nearest(key.text, missing) or nearest(key.text, shape.properties)
    is_there = meant in node.members
    problem = Problem(
        kind="unknown-key",
        span=key.span,
        path=key.path,
        message=f'"{key.text[:_SHOWN]}" is not a key of {_noun(node, shape)}',
        label="not known here" if is_there else _did_you_mean(meant) or "not known here",
        advice=_advise_key(key.text, meant, is_there=is_there, is_missing=meant in missing),
        fix=None if is_there else correct_key(key, meant, missing if meant in missing else shape.properties),
    )
    return problem, meant if meant in missing else ""


def _advise_key(key: str, meant: str, *, is_there: bool, is_missing: bool) -> str:
    if is_there:
        return f'delete it: "{meant}" is there already'
    if meant:
        return f'write "{meant}"' + (", which is required and missing" if is_missing else "")
    elsewhere = homes(key)
    if elsewhere:
        return f"it is a key of {' and '.join(elsewhere)}"
    return f'delete it, or call it "x-{key[:_SHOWN]}" if it is your own'


def _advise_type(node: Node, shape: Shape) -> str:
    if node.value is None:
        return "write a value, or delete the key"
    if "boolean" in shape.types and node.text.lower() in TRUE | FALSE:
        return f"write {'true' if node.text.lower() in TRUE else 'false'}, without quotes"
    if "string" in shape.types and "number" not in shape.types and isinstance(node.value, int | float):
        return "put it in quotes"
    if "array" in shape.types and node.text:
        return f"write [{_shown(node)}]"
    return _advise_value(shape)


def _advise_value(shape: Shape) -> str:
    example = f" Write e.g. {_json(shape.examples[0])}" if shape.examples and not shape.is_uuid else ""
    return shape.description + example


def _say_types(shape: Shape) -> str:
    types = shape.types - {"integer"} if "number" in shape.types else shape.types
    return " or ".join(word for name, word in _TYPE_WORDS.items() if name in types)


def _name(node: Node) -> str:
    """Name a value by its key, or by its number in a list."""
    *_, last = node.path or ("the list",)
    return f"`{last}`" if isinstance(last, str) else f"`{node.path[-2]}[{last}]`"


def _noun(node: Node, shape: Shape) -> str:
    """Say what a mapping is: an item of a list by its title, anything else by its key."""
    if not node.path:
        return "the list"
    if isinstance(node.path[-1], str):
        return _name(node)
    title = shape.title if shape.is_kind else shape.title.lower()
    return f"an {title}" if title[0] in "aeiouAEIOU" else f"a {title}"


def _did_you_mean(meant: str) -> str:
    return f'did you mean "{meant}"?' if meant else ""


def _shown(node: Node) -> str:
    text = node.text[:_SHOWN] + "…" if len(node.text) > _SHOWN else node.text
    return _json(text)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


class _More(TypedDict, total=False):
    """What else a problem may say."""

    label: str
    advice: str
    fix: Correction | None


def _problem(kind: str, node: Node, message: str, **more: Unpack[_More]) -> Problem:
    return Problem(kind=kind, span=_head(node), path=node.path, message=message, **more)


def _head(node: Node) -> Span:
    """Point at a value; at a mapping by its first key, since the whole may be a hundred lines."""
    first = next(iter(node.members.values()), None)
    if first:
        return first.key.span
    return Span(node.span.start, node.span.start + 1) if node.items else node.span
