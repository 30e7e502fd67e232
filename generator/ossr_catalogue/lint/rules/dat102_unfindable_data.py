"""DAT102: data that nobody could find."""

from collections.abc import Iterator
from typing import Final

from ossr_catalogue.lint.rule import NeedsRule, Remark
from ossr_catalogue.lint.view import Needs
from ossr_catalogue.model.finding import Severity

_CLUES: Final = ("name", "description", "data-content", "data-format", "locations")


class UnfindableData(NeedsRule):
    """Data that are read say what they are, or where they lie."""

    code, name, severity = "DAT102", "unfindable-data", Severity.WARNING
    why = (
        "An entry of the shopping list that has neither name nor content nor format nor location cannot "
        "be filled by anybody, neither a person nor a program."
    )
    good = ({"data-resources": [{"data-content": "urn:astronomy-image", "data-format": "urn:fits-binary"}]},)
    bad = ({"data-resources": [{"size": "5 GB", "required": True}]},)
    points_at = ("size",)

    def check_needs(self, needs: Needs) -> Iterator[Remark]:
        for data in needs.data:
            if not any(data.get(clue) for clue in _CLUES):
                yield self.remark(
                    data,
                    "nothing says which data these are",
                    advice="add `name`, `data-content` and `data-format`, or `locations`",
                )
