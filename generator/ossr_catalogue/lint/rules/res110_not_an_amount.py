"""RES110: words where a number is expected."""

from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.quantities import Bound, Quantity
from ossr_catalogue.lint.rule import AmountRule, Remark
from ossr_catalogue.model.finding import Severity


class NotAnAmount(AmountRule):
    """A quantity is a number, with its unit where it has one."""

    code, name, severity = "RES110", "not-an-amount", Severity.ERROR
    problems = ("not-a-number",)
    why = (
        "A machine cannot reserve `a lot` of memory. What is not known is better left out: it is then "
        "shown as *not declared*, which is honest, and people can fill it in later. What cannot be said "
        "in numbers belongs into the description."
    )
    good = ({"compute-resources": [{"memory": "1.5 GiB", "walltime": "PT1H30M", "cores": "4"}]},)
    bad = (
        {"compute-resources": [{"memory": "a lot"}]},
        {"compute-resources": [{"walltime": "PT2"}]},
        {"compute-resources": [{"cores": {"min": "2-4"}}]},
    )
    points_at = ("a lot", "PT2", "2-4")

    def say(self, quantity: Quantity, bound: Bound) -> Remark:
        return self.remark(
            bound.node,
            f"{quoted(str(bound.node.value))} is no amount of {quantity.what}",
            advice=f"write e.g. {quantity.usual}, a range as min and max, or leave out what is not known",
        )
