"""RES112: hours of memory."""

from ossr_catalogue.lint.rule import AmountRule
from ossr_catalogue.model.finding import Severity


class WrongKindOfUnit(AmountRule):
    """A unit is of the kind that its quantity has."""

    code, name, severity = "RES112", "wrong-kind-of-unit", Severity.ERROR
    problems = ("wrong-kind",)
    why = (
        "Cores in gigabytes and walltimes in terabytes come from values that have slipped into the wrong "
        "line."
    )
    good = ({"compute-resources": [{"cores": 4, "memory": "16 GiB", "walltime": "2 h"}]},)
    bad = (
        {"compute-resources": [{"cores": "4 GiB"}]},
        {"compute-resources": [{"walltime": "2 TB"}]},
        {"compute-resources": [{"memory": "2 h"}]},
    )
    points_at = ("4 GiB", "2 TB", "2 h")
