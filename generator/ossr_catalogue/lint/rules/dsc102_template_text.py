"""DSC102: a template's text that was left standing in a description."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import DescriptionRule, Remark
from ossr_catalogue.model.finding import Severity

_LEFTOVER: Final = re.compile(
    r"^\s*(?:TODO|FIXME)[: ]|\bdescription goes here\b|\blorem ipsum dolor sit\b|<your [a-z][^<>]*>",
    re.IGNORECASE,
)


class TemplateText(DescriptionRule):
    """A description has no leftovers of a template."""

    code, name, severity = "DSC102", "template-text", Severity.WARNING
    why = (
        "`<your data set>` in the middle of a sentence was to be replaced. Only phrases that hardly "
        "anybody means are looked for: of the texts that contain `TODO` or `TBD` somewhere, two in three "
        "are about just that."
    )
    good = (
        {"description": "Collects the TODO comments of a repository and lists them for its maintainers."},
    )
    bad = (
        {"description": "TODO: say something about the H.E.S.S. data that this notebook reduces and fits."},
        {"description": "Fits a log-parabola to <your data> and shows the spectrum with its residuals."},
    )
    points_at = (
        "TODO: say something about the H.E.S.S. data that this notebook reduces and fits.",
        "Fits a log-parabola to <your data> and shows the spectrum with its residuals.",
    )
    yields_to = ("placeholder-description",)

    def check_description(self, description: Node) -> Iterator[Remark]:
        found = _LEFTOVER.search(description.text)
        if found:
            yield self.remark(
                description,
                f"the description still has {quoted(found[0].strip())} from a template",
                advice="replace it by what is meant",
            )
