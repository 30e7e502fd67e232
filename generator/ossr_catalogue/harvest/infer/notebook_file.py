"""Read Jupyter notebooks, of nbformat 3 and 4: https://nbformat.readthedocs.io."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice
from typing import Any, Final

_MAX_CELL_LETTERS: Final = 50_000
_MAX_CELLS: Final = 400
_MAX_LETTERS: Final = 300_000
"""Of Markdown."""
_INJECTED: Final = frozenset({"snakemake-job-properties", "injected-parameters"})
"""Tags of cells that a workflow or papermill has put into an executed copy."""
_LFS_POINTER: Final = b"version https://git-lfs"


class NotebookError(ValueError):
    """A file is not a notebook; the text says what was found."""


class CellKind(Enum):
    """What a cell is."""

    CODE = auto()
    MARKDOWN = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell without its output."""

    kind: CellKind
    text: str
    is_injected: bool = False


@dataclass(frozen=True, slots=True)
class Notebook:
    """A notebook without its output."""

    cells: tuple[Cell, ...]
    kernel: str | None
    """Name of the kernel that it is written for, as other machines know it."""

    @property
    def opening(self) -> tuple[Cell, ...]:
        """The cells that are read for what it says; a long notebook has said it by their end."""
        return tuple(islice(_within(self.cells), _MAX_CELLS))

    @property
    def is_python(self) -> bool:
        """Whether its code is Python, as far as it says."""
        return self.kernel in {None, "python3"}

    @property
    def has_code(self) -> bool:
        """Whether there is anything to run."""
        return any(cell.kind is CellKind.CODE and cell.text.strip() for cell in self.cells)

    @property
    def code_digest(self) -> str:
        """What two notebooks share that do the same, whatever their output and whoever has executed them."""
        own = (cell for cell in self.cells if cell.kind is CellKind.CODE and not cell.is_injected)
        return hashlib.sha256(
            "\0".join(cell.text.strip() for cell in own).encode("utf-8", "replace")
        ).hexdigest()


def _within(cells: Iterable[Cell]) -> Iterator[Cell]:
    letters = 0
    for cell in cells:
        letters += len(cell.text) if cell.kind is CellKind.MARKDOWN else 0
        if letters > _MAX_LETTERS:
            return
        yield cell


def read_notebook(content: bytes) -> Notebook:
    """Read a notebook.

    Raises:
        NotebookError: if it is none.
    """
    if content.startswith(_LFS_POINTER):
        raise NotebookError("its content lies in Git LFS, which is not read")
    try:
        loaded = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise NotebookError(f"is not JSON ({_place(error)})") from error
    cells = _raw_cells(loaded)
    if cells is None:
        raise NotebookError("is JSON, but has no list of cells")
    return Notebook(tuple(_cells(cells)), _kernel(loaded.get("metadata")))


def _place(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno}, column {error.colno}: {error.msg}"
    return "not UTF-8" if isinstance(error, UnicodeDecodeError) else "nested too deeply"


def _raw_cells(loaded: object) -> list[object] | None:
    """Find the cells: at the top in version 4, in worksheets before."""
    if not isinstance(loaded, Mapping):
        return None
    sheets = loaded.get("worksheets")
    if "cells" not in loaded and isinstance(sheets, list):
        inside = [sheet.get("cells") for sheet in sheets if isinstance(sheet, Mapping)]
        return [cell for cells in inside if isinstance(cells, list) for cell in cells]
    cells = loaded.get("cells")
    return cells if isinstance(cells, list) else None


def _cells(raw: list[object]) -> Iterator[Cell]:
    for cell in raw:
        if isinstance(cell, Mapping):
            kind = cell.get("cell_type")
            text = _text(cell.get("source", cell.get("input", "")))
            if kind == "heading":  # nbformat 3
                text = f"{'#' * _level(cell.get('level'))} {text}"
            yield Cell(_KINDS.get(str(kind), CellKind.OTHER), text, _is_injected(cell))


_KINDS: Final = {"code": CellKind.CODE, "markdown": CellKind.MARKDOWN, "heading": CellKind.MARKDOWN}


def _level(value: object) -> int:
    return min(6, max(1, value)) if isinstance(value, int) else 1


def _text(source: object) -> str:
    lines = source if isinstance(source, list) else [source]
    return "".join(line for line in lines if isinstance(line, str))[:_MAX_CELL_LETTERS]


def _is_injected(cell: Mapping[str, Any]) -> bool:
    metadata = cell.get("metadata")
    tags = metadata.get("tags") if isinstance(metadata, Mapping) else None
    return isinstance(tags, list) and any(isinstance(tag, str) and tag in _INJECTED for tag in tags)


def _kernel(metadata: object) -> str | None:
    """Name the kernel; a Python kernel is `python3` whatever its author's environment was called."""
    spec, info = (_table(metadata, key) for key in ("kernelspec", "language_info"))
    language = _word(spec.get("language")) or _word(info.get("name"))
    name = _word(spec.get("name"))
    if language.lower() == "python" or (not language and name.startswith("python")):
        return "python3"
    return name or None


def _table(metadata: object, key: str) -> Mapping[str, Any]:
    found = metadata.get(key) if isinstance(metadata, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _word(value: object) -> str:
    return value.strip()[:60] if isinstance(value, str) and value.isprintable() else ""
