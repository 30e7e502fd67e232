"""DSC114: several keywords in one text."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.key_rules import KeyRule
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.rule import Remark
from ossr_catalogue.model.finding import Severity

_BORDER: Final = re.compile(r"[,;|\n]")
_FEWEST: Final = 3
"""Parts that make a list of a text among others; two may be a name, as `galaxies, active`."""


class KeywordsInOne(KeyRule):
    """Each keyword is a text of its own."""

    code, name, severity = "DSC114", "keywords-in-one", Severity.WARNING
    keys = ("keywords",)
    why = (
        "People choose keywords from a list, in which `gamma-ray astronomy, spectroscopy` is one long "
        "word that no other entry has: it is found under neither."
    )
    good = ({"keywords": ["gamma-ray astronomy", "galaxies, active"]},)
    bad = ({"keywords": ["gamma-ray astronomy, spectroscopy"]}, {"keywords": ["HPC", "crab; pulsar; wind"]})
    points_at = ("gamma-ray astronomy, spectroscopy", "crab; pulsar; wind")

    def check_value(self, value: Node, executable: Node) -> Iterator[Remark]:  # noqa: ARG002 - the keywords say it all
        fewest = _FEWEST if len(value.items) > 1 else 2
        for keyword in value.items:
            if "://" in keyword.text:
                continue
            parts = [part for part in map(str.strip, _BORDER.split(keyword.text)) if part]
            if len(parts) >= fewest:
                yield self.remark(
                    keyword,
                    f"{quoted(keyword.text)} is {len(parts)} keywords in one",
                    advice="write " + ", ".join(f'"{part}"' for part in parts[:10]),
                )
