"""DAT112: one address, written twice."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import UseRule
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.repetitions import repetitions
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.model.finding import Severity


class LocationTwice(UseRule):
    """Each location of data is given once."""

    code, name, severity = "DAT112", "location-twice", Severity.WARNING
    lists = ("data-resources",)
    why = (
        "Several locations are several copies, of which any will do. The same one again is no second "
        "copy; mostly the line was copied, and the other address forgotten."
    )
    good = (
        {
            "data-resources": [
                {
                    "data-format": "urn:fits-binary",
                    "locations": ["https://example.org/a.fits", "s3://mirror/a.fits"],
                }
            ]
        },
    )
    bad = (
        {
            "data-resources": [
                {
                    "data-format": "urn:fits-binary",
                    "locations": ["https://example.org/a.fits", "https://example.org/a.fits"],
                }
            ]
        },
    )
    points_at = ("https://example.org/a.fits",)

    def check_resource(self, resource: Node) -> Iterator[Remark]:
        locations = resource.get("locations")
        named = ((location.text.strip(), location) for location in (locations.items if locations else ()))
        for again, first in repetitions(named):
            yield self.remark(
                again,
                f"{quoted(again.text)} is given twice",
                label="again here",
                advice="delete one, or write the address of the other copy",
                also=first,
                also_label="first here",
            )
