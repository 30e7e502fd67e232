"""DSC117: one description for several executables."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import normalised
from ossr_catalogue.lint.repetitions import repetitions
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.sound import SOUND_YAML
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Severity

_SECOND = (
    SOUND_YAML.removeprefix("executables:\n")
    .replace("6f0d7a52-1c1e-4b7b-9d3a-5b8c2f4e7a10", "911e248b-3a85-46b0-b681-cfd5ed1c2fe4")
    .replace("title: Fit the Crab nebula spectrum", "title: Fit the Crab nebula light curve")
)


class DuplicateDescription(Rule):
    """Executables of one type are described each for itself."""

    code, name, severity = "DSC117", "duplicate-description", Severity.WARNING
    why = (
        "The description of the repository, pasted to every notebook of it, says of none what it does: "
        "people open one after the other to find the one that they need. The catalogue shows what the "
        "repository is about anyway."
    )
    good = (SOUND_YAML + _SECOND.replace("fits a log-parabola", "plots its change"),)
    bad = (SOUND_YAML + _SECOND,)
    points_at = ("Reduces one hour of gamma-ray observations and fits a log-parabola to their spectrum.",)
    yields_to = ("too-short-description", "only-a-link")

    def check(self, view: View) -> Iterator[Remark]:
        for again, first in repetitions(_described(view)):
            if _title(again) != _title(first):  # where that is the same, too, another rule tells it
                yield self.remark(
                    again.members["description"].node,
                    "another executable of the same type has this description",
                    label="again here",
                    advice="say what this one does, for whom, and with what data",
                    also=first.get("description"),
                    also_label="first here",
                )


def _described(view: View) -> Iterator[tuple[tuple[str, str], Node]]:
    for executable in view.executables:
        kind, description = executable.get("type"), executable.get("description")
        if kind and description:
            yield (kind.text, description.text.strip()), executable


def _title(executable: Node) -> str:
    return next((normalised(title.text) for title in executable.select("title")), "")
