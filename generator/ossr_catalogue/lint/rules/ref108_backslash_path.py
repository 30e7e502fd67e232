"""REF108: a path of Windows."""

from collections.abc import Iterator

from ossr_catalogue.document.changes import Correction, SetValue
from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class BackslashPath(Rule):
    """A path in the repository has forward slashes."""

    code, name, severity = "REF108", "backslash-path", Severity.ERROR
    fix = FixAvailability.SAFE
    why = (
        "Only Windows takes a backslash for the border between a folder and a file. Everywhere else it "
        "is a letter of a name, and there is no file of that name."
    )
    good = ({"location": "notebooks/crab.ipynb"},)
    bad = ({"location": "notebooks\\crab.ipynb"}, {"requirements": "envs\\requirements.txt"})
    points_at = ("notebooks\\\\crab.ipynb", "envs\\\\requirements.txt")

    def check(self, view: View) -> Iterator[Remark]:
        for path in view.paths:
            if "\\" in path.text:
                yield self._say(path, path.text.replace("\\", "/"))

    def _say(self, path: Node, meant: str) -> Remark:
        return self.remark(
            path,
            f"{quoted(path.text)} has backslashes, which only Windows reads as folders",
            advice=f'write "{meant}"',
            fix=Correction(
                title=f'Write "{meant}"', changes=(SetValue(node=path, value=meant),), is_safe=True
            ),
        )
