"""Read `sources.yml`: what is to be harvested."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

import yaml
from jsonschema import Draft202012Validator

from ossr_catalogue.errors import UsageError
from ossr_catalogue.harvest import SOURCES
from ossr_catalogue.harvest.credentials import without_credentials
from ossr_catalogue.harvest.forges.source import ForgeSource
from ossr_catalogue.harvest.source import Source
from ossr_catalogue.schemas import schema

Steps = Sequence[str | int]

_TYPES: Final = {
    "array": "a list", "object": "a mapping", "string": "a text", "boolean": "true or false",
    "integer": "a whole number",
}  # fmt: skip


def read_sources(path: Path) -> tuple[Source, ...]:
    """Read a file of sources, in its order.

    Raises:
        UsageError: if anything is wrong with it; the text names the line, what was found, what was expected.
        MissingExtraError: if a kind of source needs what is not installed.
    """
    root = _composed(path)
    _refuse_doubles(path, root)
    try:
        said = yaml.safe_load(_text(path))
    except yaml.YAMLError as error:  # a tag or a date that is none
        raise UsageError(f"{path}: {error}") from error
    _validate(path, root, said)
    entries: list[Mapping[str, Any]] = said["sources"]
    sources = tuple(_source(path, root, index, entry) for index, entry in enumerate(entries))
    _refuse_twins(path, root, sources)
    return sources


def _source(path: Path, root: yaml.Node, index: int, entry: Mapping[str, Any]) -> Source:
    kind = next(key for key in SOURCES if key in entry)
    try:
        return SOURCES[kind](entry, path.parent)
    except UsageError as error:
        raise UsageError(f"{_place(path, root, ('sources', index, kind))}: {error}") from error


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}); name a file of sources") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is not UTF-8 at byte {error.start}; save it as UTF-8") from error


def _composed(path: Path) -> yaml.Node:
    """Give the file as a tree that knows its lines."""
    try:
        root = yaml.compose(_text(path), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
        raise UsageError(f"{place}: this is not YAML: {error.problem}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise UsageError(f"{path}: this is not YAML: {error}") from error
    if root is None:
        raise UsageError(f"{path}: is empty; expected the key 'sources' with a list")
    return root


def _refuse_doubles(path: Path, root: yaml.Node) -> None:
    for node in _mappings(root):
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                mark = key.start_mark
                place = f"{path}:{mark.line + 1}:{mark.column + 1}"
                raise UsageError(f"{place}: the key {key.value!r} stands twice; remove one of them")
            seen.add(str(key.value))


def _mappings(node: yaml.Node) -> Iterator[yaml.MappingNode]:
    if isinstance(node, yaml.MappingNode):
        yield node
        children: Iterable[yaml.Node] = (value for _, value in node.value)
    else:
        children = node.value if isinstance(node, yaml.SequenceNode) else ()
    for child in children:
        yield from _mappings(child)


@dataclass(frozen=True, slots=True)
class _Fault:
    """Where a file and its schema disagree."""

    steps: Steps
    keyword: str
    """Of JSON Schema."""
    wanted: Any
    """The keyword's value."""
    found: Any
    expected: str
    """The schema's description of the place."""
    known: tuple[str, ...]
    """The keys that the schema knows there."""


def _validate(path: Path, root: yaml.Node, said: object) -> None:
    errors: Iterable[Any] = Draft202012Validator(schema("sources-1")).iter_errors(said)
    faults = sorted(map(_fault, errors), key=_telling)
    if faults:
        raise UsageError(f"{_place(path, root, faults[0].steps)}: {_words(faults[0])}")


def _telling(fault: _Fault) -> tuple[list[str], int]:
    """Order by place; of several faults at one the cause comes before what follows from it."""
    causes = list(_SAID)
    rank = causes.index(fault.keyword) if fault.keyword in causes else len(causes)
    return [str(step) for step in fault.steps], rank


def _fault(error: Any) -> _Fault:  # noqa: ANN401 - whose types don't say what is in it
    return _Fault(
        steps=tuple(error.absolute_path),
        keyword=error.validator,
        wanted=error.validator_value,
        found=error.instance,
        expected=error.schema.get("description", ""),
        known=tuple(error.schema.get("properties", ())),
    )


