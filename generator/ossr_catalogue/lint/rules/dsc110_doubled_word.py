"""DSC110: the the."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.corrections import delete_letters
from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import DescriptionRule, Remark
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability

_DOUBLED: Final = re.compile(r"(?<![\w'-])(?:(the|of|and|is|in|to|for|a)\s+\1|The\s+the)(?![\w'-])")


class DoubledWord(DescriptionRule):
    """No small word stands twice in a row."""

    code, name, severity = "DSC110", "doubled-word", Severity.WARNING
    fix = FixAvailability.UNSAFE
    why = (
        "Doubled words are left when a sentence was rewritten. Only small words are looked at: names "
        "such as `Tiny Tiny RSS` are meant that way."
    )
    good = (
        {"description": "Reads protein protein interactions; shows what it is, and in In(111) decays too."},
    )
    bad = ({"description": "Reduces one hour of observations and fits the the spectrum of the nebula."},)
    points_at = ("Reduces one hour of observations and fits the the spectrum of the nebula.",)

    def check_description(self, description: Node) -> Iterator[Remark]:
        found = _DOUBLED.search(description.text)
        if found:
            yield self.remark(
                description,
                f"{quoted(found[0])} stands in the description",
                advice="delete one of the two",
                fix=delete_letters(
                    description, _once(description.text), "Delete one of the two", is_safe=False
                ),
            )


def _once(text: str) -> str:
    """Give a text in which every small word stands once where it stood several times."""
    before = ""
    while text != before:
        before, text = text, _DOUBLED.sub(lambda found: found[0].split()[0], text)
    return text
