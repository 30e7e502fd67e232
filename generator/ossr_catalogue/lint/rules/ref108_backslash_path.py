"""REF108: a path of Windows."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.corrections import write
from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.repository import is_there
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.scene import Scene
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability

_ESCAPE: Final = re.compile(r"\\[^\w.\\-]")
"""What a shell reads as the sign itself, a space above all, and not as a folder."""


class BackslashPath(Rule):
    """A path in the repository has forward slashes."""

    code, name, severity = "REF108", "backslash-path", Severity.ERROR
    fix = FixAvailability.SAFE
    why = (
        "Only Windows takes a backslash for the border between a folder and a file. Everywhere else it "
        "is a letter of a name, and there is no file of that name. Writing forward slashes is safe, but "
        "where a backslash stands before a space or another sign that shells want it for: there somebody "
        "has to look."
    )
    good = (
        {"location": "notebooks/crab.ipynb"},
        Scene(example={"location": "notes\\crab.ipynb"}, files=("notes\\crab.ipynb",)),
    )
    bad = ({"location": "notebooks\\crab.ipynb"}, {"requirements": "envs\\requirements.txt"})
    points_at = ("notebooks\\\\crab.ipynb", "envs\\\\requirements.txt")

    def check(self, view: View) -> Iterator[Remark]:
        for path in view.paths:
            if "\\" in path.text and not (view.repository and is_there(path.text, view.repository)):
                yield self._say(path)

    def _say(self, path: Node) -> Remark:
        meant = re.sub(r"\\+", "/", path.text)
        return self.remark(
            path,
            f"{quoted(path.text)} has backslashes, which only Windows reads as folders",
            advice=f'write "{meant}"',
            fix=write(path, meant, is_safe=not _ESCAPE.search(path.text)),
        )
