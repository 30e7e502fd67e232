"""TTL102: a title that does not fit a heading."""

from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.rule import Remark, TitleRule
from ossr_catalogue.model.finding import Severity

_LONGEST: Final = 120
_TOO_MUCH: Final = " and then with one more model" * 3


class TooLongTitle(TitleRule):
    """A title has at most 120 characters."""

    code, name, severity = "TTL102", "too-long-title", Severity.WARNING
    why = "A longer title wraps over several lines of every list and is cut in browser tabs and feeds."
    good = ({"title": "Fit the Crab nebula spectrum with Gammapy"},)
    bad = ({"title": "Fit the spectrum of the Crab nebula with Gammapy" + _TOO_MUCH},)
    points_at = ("Fit the spectrum of the Crab nebula with Gammapy" + _TOO_MUCH,)

    def check_title(self, title: Node) -> Iterator[Remark]:
        if len(title.text) > _LONGEST:
            yield self.remark(
                title,
                f"the title has {len(title.text)} characters, {len(title.text) - _LONGEST} too many",
                advice="move what is not needed to choose it into the description",
            )
