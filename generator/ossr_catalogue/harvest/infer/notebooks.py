"""Propose the Jupyter notebooks of a repository."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from ossr_catalogue.harvest.infer import notebook_text
from ossr_catalogue.harvest.infer.evidence import (
    PassedOver,
    Proposal,
    Repository,
    by_place,
    declared,
    described,
    rounded_off,
    the_file_itself,
    titled,
)
from ossr_catalogue.harvest.infer.notebook_file import Notebook, NotebookError, read_notebook
from ossr_catalogue.harvest.infer.notebook_text import Passage
from ossr_catalogue.harvest.infer.places import doubts, foreign, nearest_requirements
from ossr_catalogue.harvest.text.plain import shortened
from ossr_catalogue.model.inferred import Ground, How, Sure
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook

_MAX_TITLE: Final = 117
_FEW_WORDS: Final = 3
_MANY_WORDS: Final = 6
"""Of a sentence that the file was named after; fewer look like the name of a file."""


class Notebooks:
    """Each notebook with code that is not a copy of another; tests and results only with a doubt."""

    seeks = "Jupyter notebooks"

    def wants(self, paths: Sequence[str]) -> Iterator[str]:
        """Choose the notebooks, but for those whose place says that they are none of the author's."""
        return (path for path in paths if _is_notebook(path) and not foreign(path))

    def propose(self, repository: Repository) -> Iterator[Proposal | PassedOver]:
        """Propose them, the better placed of two copies, with the other as its variant."""
        copies: dict[str, list[tuple[str, Notebook]]] = {}
        for path in sorted(filter(_is_notebook, repository.paths), key=_place):
            if reason := foreign(path):
                yield PassedOver(path=path, reason=reason)
            elif path in repository.files:
                read = _read(path, repository.files[path])
                if isinstance(read, PassedOver):
                    yield read
                else:
                    copies.setdefault(read.code_digest, []).append((path, read))
        for (path, notebook), *others in copies.values():
            yield _proposal(path, notebook, tuple(other for other, _ in others), repository)


def _read(path: str, content: bytes) -> Notebook | PassedOver:
    try:
        notebook = read_notebook(content)
    except NotebookError as error:
        return PassedOver(path=path, reason=str(error))
    return notebook if notebook.has_code else PassedOver(path=path, reason="has no code to run")


def _proposal(path: str, notebook: Notebook, copies: tuple[str, ...], repository: Repository) -> Proposal:
    heading = notebook_text.title(notebook.opening)
    description, told = _description(path, notebook, heading, repository)
    own: dict[str, Any] = {"location": path}
    grounds = {"title": _title_ground(path, heading), "description": told, "location": the_file_itself(path)}
    if requirements := nearest_requirements(path, frozenset(repository.paths)):
        own["requirements"] = requirements
        grounds["requirements"] = by_place(requirements)
    if notebook.kernel:
        own["kernel"] = notebook.kernel
        grounds["kernel"] = declared(path)
    return Proposal(
        type=JupyterNotebook.urn,
        path=path,
        title=_title(heading.text if heading else "", path, repository),
        description=description,
        own=own,
        doubts=doubts(path),
        variants=copies,
        grounds=grounds,
    )


def _description(
    path: str, notebook: Notebook, heading: Passage | None, repository: Repository
) -> tuple[str, Ground]:
    """Give its own words; or else what its sections and imports show, and what the repository is about."""
    if found := notebook_text.summary(notebook.opening, has_title=heading is not None):
        sure = Sure.HIGH if heading else Sure.MEDIUM
        text = rounded_off(found.text, f"A Jupyter notebook of {repository.name}.")
        return text, Ground(path=f"{path}#cell{found.cell}", how=How.PARAGRAPH, sure=sure)
    outline = notebook_text.outline(notebook, without=heading.text if heading else "")
    known = f"A Jupyter notebook of {repository.name}, which does not introduce itself. {outline}".strip()
    ground = (
        Ground(path=path, how=How.OUTLINE, sure=Sure.LOW) if outline else repository.ground("description")
    )
    return described(known, repository.component), ground


def _title_ground(path: str, heading: Passage | None) -> Ground:
    if heading is None:
        return Ground(path=path, how=How.FILE_NAME, sure=Sure.LOW)
    sure = Sure.HIGH if heading.cell == 0 else Sure.MEDIUM
    return Ground(path=f"{path}#cell{heading.cell}", how=How.HEADING, sure=sure)


def _title(heading: str, path: str, repository: Repository) -> str:
    """Name the repository where the heading alone says too little in a list of hundreds."""
    heading = shortened(heading, _MAX_TITLE)
    words = len(heading.split())
    is_file_name = heading.casefold() == words_of(path).casefold()
    if words >= (_MANY_WORDS if is_file_name else _FEW_WORDS):
        return heading
    return titled(heading or words_of(path), "a notebook", repository)


def words_of(path: str) -> str:
    """Make words of a file's name.

    >>> words_of("notebooks/calculate_sensitivity__from-Crab.ipynb")
    'Calculate sensitivity from Crab'
    """
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    words = re.sub(r"[\s_]+|(?<=[a-z])-(?=[A-Za-z])", " ", stem).strip(" .")
    return words[:1].upper() + words[1:]


def _is_notebook(path: str) -> bool:
    return path.lower().endswith(".ipynb")


def _place(path: str) -> tuple[bool, int, str]:
    return bool(doubts(path)), path.count("/"), path
