"""RES117: 16G."""

from collections.abc import Iterator

from ossr_catalogue.document.corrections import write
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.quantities import Quantity
from ossr_catalogue.lint.rule import QuantityRule, Remark
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class UnitAssumed(QuantityRule):
    """A unit of bytes is written in full."""

    code, name, severity = "RES117", "unit-assumed", Severity.WARNING
    fix = FixAvailability.SAFE
    why = (
        "`16G` is 16 GiB to Slurm and Java, 16 GB to Kubernetes and to those who make disks. It is read "
        "as GiB here, and the next program may read it otherwise."
    )
    good = ({"compute-resources": [{"memory": "16 GiB"}]}, {"compute-resources": [{"memory": 16}]})
    bad = ({"compute-resources": [{"memory": "16G"}]}, {"storage-resources": [{"size": {"max": "2 T"}}]})
    points_at = ("16G", "2 T")

    def check_quantity(self, quantity: Quantity) -> Iterator[Remark]:
        for bound in quantity.bounds:
            if bound.amount and bound.amount.assumed:
                binary = bound.amount.unit
                number = bound.node.text.strip().rstrip("kKMGTP ")
                decimal = binary.replace("Ki", "k").replace("i", "")
                yield self.remark(
                    bound.node,
                    f"{quoted(bound.node.text)} does not say its unit; it is read as {number} {binary}",
                    advice=f'write "{number} {binary}" or "{number} {decimal}"',
                    fix=write(bound.node, f"{number} {binary}", is_safe=True),
                )
