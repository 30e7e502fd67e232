"""DAT103: data of unknown size."""

from collections.abc import Iterator

from ossr_catalogue.lint.rule import NeedsRule, Remark
from ossr_catalogue.lint.view import Needs
from ossr_catalogue.model.finding import Severity


class SizeNotDeclared(NeedsRule):
    """Data say how large they are."""

    code, name, severity = "DAT103", "size-not-declared", Severity.NOTE
    why = (
        "Whether data fit into the storage of a platform, and how long it takes to bring them there, can "
        "only be said of data whose size is known. A range will do."
    )
    good = (
        {
            "data-resources": [
                {"name": "events", "data-format": "urn:fits-binary", "size": {"min": "1 MB", "max": "5 GB"}}
            ]
        },
    )
    bad = ({"data-resources": [{"name": "events", "data-format": "urn:fits-binary"}]},)
    points_at = ("name",)
    yields_to = ("unfindable-data",)

    def check_needs(self, needs: Needs) -> Iterator[Remark]:
        for data in needs.data:
            if not data.get("size"):
                yield self.remark(
                    data, "the data do not say how large they are", advice='add e.g. "size": "5 GB"'
                )
