"""REF203: a DOI that nobody has registered."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import OnlineRule
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.lint.scene import Scene
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.question import Question, Subject

_DOI: Final = re.compile(r"(?:doi:|https?://(?:dx\.)?doi\.org/)?(10\.[0-9]{4,9}/\S+)")


class UnresolvedDoi(OnlineRule):
    """A DOI leads to what it names."""

    code, name, severity = "REF203", "unresolved-doi", Severity.WARNING
    why = (
        "The registry of DOIs does not know it: there is a slip, or it was reserved and never "
        "published. Papers that cite it lead nowhere. Asked with `--online` only."
    )
    good = (Scene(example={"citation": "10.5281/zenodo.4701488"}, gone=("10.5281/zenodo.4701",)),)
    bad = (Scene(example={"citation": "doi:10.5281/zenodo.4701"}, gone=("10.5281/zenodo.4701",)),)
    points_at = ("doi:10.5281/zenodo.4701",)
    source = "https://www.doi.org/doi-handbook/HTML/"
    yields_to = ("placeholder-address",)

    def questions(self, view: View) -> Iterator[tuple[Node, Question]]:
        citations = (node for _, node in view.by_key.get("citation", ()))
        for node in (*citations, *view.locations):
            if found := _DOI.fullmatch(node.text):
                yield node, Question(Subject.DOI, found[1])

    def say(self, node: Node) -> Remark:
        return self.remark(
            node,
            f"the DOI {quoted(node.text)} leads nowhere",
            advice="correct it, or wait with it until the record is published",
        )
