"""RES118: a machine without properties."""

from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import UseRule
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.model.finding import Severity

_NEEDS: Final = ("nodes", "cores", "memory", "gpus", "walltime", "architecture")


class SaysNothing(UseRule):
    """A compute resource says at least one thing that is needed."""

    code, name, severity = "RES118", "says-nothing", Severity.WARNING
    lists = ("compute-resources",)
    why = (
        "An entry with a name and nothing else, or without even that, looks as if the needs were declared, "
        "and every platform as if it would do. A need that is not known is better left out altogether."
    )
    good = ({"compute-resources": [{"name": "worker", "cores": 4}]},)
    bad = ({"compute-resources": [{"name": "worker"}]},)
    points_at = ("name",)

    def check_resource(self, resource: Node) -> Iterator[Remark]:
        keys = resource.members.keys()
        if not any(key in _NEEDS or key.startswith("x-") for key in keys):
            yield self.remark(
                resource,
                "this says nothing about what is needed",
                advice='add e.g. "cores": 4 and "memory": "16 GiB", or delete the entry',
            )