def _words(fault: _Fault) -> str:
    """Say what was found and what was expected."""
    if fault.keyword in _SAID:
        return _SAID[fault.keyword](fault)
    return f"found {_shown(fault.found)}; expected: {fault.expected}"


def _wrong_type(fault: _Fault) -> str:
    wanted: list[str] = fault.wanted if isinstance(fault.wanted, list) else [fault.wanted]
    expected = " or ".join(_TYPES.get(one, one) for one in wanted)
    quotes = f", write it in quotes: '{fault.found}'" if isinstance(fault.found, int | float) else ""
    return f"found {_shown(fault.found)}; expected {expected}{quotes}"


def _unknown_key(fault: _Fault) -> str:
    known = fault.known
    unknown = next(key for key in fault.found if key not in known and not str(key).startswith("x-"))
    nearest = get_close_matches(str(unknown), known, 1)
    meant = f"did you mean {nearest[0]!r}?" if nearest else f"expected one of {', '.join(known)}"
    return f"the key {unknown!r} is unknown; {meant}"


def _not_one_kind(fault: _Fault) -> str:
    given = [key for key in SOURCES if key in fault.found] or [str(key) for key in fault.found] or ["none"]
    return f"found {' and '.join(given)}; expected exactly one of {', '.join(SOURCES)}"


def _missing_partner(fault: _Fault) -> str:
    key, needed = next(
        (key, partner)
        for key, partners in fault.wanted.items()
        for partner in partners
        if key in fault.found and partner not in fault.found
    )
    return f"the key {key!r} only makes sense with {needed!r}; add that, or remove it"


def _absent(fault: _Fault) -> list[str]:
    return [key for key in fault.wanted if key not in fault.found]


_SAID: Final[Mapping[str, Callable[[_Fault], str]]] = {
    "type": _wrong_type,
    "additionalProperties": _unknown_key,
    "dependentRequired": _missing_partner,
    "anyOf": lambda fault: fault.expected,
    "oneOf": _not_one_kind,
    "required": lambda fault: f"the key {next(iter(_absent(fault)))!r} is missing",
    "minItems": lambda fault: f"the list is empty; expected: {fault.expected}",
}


def _refuse_twins(path: Path, root: yaml.Node, sources: Sequence[Source]) -> None:
    """Refuse two sources that would be one component, the same source twice, and one that covers another."""
    seen: dict[str, int] = {}
    for index, source in enumerate(sources):
        identity = _identity(source)
        if identity in seen:
            first = _line(root, ("sources", seen[identity])) + 1
            raise UsageError(
                f"{_place(path, root, ('sources', index))}: this is the same as the source in line {first}, "
                f"or would get the same address ({identity}); remove one of them"
            )
        seen[identity] = index
    _refuse_covered(path, root, sources)


def _identity(source: Source) -> str:
    """Say what no two sources may have in common: a component's slug, or where several are from."""
    return str(getattr(source, "identity", "") or getattr(source, "slug", source.name))


def _refuse_covered(path: Path, root: yaml.Node, sources: Sequence[Source]) -> None:
    """Refuse a repository that is among those of an organisation as well."""
    wide = [(index, source) for index, source in enumerate(sources) if isinstance(source, ForgeSource)]
    for index, source in enumerate(sources):
        repository = getattr(source, "repository", None) or ""
        for wider, forge in wide:
            if repository and forge.covers(repository):
                name = forge.name_of(repository)
                raise UsageError(
                    f"{_place(path, root, ('sources', index))}: this is among the repositories of "
                    f"{forge.name} in line {_line(root, ('sources', wider)) + 1} as well; "
                    f"add `exclude: [{name}]` there, or remove this one"
                )


def _shown(value: object) -> str:
    return without_credentials(repr(value))[:80]


def _place(path: Path, root: yaml.Node, steps: Steps) -> str:
    words = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).removeprefix(".")
    return f"{path}:{_line(root, steps) + 1}: {words or 'the file'}"


def _line(node: yaml.Node, steps: Steps) -> int:
    """Give the line, from 0, of the place that *steps* lead to, or of the last that exists on the way."""
    for step in steps:
        child = _child(node, step)
        if child is None:
            break
        node = child
    return int(node.start_mark.line)


def _child(node: yaml.Node, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        found: yaml.Node = node.value[step]
        return found
    return None
