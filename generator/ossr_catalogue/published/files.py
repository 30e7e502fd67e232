"""Every file of a site by itself: none is empty or cut off."""

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_SEARCH = "search"
_TOOL_REGISTRY = "ga4gh"
"""The folder whose answers are JSON, whatever they are called."""


def file_problems(folder: Path) -> Iterator[str]:
    """Say which files are not whole, as far as their kind lets see it."""
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        reason = _reason(file)
        if reason:
            yield f"{file.relative_to(folder).as_posix()}: {reason}"
    yield from _search_problems(folder / _SEARCH)


def _reason(file: Path) -> str:
    if not file.stat().st_size:
        return "is empty"
    if file.suffix == ".json" or _TOOL_REGISTRY in file.parts:
        return _not_json(file)
    if file.suffix == ".bin" and _SEARCH in file.parts:
        return _not_gzip(file)
    if file.suffix == ".html" and not file.read_bytes().rstrip().endswith(b"</html>"):
        return "ends before the end of its HTML"
    return ""


def _not_json(file: Path) -> str:
    try:
        json.loads(file.read_bytes())
    except (ValueError, RecursionError) as error:
        return f"is not JSON: {error}"
    return ""


def _not_gzip(file: Path) -> str:
    try:
        gzip.decompress(file.read_bytes())
    except (OSError, EOFError, zlib.error) as error:
        return f"is cut off: {error}"
    return ""


def _search_problems(search: Path) -> Iterator[str]:
    start = search / "start.json"
    if not start.is_file():
        yield f"{_SEARCH}/{start.name}: the search index is missing"
    elif not _reason(start):
        about = json.loads(start.read_bytes())
        for path in _asked_for(about):
            if not (search / path).is_file():
                yield f"{_SEARCH}/{path}: the search asks for it, and it is missing"


def _asked_for(about: dict[str, Any]) -> Iterator[str]:
    for name in ("executables", "guide"):
        index, folder = about[name], f"{about['folder']}/{name}"
        yield from (f"{folder}/{file}.bin" for file in ("by-title", "facets"))
        for kind in ("words", "spelling"):
            yield from (f"{folder}/{kind}/{number}.bin" for number in range(len(index[kind])))
        cards = -(-index["count"] // index["per_cards"])
        yield from (f"{folder}/cards/{number}.bin" for number in range(cards))
