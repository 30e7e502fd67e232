"""DSC111: a first sentence that is cut off."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.rule import DescriptionRule, Remark
from ossr_catalogue.model.finding import Severity

_CARD: Final = 240
"""Characters of the first paragraph that cards and search results show."""
_SENTENCE_END: Final = re.compile(r"[.!?:\u3002](?=\s|$)|\n[ \t]*\r?\n")
_TARGET: Final = re.compile(r"\]\([^()\s]*\)")
_LONG: Final = (
    "Reduces one hour of gamma-ray observations of the Crab nebula, selects the events of the source and "
    "those of the background around it, corrects both for the response of the instrument, fits a "
    "log-parabola to the spectrum, and plots the residuals, too."
)


class LongFirstSentence(DescriptionRule):
    """The first sentence of a description fits on a card."""

    code, name, severity = "DSC111", "long-first-sentence", Severity.NOTE
    why = (
        "Lists and search results show the first 240 characters of a description. A longer sentence is "
        "cut before it has said what it wants to say; say in the first one what the executable does, and "
        "everything else after it."
    )
    good = ({"description": f"Fits a spectrum to one hour of gamma-ray observations. {_LONG}"},)
    bad = ({"description": _LONG},)
    points_at = (_LONG,)

    def check_description(self, description: Node) -> Iterator[Remark]:
        text = _TARGET.sub("", description.text.strip())
        end = _SENTENCE_END.search(text)
        if (end.end() if end else len(text)) > _CARD:
            yield self.remark(
                description,
                f"cards show {_CARD} characters, and the first sentence is longer",
                advice="start with a short sentence that says what it does",
            )
