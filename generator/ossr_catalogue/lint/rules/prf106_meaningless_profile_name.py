"""PRF106: a profile that is only numbered."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import ProfileRule
from ossr_catalogue.lint.prose import normalised, quoted
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.model.finding import Severity

_MEANINGLESS: Final = re.compile(
    r"(?:(?:my|new|the|a) )*(?:profiles?|names?|untitled|unnamed|foo|bar|baz|abc|xxx|asdf|todo|tbd|"
    r"placeholder|profile name|your profile)?(?: ?(?:[a-c]|[0-9]{1,2}))?"
)


class MeaninglessProfileName(ProfileRule):
    """The name of a profile tells it from the others."""

    code, name, severity = "PRF106", "meaningless-profile-name", Severity.WARNING
    why = (
        "People choose between profiles by their names. `profile1` and `profile2` tell them nothing: "
        "what is small about one, and large about the other, only their writer knows."
    )
    good = (
        {"profiles": [{"name": "sample", "compute-resources": [{"cores": 2}]}]},
        {"profiles": [{"name": "1", "title": "A sample", "compute-resources": [{"cores": 2}]}]},
    )
    bad = (
        {"profiles": [{"name": "profile1", "compute-resources": [{"cores": 2}]}]},
        {"profiles": [{"name": "My profile", "compute-resources": [{"cores": 2}]}]},
    )
    points_at = ("profile1", "My profile")

    def check_profile(self, profile: Node) -> Iterator[Remark]:
        for name in profile.select("name"):
            if name.text and not profile.get("title") and _MEANINGLESS.fullmatch(normalised(name.text)):
                yield self.remark(
                    name,
                    f"the name {quoted(name.text)} does not say what the profile is for",
                    advice='name it after its use: "sample", "full-survey", "one-night"',
                )
