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
        first: dict[tuple[object, str], tuple[bool, Bound]] = {}
        for quantity in view.quantities:
            if quantity.measure is not BYTES:
                continue
            for bound in quantity.bounds[:1]:  # within a range, another rule tells it
                unit = bound.amount.unit if bound.amount else "B"
                if unit != "B":
                    key = (quantity.node.path[1], quantity.what)
                    was_binary, other = first.setdefault(key, ("i" in unit, bound))
                    if was_binary is not ("i" in unit):
                        yield self._say(quantity, bound, other)

    def _say(self, quantity: Quantity, bound: Bound, other: Bound) -> Remark:
        unit, wanted = (one.amount.unit if one.amount else "" for one in (bound, other))
        return self.remark(
            bound.node,
            f"{quantity.what} is given in {unit} here, and in {wanted} elsewhere in this executable",
            advice=f"write both in {wanted}, or both in {unit}",
            also=other.node,
            also_label=f"in {wanted}",
        )
