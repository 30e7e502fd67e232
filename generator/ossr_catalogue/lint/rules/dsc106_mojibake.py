"""DSC106: text that was decoded wrongly."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.corrections import delete_letters
from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability

_TAIL: Final = "\x80-\xbf" + bytes(range(0x80, 0xC0)).decode("cp1252", "ignore")
_PERHAPS: Final = re.compile(f"[\u00c2\u00c3][{_TAIL}]|\u00e2[{_TAIL}]{{2}}")
"""What UTF-8 of Latin letters and of quotation marks looks like when it is read as Windows-1252."""
_REPLACEMENT: Final = "\ufffd"


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
        if _REPLACEMENT in node.text:
            yield self.remark(
                node, "a letter is lost: U+FFFD stands in its place", advice="write the letter again"
            )
            return
        for word in node.text.split():
            mended = _PERHAPS.sub(_mend, word)
            if mended != word:
                message = f"{quoted(word)} was decoded wrongly on its way here"
                title = f"Write {quoted(mended)} instead of {quoted(word)}"
                fix = delete_letters(node, _PERHAPS.sub(_mend, node.text), title, is_safe=True)
                yield self.remark(node, message, advice=f"write {quoted(mended)}", fix=fix)
                return


def _mend(match: re.Match[str]) -> str:
    """Take the wrong decoding back."""
    return b"".join(map(_byte, match[0])).decode("utf-8")


def _byte(letter: str) -> bytes:
    return letter.encode("latin-1" if letter <= "\u00ff" else "cp1252")
