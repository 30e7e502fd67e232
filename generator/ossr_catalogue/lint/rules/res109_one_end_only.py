"""RES109: a range with one end."""

from collections.abc import Iterator

from ossr_catalogue.lint.quantities import Quantity
from ossr_catalogue.lint.rule import QuantityRule, Remark
from ossr_catalogue.model.finding import Severity


class OneEndOnly(QuantityRule):
    """A range says both what is needed at least and what is of use at most."""

    code, name, severity = "RES109", "one-end-only", Severity.NOTE
    why = (
        "An ExecutionBroker that is told no `max` may take 1 for it, and one that is told no `min` may "
        "offer next to nothing. Where more is always of use, `unbounded` says so; where the two are the "
        "same, one value stands for both."
    )
    good = (
        {"compute-resources": [{"memory": {"min": "4 GiB", "max": "16 GiB"}, "cores": 4}]},
        {"compute-resources": [{"cores": {"min": 4, "max": "unbounded"}}]},
    )
    bad = (
        {"compute-resources": [{"memory": {"min": "4 GiB"}}]},
        {"storage-resources": [{"size": {"max": "4 GiB"}}]},
    )
    points_at = ("min", "max")

    def check_quantity(self, quantity: Quantity) -> Iterator[Remark]:
        members = quantity.node.members
        given = [end for end in ("min", "max") if end in members]
        if len(given) == 1:
            missing = "max" if given == ["min"] else "min"
            yield self.remark(
                quantity.node,
                f"{quantity.what} has a {given[0]} and no {missing}",
                advice=f"add {missing}, or write one value that stands for both",
            )
