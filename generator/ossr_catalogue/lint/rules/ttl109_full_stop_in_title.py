"""TTL109: a title that ends like a sentence."""

from collections.abc import Iterator

from ossr_catalogue.document.corrections import delete_letters
from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.rule import Remark, TitleRule
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class FullStopInTitle(TitleRule):
    """A title does not end with a full stop."""

    code, name, severity = "TTL109", "full-stop-in-title", Severity.NOTE
    fix = FixAvailability.SAFE
    why = (
        "Titles are put into sentences, lists and citations, where a full stop in the middle stops the "
        "reader. One title in four has one, so this is a note and no more."
    )
    good = ({"title": "Fit the Crab nebula spectrum, residuals, etc."}, {"title": "Wait for the spectrum..."})
    bad = ({"title": "Fit the Crab nebula spectrum."},)
    points_at = ("Fit the Crab nebula spectrum.",)

    def check_title(self, title: Node) -> Iterator[Remark]:
        text = title.text.rstrip()
        if text.endswith(".") and not text.endswith(("..", "etc.", "al.")):
            without = text[:-1].rstrip()
            fix = delete_letters(title, without, "Delete the full stop", is_safe=True) if without else None
            yield self.remark(title, "the title ends with a full stop", advice="delete it", fix=fix)
