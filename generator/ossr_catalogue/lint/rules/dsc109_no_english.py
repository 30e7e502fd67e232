"""DSC109: a description that most readers of an international catalogue cannot read."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.rule import DescriptionRule, Remark
from ossr_catalogue.model.finding import Severity

_SCRIPTS: Final = (range(0x370, 0x2000), range(0x2C00, 0x2E00), range(0x3040, 0xD800))
"""Letters of scripts that are not Latin; the few Greek ones of a formula do no harm."""
_LETTER: Final = re.compile(r"[^\W\d_]")
_MOST: Final = 0.3


class NoEnglish(DescriptionRule):
    """A description has a version in English."""

    code, name, severity = "DSC109", "no-english", Severity.NOTE
    why = (
        "People all over the world look for software here, and the search compares words. A few "
        "sentences in English beside your own language are enough."
    )
    good = (
        {"description": "Reduces one hour of observations. Réduit une heure d'observations près de Genève."},
    )
    bad = ({"description": "Этот блокнот обрабатывает один час наблюдений и строит спектр источника."},)
    points_at = ("Этот блокнот обрабатывает один час наблюдений и строит спектр источника.",)

    def check_description(self, description: Node) -> Iterator[Remark]:
        if _is_foreign(description.text):
            yield self.remark(
                description,
                "the description has no English text",
                advice="add a few sentences in English, before or after",
            )


def _is_foreign(text: str) -> bool:
    if ord(max(text)) < _SCRIPTS[0].start:  # as most are, which is quickly seen
        return False
    foreign = sum(any(ord(letter) in script for script in _SCRIPTS) for letter in text)
    return foreign > len(_LETTER.findall(text)) * _MOST
