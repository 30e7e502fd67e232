"""RES107: a number out of this world."""

from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.quantities import Bound, Quantity
from ossr_catalogue.lint.rule import AmountRule, Remark
from ossr_catalogue.model.finding import Severity


class BeyondEveryMachine(AmountRule):
    """An amount fits into 63 bits."""

    code, name, severity = "RES107", "beyond-every-machine", Severity.ERROR
    problems = ("too-large",)
    why = (
        "8 EiB of memory, or 300 thousand million years: databases, schedulers and other catalogues "
        "could not even store the number. `unbounded` says that more is always of use."
    )
    good = ({"compute-resources": [{"memory": {"min": "1 GiB", "max": "unbounded"}}]},)
    bad = ({"storage-resources": [{"size": "99999999 TB"}]},)
    points_at = ("99999999 TB",)

    def say(self, quantity: Quantity, bound: Bound) -> Remark:
        return self.remark(
            bound.node,
            f"{quantity.what} of {quoted(str(bound.node.value))} is beyond every machine",
            advice='check the unit, or write "max": "unbounded"',
        )
