"""IDN108: a successor, and still the first choice."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import KeyRule
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.model.finding import Severity


class ActiveAndSuperseded(KeyRule):
    """What has a successor is deprecated or withdrawn."""

    code, name, severity = "IDN108", "active-and-superseded", Severity.WARNING
    keys = ("superseded-by",)
    why = (
        "The catalogue offers active executables first. One that has a successor would stand beside it "
        "as if people had the choice."
    )
    good = ({"status": "withdrawn", "superseded-by": "911e248b-3a85-46b0-b681-cfd5ed1c2fe4"},)
    bad = (
        {"superseded-by": "911e248b-3a85-46b0-b681-cfd5ed1c2fe4"},
        {"superseded-by": "911e248b-3a85-46b0-b681-cfd5ed1c2fe4", "status": "active"},
    )
    points_at = ("911e248b-3a85-46b0-b681-cfd5ed1c2fe4",) * 2
    yields_to = ("superseded-by-itself",)

    def check_value(self, value: Node, executable: Node) -> Iterator[Remark]:
        status = executable.get("status")
        if status is None or status.text == "active":
            yield self.remark(
                value,
                "the executable has a successor, and is active all the same",
                advice='add "status": "deprecated", or "withdrawn"',
                also=status,
                also_label="active",
            )
