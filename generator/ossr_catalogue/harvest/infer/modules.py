"""Find the Python module that a command calls, and what its docstring says; nothing is imported or run."""

import ast
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from ossr_catalogue.harvest.infer.evidence import Repository
from ossr_catalogue.harvest.text.markdown import Part
from ossr_catalogue.harvest.text.plain import shortened
from ossr_catalogue.harvest.text.rest import blocks, inline
from ossr_catalogue.model.inferred import Ground, How, Sure

_MAX_BYTES: Final = 200_000
_MAX_LETTERS: Final = 400
_MIN_WORDS: Final = 4
_USAGE: Final = re.compile(
    r"usage\b|:|>>>|(\S+ ){0,4}(the )?command[- ]?line (interface|tool|utility|program)s?\W*(\(\w+\))?\W*$",
    re.IGNORECASE,
)
"""What says no more than that there is a command."""
_ROOTS: Final = ("", "src/", "lib/", "python/")


def module_path(target: str, folder: str, paths: frozenset[str]) -> str | None:
    """Give the file of `package.module:function`, as seen from the folder of its manifest."""
    module = target.partition(":")[0].replace(".", "/")
    near = f"{folder}/" if folder else ""
    places = (f"{near}{root}{module}{end}" for root in _ROOTS for end in (".py", "/__init__.py"))
    return next((place for place in places if place in paths), None)


def docstrings(targets: Mapping[str, str], repository: Repository) -> dict[str, tuple[str, Ground]]:
    """Say for commands what they do, and how that is known; those that say nothing are missing.

    Args:
        targets: Command to `file:function`; the function may be empty.
        repository: Has read the files.
    """
    callers: dict[str, list[str]] = {}
    for name, target in targets.items():
        callers.setdefault(target.partition(":")[0], []).append(name)
    found = {}
    for path, names in callers.items():
        tree = _tree(repository.files.get(path, b""))
        for name in names if tree else ():
            function = targets[name].partition(":")[2]
            own = _first_words(_of_function(tree, function)) if tree and function else ""
            text = own or (_first_words(ast.get_docstring(tree)) if tree and len(names) == 1 else "")
            if text:
                sure = Sure.HIGH if own else Sure.MEDIUM
                found[name] = (text, Ground(path=path, how=How.PARAGRAPH, sure=sure))
    return found


def _tree(content: bytes) -> ast.Module | None:
    if not content or len(content) > _MAX_BYTES:
        return None
    try:
        with warnings.catch_warnings(action="ignore"):  # about their escapes, not ours
            return ast.parse(content)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _of_function(tree: ast.Module, name: str) -> str | None:
    functions: Iterable[ast.stmt] = tree.body
    named = (node for node in functions if isinstance(node, ast.FunctionDef) and node.name == name)
    return next((ast.get_docstring(node) for node in named), None)


def _first_words(docstring: str | None) -> str:
    """Give the first paragraph as a sentence; empty for a word or two, which say no more than the name."""
    texts = _paragraphs(docstring or "")
    text = next((text for text in texts if len(text.split()) >= _MIN_WORDS), "")
    return text if not text or text.endswith((".", "!", "?", "…")) else f"{text}."


def _paragraphs(docstring: str) -> Iterator[str]:
    for block in blocks(docstring[: 10 * _MAX_LETTERS]):
        if block.part is Part.PARAGRAPH:
            text = inline(block.text)
            if text.isprintable() and not text.endswith(":") and not _USAGE.match(text):
                yield shortened(text[:1].upper() + text[1:], _MAX_LETTERS)
