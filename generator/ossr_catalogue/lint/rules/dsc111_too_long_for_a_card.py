"""DSC111: a beginning that is cut off."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.rule import DescriptionRule, Remark
from ossr_catalogue.model.finding import Severity

_CARD: Final = 240
"""Characters of the first paragraph that cards and search results show."""
_PARAGRAPH_END: Final = re.compile(r"\n[ \t]*\r?\n")
_TARGET: Final = re.compile(r"\]\([^()\s]*\)")
_WORDS: Final = "Reduces one hour of gamma-ray observations and fits a spectrum to them. "


class TooLongForACard(DescriptionRule):
    """The first paragraph of a description fits on a card."""

    code, name, severity = "DSC111", "too-long-for-a-card", Severity.NOTE
    why = (
        "Lists and search results show the first 240 characters of the first paragraph, and cut the "
        "rest. Say there in a sentence or two what it does; everything else can follow after an empty "
        "line."
    )
    good = ({"description": f"{_WORDS}\n\n{_WORDS * 9}"},)
    bad = ({"description": f"{_WORDS * 4}"},)
    points_at = (_WORDS * 4,)

    def check_description(self, description: Node) -> Iterator[Remark]:
        if len(description.text) <= _CARD:
            return
        first = _PARAGRAPH_END.split(description.text.lstrip(), maxsplit=1)[0]
        length = len(_TARGET.sub("", first).strip())
        if length > _CARD and not first.startswith("#"):
            yield self.remark(
                description,
                f"of the first paragraph cards show {_CARD} of {length} characters",
                advice="start with a sentence or two, and leave an empty line after them",
            )
