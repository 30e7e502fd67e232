"""REF112: a page about a file, in place of the file."""

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

_GITHUB: Final = re.compile(r"https?://(?:www\.)?github\.com/([^/?#]+/[^/?#]+)/blob/([^?#]+)(?:[?#].*)?")
_GITLAB: Final = re.compile(r"(https?://[^/?#]+/[^?#]+?)/-/blob/([^?#]+)(?:[?#].*)?")
_VIEWER: Final = re.compile(
    r"https?://(?:colab\.research\.google\.com|nbviewer\.(?:org|jupyter\.org|ipython\.org)|mybinder\.org)/"
)


class PageInsteadOfFile(Rule):
    """An address leads to the file itself."""

    code, name, severity = "REF112", "page-instead-of-file", Severity.WARNING
    fix = FixAvailability.SAFE
    why = (
        "A forge shows a page with the file in it; the file is at another address. A program that "
        "fetches the page gets HTML, and a notebook or table that cannot be read."
    )
    good = ({"location": "https://raw.githubusercontent.com/gammapy/gammapy/v1.3/crab.ipynb"},)
    bad = (
        {"location": "https://github.com/gammapy/gammapy/blob/v1.3/crab.ipynb"},
        {"location": "https://nbviewer.org/github/gammapy/gammapy/blob/v1.3/crab.ipynb"},
        {
            "data-resources": [
                {
                    "data-format": "urn:csv-text",
                    "locations": ["https://gitlab.in2p3.fr/escape2020/data/-/blob/v1/events.csv"],
                }
            ]
        },
    )
    points_at = (
        "https://github.com/gammapy/gammapy/blob/v1.3/crab.ipynb",
        "https://nbviewer.org/github/gammapy/gammapy/blob/v1.3/crab.ipynb",
        "https://gitlab.in2p3.fr/escape2020/data/-/blob/v1/events.csv",
    )
    yields_to = ("moving-location",)

    def check(self, view: View) -> Iterator[Remark]:
        own = (node for _, node in view.by_key.get("location", ()))
        for node in (*own, *view.locations):
            file = _file(node.text)
            if file or _VIEWER.match(node.text):
                yield self._say(node, file)

    def _say(self, node: Node, file: str) -> Remark:
        return self.remark(
            node,
            f"{quoted(node.text)} is a page that shows the file, not the file",
            advice=f'write "{file}"' if file else "give the address at which the file itself is downloaded",
            fix=Correction(title=f'Write "{file}"', changes=(SetValue(node=node, value=file),), is_safe=True)
            if file
            else None,
        )


def _file(address: str) -> str:
    """Give the address of the file that a page of GitHub or GitLab shows; empty for any other."""
    if found := _GITHUB.fullmatch(address):
        return f"https://raw.githubusercontent.com/{found[1]}/{found[2]}"
    found = _GITLAB.fullmatch(address)
    return f"{found[1]}/-/raw/{found[2]}" if found else ""
