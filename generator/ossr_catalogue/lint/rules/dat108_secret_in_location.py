"""DAT108: a password in an address."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.rule import ExecutableRule, Remark
from ossr_catalogue.model.finding import Severity

_SECRET: Final = re.compile(
    r"(?P<password>^[a-z][a-z0-9+.-]*://[^/?#@\s:]+:[^/?#@\s]+@)"
    r"|[?&;](?P<parameter>x-amz-signature|x-goog-signature|access_token|private_token|api_?key|token|sig)=[^&;\s]+",
    re.IGNORECASE,
)


class SecretInLocation(ExecutableRule):
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

    def check_executable(self, executable: Node) -> Iterator[Remark]:
        for node in _addresses(executable):
            found = _SECRET.search(node.text)
            if found:
                what = f"`{found['parameter']}`" if found["parameter"] else "a password"
                yield self.remark(
                    node,
                    f"the address carries {what}, which everybody can read",
                    advice="withdraw it where it was issued, and give an address that needs none",
                )


def _addresses(executable: Node) -> Iterator[Node]:
    for key in ("location", "requirements", "homepage", "documentation", "open"):
        yield from executable.select(key)
    for use in (executable, *executable.select("profiles", ...)):
        yield from use.select("data-resources", ..., "locations", ...)
