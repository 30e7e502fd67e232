"""PRF105: a profile without a word of explanation."""

from collections.abc import Iterator

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import ProfileRule
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.model.finding import Severity


class UnexplainedProfile(ProfileRule):
    """A profile says in words when to use it."""

    code, name, severity = "PRF105", "unexplained-profile", Severity.NOTE
    why = (
        "The name is for programs and for those who know the software. Whoever sees it for the first "
        "time needs a title, *Clustering of a 500 MB sample*, or a description, to choose."
    )
    good = (
        {
            "profiles": [
                {"name": "sample", "title": "A sample of 500 MB", "compute-resources": [{"cores": 2}]}
            ]
        },
    )
    bad = ({"profiles": [{"name": "sample", "compute-resources": [{"cores": 2}]}]},)
    points_at = ("sample",)
    yields_to = ("meaningless-profile-name", "profile-without-needs")

    def check_profile(self, profile: Node) -> Iterator[Remark]:
        if not profile.get("title") and not profile.get("description"):
            yield self.remark(
                profile.get("name") or profile,
                "nothing says when to use this profile",
                advice='add e.g. "title": "Clustering of a 500 MB sample"',
            )
