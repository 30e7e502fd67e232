"""STO107: empty space that nothing may be written to."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import UseRule
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.model.finding import Severity


class ReadOnlyScratch(UseRule):
    """Storage that lives as long as the run can be written to."""

    code, name, severity = "STO107", "read-only-scratch", Severity.WARNING
    lists = ("storage-resources",)
    why = (
        "Ephemeral storage is empty when the run starts and gone when it ends. Read-only, it is good for "
        "nothing; surely one of the two words is wrong."
    )
    good = (
        {
            "storage-resources": [
                {"size": "1 GB", "lifetime": "persistent", "mount": {"path": "/in", "mode": "READONLY"}}
            ]
        },
    )
    bad = (
        {
            "storage-resources": [
                {"size": "1 GB", "lifetime": "ephemeral", "mount": {"path": "/scratch", "mode": "READONLY"}}
            ]
        },
    )
    points_at = ("READONLY",)

    def check_resource(self, resource: Node) -> Iterator[Remark]:
        lifetime = resource.get("lifetime")
        for mode in resource.select("mount", "mode"):
            if lifetime and lifetime.text == "ephemeral" and mode.text == "READONLY":
                yield self.remark(
                    mode,
                    "nothing can be written to this storage, and nothing is in it to be read",
                    advice='write "mode": "READWRITE"',
                    also=lifetime,
                    also_label="empty at the start",
                )
