"""STO104: results that may not be written."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import UseRule
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.model.finding import Severity


class ReadOnlyOutput(UseRule):
    """What is written has a mount that can be written to."""

    code, name, severity = "STO104", "read-only-output", Severity.ERROR
    lists = ("data-resources",)
    why = (
        "The data are to be written, and their mount is read-only: the program computes for hours, and "
        "fails with *read-only file system* when it saves."
    )
    good = (
        {
            "data-resources": [
                {"name": "spectrum", "direction": "output", "mount": {"path": "/out", "mode": "READWRITE"}}
            ]
        },
    )
    bad = (
        {
            "storage-resources": [{"size": "1 GB"}],
            "data-resources": [
                {"name": "spectrum", "direction": "output", "mount": {"path": "/out", "mode": "READONLY"}}
            ],
        },
    )
    points_at = ("output",)
    yields_to = ("nowhere-to-write",)

    def check_resource(self, resource: Node) -> Iterator[Remark]:
        direction = resource.get("direction")
        for mode in resource.select("mount", "mode"):
            if direction and direction.text == "output" and mode.text == "READONLY":
                yield self.remark(
                    direction,
                    "output cannot be written to a mount that is read-only",
                    label="is written",
                    advice='write "mode": "READWRITE"',
                    also=mode,
                    also_label="may only be read",
                )
