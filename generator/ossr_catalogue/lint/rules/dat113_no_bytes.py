"""DAT113: data or storage of no size."""

from collections.abc import Iterator

from ossr_catalogue.lint.quantities import Quantity
from ossr_catalogue.lint.rule import QuantityRule, Remark
from ossr_catalogue.model.finding import Severity


class NoBytes(QuantityRule):
    """Data and storage are larger than nothing."""

    code, name, severity = "DAT113", "no-bytes", Severity.WARNING
    why = (
        "Nothing is an amount like any other: a platform without any storage would fit. A size that is "
        "not known is left out, and shown as *not declared*."
    )
    good = ({"storage-resources": [{"size": {"min": "0 GB", "max": "1 GB"}}]},)
    bad = ({"data-resources": [{"name": "events", "data-format": "urn:fits-binary", "size": 0}]},)
    points_at = ("0",)

    def check_quantity(self, quantity: Quantity) -> Iterator[Remark]:
        if quantity.what == "size" and quantity.maximum == 0 and quantity.high:
            yield self.remark(
                quantity.high.node, "a size of 0 means nothing at all", advice="leave out what is not known"
            )
