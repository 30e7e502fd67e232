"""RES111: a unit that is none."""

from ossr_catalogue.document.quantities import SECONDS
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.quantities import Bound, Quantity
from ossr_catalogue.lint.rule import AmountRule, Remark
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.quantity import BYTES_IN, SECONDS_IN


class UnknownUnit(AmountRule):
    """Units are those of the SI and of IEC 80000-13, in their upper and lower case."""

    code, name, severity = "RES111", "unknown-unit", Severity.ERROR
    problems = ("unknown-unit",)
    why = (
        "`16 Go`, `16 gigs` and `2 hours` are clear to people and mean nothing to most programs. Upper "
        "and lower case are part of a unit: `MB` is a thousand million times `mB`."
    )
    good = ({"compute-resources": [{"memory": "500 MB", "walltime": "90 min"}]},)
    bad = ({"compute-resources": [{"memory": "16 gb"}]}, {"compute-resources": [{"walltime": "2 hours"}]})
    points_at = ("16 gb", "2 hours")
    source = "https://physics.nist.gov/cuu/Units/binary.html"

    def say(self, quantity: Quantity, bound: Bound) -> Remark:
        known = SECONDS_IN if quantity.measure is SECONDS else BYTES_IN
        allowed = f"allowed: {', '.join(known)}"
        advice = allowed if bound.advice.startswith("write one of") else f"{bound.advice}; {allowed}"
        return self.remark(
            bound.node, f"{quantity.what} of {quoted(bound.node.text)}: {bound.complaint}", advice=advice
        )
