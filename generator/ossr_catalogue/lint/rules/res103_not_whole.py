"""RES103: half a node."""

import math

from ossr_catalogue.document.corrections import write
from ossr_catalogue.lint.quantities import Bound, Quantity
from ossr_catalogue.lint.rule import AmountRule, Remark
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class NotWhole(AmountRule):
    """Nodes and GPUs are counted in whole numbers."""

    code, name, severity = "RES103", "not-whole", Severity.ERROR
    problems = ("not-whole",)
    fix = FixAvailability.UNSAFE
    why = (
        "Nobody can hand out half a node. Cores are different: platforms that share them accept `0.5`, "
        "and where they do not, a request is rounded up."
    )
    good = ({"compute-resources": [{"nodes": 2, "cores": 2.5, "gpus": 1.0}]},)
    bad = ({"compute-resources": [{"nodes": 1.5}]}, {"compute-resources": [{"gpus": {"min": "0.5"}}]})
    points_at = ("1.5", "0.5")

    def say(self, quantity: Quantity, bound: Bound) -> Remark:
        return self.remark(
            bound.node,
            f"{quantity.what} are counted in whole numbers, not {bound.node.value}",
            advice=bound.advice,
            fix=write(bound.node, math.ceil(float(bound.written)), is_safe=False),
        )
