"""DSC118: a link that leads nowhere from here."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.rule import DescriptionRule, Remark
from ossr_catalogue.model.finding import Severity

_LINK: Final = re.compile(r"(?<!!)\[[^\]\n]{1,300}\]\(\s*<?([^\s()<>]+)")
_CODE: Final = re.compile(r"`[^`\n]*`")
_LEADS_SOMEWHERE: Final = re.compile(r"(?:https?|mailto):", re.IGNORECASE)


class LinkIntoTheRepository(DescriptionRule):
    """A link in a description is a whole address."""

    code, name, severity = "DSC118", "link-into-the-repository", Severity.WARNING
    why = (
        "`[the manual](docs/manual.md)` is a link on the page of the repository. In the catalogue it "
        "leads nowhere, so it is shown as it is written, with all its brackets."
    )
    good = (
        {
            "description": "Reduces one hour of data and fits a spectrum; see [docs](https://docs.gammapy.org)."
        },
    )
    bad = (
        {"description": "Reduces one hour of data and fits a spectrum; see [the manual](docs/manual.md)."},
    )
    points_at = ("Reduces one hour of data and fits a spectrum; see [the manual](docs/manual.md).",)
    yields_to = ("only-a-link",)

    def check_description(self, description: Node) -> Iterator[Remark]:
        for link in _LINK.finditer(_CODE.sub("", description.text)):
            if not _LEADS_SOMEWHERE.match(link[1]):
                yield self.remark(
                    description,
                    f"the link to `{link[1][:60]}` leads nowhere from the catalogue",
                    advice="write the whole address, https://…",
                )
                return
