"""STO101: results that do not fit."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.quantities import size_of
from ossr_catalogue.lint.rule import NeedsRule, Remark
from ossr_catalogue.lint.view import Needs
from ossr_catalogue.model.amounts import format_bytes
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.quantity import Number


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
        output = sum(_least(data) for data in needs.data if _lands_in_storage(data))
        rooms = [size.high for storage in needs.storage if (size := size_of(storage)) and size.high]
        amounts = [room.amount.value for room in rooms if room.amount]
        if amounts and len(amounts) == len(needs.storage) and output > sum(amounts):
            room, wanted = format_bytes(sum(amounts)), format_bytes(output)
            yield self.remark(
                rooms[0].node,
                f"{wanted} are written at least, and there is room for {room}",
                advice=f'ask for more, e.g. "{wanted}"',
            )


def _lands_in_storage(data: Node) -> bool:
    direction = data.get("direction")
    return direction is not None and direction.text == "output" and not data.get("mount")


def _least(data: Node) -> Number:
    size = size_of(data)
    return (size.minimum or 0) if size else 0
