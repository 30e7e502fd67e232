"""PRF101: a profile that asks for nothing of its own."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import ProfileRule
from ossr_catalogue.lint.profiles import RESOURCES
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.model.finding import Severity


class ProfileWithoutNeeds(ProfileRule):
    """A profile has needs of its own."""

    code, name, severity = "PRF101", "profile-without-needs", Severity.WARNING
    why = (
        "A profile replaces lists of resources. One that has none stands for exactly what the executable "
        "needs anyway: people would choose between two names for the same thing."
    )
    good = ({"profiles": [{"name": "sample", "compute-resources": [{"memory": "100 GB"}]}]},)
    bad = ({"profiles": [{"name": "sample", "title": "A sample of 500 MB"}]},)
    points_at = ("sample",)

    def check_profile(self, profile: Node) -> Iterator[Remark]:
        if not any(profile.get(key) for key in RESOURCES):
            yield self.remark(
                profile.get("name") or profile,
                "the profile says nothing about what it needs",
                advice="add e.g. `compute-resources`, or delete the profile",
            )
