"""DAT105: data on somebody's own machine."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Severity

_HOST: Final = (
    r"localhost|[^/:@]+\.local|127(?:\.\d+){3}|0\.0\.0\.0|10(?:\.\d+){3}|192\.168(?:\.\d+){2}"
    r"|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|\[::1\]"
)
_LOCAL: Final = re.compile(
    rf"file:|[a-z][a-z0-9+.-]*://(?:[^/@]*@)?(?:{_HOST})(?=[:/?#]|$)|~|/|\.\.?/|[a-z]:[\\/]|\\\\",
    re.IGNORECASE,
)


class LocalLocation(Rule):
    """Data lie where others can reach them."""

    code, name, severity = "DAT105", "local-location", Severity.ERROR
    why = (
        "A path, `file:` or `localhost` means the machine on which the program runs: there, nothing lies "
        "at that address. Data that are part of the repository can be given by the https URL at a tag or "
        "commit."
    )
    good = (
        {
            "data-resources": [
                {
                    "data-format": "urn:fits-binary",
                    "locations": ["doi:10.5281/zenodo.4701488", "https://example.org/a.fits"],
                }
            ]
        },
    )
    bad = (
        {"data-resources": [{"data-format": "urn:fits-binary", "locations": ["/home/ada/data/events.fits"]}]},
        {
            "data-resources": [
                {"data-format": "urn:fits-binary", "locations": ["http://localhost:8000/events.fits"]}
            ]
        },
        {"data-resources": [{"data-format": "urn:fits-binary", "locations": ["C:\\data\\events.fits"]}]},
    )
    points_at = (
        "/home/ada/data/events.fits",
        "http://localhost:8000/events.fits",
        "C:\\\\data\\\\events.fits",
    )

    def check(self, view: View) -> Iterator[Remark]:
        for location in view.locations:
            if _LOCAL.match(location.text.strip()):
                yield self.remark(
                    location,
                    f"{quoted(location.text)} is a place on somebody's own machine",
                    advice="give an https, s3, rucio or ivo address, or a DOI",
                )
