"""Every file of a site by itself: none is empty or cut off."""

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path

_SEARCH = "pagefind"


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
    if file.suffix == ".json":
        return _not_json(file)
    if file.suffix.startswith(".pf_"):
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
    entry = search / "pagefind-entry.json"
    if not entry.is_file():
        yield f"{_SEARCH}/{entry.name}: the search index is missing"
    elif not _reason(entry):
        for language in json.loads(entry.read_bytes())["languages"].values():
            name = f"pagefind.{language['hash']}.pf_meta"
            if not (search / name).is_file():
                yield f"{_SEARCH}/{name}: the search asks for it, and it is missing"
