"""REF113: an address of a template."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import KeyRule
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.model.finding import Severity

_OWNER: Final = (
    r"(?:your|my)[-_]?(?:user|user[-_]?name|name|org|organi[sz]ation|account|group|team)?|user[-_]?name"
)
_PLACEHOLDER: Final = re.compile(
    rf"https?://(?:www\.)?(?:"
    rf"(?:github|gitlab)\.com/(?:{_OWNER})(?:/.*)?"
    r"|(?:github|gitlab)\.com/[^/]+/(?:your|my)[-_](?:repo|repository|project)/?"
    r"|(?:your|my)[-_]?(?:site|website|domain|project|docs)\.(?:com|org|net|io)(?:/.*)?"
    r"|example\.(?:com|org|net)/?)"
    r"|(?:doi:|https?://(?:dx\.)?doi\.org/)?10\.(?:5281/zenodo\.(?:x+|1234567|0+)|(?:1234|9999|x+|0000)/.*)",
    re.IGNORECASE,
)


class PlaceholderAddress(KeyRule):
    """Addresses and DOIs are one's own, not those of a template."""

    code, name, severity = "REF113", "placeholder-address", Severity.WARNING
    keys = ("homepage", "documentation", "citation")
    why = (
        "A template's address leads to an error page or, worse, to a stranger's: papers would cite "
        "somebody else's record. An address that is not there yet is better left out."
    )
    good = ({"homepage": "https://docs.gammapy.org/", "citation": "10.5281/zenodo.4701488"},)
    bad = (
        {"homepage": "https://github.com/your-username/crab"},
        {"citation": "10.5281/zenodo.1234567"},
        {"documentation": "https://example.org/"},
    )
    points_at = ("https://github.com/your-username/crab", "10.5281/zenodo.1234567", "https://example.org/")

    def check_value(self, value: Node, executable: Node) -> Iterator[Remark]:  # noqa: ARG002 - the value says it all
        if _PLACEHOLDER.fullmatch(value.text):
            yield self.remark(
                value,
                f"{quoted(value.text)} is the address of a template",
                advice="write your own, or delete the key until there is one",
            )
