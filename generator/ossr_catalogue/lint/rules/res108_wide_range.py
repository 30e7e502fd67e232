"""RES108: from next to nothing to everything."""

from collections.abc import Iterator
from typing import Final

from ossr_catalogue.lint.quantities import Quantity
from ossr_catalogue.lint.rule import QuantityRule, Remark
from ossr_catalogue.model.finding import Severity

_WIDEST: Final = 1_000


class WideRange(QuantityRule):
    """A range of what is needed is narrow enough to mean something."""

    code, name, severity = "RES108", "wide-range", Severity.WARNING
    why = (
        "From 16 MB to 64 GB is rarely a need, and often a slip in one of the two units. A broker may "
        "take the lower end at its word, and the run is killed for want of memory."
    )
    good = ({"compute-resources": [{"memory": {"min": "1 GiB", "max": "1000 GiB"}}]},)
    bad = ({"compute-resources": [{"memory": {"min": "16 MB", "max": "64 GB"}}]},)
    points_at = ("16 MB",)
    yields_to = ("mixed-units", "implausible-amount")

    def check_quantity(self, quantity: Quantity) -> Iterator[Remark]:
        least, most = quantity.minimum, quantity.maximum
        if quantity.what == "size" or not least or not most or most <= least * _WIDEST:
            return
        low, high = quantity.bounds
        yield self.remark(
            low.node,
            f"{quantity.what} may be {most / least:,.0f} times what it is at least",
            label=quantity.say(least),
            advice="check the units; different uses can have profiles of their own",
            also=high.node,
            also_label=quantity.say(most),
        )
