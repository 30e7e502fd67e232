"""PRF104: two names for the same needs."""

import json
from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import KeyRule
from ossr_catalogue.lint.profiles import own_needs
from ossr_catalogue.lint.repetitions import repetitions
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.model.finding import Severity


class SameProfileTwice(KeyRule):
    """Two profiles of an executable differ in what they need."""

    code, name, severity = "PRF104", "same-profile-twice", Severity.WARNING
    keys = ("profiles",)
    why = (
        "A profile is copied to start the next one, and then its numbers are not changed: whoever "
        "chooses *full* gets the machine for *sample*, and the run fails after hours."
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
                {"name": "sample", "compute-resources": [{"cores": 2, "memory": "4 GB"}]},
                {"name": "full", "compute-resources": [{"memory": "4 GB", "cores": 2}]},
            ]
        },
    )
    points_at = ("full",)
    yields_to = ("duplicate-profile-name", "profile-changes-nothing")

    def check_value(self, value: Node, executable: Node) -> Iterator[Remark]:  # noqa: ARG002 - profiles are compared with each other
        needs = ((own_needs(profile), profile.get("name") or profile) for profile in value.items)
        named = ((json.dumps(own, sort_keys=True), name) for own, name in needs if own)
        for again, first in repetitions(named):
            yield self.remark(
                again,
                "another profile has exactly the same needs",
                label="the same needs",
                advice="write what is different, or delete one of the two",
                also=first,
                also_label="as here",
            )
