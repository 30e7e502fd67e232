"""CAT103: a list that nobody reads."""

from collections.abc import Iterator

from ossr_catalogue.document.locations import LIST_LOCATIONS
from ossr_catalogue.lint.repository import is_there, place_in_repository
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.scene import Scene
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Severity


class UnreadList(Rule):
    """A repository has one list."""

    code, name, severity = "CAT103", "unread-list", Severity.WARNING
    why = (
        "Of several lists only the first is read, in the order `executables.json`, `executables.yaml`, "
        "`executables.yml`, and then the same below `.ossr`; lists are never merged. Whoever corrects "
        "the other one will wonder why nothing changes."
    )
    good = (Scene(path="executables.json", files=("executables.json", "executables.yaml")),)
    bad = (Scene(path=".ossr/executables.json", files=("executables.yml", ".ossr/executables.json")),)
    points_at = ("executables",)

    def check(self, view: View) -> Iterator[Remark]:
        if view.repository is None:
            return
        _, location = place_in_repository(view.document.path)
        earlier = LIST_LOCATIONS[: LIST_LOCATIONS.index(location)] if location else ()
        read = next((path for path in earlier if is_there(path, view.repository)), None)
        root = view.document.root
        if read and root is not None:
            yield self.remark(
                root,
                f"this list is not read, for {read} comes before it",
                advice=f"join the two in {read}, and delete this one",
            )
