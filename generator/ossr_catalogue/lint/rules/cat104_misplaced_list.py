"""CAT104: a list where nobody looks for one."""

from collections.abc import Iterator

from ossr_catalogue.lint.repository import place_in_repository
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.scene import Scene
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Confidence, Severity


class MisplacedList(Rule):
    """A list stands where a harvest looks for it."""

    code, name, severity = "CAT104", "misplaced-list", Severity.NOTE
    confidence = Confidence.LOW
    why = (
        "A list is looked for at the top of the repository and in `.ossr`, by the names "
        "`executables.json` and `executables.yaml`. Anywhere else it is found only if the key "
        "`executables` of `codemeta.json` says where."
    )
    good = (Scene(path=".ossr/executables.json"),)
    bad = (Scene(path="docs/software-list.json"),)
    points_at = ("executables",)

    def check(self, view: View) -> Iterator[Remark]:
        root, path = view.document.root, view.document.path
        name = path.rpartition("/")[2]
        is_at_home = view.repository is not None or place_in_repository(path)[1]
        if root is not None and "." in name and not is_at_home:
            yield self.remark(
                root,
                "no harvest looks for a list of this name and place",
                advice="call it executables.json or executables.yaml, "
                "or name it in codemeta.json under the key `executables`",
            )
