"""RES113: a duration without a unit."""

from ossr_catalogue.document.corrections import write
from ossr_catalogue.lint.quantities import Bound, Quantity
from ossr_catalogue.lint.rule import AmountRule, Remark
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class MissingUnit(AmountRule):
    """A duration says its unit."""

    code, name, severity = "RES113", "missing-unit", Severity.ERROR
    problems = ("no-unit",)
    fix = FixAvailability.UNSAFE
    why = (
        "A walltime of 190 is three minutes to one scheduler, three hours to the next and eight days to "
        "a third. (A bare number of memory is in GiB, as in the IVOA ExecutionBroker.)"
    )
    good = ({"compute-resources": [{"memory": 16, "walltime": "PT190H"}]},)
    bad = ({"compute-resources": [{"walltime": 190}]},)
    points_at = ("190",)
    source = "https://www.iso.org/iso-8601-date-and-time-format.html"

    def say(self, quantity: Quantity, bound: Bound) -> Remark:
        message = f"{quantity.what} of {bound.node.value} has no unit of time"
        in_hours = write(bound.node, f"{bound.written} h", is_safe=False)
        return self.remark(bound.node, message, advice=bound.advice, fix=in_hours)
