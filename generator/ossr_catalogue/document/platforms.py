"""`catalogue/platforms.yml`: where executables can run, read once into values.

The file is the operator's, so that what is wrong with it stops the command, with its line.
"""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final

from jsonschema import Draft202012Validator

from ossr_catalogue.document.document import Document
from ossr_catalogue.document.nearest import nearest
from ossr_catalogue.document.node import Node
from ossr_catalogue.document.parse import parse
from ossr_catalogue.document.problems import READING_KINDS
from ossr_catalogue.document.schema_errors import in_words
from ossr_catalogue.errors import QuantityError, UsageError
from ossr_catalogue.model.kinds import KINDS
from ossr_catalogue.model.platform import LAUNCH_NAMES, Fact, Limits, Platform, Requirement
from ossr_catalogue.model.quantity import Amount, parse_bytes, parse_duration
from ossr_catalogue.schemas import schema

_SERIOUS: Final = frozenset(READING_KINDS) - {"yaml-trap", "byte-order-mark"}
"""Not the shape of a list of executables, nor a date that is read as the text that it is."""
_PLACEHOLDER: Final = re.compile(r"\{([^}]*)\}")


def read_platforms(path: Path) -> tuple[Platform, ...]:
    """Read the platforms, in the order of the file.

    Raises:
        UsageError: if the file cannot be read, or does not follow `platforms-1.schema.json`.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}; name a file of platforms") from error
    document = parse(data, str(path))
    root = _sound(document)
    platforms = tuple(_platform(document, node) for node in root.select("platforms", ...))
    _refuse_doubles(document, platforms)
    return platforms


def _sound(document: Document) -> Node:
    """Give the tree, or say the first thing that is wrong with it."""
    for problem in document.problems:
        if problem.kind in _SERIOUS:
            line = document.place(problem.span).line
            raise UsageError(
                f"{document.path}, line {line}: {problem.message}; {problem.advice}".rstrip("; ")
            )
    if document.root is None:
        raise UsageError(f"{document.path}: nothing could be read; write `platforms: […]`")
    errors = Draft202012Validator(schema("platforms-1")).iter_errors(document.root.plain())
    for error in sorted(errors, key=lambda error: list(map(str, error.absolute_path))):
        node = next(document.root.select(*error.absolute_path))
        raise _wrong(document, node, in_words(error))
    return document.root


def _wrong(document: Document, node: Node, message: str) -> UsageError:
    place = document.place(node.span)
    return UsageError(f"{document.path}, line {place.line}: {document.describe(node.path)}: {message}")


def _platform(document: Document, node: Node) -> Platform:
    plain = node.plain()
    for template in node.select("launch", ...):
        _refuse_unknown_names(document, template)
    for urn in node.select("types", ...):
        _refuse_unknown_type(document, urn)
    for day in node.select("facts", ..., "checked"):
        _refuse_no_day(document, day)
    return Platform(
        id=plain["id"],
        title=plain["title"],
        description=" ".join(plain["description"].split()),
        homepage=plain["homepage"],
        types=tuple(plain["types"]),
        limits=_limits(document, node),
        architectures=tuple(plain.get("architectures", ())),
        requires=tuple(Requirement(word) for word in plain.get("requires", ())),
        launch=tuple(plain.get("launch", ())),
        facts=tuple(_fact(fact) for fact in plain["facts"]),
    )


def _fact(plain: dict[str, Any]) -> Fact:
    return Fact(**{**plain, "about": tuple(plain.get("about", ()))})


def _limits(document: Document, platform: Node) -> Limits:
    node = platform.get("limits")
    if node is None:
        return Limits()
    plain: dict[str, Any] = node.plain()
    return Limits(
        cores=plain.get("cores"),
        memory_bytes=_amount(document, node.get("memory")),
        storage_bytes=_amount(document, node.get("storage")),
        gpus=plain.get("gpus"),
        gpu_memory_bytes=_amount(document, node.get("gpu-memory")),
        walltime_seconds=_amount(document, node.get("walltime"), read=parse_duration),
        nodes=plain.get("nodes"),
    )


def _amount(document: Document, node: Node | None, read: Callable[[str], Amount] = parse_bytes) -> int | None:
    if node is None:
        return None
    try:
        return int(read(node.text).value)
    except QuantityError as error:
        raise _wrong(document, node, f"{error}; {error.advice}") from error


def _refuse_unknown_names(document: Document, template: Node) -> None:
    for name in _PLACEHOLDER.findall(template.text):
        if name not in LAUNCH_NAMES:
            known = ", ".join(LAUNCH_NAMES)
            raise _wrong(document, template, f"{{{name}}} is not a name that can be filled in; write {known}")


def _refuse_unknown_type(document: Document, urn: Node) -> None:
    known = [kind.urn for kind in KINDS]
    if urn.text not in known:
        meant = nearest(urn.text, known)
        advice = f'did you mean "{meant}"?' if meant else f"write one of {', '.join(known)}"
        raise _wrong(document, urn, f'"{urn.text}" is no type that can be launched; {advice}')


def _refuse_no_day(document: Document, day: Node) -> None:
    try:
        date.fromisoformat(day.text)
    except ValueError as error:
        raise _wrong(
            document, day, f'"{day.text}" is no day of the calendar; write e.g. 2026-11-22'
        ) from error


def _refuse_doubles(document: Document, platforms: tuple[Platform, ...]) -> None:
    seen: set[str] = set()
    for platform in platforms:
        if platform.id in seen:
            raise UsageError(f"{document.path}: two platforms are called {platform.id!r}; rename one")
        seen.add(platform.id)
