"""PRF103: a profile that is the executable again."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import KeyRule
from ossr_catalogue.lint.profiles import own_needs
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.model.finding import Severity


class ProfileChangesNothing(KeyRule):
    """A profile differs from what the executable needs anyway."""

    code, name, severity = "PRF103", "profile-changes-nothing", Severity.WARNING
    keys = ("profiles",)
    why = (
        "A copy of the executable's own needs under another name is a choice without a difference, and "
        "when one of the two is corrected the other one is forgotten."
    )
    good = (
        {
            "compute-resources": [{"cores": 4}],
            "profiles": [{"name": "full", "compute-resources": [{"cores": 64}]}],
        },
    )
    bad = (
        {
            "compute-resources": [{"cores": 4}],
            "profiles": [{"name": "usual", "compute-resources": [{"cores": 4}]}],
        },
    )
    points_at = ("usual",)

    def check_value(self, value: Node, executable: Node) -> Iterator[Remark]:
        usual = own_needs(executable)
        for profile in value.items:
            needs = own_needs(profile)
            if needs and {**usual, **needs} == usual:
                yield self.remark(
                    profile.get("name") or profile,
                    "the profile needs exactly what the executable needs without it",
                    advice="delete the profile, or write what is different",
                )
