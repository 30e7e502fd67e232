"""REF110: a path that works on some machines."""

from collections.abc import Iterator

from ossr_catalogue.document.changes import Correction, SetValue
from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import FileRule
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.repository import Repository, look_for
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.lint.scene import Scene
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class WrongCase(FileRule):
    """A path has the capital letters of the file that it names."""

    code, name, severity = "REF110", "wrong-case", Severity.ERROR
    fix = FixAvailability.SAFE
    why = (
        "On a Mac or on Windows `Notebooks/Crab.ipynb` opens `notebooks/crab.ipynb`. On the machines "
        "that run it, and on every forge, there is no such file."
    )
    good = (Scene(files=("notebooks/crab.ipynb", "README.md")),)
    bad = (Scene(files=("Notebooks/Crab.ipynb", "README.md")),)
    points_at = ("notebooks/crab.ipynb",)
    yields_to = ("backslash-path",)

    def check_path(self, path: Node, repository: Repository) -> Iterator[Remark]:
        missing = look_for(path.text, repository)
        if missing and missing.instead:
            meant = missing.instead
            yield self.remark(
                path,
                f"{quoted(path.text)} is spelt {quoted(meant)} in the repository",
                advice=f'write "{meant}"',
                fix=Correction(
                    title=f'Write "{meant}"', changes=(SetValue(node=path, value=meant),), is_safe=True
                ),
            )
