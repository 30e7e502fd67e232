"""STO102: output without a place to write it to."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import NeedsRule, Remark
from ossr_catalogue.lint.view import Needs
from ossr_catalogue.model.finding import Severity


class NowhereToWrite(NeedsRule):
    """What is written has storage that can be written to."""

    code, name, severity = "STO102", "nowhere-to-write", Severity.WARNING
    why = (
        "Many platforms give a job read-only file systems but for the storage that it asks for. Without "
        "it a run of many hours fails when it wants to save its results."
    )
    good = (
        {
            "data-resources": [{"direction": "output", "data-format": "urn:fits-binary"}],
            "storage-resources": [{"size": "1 GB", "mount": {"path": "/out", "mode": "READWRITE"}}],
        },
        {
            "data-resources": [
                {
                    "direction": "output",
                    "data-format": "urn:fits-binary",
                    "mount": {"path": "/out", "mode": "READWRITE"},
                }
            ]
        },
    )
    bad = (
        {"data-resources": [{"name": "spectrum", "direction": "output", "data-format": "urn:fits-binary"}]},
        {
            "data-resources": [{"direction": "output", "data-format": "urn:fits-binary"}],
            "storage-resources": [{"size": "1 GB", "mount": {"path": "/in", "mode": "READONLY"}}],
        },
    )
    points_at = ("output", "output")

    def check_needs(self, needs: Needs) -> Iterator[Remark]:
        if any(_is_writable(storage) for storage in needs.storage):
            return
        for data in needs.data:
            direction = data.get("direction")
            if not direction or direction.text != "output" or (data.get("mount") and _is_writable(data)):
                continue
            name = data.get("name")
            yield self.remark(
                direction,
                f"there is no storage to write {quoted(name.text) if name else 'the output'} to",
                advice='add "storage-resources": [{"size": "1 GB"}] with the size that it needs',
            )


def _is_writable(resource: Node) -> bool:
    return all(mode.text != "READONLY" for mode in resource.select("mount", "mode"))
