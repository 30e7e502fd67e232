"""TTL104: a file's name instead of a title."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import normalised, quoted
from ossr_catalogue.lint.rule import ExecutableRule, Remark
from ossr_catalogue.model.finding import Severity

_FILE_NAME: Final = re.compile(
    r"(?:[\w.-]+/)*[\w.-]+\.(?:ipynb|py|r|jl|sh|zpln|cwl|nf|smk|def|sif|ya?ml|json|md)", re.IGNORECASE
)
_WORDS_OF_A_SENTENCE: Final = 6
"""A title as long as this came first, and the file was named after it."""


class FileNameTitle(ExecutableRule):
    """A title is more than the name of a file."""

    code, name, severity = "TTL104", "file-name-title", Severity.WARNING
    why = (
        "`fit_crab_v2` means something to whoever wrote the file. People who look for software read "
        "titles, and the name of the file stands on the page anyway."
    )
    good = (
        {"title": "Fit the Crab nebula spectrum", "location": "fit_crab.ipynb"},
        {
            "title": "Fit the Crab nebula spectrum twice",
            "location": "fit-the-crab-nebula-spectrum-twice.ipynb",
        },
    )
    bad = (
        {"title": "notebooks/fit_crab_v2.ipynb"},
        {"title": "Fit crab spectrum v2", "location": "notebooks/fit_crab_spectrum-v2.ipynb"},
        {"title": "Fit the crab spectrum v2", "location": "notebooks/fit_the_crab_spectrum-v2.ipynb"},
    )
    points_at = ("notebooks/fit_crab_v2.ipynb", "Fit crab spectrum v2", "Fit the crab spectrum v2")
    yields_to = ("placeholder-title",)

    def check_executable(self, executable: Node) -> Iterator[Remark]:
        for title in executable.select("title"):
            if _is_file_name(title.text, executable):
                yield self.remark(
                    title,
                    f"the title {quoted(title.text)} is the name of a file",
                    advice='say what it does to which data, e.g. "Fit the Crab nebula spectrum with Gammapy"',
                )


def _is_file_name(title: str, executable: Node) -> bool:
    if _FILE_NAME.fullmatch(title.strip()):
        return True
    return len(title.split()) < _WORDS_OF_A_SENTENCE and normalised(title) in _names(executable)


def _names(executable: Node) -> set[str]:
    """Give the names of the files that it runs, with and without ending, in comparable form."""
    paths = (node.text for key in ("location", "open", "module") for node in executable.select(key))
    names = [path.rstrip("/").rpartition("/")[2] for path in paths]
    stems = [name.rpartition(".")[0] for name in names]
    return {normalised(name) for name in (*names, *stems)} - {""}
