"""RES102: less than nothing."""

from ossr_catalogue.lint.quantities import Bound, Quantity
from ossr_catalogue.lint.rule import AmountRule, Remark
from ossr_catalogue.model.finding import Severity


class NegativeAmount(AmountRule):
    """No amount is negative."""

    code, name, severity = "RES102", "negative-amount", Severity.ERROR
    problems = ("negative",)
    why = (
        "Some programs write -1 for *any number*. Here `unbounded` says that more is always of use, and "
        "a need that is not known is left out: it is then shown as *not declared*."
    )
    good = ({"compute-resources": [{"cores": {"min": 1, "max": "unbounded"}}]},)
    bad = ({"compute-resources": [{"cores": -1}]}, {"storage-resources": [{"size": "-5 GB"}]})
    points_at = ("-1", "-5 GB")

    def say(self, quantity: Quantity, bound: Bound) -> Remark:
        return self.remark(
            bound.node,
            f"{quantity.what} cannot be negative: {bound.node.value}",
            advice='write a number from 0, or "max": "unbounded", or leave out what is not known',
        )
