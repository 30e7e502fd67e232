"""TTL103: a title that was never written."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import is_placeholder
from ossr_catalogue.lint.rule import Remark, TitleRule
from ossr_catalogue.model.finding import Severity


class PlaceholderTitle(TitleRule):
    """A title is not the template's."""

    code, name, severity = "TTL103", "placeholder-title", Severity.WARNING
    why = (
        "The title is the heading of the page, and what search results show. `Untitled` says that nobody "
        "has looked after it. Only whole titles count: a notebook about the test of a hypothesis may "
        "have the word in its title."
    )
    good = ({"title": "Test a template for untitled sources"},)
    bad = ({"title": "Untitled notebook"}, {"title": "Untitled12"}, {"title": "TODO: add a title!"})
    points_at = ("Untitled notebook", "Untitled12", "TODO: add a title!")

    def check_title(self, title: Node) -> Iterator[Remark]:
        if is_placeholder(title.text):
            yield self.remark(
                title,
                "the title is still the template's text",
                label="shown as the heading of your catalogue page",
                advice='say what it does to which data, e.g. "Fit the Crab nebula spectrum with Gammapy"',
            )
