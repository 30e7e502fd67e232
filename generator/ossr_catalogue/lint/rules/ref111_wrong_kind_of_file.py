"""REF111: a file that the type cannot run."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.document.shape import kind_name
from ossr_catalogue.lint.key_rules import KeyRule
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.model.finding import Severity

_ENDINGS: Final = {
    "jupyter-notebook": (".ipynb",),
    "zeppelin-notebook": (".zpln", ".json"),
    "cwl-workflow": (".cwl", ".yml", ".yaml", ".json"),
    "nextflow-workflow": (".nf",),
}
_RUNS: Final = {
    ".ipynb": "a Jupyter notebook",
    ".zpln": "a Zeppelin note",
    ".cwl": "a CWL workflow",
    ".nf": "a Nextflow workflow",
    ".smk": "a Snakemake workflow",
}
_ENDING: Final = re.compile(r"\.[a-z][a-z0-9]{0,8}$", re.IGNORECASE)


class WrongKindOfFile(KeyRule):
    """The location is a file of the executable's type."""

    code, name, severity = "REF111", "wrong-kind-of-file", Severity.WARNING
    keys = ("location",)
    why = (
        "Jupyter opens a script as text, and a Python interpreter cannot run a notebook: the launch "
        "button leads to something that does not start."
    )
    good = (
        {"location": "notebooks/crab.ipynb"},
        {"location": "https://example.org/notebooks/42/download"},
        {"type": "urn:types/python-program", "location": "scripts/fit"},
    )
    bad = (
        {"location": "notebooks/crab.py"},
        {"type": "urn:types/python-program", "location": "notebooks/crab.ipynb"},
    )
    points_at = ("notebooks/crab.py", "notebooks/crab.ipynb")
    yields_to = ("page-instead-of-file",)

    def check_value(self, value: Node, executable: Node) -> Iterator[Remark]:
        kind = executable.get("type")
        name = kind_name(kind.text) if kind else ""
        ending = _ending(value.text)
        if not name or not ending or name in _FOLDERS:
            return
        wanted = _ENDINGS.get(name, ())
        other = _RUNS.get(ending, "") if not wanted else ""
        if (wanted and ending not in wanted) or (other and name.replace("-", " ") not in other.lower()):
            said = f"{other}, " if other else ""
            yield self.remark(
                value,
                f"{quoted(value.text)} is {said}not a file of a {name.replace('-', ' ')}",
                advice=f"name a file that ends in {' or '.join(wanted)}, or correct the type"
                if wanted
                else "correct the type or the location",
                also=kind,
                also_label="the type",
            )


_FOLDERS: Final = frozenset({"binder-repository", "singularity-container"})
"""Types whose location is a folder, an image or a recipe."""


def _ending(location: str) -> str:
    """Give the ending of a path, or of the path of an address, in lower case."""
    is_address = "://" in location
    path = re.split(r"[?#]", location)[0].partition("://")[2] if is_address else location
    _, slash, name = path.rpartition("/")
    found = None if is_address and not slash else _ENDING.search(name)
    return found[0].lower() if found else ""
