"""STO101: results that do not fit."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.quantities import Quantity, size_of
from ossr_catalogue.lint.rule import NeedsRule, Remark
from ossr_catalogue.lint.view import Needs
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.quantity import Number, format_bytes


class OutputExceedsStorage(NeedsRule):
    """What is written fits into the storage that is asked for."""

    code, name, severity = "STO101", "output-exceeds-storage", Severity.WARNING
    why = (
        "Storage is the space beside the data that are read: what a run writes has to fit into it. "
        "Otherwise the disk is full after hours, and the results are lost."
    )
    good = (
        {
            "storage-resources": [{"size": "50 GB"}],
            "data-resources": [
                {"name": "events", "data-format": "urn:fits-binary", "size": "5 TB"},
                {"name": "spectra", "direction": "output", "size": "20 GB"},
                {"name": "maps", "direction": "output", "size": "30 GB"},
            ],
        },
    )
    bad = (
        {
            "storage-resources": [{"size": "10 GB"}],
            "data-resources": [
                {"name": "spectra", "direction": "output", "size": "9 GB"},
                {"name": "maps", "direction": "output", "size": {"min": "2 GB", "max": "3 GB"}},
            ],
        },
    )
    points_at = ("10 GB",)

    def check_needs(self, needs: Needs) -> Iterator[Remark]:
        written = [data for data in needs.data if _lands_in_storage(data)]
        if not written or not needs.storage:
            return
        most = [size_of(storage) for storage in needs.storage]
        space, output = _sum(most), _sum([size_of(data) for data in written], least=True)
        if space is not None and output is not None and output > space:
            high = next(quantity.high for quantity in most if quantity and quantity.high)
            yield self.remark(
                high.node,
                f"{format_bytes(output)} are written at least, and there is room for {format_bytes(space)}",
                advice=f'ask for more, e.g. "{format_bytes(output)}"',
            )


def _lands_in_storage(data: Node) -> bool:
    direction = data.get("direction")
    return bool(direction and direction.text == "output") and not data.get("mount")


def _sum(sizes: list[Quantity | None], *, least: bool = False) -> Number | None:
    """Add up the least or the most of some sizes; None where the most is not known of all of them."""
    known = [size.minimum if least else size.maximum for size in sizes if size]
    amounts = [amount for amount in known if amount is not None]
    return sum(amounts) if least or len(amounts) == len(sizes) else None
