"""PRF102: one name for two profiles."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import KeyRule
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.repetitions import repetitions
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.model.finding import Severity


class DuplicateProfileName(KeyRule):
    """The profiles of an executable have different names."""

    code, name, severity = "PRF102", "duplicate-profile-name", Severity.ERROR
    keys = ("profiles",)
    why = (
        "A profile is chosen by its name. Of two with one name, a program takes the first or the last: "
        "it may ask for a hundred times what was meant."
    )
    good = (
        {
            "profiles": [
                {"name": "sample", "compute-resources": [{"cores": 2}]},
                {"name": "full", "compute-resources": [{"cores": 64}]},
            ]
        },
    )
    bad = (
        {
            "profiles": [
                {"name": "full", "compute-resources": [{"cores": 2}]},
                {"name": "Full", "compute-resources": [{"cores": 64}]},
            ]
        },
    )
    points_at = ("Full",)

    def check_value(self, value: Node, executable: Node) -> Iterator[Remark]:  # noqa: ARG002 - other keys do not matter
        names = (name for profile in value.items for name in profile.select("name"))
        for again, first in repetitions((name.text.strip().casefold(), name) for name in names):
            yield self.remark(
                again,
                f"another profile has the name {quoted(again.text)}",
                label="again here",
                advice="give each profile a name of its own",
                also=first,
                also_label="first here",
            )
