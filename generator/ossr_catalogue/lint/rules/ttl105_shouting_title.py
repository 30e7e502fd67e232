"""TTL105: a title in capitals."""

from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.corrections import write
from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import words
from ossr_catalogue.lint.rule import Remark, TitleRule
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability

_FEWEST_LETTERS: Final = 8
_MOST_CAPITALS: Final = 0.8


class ShoutingTitle(TitleRule):
    """A title is not written in capitals."""

    code, name, severity = "TTL105", "shouting-title", Severity.WARNING
    fix = FixAvailability.UNSAFE
    why = (
        "Capitals are hard to read, read aloud letter by letter by some screen readers, and stand out of "
        "a list for no reason. Names such as LOFAR or HESS keep theirs: it is the title as a whole that "
        "counts."
    )
    good = ({"title": "LOFAR and VLBI imaging"}, {"title": "CTAO IRFs of H.E.S.S. data"})
    bad = ({"title": "FIT THE CRAB NEBULA SPECTRUM"},)
    points_at = ("FIT THE CRAB NEBULA SPECTRUM",)
    yields_to = ("placeholder-title", "file-name-title")

    def check_title(self, title: Node) -> Iterator[Remark]:
        if _shouts(title.text):
            quiet = title.text.strip().capitalize()
            yield self.remark(
                title,
                "the title is in capitals",
                advice=f'write "{quiet}", and capitals where names have them',
                fix=write(title, quiet, is_safe=False),
            )


def _shouts(text: str) -> bool:
    capitals = sum(map(str.isupper, text))
    letters = capitals + sum(map(str.islower, text))
    return letters >= _FEWEST_LETTERS and capitals > _MOST_CAPITALS * letters and len(words(text)) != 1
