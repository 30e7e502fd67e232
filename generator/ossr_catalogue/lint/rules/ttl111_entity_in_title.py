"""TTL111: HTML's way of writing a letter."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.changes import Correction
from ossr_catalogue.document.corrections import write
from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.rule import Remark, TitleRule
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability

_ENTITY: Final = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_MARKUP: Final = frozenset("<>*_`[]")
_LOST: Final = "\ufffd"


class EntityInTitle(TitleRule):
    """A title has letters, not HTML's names of letters."""

    code, name, severity = "TTL111", "entity-in-title", Severity.WARNING
    fix = FixAvailability.SAFE
    why = (
        "A title is plain text: `&amp;` is shown as these five characters. It comes from a web page that "
        "was copied. Writing the letter is safe; where it is one that markup is made of, or something is "
        "left that is again a name of a letter, somebody has to look. What nobody sees has no fix."
    )
    good = ({"title": "Fit spectra & light curves with Gammapy"},)
    bad = ({"title": "Fit spectra &amp; light curves with Gammapy"},)
    points_at = ("Fit spectra &amp; light curves with Gammapy",)

    def check_title(self, title: Node) -> Iterator[Remark]:
        found = [entity for entity in _ENTITY.findall(title.text) if _letters(entity) != entity]
        if found:
            yield self._say(title, found)

    def _say(self, title: Node, found: list[str]) -> Remark:
        letters = "".join(map(_letters, found))
        fix = _correction(title, letters) if all(map(_is_seen, letters)) else None
        return self.remark(
            title,
            f"`{found[0]}` is shown as it is written",
            advice=f'write "{_meant(title)}"' if fix else "write the letter that is meant, or nothing",
            fix=fix,
        )


def _correction(title: Node, letters: str) -> Correction:
    meant = _meant(title)
    return write(title, meant, is_safe=_MARKUP.isdisjoint(letters) and not _ENTITY.search(meant))


def _meant(title: Node) -> str:
    return _ENTITY.sub(lambda entity: _letters(entity[0]), title.text)


def _letters(entity: str) -> str:
    """Give what HTML shows; the entity as it is where HTML has none of that name."""
    from html import unescape  # noqa: PLC0415 - its table is large, and few titles need it
    from html.entities import html5  # noqa: PLC0415 - likewise

    is_known = entity.startswith("&#") or entity[1:] in html5
    return unescape(entity) if is_known else entity


def _is_seen(letter: str) -> bool:
    """Say whether it is a sign, or a space that is not to be broken, and no lost letter."""
    return letter == "\xa0" or (letter.isprintable() and letter != _LOST)
