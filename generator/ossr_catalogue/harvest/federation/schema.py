"""Whether what another catalogue publishes is of the shape that we publish ourselves."""

from functools import cache
from typing import Any, Final

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from ossr_catalogue.schemas import names, schema

_DOCUMENT: Final = "executable-document-1"
_MAX_MESSAGE: Final = 200


def fault_in(said: object, shape: str) -> str:
    """Say what is wrong with it first of all; empty where nothing is.

    What we do not use of it is not looked at, and the declared entry is left to the linter, which has better
    words for its owner.

    Args:
        said: JSON from elsewhere.
        shape: `component` of an index, or the `document` of an executable.
    """
    try:
        error = next(iter(_validator(shape).iter_errors(said)), None)
    except RecursionError:
        return "it is nested too deeply"
    if error is None:
        return ""
    place = "/".join(str(step) for step in error.absolute_path)
    return f"/{place}: {error.message[:_MAX_MESSAGE]}"


@cache
def _validator(shape: str) -> Draft202012Validator:
    loaded = [schema(name) for name in names()]
    resources = ((one["$id"], Resource.from_contents(one)) for one in loaded)
    registry: Registry[Any] = Registry().with_resources(resources)
    return Draft202012Validator(_SHAPES[shape](), registry=registry)


def _component() -> dict[str, Any]:
    return {"$ref": f"{schema('index-1')['$id']}#/$defs/component"}


def _document() -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["declared", "provenance"],
        "properties": {
            "declared": {"type": "object"},
            "entry": {"type": "object"},
            "provenance": {"$ref": f"{schema(_DOCUMENT)['$id']}#/$defs/provenance"},
        },
    }


_SHAPES: Final = {"component": _component, "document": _document}
