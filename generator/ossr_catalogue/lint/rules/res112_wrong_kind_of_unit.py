"""RES112: hours of memory."""

import re
from dataclasses import replace
from typing import Final

from ossr_catalogue.document.changes import Correction
from ossr_catalogue.document.corrections import write
from ossr_catalogue.lint.quantities import Bound, Quantity
from ossr_catalogue.lint.rule import AmountRule, Remark
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability

_COUNTED: Final = re.compile(r"\s*([1-9][0-9]{0,9})\s*([A-Za-z]+)\s*")


class WrongKindOfUnit(AmountRule):
    """A unit is of the kind that its quantity has."""

    code, name, severity = "RES112", "wrong-kind-of-unit", Severity.ERROR
    problems = ("wrong-kind",)
    fix = FixAvailability.SAFE
    why = (
        "Cores in gigabytes and walltimes in terabytes come from values that have slipped into the wrong "
        "line."
    )
    good = ({"compute-resources": [{"cores": 4, "memory": "16 GiB", "walltime": "2 h"}]},)
    bad = (
        {"compute-resources": [{"cores": "4 GiB"}]},
        {"compute-resources": [{"walltime": "2 TB"}]},
        {"compute-resources": [{"memory": "2 h"}]},
        {"compute-resources": [{"cores": "4 cores"}]},
    )
    points_at = ("4 GiB", "2 TB", "2 h", "4 cores")

    def say(self, quantity: Quantity, bound: Bound) -> Remark:
        return replace(super().say(quantity, bound), fix=_correct(quantity, bound))


def _correct(quantity: Quantity, bound: Bound) -> Correction | None:
    """Propose the bare number where what is counted stands behind it."""
    found = _COUNTED.fullmatch(str(bound.node.value))
    if found and found[2].lower().removesuffix("s") == quantity.what.removesuffix("s"):
        return write(bound.node, int(found[1]), is_safe=True)
    return None
