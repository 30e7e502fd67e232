"""RES106: so little that a slip is likelier."""

from collections.abc import Iterator
from typing import Final

from ossr_catalogue.lint.quantities import Quantity
from ossr_catalogue.lint.rule import QuantityRule, Remark
from ossr_catalogue.model.amounts import format_bytes
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.quantity import MIB

_LEAST_MEMORY: Final = 64 * MIB
_NEVER_ZERO: Final = frozenset({"cores", "nodes"})


class TooLittle(QuantityRule):
    """What can be used at most is enough to start a program."""

    code, name, severity = "RES106", "too-little", Severity.WARNING
    why = (
        "`8 B` is one letter short of `8 GB`; a Python interpreter alone needs some 20 MB. And nothing "
        "runs on 0 cores: a need that is not known is left out, and shown as *not declared*."
    )
    good = ({"compute-resources": [{"cores": 0.1, "memory": "64 MiB", "gpus": 0}]},)
    bad = (
        {"compute-resources": [{"memory": "8 B"}]},
        {"compute-resources": [{"cores": {"min": 0, "max": 0}}]},
        {"compute-resources": [{"nodes": 0}]},
    )
    points_at = ("8 B", "0", "0")

    def check_quantity(self, quantity: Quantity) -> Iterator[Remark]:
        most = quantity.maximum
        if most is None:
            return
        *_, high = quantity.bounds
        if quantity.what == "memory" and most < _LEAST_MEMORY:
            message = f"memory of {format_bytes(most)} is less than any program needs"
            yield self.remark(high.node, message, advice='check the unit: "8 GB", "8 GiB"?')
        if quantity.what in _NEVER_ZERO and most == 0:
            yield self.remark(
                high.node,
                f"nothing runs on 0 {quantity.what}",
                advice="write at least 1, or leave out what is not known",
            )
