"""DSC106: text that was decoded wrongly."""

from collections.abc import Iterator

from ossr_catalogue.document.corrections import delete_letters
from ossr_catalogue.document.mojibake import LOST, mended
from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability


class Mojibake(Rule):
    """Texts have the letters that were meant."""

    code, name, severity = "DSC106", "mojibake", Severity.ERROR
    fix = FixAvailability.SAFE
    why = (
        "`Ã©` is what becomes of `é` when a file in UTF-8 is read as Windows-1252 and saved again; "
        "`\ufffd` stands where a letter was lost for good. Names of people and places are hit most, and "
        "nobody finds them any more."
    )
    good = (
        {"description": "Observé à Genève: “5000 Å to 7000 Å”, reduced and fitted with Gammapy by André."},
    )
    bad = (
        {"description": "Observe les sources prÃ¨s de GenÃ¨ve, rÃ©duit les donnÃ©es, ajuste une parabole."},
        {"description": "Reduces the Crabâ€™s gamma-ray observations and fits a log-parabola to them."},
        {"title": "Fit the Crab nebula\ufffds spectrum with Gammapy"},
    )
    points_at = (
        "Observe les sources prÃ¨s de GenÃ¨ve, rÃ©duit les donnÃ©es, ajuste une parabole.",
        "Reduces the Crabâ€™s gamma-ray observations and fits a log-parabola to them.",
        "Fit the Crab nebula\ufffds spectrum with Gammapy",
    )
    source = "https://www.w3.org/International/questions/qa-what-is-encoding"

    def check(self, view: View) -> Iterator[Remark]:
        for node in (*view.titles, *view.prose):
            if not node.text.isascii():
                yield from self._check(node)

    def _check(self, node: Node) -> Iterator[Remark]:
        if LOST in node.text:
            yield self.remark(
                node, "a letter is lost: U+FFFD stands in its place", advice="write the letter again"
            )
            return
        for word in node.text.split():
            right = mended(word)
            if right != word:
                message = f"{quoted(word)} was decoded wrongly on its way here"
                title = f"Write {quoted(right)} instead of {quoted(word)}"
                fix = delete_letters(node, mended(node.text), title, is_safe=True)
                yield self.remark(node, message, advice=f"write {quoted(right)}", fix=fix)
                return
