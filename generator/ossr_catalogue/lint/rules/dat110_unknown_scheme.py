"""DAT110: an address that no program can follow."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.changes import Correction, SetValue
from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability

_KNOWN: Final = frozenset(
    re.findall(
        r"\S+",
        """
        https http s3 rucio ivo doi ftp ftps sftp root roots xroot davs dav gsiftp srm gs swift abfs abfss
        globus hdl ark vos magnet ipfs oci git git+https
        """,
    )
)
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d+(?:/|$))")
_DOI: Final = re.compile(r"10\.[0-9]{4,9}/\S+")
_HOST: Final = re.compile(r"www\.(?:[a-z0-9-]+\.)+[a-z]{2,}/\S*", re.IGNORECASE)


class UnknownScheme(Rule):
    """A location of data starts with a scheme that programs know."""

    code, name, severity = "DAT110", "unknown-scheme", Severity.WARNING
    fix = FixAvailability.SAFE
    why = (
        "The word before the colon says how data are fetched: `https`, `s3`, `rucio`, `ivo`, `doi`. "
        "Without one, or with one that nobody knows, a location is only a text."
    )
    good = (
        {
            "data-resources": [
                {"data-format": "urn:fits-binary", "locations": ["doi:10.5281/zenodo.4701488", "s3://b/a"]}
            ]
        },
    )
    bad = (
        {"data-resources": [{"data-format": "urn:fits-binary", "locations": ["10.5281/zenodo.4701488"]}]},
        {"data-resources": [{"data-format": "urn:fits-binary", "locations": ["htps://example.org/a.fits"]}]},
        {"data-resources": [{"data-format": "urn:fits-binary", "locations": ["data/events.fits"]}]},
    )
    points_at = ("10.5281/zenodo.4701488", "htps://example.org/a.fits", "data/events.fits")
    yields_to = ("local-location",)

    def check(self, view: View) -> Iterator[Remark]:
        for location in view.locations:
            scheme = _SCHEME.match(location.text)
            word = scheme[1] if scheme else ""
            if word.lower() not in _KNOWN:
                yield self._say(location, word, _meant(location.text))

    def _say(self, location: Node, scheme: str, meant: str) -> Remark:
        text = quoted(location.text)
        said = f"nobody knows how to fetch `{scheme[:20]}:`" if scheme else f"{text} is not an address"
        correction = Correction(
            title=f'Write "{meant}"', changes=(SetValue(node=location, value=meant),), is_safe=True
        )
        return self.remark(
            location,
            said,
            advice=f'write "{meant}"' if meant else "give an https, s3, rucio or ivo address, or a DOI",
            fix=correction if meant else None,
        )


def _meant(text: str) -> str:
    if _DOI.fullmatch(text):
        return f"doi:{text}"
    return f"https://{text}" if _HOST.fullmatch(text) else ""
