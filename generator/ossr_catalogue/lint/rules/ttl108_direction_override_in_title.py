"""TTL108: characters that turn the order of a title around."""

from collections.abc import Iterator

from ossr_catalogue.document.changes import Correction
from ossr_catalogue.document.corrections import delete_letters
from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import code_point, direction_override, without_direction_overrides
from ossr_catalogue.lint.rule import Remark, TitleRule
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class DirectionOverrideInTitle(TitleRule):
    """A title reads in the order in which its letters stand."""

    code, name, severity = "TTL108", "direction-override-in-title", Severity.ERROR
    fix = FixAvailability.UNSAFE
    why = (
        "Characters such as U+202E make a text show in another order than it is stored. With them a "
        "title can be made to look like another one, and to change the text around it on every page that "
        "shows it."
    )
    good = ({"title": "Fit the Crab nebula spectrum"}, {"title": "ניתוח ספקטרום של ערפילית הסרטן"})
    bad = ({"title": "Fit the Crab nebula \u202emurtceps"},)
    points_at = ("Fit the Crab nebula \u202emurtceps",)
    source = "https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing"

    def check_title(self, title: Node) -> Iterator[Remark]:
        override = direction_override(title.text)
        if override:
            yield self.remark(
                title,
                f"the title has {code_point(override)}, which changes the order of the letters",
                advice="delete it",
                fix=_delete(title),
            )


def _delete(title: Node) -> Correction:
    text = without_direction_overrides(title.text)
    return delete_letters(title, text, "Delete what changes the order of the letters", is_safe=False)
