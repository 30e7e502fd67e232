"""DAT104: an address that shows something else tomorrow."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Severity

_BRANCH: Final = r"(?:refs/heads/[^/]+|main|master|develop|HEAD)"
_MOVING: Final = re.compile(
    rf"https?://(?:raw\.githubusercontent\.com/[^/]+/[^/]+/{_BRANCH}/"
    rf"|github\.com/[^/]+/[^/]+/(?:blob|raw)/{_BRANCH}/"
    rf"|[^/]+/.+/-/(?:blob|raw)/{_BRANCH}/)",
)


class MovingLocation(Rule):
    """A location names a version, not the newest state of a branch."""

    code, name, severity = "DAT104", "moving-location", Severity.WARNING
    why = (
        "What lies at `…/main/…` changes with the next commit, or is gone. Results cannot be repeated, "
        "and nobody notices. A commit, a tag or a DOI stays what it is."
    )
    good = (
        {"location": "https://raw.githubusercontent.com/gammapy/gammapy/v1.3/crab.ipynb"},
        {
            "data-resources": [
                {"data-format": "urn:csv-text", "locations": ["https://example.org/main/events.csv"]}
            ]
        },
    )
    bad = (
        {"location": "https://raw.githubusercontent.com/gammapy/gammapy/main/crab.ipynb"},
        {
            "data-resources": [
                {
                    "data-format": "urn:csv-text",
                    "locations": ["https://gitlab.in2p3.fr/escape2020/data/-/raw/master/events.csv"],
                }
            ]
        },
    )
    points_at = (
        "https://raw.githubusercontent.com/gammapy/gammapy/main/crab.ipynb",
        "https://gitlab.in2p3.fr/escape2020/data/-/raw/master/events.csv",
    )

    def check(self, view: View) -> Iterator[Remark]:
        own = (executable.get("location") for executable in view.executables)
        for location in (*filter(None, own), *view.locations):
            if _MOVING.match(location.text):
                yield self.remark(
                    location,
                    f"{quoted(location.text)} is the newest state of a branch",
                    advice="name a tag or a commit instead of the branch",
                )
