"""REF107: an address that anybody on the way can answer for."""

from collections.abc import Iterator
from typing import Final

from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Severity

_KEYS: Final = ("homepage", "documentation", "citation")
_SCHEMES: Final = ("http://", "ftp://")


class UnencryptedAddress(Rule):
    """Addresses use https."""

    code, name, severity = "REF107", "unencrypted-address", Severity.NOTE
    why = (
        "What comes over `http` or `ftp` can be changed on its way, and nobody notices: for data of a "
        "publication that is a pity. Nearly every server speaks https today, too."
    )
    good = ({"homepage": "https://docs.gammapy.org/"},)
    bad = (
        {"homepage": "http://docs.gammapy.org/"},
        {
            "data-resources": [
                {"data-format": "urn:fits-binary", "locations": ["ftp://cdsarc.u-strasbg.fr/pub/a.fits"]}
            ]
        },
    )
    points_at = ("http://docs.gammapy.org/", "ftp://cdsarc.u-strasbg.fr/pub/a.fits")
    yields_to = ("local-location", "placeholder-address")

    def check(self, view: View) -> Iterator[Remark]:
        own = (node for key in _KEYS for _, node in view.by_key.get(key, ()))
        for node in (*own, *view.locations):
            if node.text.startswith(_SCHEMES):
                scheme, _, rest = node.text.partition("://")
                yield self.remark(
                    node,
                    f"{quoted(node.text)} comes over {scheme}, which anybody on the way can change",
                    advice=f'try "https://{rest}"',
                )
