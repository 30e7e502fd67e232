"""DSC108: characters that turn the order of a text around."""

from collections.abc import Iterator

from ossr_catalogue.document.changes import Correction
from ossr_catalogue.document.corrections import delete_letters
from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import code_point, direction_override, without_direction_overrides
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class DirectionOverride(Rule):
    """Descriptions, names and keywords read in the order in which their letters stand."""

    code, name, severity = "DSC108", "direction-override", Severity.ERROR
    fix = FixAvailability.UNSAFE
    why = (
        "Characters such as U+202E make a text show in another order than it is stored. With them a "
        "command or a link in a description can be made to look like another one. Right-to-left scripts "
        "do not need them."
    )
    good = ({"description": "מתאים פרבולה לוגריתמית לספקטרום של ערפילית הסרטן, שעה אחת של תצפיות."},)
    bad = ({"keywords": ["gamma\u202eyar"]},)
    points_at = ("gamma\u202eyar",)
    source = "https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing"

    def check(self, view: View) -> Iterator[Remark]:
        for node in view.prose:
            override = direction_override(node.text)
            if override:
                yield self.remark(
                    node,
                    f"{code_point(override)} stands here, which changes the order of the letters",
                    advice="delete it",
                    fix=_delete(node),
                )


def _delete(node: Node) -> Correction:
    text = without_direction_overrides(node.text)
    return delete_letters(node, text, "Delete what changes the order of the letters", is_safe=False)
