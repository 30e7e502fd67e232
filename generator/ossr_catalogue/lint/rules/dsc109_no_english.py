"""DSC109: a description that most readers of an international catalogue cannot read."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.rule import DescriptionRule, Remark
from ossr_catalogue.model.finding import Severity

_FIRST: Final = "\u0370"
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
        text = description.text
        if max(text) < _FIRST:
            return
        foreign, letters = sum(map(_is_of_sentences, text)), len(_LETTER.findall(text))
        if foreign > letters * _MOST:
            yield self.remark(
                description,
                "the description has no English text",
                advice="add a few sentences in English, before or after",
            )


def _is_of_sentences(letter: str) -> bool:
    return _FIRST <= letter <= "\u1fff" or "\u2c00" <= letter <= "\u2dff" or "\u3040" <= letter <= "\ud7ff"
