"""TTL106: Markdown or HTML where plain text is shown."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.changes import Correction
from ossr_catalogue.document.corrections import delete_letters
from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import html_tag, quoted
from ossr_catalogue.lint.rule import Remark, TitleRule
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability

_MARKDOWN: Final = re.compile(r"^\s*#{1,6}\s|\*\*\S[^*]*\*\*|`[^`]+`|!?\[[^\]]+\]\([^)\s]+\)")
_MARKS: Final = re.compile(
    r"^\s*#{1,6}\s+|\*\*(\S[^*]*)\*\*|`([^`]+)`|!?\[([^\]]+)\]\([^)\s]+\)",
)
"""The same, with what people are to read."""
_LOOKED_AT: Final = 1_000
"""Letters; brackets that are never closed take time that grows with their square."""


class MarkupInTitle(TitleRule):
    """A title is plain text."""

    code, name, severity = "TTL106", "markup-in-title", Severity.WARNING
    fix = FixAvailability.UNSAFE
    why = (
        "Titles go into page headings, browser tabs, feeds, citations and ESAP, none of which reads "
        "Markdown or HTML: people would see the asterisks and brackets."
    )
    good = (
        {"title": "Fit spectra with E < 10 TeV and a*b [arbitrary units]"},
        {"title": "Run the __main__ module"},
    )
    bad = (
        {"title": "**Fit** the Crab nebula spectrum"},
        {"title": "# Fit the Crab nebula spectrum"},
        {"title": "Fit the Crab nebula spectrum with <i>Gammapy</i>"},
    )
    points_at = (
        "**Fit** the Crab nebula spectrum",
        "# Fit the Crab nebula spectrum",
        "Fit the Crab nebula spectrum with <i>Gammapy</i>",
    )

    def check_title(self, title: Node) -> Iterator[Remark]:
        found = _MARKDOWN.search(title.text[:_LOOKED_AT])
        markup = found[0].strip() if found else html_tag(title.text)
        if markup:
            yield self.remark(
                title,
                f"the title contains markup: {quoted(markup)}",
                advice="write it without",
                fix=_without_markup(title),
            )


def _without_markup(title: Node) -> Correction | None:
    text = _MARKS.sub(_bare, title.text[:_LOOKED_AT])
    while tag := html_tag(text):
        text = text.replace(tag, "", 1)
    plain = " ".join(text.split())
    if not plain or len(title.text) > _LOOKED_AT:
        return None
    return delete_letters(title, plain, f"Write {quoted(plain)}", is_safe=False)


def _bare(markup: re.Match[str]) -> str:
    return next((inner for inner in markup.groups() if inner), "")
