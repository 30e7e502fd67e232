"""DSC101: a description that describes nothing."""

from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import words
from ossr_catalogue.lint.rule import DescriptionRule, Remark
from ossr_catalogue.model.finding import Severity

_FEWEST_WORDS: Final = 8


class TooShortDescription(DescriptionRule):
    """A description has at least eight words."""

    code, name, severity = "DSC101", "too-short-description", Severity.WARNING
    why = (
        "The description is what people decide by, and what the search looks through: what it does, for "
        "whom, with what data. A handful of words cannot say that."
    )
    good = ({"description": "Reduces one hour of observations and fits a log-parabola."},)
    bad = ({"description": "Fits a log-parabola to data."},)
    points_at = ("Fits a log-parabola to data.",)
    yields_to = ("placeholder-description", "only-a-link", "description-repeats-title")

    def check_description(self, description: Node) -> Iterator[Remark]:
        count = len(words(description.text))
        if count < _FEWEST_WORDS:
            yield self.remark(
                description,
                f"the description has only {count} word{'' if count == 1 else 's'}",
                advice="say what it does, for whom, and with what data",
            )
