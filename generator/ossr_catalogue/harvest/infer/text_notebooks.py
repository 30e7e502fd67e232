"""Propose notebooks that are kept as text: MyST and Quarto for Jupyter, and marimo, which is Python."""

import ast
import re
import warnings
from collections.abc import Iterator, Sequence
from typing import Any, Final

from ossr_catalogue.harvest.infer.evidence import (
    PassedOver,
    Proposal,
    Repository,
    by_place,
    declared,
    described,
    the_file_itself,
    titled,
)
from ossr_catalogue.harvest.infer.notebook_file import Cell, CellKind
from ossr_catalogue.harvest.infer.notebook_text import title
from ossr_catalogue.harvest.infer.notebooks import words_of
from ossr_catalogue.harvest.infer.places import doubts, nearest_requirements, refusal
from ossr_catalogue.harvest.metadata import values
from ossr_catalogue.harvest.metadata.loading import load_yaml
from ossr_catalogue.harvest.text.markdown import blocks, inline_with_code
from ossr_catalogue.harvest.text.prose import description
from ossr_catalogue.model.inferred import Ground, How, Sure
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.kinds.python_program import PythonProgram

_PLACES: Final = re.compile(
    r"(?:.*/)?(?:notebooks?|tutorials?|examples?|demos?|marimo)/(?:.*/)?[^/]+", re.IGNORECASE
)
_MAX_BYTES: Final = 200_000
_MAX_TITLE: Final = 117
_FEW_WORDS: Final = 3
_FRONT: Final = re.compile(r"\ufeff?---[ \t]*\r?\n(.{1,20000}?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_CODE: Final = {
    ".md": re.compile(r"^(?:```|~~~)\{code-cell\}", re.MULTILINE),
    ".qmd": re.compile(r"^```\{(?:python|r|julia)\b", re.MULTILINE),
}
"""Fences around what is run, https://myst-nb.readthedocs.io, https://quarto.org."""
_MARIMO: Final = re.compile(r"^app = marimo\.App\(", re.MULTILINE)
_CELL: Final = re.compile(r"^@app\.cell\b", re.MULTILINE)


class TextNotebooks:
    """Each Markdown file that is a notebook: with cells of code, and a kernel or the name of Quarto."""

    seeks = "MyST and Quarto notebooks"

    def wants(self, paths: Sequence[str]) -> Iterator[str]:
        """Choose Quarto's files, and Markdown where notebooks lie."""
        for path in paths:
            is_candidate = path.endswith(".qmd") or (path.endswith(".md") and _PLACES.fullmatch(path))
            if is_candidate and not refusal(path):
                yield path

    def propose(self, repository: Repository) -> Iterator[Proposal | PassedOver]:
        """Propose them."""
        for path in self.wants(repository.paths):
            text = _letters(path, repository)
            front = _FRONT.match(text)
            said = load_yaml(front[1].encode()).mapping if front else {}
            kernel = _kernel(said)
            is_notebook = _CODE[path[path.rindex(".") :]].search(text)
            if is_notebook and (kernel or path.endswith(".qmd")):
                body = text[front.end() :] if front else text
                yield _proposal(path, body, values.title(said.get("title")), kernel, repository)


class MarimoNotebooks:
    """Each marimo notebook where notebooks lie, https://marimo.io: a Python file that is a program, too."""

    seeks = "marimo notebooks"

    def wants(self, paths: Sequence[str]) -> Iterator[str]:
        """Choose the Python files in folders of notebooks."""
        return (
            path for path in paths if path.endswith(".py") and _PLACES.fullmatch(path) and not refusal(path)
        )

    def propose(self, repository: Repository) -> Iterator[Proposal | PassedOver]:
        """Propose them."""
        for path in self.wants(repository.paths):
            text = _letters(path, repository)
            if _MARIMO.search(text) and _CELL.search(text):
                yield _marimo_proposal(path, text, repository)


def _letters(path: str, repository: Repository) -> str:
    return repository.files.get(path, b"")[:_MAX_BYTES].decode("utf-8", "replace")


def _kernel(said: Any) -> str:  # noqa: ANN401 - as YAML gives it
    spec = said.get("kernelspec")
    name = spec.get("name") if hasattr(spec, "get") else said.get("jupyter")
    return name.strip()[:60] if isinstance(name, str) and name.isprintable() else ""


def _proposal(path: str, body: str, said: str, kernel: str, repository: Repository) -> Proposal:
    heading = title([Cell(CellKind.MARKDOWN, body)])
    found = description(blocks(body), inline_with_code)
    known = f"A notebook of {repository.name} that is kept as text; Jupyter opens it with Jupytext."
    own: dict[str, Any] = {"location": path}
    grounds = {
        "title": _title_ground(path, said, heading.text if heading else ""),
        "description": _ground_of(found, path, repository),
        "location": the_file_itself(path),
    }
    if requirements := nearest_requirements(path, frozenset(repository.paths)):
        own["requirements"] = requirements
        grounds["requirements"] = by_place(requirements)
    if kernel:
        own["kernel"] = kernel
        grounds["kernel"] = declared(path)
    return Proposal(
        type=JupyterNotebook.urn,
        path=path,
        title=_title(said or (heading.text if heading else ""), path, repository),
        description=f"{found} {known}" if found else described(known, repository.component),
        own=own,
        doubts=doubts(path),
        grounds=grounds,
    )


def _marimo_proposal(path: str, text: str, repository: Repository) -> Proposal:
    said = "\n\n".join(_marimo_texts(text))
    heading = title([Cell(CellKind.MARKDOWN, said)])
    found = description(blocks(said), inline_with_code)
    known = f"A marimo notebook of {repository.name}: `marimo run {path}` shows it as an app."
    return Proposal(
        type=PythonProgram.urn,
        path=path,
        title=_title(heading.text if heading else "", path, repository),
        description=f"{found} {known}" if found else described(known, repository.component),
        own={"location": path},
        doubts=doubts(path),
        grounds={
            "title": _title_ground(path, "", heading.text if heading else ""),
            "description": _ground_of(found, path, repository),
            "location": the_file_itself(path),
        },
    )


def _marimo_texts(text: str) -> Iterator[str]:
    """Give the Markdown of `mo.md(…)`; what is computed in it stays out."""
    try:
        with warnings.catch_warnings(action="ignore"):  # about their escapes, not ours
            nodes = list(ast.walk(ast.parse(text)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "md":
            for argument in node.args[:1]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield "\n".join(line.strip() for line in argument.value.splitlines())


def _title(words: str, path: str, repository: Repository) -> str:
    words = words[:_MAX_TITLE]
    return (
        words
        if len(words.split()) >= _FEW_WORDS
        else titled(words or words_of(path), "a notebook", repository)
    )


def _title_ground(path: str, said: str, heading: str) -> Ground:
    if said:
        return declared(path)
    how, sure = (How.HEADING, Sure.HIGH) if heading else (How.FILE_NAME, Sure.LOW)
    return Ground(path=path, how=how, sure=sure)


def _ground_of(found: str, path: str, repository: Repository) -> Ground:
    return Ground(path=path, how=How.PARAGRAPH, sure=Sure.HIGH) if found else repository.ground("description")
