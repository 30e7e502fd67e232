"""The JSON Schemas (Draft 2020-12) that we publish, and their loader.

A schema's file name is its identity: `executables-1.schema.json` never changes in a way that refuses what it
accepted; a breaking change is `executables-2`.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parent


@cache
def schema(name: str) -> dict[str, Any]:
    """Load one schema, e.g. `executables-1`; treat it as read-only."""
    loaded: dict[str, Any] = json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
    return loaded


def names() -> tuple[str, ...]:
    """List the schemas that there are."""
    return tuple(sorted(path.name.removesuffix(".schema.json") for path in FOLDER.glob("*.schema.json")))
