"""RES114: from GB to GiB."""

from collections.abc import Iterator

from ossr_catalogue.document.quantities import BYTES
from ossr_catalogue.lint.quantities import Quantity
from ossr_catalogue.lint.rule import QuantityRule, Remark
from ossr_catalogue.model.finding import Severity


class MixedUnits(QuantityRule):
    """Both ends of a range use powers of 1000, or both use powers of 1024."""

    code, name, severity = "RES114", "mixed-units", Severity.WARNING
    why = (
        "From `2 GB` to `4 GiB` is probably meant as from 2 to 4 of the same thing: the two units differ "
        "by 7 %, at the size of a terabyte by 10 %."
    )
    good = ({"compute-resources": [{"memory": {"min": "500 MB", "max": "4 GB"}}]},)
    bad = ({"compute-resources": [{"memory": {"min": "2 GB", "max": "4 GiB"}}]},)
    points_at = ("2 GB",)
    source = "https://physics.nist.gov/cuu/Units/binary.html"
    yields_to = ("min-exceeds-max", "unit-assumed")

    def check_quantity(self, quantity: Quantity) -> Iterator[Remark]:
        low, high = quantity.low, quantity.high
        if quantity.measure is not BYTES or not low or not high or not low.amount or not high.amount:
            return
        units = {low.amount.unit, high.amount.unit} - {"B"}
        if any("i" in unit for unit in units) and any("i" not in unit for unit in units):
            yield self.remark(
                low.node,
                f"{quantity.what} mixes {low.amount.unit} with {high.amount.unit}",
                advice=f"write both in {high.amount.unit}, or both in {low.amount.unit}",
                also=high.node,
                also_label=f"in {high.amount.unit}",
            )
