"""DAT109: a need for what does not exist yet."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import UseRule
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.model.finding import Severity


class RequiredOutput(UseRule):
    """Only what is read is required."""

    code, name, severity = "DAT109", "required-output", Severity.NOTE
    lists = ("data-resources",)
    why = (
        "`required` says whether the executable can run without the data. Output is there after the run, "
        "not before; perhaps `direction` is wrong, and the data are read."
    )
    good = (
        {
            "storage-resources": [{"size": "1 GB"}],
            "data-resources": [{"name": "spectrum", "direction": "output"}],
        },
    )
    bad = (
        {
            "storage-resources": [{"size": "1 GB"}],
            "data-resources": [{"name": "spectrum", "direction": "output", "required": True}],
        },
    )
    points_at = ("true",)

    def check_resource(self, resource: Node) -> Iterator[Remark]:
        direction, required = resource.get("direction"), resource.get("required")
        if direction and direction.text == "output" and required and required.value is True:
            yield self.remark(
                required,
                "output cannot be required, for it is there only after the run",
                advice="delete `required`, or correct the direction",
                also=direction,
                also_label="is written",
            )
