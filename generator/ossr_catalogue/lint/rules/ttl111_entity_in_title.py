"""TTL111: HTML's way of writing a letter."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.changes import Correction, SetValue
from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.rule import Remark, TitleRule
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability

_ENTITY: Final = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")


class EntityInTitle(TitleRule):
    """A title has letters, not HTML's names of letters."""

    code, name, severity = "TTL111", "entity-in-title", Severity.WARNING
    fix = FixAvailability.SAFE
    why = (
        "A title is plain text: `&amp;` is shown as these five characters. It comes from a web page that "
        "was copied."
    )
    good = ({"title": "Fit spectra & light curves with Gammapy"},)
    bad = ({"title": "Fit spectra &amp; light curves with Gammapy"},)
    points_at = ("Fit spectra &amp; light curves with Gammapy",)

    def check_title(self, title: Node) -> Iterator[Remark]:
        for found in _ENTITY.findall(title.text):
            from html import unescape  # noqa: PLC0415 - its table is large, and few titles need it

            meant = unescape(title.text)
            if unescape(found) == found:
                continue
            yield self.remark(
                title,
                f"`{found}` is shown as it is written",
                advice=f'write "{meant}"',
                fix=Correction(
                    title=f'Write "{meant}"', changes=(SetValue(node=title, value=meant),), is_safe=True
                ),
            )
            return
