"""RES115: GB in one place, GiB in the next."""

from collections.abc import Iterator

from ossr_catalogue.document.quantities import BYTES
from ossr_catalogue.lint.quantities import Bound, Quantity
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Severity


class MixedUnitsOfOneThing(Rule):
    """An executable gives all its memory in powers of 1000, or all in powers of 1024; so for sizes."""

    code, name, severity = "RES115", "mixed-units-of-one-thing", Severity.NOTE
    why = (
        "Whoever compares the `16 GiB` of one profile with the `16 GB` of the next takes them for the "
        "same. Memory in GiB and files in GB is fine: that is how both are sold."
    )
    good = (
        {
            "compute-resources": [{"memory": "16 GiB"}],
            "storage-resources": [{"size": "20 GB"}],
            "profiles": [{"name": "large", "compute-resources": [{"memory": "64 GiB"}]}],
        },
    )
    bad = (
        {
            "compute-resources": [{"memory": "16 GiB"}],
            "profiles": [{"name": "large", "compute-resources": [{"memory": "64 GB"}]}],
        },
    )
    points_at = ("64 GB",)
    source = "https://physics.nist.gov/cuu/Units/binary.html"
    yields_to = ("mixed-units", "unit-assumed")

    def check(self, view: View) -> Iterator[Remark]:
        first: dict[tuple[object, str], tuple[Bound, str]] = {}
        for quantity in view.quantities:
            for bound, unit in _written(quantity):
                key = (quantity.node.path[1], quantity.what)
                other, wanted = first.setdefault(key, (bound, unit))
                if ("i" in unit) is not ("i" in wanted):
                    said = f"{quantity.what} is given in {unit} here"
                    yield self.remark(
                        bound.node,
                        f"{said}, and in {wanted} elsewhere in this executable",
                        advice=f"write both in {wanted}, or both in {unit}",
                        also=other.node,
                        also_label=f"in {wanted}",
                    )


def _written(quantity: Quantity) -> Iterator[tuple[Bound, str]]:
    """Give an amount of bytes with its unit; of a range its first end: within it, another rule tells it."""
    for bound in quantity.bounds[:1]:
        if quantity.measure is BYTES and bound.amount and bound.amount.unit != "B":
            yield bound, bound.amount.unit
