"""DSC116: a sentence among the keywords."""

from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import KeyRule
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.model.finding import Severity

_LONGEST: Final = 50


class LongKeyword(KeyRule):
    """A keyword has at most 50 characters."""

    code, name, severity = "DSC116", "long-keyword", Severity.NOTE
    keys = ("keywords",)
    why = (
        "Keywords are what several entries have in common, and what people choose from a list. A "
        "sentence is shared by nobody; it belongs into the description."
    )
    good = ({"keywords": ["European Open Science Cloud"]},)
    bad = ({"keywords": ["Software for the reduction of observations of the Crab nebula"]},)
    points_at = ("Software for the reduction of observations of the Crab nebula",)
    yields_to = ("keywords-in-one",)

    def check_value(self, value: Node, executable: Node) -> Iterator[Remark]:  # noqa: ARG002 - the keywords say it all
        for keyword in value.items:
            if len(keyword.text) > _LONGEST:
                yield self.remark(
                    keyword,
                    f"the keyword {quoted(keyword.text)} has {len(keyword.text)} characters",
                    advice="take two or three words of it, and put the sentence into the description",
                )
