"""TTL106: Markdown or HTML where plain text is shown."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import html_tag, quoted
from ossr_catalogue.lint.rule import Remark, TitleRule
from ossr_catalogue.model.finding import Severity

_MARKDOWN: Final = re.compile(r"^\s*#{1,6}\s|\*\*\S[^*]*\*\*|`[^`]+`|!?\[[^\]]+\]\([^)\s]+\)")
_LOOKED_AT: Final = 1_000
"""Letters; brackets that are never closed take time that grows with their square."""


class MarkupInTitle(TitleRule):
    """A title is plain text."""

    code, name, severity = "TTL106", "markup-in-title", Severity.WARNING
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
                title, f"the title contains markup: {quoted(markup)}", advice="write it without"
            )
