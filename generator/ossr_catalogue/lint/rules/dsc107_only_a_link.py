"""DSC107: a link instead of a description."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.rule import DescriptionRule, Remark
from ossr_catalogue.model.finding import Severity

_LINK: Final = re.compile(
    r"\s*(?:see|cf\.?|more at|documentation:?|docs:?)?:?\s*"
    r"(?:<?(?:https?://|www\.)[^\s<>]+>?|!?\[[^\]]*\]\([^)\s]*\))\s*[.!]?\s*",
    re.IGNORECASE,
)


class OnlyALink(DescriptionRule):
    """A description says something itself."""

    code, name, severity = "DSC107", "only-a-link", Severity.WARNING
    why = (
        "A reader would have to leave the catalogue to learn what the executable does, the search has no "
        "words to find it by, and one day the link is dead. Links have keys of their own: `homepage` and "
        "`documentation`."
    )
    good = ({"description": "Reduces one hour of data and fits a spectrum; see https://docs.gammapy.org."},)
    bad = (
        {"description": "See https://docs.gammapy.org"},
        {"description": "[Documentation](https://docs.gammapy.org)"},
    )
    points_at = ("See https://docs.gammapy.org", "[Documentation](https://docs.gammapy.org)")

    def check_description(self, description: Node) -> Iterator[Remark]:
        if _LINK.fullmatch(description.text):
            yield self.remark(
                description,
                "the description is nothing but a link",
                advice="say what it does, for whom, and with what data; "
                "the link belongs into `documentation`",
            )
