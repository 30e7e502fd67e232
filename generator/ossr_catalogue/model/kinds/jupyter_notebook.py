"""Jupyter notebook."""

from dataclasses import dataclass

from ossr_catalogue.model.kinds.kind import FileKind


@dataclass(frozen=True, slots=True, kw_only=True)
class JupyterNotebook(FileKind):
    """A notebook, https://nbformat.readthedocs.io."""

    urn = "urn:types/jupyter-notebook"
    label = "Jupyter notebook"
    plural = "Jupyter notebooks"
    summary = "A notebook that runs in Jupyter, from the repository or from a URL."
    esap_keyword = "jupyter-notebook"

    kernel: str | None = None
