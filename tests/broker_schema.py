"""The ExecutionBroker's own schema, of which the project carries no copy; skipped where it is not there."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

SCHEMAS = Path(__file__).parents[2] / "shared" / "data" / "execution-broker" / "schema" / "v1.0"

needs_the_schema = pytest.mark.skipif(
    not SCHEMAS.is_dir(), reason=f"the ExecutionBroker's schema is not at {SCHEMAS}"
)


@cache
def _schemas() -> dict[str, Any]:
    return {
        path.relative_to(SCHEMAS).as_posix(): yaml.safe_load(path.read_text())
        for path in sorted(SCHEMAS.rglob("*.yaml"))
    }


@cache
def _registry() -> Registry[Any]:
    resources = (
        (f"https://broker.example/{path}", Resource(contents=contents, specification=DRAFT202012))
        for path, contents in _schemas().items()
    )
    return Registry().with_resources(resources)


def _validate(value: Any, path: str, name: str) -> None:  # noqa: ANN401 - JSON
    reference = {"$ref": f"https://broker.example/{path}#/components/schemas/{name}"}
    Draft202012Validator(
        reference, registry=_registry(), format_checker=Draft202012Validator.FORMAT_CHECKER
    ).validate(value)


def _selected(component: dict[str, Any], abstract: str) -> tuple[str, str]:
    """Give the file and the name of the schema that a component's kind selects."""
    mapping = _schemas()["components.yaml"]["components"]["schemas"][abstract]["discriminator"]["mapping"]
    path, _, name = mapping[component["kind"]].removeprefix("./").partition("#/components/schemas/")
    return path, name


def _known_keys(path: str, name: str) -> set[str]:
    tree = _schemas()[path]["components"]["schemas"][name]
    keys = set(tree.get("properties", ()))
    for part in tree.get("allOf", ()):
        if "$ref" in part:
            target, _, base = part["$ref"].partition("#/components/schemas/")
            keys |= _known_keys("components.yaml" if target.endswith("components.yaml") else path, base)
        keys |= set(part.get("properties", ()))
    return keys


def _components(request: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    yield request["executable"], "AbstractExecutable"
    if "compute" in request:
        yield request["compute"], "AbstractComputeResource"
        yield from ((one, "AbstractVolumeMount") for one in request["compute"].get("volumes", ()))
    yield from ((one, "AbstractStorageResource") for one in request.get("storage", ()))
    yield from ((one, "AbstractDataResource") for one in request.get("data", ()))


def check(request: dict[str, Any]) -> None:
    """Hold a request against the schema, each component against that which its kind selects."""
    _validate(request, "components.yaml", "ExecutionRequest")
    for component, abstract in _components(request):
        path, name = _selected(component, abstract)
        _validate(component, path, name)
        unknown = component.keys() - _known_keys(path, name)
        assert not unknown, f"unknown keys: {sorted(unknown)}"
