"""DSC112: headings and points, and no sentence."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.rule import DescriptionRule, Remark
from ossr_catalogue.model.finding import Severity

_NO_PROSE: Final = re.compile(r"[ \t]*(?:#{1,6}(?:[ \t].*)?|(?:[-*+]|\d{1,9}[.)])[ \t].*|[=-]{3,}[ \t]*|)\r?")


class NoSentence(DescriptionRule):
    """A description has at least one paragraph of prose."""

    code, name, severity = "DSC112", "no-sentence", Severity.WARNING
    why = (
        "Cards and search results show the first paragraph. Of a description that is nothing but "
        "headings and lists they show a heading, and nobody learns what the executable does."
    )
    good = (
        {"description": "Reduces an hour of observations in three steps:\n\n- calibrate\n- select\n- fit"},
    )
    bad = ({"description": "# Crab\n\n- calibrates the events of one hour\n- selects those of the source"},)
    points_at = ("# Crab\\n\\n- calibrates the events of one hour\\n- selects those of the source",)
    yields_to = ("too-short-description",)

    def check_description(self, description: Node) -> Iterator[Remark]:
        text = description.text.lstrip()
        if all(map(_NO_PROSE.fullmatch, text.split("\n"))):
            yield self.remark(
                description,
                "the description has headings or points, and no sentence",
                advice="put a sentence before them that says what it does, for whom, and with what data",
            )
