"""DSC115: one keyword, written twice."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import KeyRule
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.repetitions import repetitions
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.model.finding import Severity


class KeywordTwice(KeyRule):
    """Each keyword is given once."""

    code, name, severity = "DSC115", "keyword-twice", Severity.NOTE
    keys = ("keywords", "subjects")
    why = "The same keyword stands twice on the page, in two spellings, and helps nobody to find anything."
    good = ({"keywords": ["gamma-ray astronomy", "spectroscopy"]},)
    bad = ({"keywords": ["gamma-ray astronomy", "Gamma ray Astronomy"]},)
    points_at = ("Gamma ray Astronomy",)

    def check_value(self, value: Node, executable: Node) -> Iterator[Remark]:  # noqa: ARG002 - the keywords say it all
        named = ((_bare(keyword.text), keyword) for keyword in value.items)
        for again, first in repetitions(named):
            yield self.remark(
                again,
                f"the keyword {quoted(again.text)} is given twice",
                label="again here",
                advice="delete one of the two",
                also=first,
                also_label="first here",
            )


def _bare(text: str) -> str:
    return text.strip().casefold().replace("-", " ")
