"""REF201: an address at which nothing is any more."""

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

_KEYS: Final = ("location", "homepage", "documentation")
_WEB: Final = ("https://", "http://")


class DeadLink(OnlineRule):
    """There is something at every address."""

    code, name, severity = "REF201", "dead-link", Severity.WARNING
    why = (
        "The server says that there is no such page, or that it is gone: readers land on an error page, "
        "and a program that wants the file fails. Asked with `--online` only; a server that does not "
        "answer, or forbids, is not counted."
    )
    good = (Scene(example={"homepage": "https://docs.gammapy.org/"}, gone=("https://gammapy.org/",)),)
    bad = (
        Scene(example={"homepage": "https://docs.gammapy.org/0.1/"}, gone=("https://docs.gammapy.org/0.1/",)),
    )
    points_at = ("https://docs.gammapy.org/0.1/",)
    yields_to = ("local-location", "placeholder-address")

    def questions(self, view: View) -> Iterator[tuple[Node, Question]]:
        own = (node for key in _KEYS for _, node in view.by_key.get(key, ()))
        for node in (*own, *view.locations):
            if node.text.startswith(_WEB) and "//doi.org/" not in node.text:
                yield node, Question(Subject.PAGE, node.text)

    def say(self, node: Node) -> Remark:
        return self.remark(
            node,
            f"there is nothing at {quoted(node.text)}",
            advice="write where it is now; https://web.archive.org may know what was there",
        )
