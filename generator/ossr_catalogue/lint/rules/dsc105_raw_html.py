"""DSC105: HTML in a description."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import html_tag, quoted
from ossr_catalogue.lint.rule import DescriptionRule, Remark
from ossr_catalogue.model.finding import Severity


class RawHtml(DescriptionRule):
    """A description is CommonMark, without HTML."""

    code, name, severity = "DSC105", "raw-html", Severity.WARNING
    why = (
        "For the safety of its readers a catalogue never passes on the HTML of others: people see the "
        "tags as text. Whatever a description needs, CommonMark has. Comparisons such as `a < b` and "
        "HTML in code are fine."
    )
    good = ({"description": "Fits spectra with **E < 10 TeV** and writes them as `<table>` for a page."},)
    bad = ({"description": "<p>Reduces one hour of gamma-ray observations and fits a log-parabola.</p>"},)
    points_at = ("<p>Reduces one hour of gamma-ray observations and fits a log-parabola.</p>",)
    source = "https://commonmark.org/help/"

    def check_description(self, description: Node) -> Iterator[Remark]:
        tag = html_tag(description.text)
        if tag:
            yield self.remark(
                description,
                f"the description has the HTML {quoted(tag)}, which is shown as text",
                advice="write CommonMark: *emphasis*, **strong**, [text](https://…), - items of a list",
            )
