"""EXB106: data that a broker cannot be told to fetch."""

from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.asking import SOURCE, requested, uses
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.execution_broker import UNCHECKED_DATA
from ossr_catalogue.model.finding import Severity

_ASKED_FOR: Final = ("https://", "http://", "ivo://")


class DataOutOfReach(Rule):
    """Required data have an address that a request can name."""

    code, name, severity = "EXB106", "data-out-of-reach", Severity.NOTE
    why = (
        "A request names data by an https or an ivo address. Brokers cannot check data of Rucio yet, and an "
        "S3 address does not say at whose server; such data stay out of the request, and whoever sends it "
        "has to add them."
    )
    good = (
        {
            "data-resources": [
                {
                    "data-format": "urn:fits-binary",
                    "locations": ["rucio://escape/crab", "https://example.org/crab.fits"],
                }
            ]
        },
        {"data-resources": [{"data-format": "urn:fits-binary"}]},
    )
    bad = (
        {"data-resources": [{"data-format": "urn:fits-binary", "locations": ["rucio://escape/crab"]}]},
        {
            "data-resources": [
                {
                    "data-format": "urn:fits-binary",
                    "locations": ["s3://a/crab.fits", "doi:10.5281/zenodo.4701488"],
                }
            ]
        },
    )
    points_at = ("rucio://escape/crab", "s3://a/crab.fits")
    source = SOURCE

    @classmethod
    def wanted_keys(cls) -> tuple[str, ...]:
        """The list, which may be that of a profile."""
        return ("data-resources", "profiles")

    def check(self, view: View) -> Iterator[Remark]:
        for executable, _ in requested(view):
            for use in uses(executable):
                for slot in use.select("data-resources", ...):
                    yield from self._check_slot(slot)

    def _check_slot(self, slot: Node) -> Iterator[Remark]:
        locations = [node for node in slot.select("locations", ...) if node.text]
        if not locations or not _is_wanted(slot):
            return
        if not any(node.text.startswith(_ASKED_FOR) for node in locations):
            first = locations[0]
            is_rucio = first.text.startswith(UNCHECKED_DATA)
            yield self.remark(
                first,
                "brokers cannot check data of Rucio yet"
                if is_rucio
                else "a request to a broker cannot name this place",
                advice="add an https or ivo address of the same data, if there is one",
            )


def _is_wanted(slot: Node) -> bool:
    direction, required = slot.get("direction"), slot.get("required")
    return (not direction or direction.text == "input") and (not required or required.value is not False)
