"""RES101: a lower limit above the upper one."""

from collections.abc import Iterator

from ossr_catalogue.document.changes import Correction, SetValue
from ossr_catalogue.lint.quantities import Bound, Quantity
from ossr_catalogue.lint.rule import QuantityRule, Remark
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class MinExceedsMax(QuantityRule):
    """The least that is needed is no more than the most that is of use."""

    code, name, severity = "RES101", "min-exceeds-max", Severity.ERROR
    fix = FixAvailability.UNSAFE
    why = (
        "No platform can offer at least 64 GiB and at most 8 GiB: the job is never placed. Both are "
        "compared in bytes or seconds, so that `2 GiB` is seen to be more than `2 GB`."
    )
    good = ({"compute-resources": [{"memory": {"min": "2000 MB", "max": "2 GB"}}]},)
    bad = (
        {"compute-resources": [{"memory": {"min": "64 GiB", "max": "8 GiB"}}]},
        {"compute-resources": [{"walltime": {"min": "PT2H", "max": "90 min"}}]},
        {"profiles": [{"name": "large", "compute-resources": [{"nodes": {"min": 8, "max": 4}}]}]},
    )
    points_at = ("64 GiB", "PT2H", "8")
    source = "https://github.com/common-workflow-language/cwltool/issues/2163"

    def check_quantity(self, quantity: Quantity) -> Iterator[Remark]:
        low, high = quantity.minimum, quantity.maximum
        if low is None or high is None or low <= high or not quantity.low or not quantity.high:
            return
        verb = "ask" if quantity.what.endswith("s") else "asks"
        least, most = quantity.say(low), quantity.say(high)
        yield self.remark(
            quantity.low.node,
            f"{quantity.what} {verb} for at least {least} but at most {most}",
            label=f"lower limit: {least}",
            advice=f"swap them, or raise max to at least {least}",
            also=quantity.high.node,
            also_label=f"upper limit: {most}",
            fix=_swap(quantity.low, quantity.high),
        )


def _swap(low: Bound, high: Bound) -> Correction:
    changes = (SetValue(node=low.node, value=high.written), SetValue(node=high.node, value=low.written))
    return Correction(title="Swap them", changes=changes, is_safe=False)
