"""DAT108: a password in an address."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Severity

_SECRET: Final = re.compile(
    r"(?P<password>^[a-z][a-z0-9+.-]*://[^/?#@\s:]+:[^/?#@\s]+@)"
    r"|[?&;](?P<parameter>x-amz-signature|x-goog-signature|access_token|private_token|api_?key|token|sig)=[^&;\s]+",
    re.IGNORECASE,
)
_ADDRESSES: Final = ("location", "requirements", "homepage", "documentation", "open")


class SecretInLocation(Rule):
    """An address carries no password and no token."""

    code, name, severity = "DAT108", "secret-in-location", Severity.ERROR
    why = (
        "The catalogue is public, and so is the repository: whoever reads the address can use the "
        "secret. Withdraw it where it was issued; deleting it here is not enough. Signed addresses also "
        "stop working after a while."
    )
    good = (
        {
            "data-resources": [
                {
                    "data-format": "urn:fits-binary",
                    "locations": ["https://example.org/a.fits?token_type=none"],
                }
            ]
        },
    )
    bad = (
        {
            "data-resources": [
                {"data-format": "urn:fits-binary", "locations": ["https://ada:lovelace@example.org/a.fits"]}
            ]
        },
        {"homepage": "https://example.org/?private_token=glpat-1234"},
    )
    points_at = ("https://ada:lovelace@example.org/a.fits", "https://example.org/?private_token=glpat-1234")

    def check(self, view: View) -> Iterator[Remark]:
        own = (executable.get(key) for executable in view.executables for key in _ADDRESSES)
        for node in (*filter(None, own), *view.locations):
            found = _SECRET.search(node.text)
            if found:
                what = f"`{found['parameter']}`" if found["parameter"] else "a password"
                yield self.remark(
                    node,
                    f"the address carries {what}, which everybody can read",
                    advice="withdraw it where it was issued, and give an address that needs none",
                )
