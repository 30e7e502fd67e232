"""STO108: space of unknown extent."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import UseRule
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.model.finding import Severity


class StorageWithoutSize(UseRule):
    """Storage says how large it is."""

    code, name, severity = "STO108", "storage-without-size", Severity.NOTE
    lists = ("storage-resources",)
    why = (
        "Whether a platform has room for a run can only be said where the room is declared; a broker "
        "may take 1 GiB for what is not."
    )
    good = ({"storage-resources": [{"name": "scratch", "size": "20 GB"}]},)
    bad = ({"storage-resources": [{"name": "scratch"}]},)
    points_at = ("name",)

    def check_resource(self, resource: Node) -> Iterator[Remark]:
        if not resource.get("size"):
            yield self.remark(
                resource, "the storage does not say how large it is", advice='add e.g. "size": "20 GB"'
            )
