"""TTL101: a title that says next to nothing."""

from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import extent, words
from ossr_catalogue.lint.rule import Remark, TitleRule
from ossr_catalogue.model.finding import Severity

_FEWEST_WORDS: Final = 3
_SHORTEST: Final = 12


class TooShortTitle(TitleRule):
    """A title has at least three words."""

    code, name, severity = "TTL101", "too-short-title", Severity.WARNING
    why = (
        "In a list of hundreds, `Crab analysis` does not tell people whether it is for them. Of 4,847 "
        "packages that speak of astronomy or physics, fewer than one in a hundred does with less than "
        "three words to say what it is."
    )
    good = ({"title": "Fit Crab spectra"}, {"title": "蟹状星云光谱拟合"})
    bad = ({"title": "Crab analysis"}, {"title": "Fit a line"})
    points_at = ("Crab analysis", "Fit a line")
    yields_to = ("placeholder-title", "file-name-title")

    def check_title(self, title: Node) -> Iterator[Remark]:
        count, length = len(words(title.text)), extent(title.text)
        if count < _FEWEST_WORDS or length < _SHORTEST:
            yield self.remark(
                title,
                f"the title has only {count} word{'' if count == 1 else 's'}, {length} characters",
                label="all that people see in a list",
                advice='say what it does to which data, e.g. "Fit the Crab nebula spectrum with Gammapy"',
            )
