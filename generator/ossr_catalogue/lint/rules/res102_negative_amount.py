"""RES102: less than nothing."""

from ossr_catalogue.document.corrections import write
from ossr_catalogue.document.quantities import UNBOUNDED
from ossr_catalogue.lint.quantities import Bound, Quantity
from ossr_catalogue.lint.rule import AmountRule, Remark
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class NegativeAmount(AmountRule):
    """No amount is negative."""

    code, name, severity = "RES102", "negative-amount", Severity.ERROR
    problems = ("negative",)
    fix = FixAvailability.UNSAFE
    why = (
        "Some programs write -1 for *any number*. Here `unbounded` says that more is always of use, and "
        "a need that is not known is left out: it is then shown as *not declared*."
    )
    good = ({"compute-resources": [{"cores": {"min": 1, "max": "unbounded"}}]},)
    bad = (
        {"compute-resources": [{"cores": -1}]},
        {"storage-resources": [{"size": "-5 GB"}]},
        {"compute-resources": [{"cores": {"min": 1, "max": -1}}]},
    )
    points_at = ("-1", "-5 GB", "-1")

    def say(self, quantity: Quantity, bound: Bound) -> Remark:
        return self.remark(
            bound.node,
            f"{quantity.what} cannot be negative: {bound.node.value}",
            advice='write a number from 0, or "max": "unbounded", or leave out what is not known',
            fix=write(bound.node, UNBOUNDED, is_safe=False) if _is_any(bound) else None,
        )


def _is_any(bound: Bound) -> bool:
    """Say whether it is the -1 of those who mean *any number*."""
    return bound.node.path[-1] == "max" and str(bound.node.value).strip() == "-1"
