"""IDN107: an end without a way on."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import KeyRule
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.model.finding import Severity


class NoSuccessor(KeyRule):
    """What is deprecated or withdrawn says what to use instead."""

    code, name, severity = "IDN107", "no-successor", Severity.NOTE
    keys = ("status",)
    why = (
        "Papers and bookmarks lead to an entry for years after its end. `superseded-by` sends those who "
        "come to the one that works."
    )
    good = ({"status": "deprecated", "superseded-by": "911e248b-3a85-46b0-b681-cfd5ed1c2fe4"},)
    bad = ({"status": "withdrawn"},)
    points_at = ("withdrawn",)

    def check_value(self, value: Node, executable: Node) -> Iterator[Remark]:
        if value.text in {"deprecated", "withdrawn"} and not executable.get("superseded-by"):
            yield self.remark(
                value,
                f"the executable is {value.text}, and nothing says what to use instead",
                advice='add "superseded-by" with the uuid of its successor, if it has one',
            )
