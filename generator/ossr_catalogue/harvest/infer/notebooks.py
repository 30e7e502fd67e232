"""Propose the Jupyter notebooks of a repository."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from ossr_catalogue.harvest.infer import notebook_text
from ossr_catalogue.harvest.infer.evidence import PassedOver, Proposal, Repository, described, titled
from ossr_catalogue.harvest.infer.notebook_file import Notebook, NotebookError, read_notebook
from ossr_catalogue.harvest.infer.places import doubts, nearest_requirements, refusal
from ossr_catalogue.harvest.text.plain import shortened
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook

_MAX_TITLE: Final = 117
_FEW_WORDS: Final = 3


class Notebooks:
    """Each notebook with code that is not a test, a result or a copy of another."""

    def wants(self, paths: Sequence[str]) -> Iterator[str]:
        """Choose the notebooks, but for those whose place says that they are none of the author's."""
        return (path for path in paths if _is_notebook(path) and not refusal(path))

    def propose(self, repository: Repository) -> Iterator[Proposal | PassedOver]:
        """Propose them, the better placed of two copies first."""
        seen: dict[str, str] = {}
        for path in sorted(filter(_is_notebook, repository.paths), key=_place):
            reason = refusal(path)
            if reason:
                yield PassedOver(path=path, reason=reason)
            elif path in repository.files:
                yield _outcome(path, repository, seen)


def _outcome(path: str, repository: Repository, seen: dict[str, str]) -> Proposal | PassedOver:
    try:
        notebook = read_notebook(repository.files[path])
    except NotebookError as error:
        return PassedOver(path=path, reason=str(error))
    if not notebook.has_code:
        return PassedOver(path=path, reason="has no code to run")
    first = seen.setdefault(notebook.code_digest, path)
    if first != path:
        return PassedOver(path=path, reason=f"has the same code as {first}")
    return _proposal(path, notebook, repository)


def _proposal(path: str, notebook: Notebook, repository: Repository) -> Proposal:
    heading = shortened(notebook_text.title(notebook.cells), _MAX_TITLE)
    summary = notebook_text.summary(notebook.cells, has_title=bool(heading))
    known = f"A Jupyter notebook of {repository.name}, which does not introduce itself."
    own: dict[str, Any] = {"location": path}
    if requirements := nearest_requirements(path, frozenset(repository.paths)):
        own["requirements"] = requirements
    if notebook.kernel:
        own["kernel"] = notebook.kernel
    return Proposal(
        type=JupyterNotebook.urn,
        path=path,
        title=_title(heading, path, repository),
        description=summary or described(known, repository.component),
        own=own,
        doubts=doubts(path),
    )


def _title(heading: str, path: str, repository: Repository) -> str:
    """Name the repository where the heading alone says too little in a list of hundreds."""
    if len(heading.split()) >= _FEW_WORDS:
        return heading
    return titled(heading or words_of(path), "a notebook", repository)


def words_of(path: str) -> str:
    """Make words of a file's name.

    >>> words_of("notebooks/calculate_sensitivity__from-Crab.ipynb")
    'Calculate sensitivity from Crab'
    """
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    words = re.sub(r"[\s_]+|(?<=[a-z])-(?=[A-Za-z])", " ", stem).strip()
    return words[:1].upper() + words[1:]


def _is_notebook(path: str) -> bool:
    return path.lower().endswith(".ipynb")


def _place(path: str) -> tuple[bool, int, str]:
    return bool(doubts(path)), path.count("/"), path
