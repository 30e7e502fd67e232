"""DSC104: a description that says the title again."""

from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import likeness, normalised
from ossr_catalogue.lint.rule import ExecutableRule, Remark
from ossr_catalogue.model.finding import Severity

_MOST_MORE_WORDS: Final = 3
_ALIKE: Final = 0.8


class DescriptionRepeatsTitle(ExecutableRule):
    """A description says more than the title."""

    code, name, severity = "DSC104", "description-repeats-title", Severity.WARNING
    why = (
        "Title and description stand one below the other on every page. Saying the same twice wastes the "
        "reader's time."
    )
    good = ({"description": "Fits the Crab nebula spectrum with Gammapy: one hour of data, a log-parabola."},)
    bad = (
        {"description": "Fit the Crab nebula spectrum with Gammapy."},
        {"description": "A notebook: fit the Crab nebula spectrum with Gammapy!"},
    )
    points_at = (
        "Fit the Crab nebula spectrum with Gammapy.",
        "A notebook: fit the Crab nebula spectrum with Gammapy!",
    )
    yields_to = ("placeholder-description",)

    def check_executable(self, executable: Node) -> Iterator[Remark]:
        title, description = executable.get("title"), executable.get("description")
        if title and description and _repeats(title.text, description.text):
            yield self.remark(
                description,
                "the description only repeats the title",
                advice="say what it does, for whom, and with what data",
                also=title,
                also_label="the title",
            )


def _repeats(title: str, description: str) -> bool:
    short, long = normalised(title), normalised(description)
    is_little_more = long.count(" ") - short.count(" ") <= _MOST_MORE_WORDS
    return (is_little_more and f" {short} " in f" {long} ") or likeness(title, description) >= _ALIKE
