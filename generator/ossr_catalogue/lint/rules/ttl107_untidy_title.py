"""TTL107: spaces and letters in a title that nobody sees."""

import re
from collections.abc import Iterator
from typing import Final

from ossr_catalogue.document.changes import Correction
from ossr_catalogue.document.corrections import delete_letters
from ossr_catalogue.document.node import Node
from ossr_catalogue.lint.prose import code_point, hidden_character, without_hidden_characters
from ossr_catalogue.lint.rule import Remark, TitleRule
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import FixAvailability

_SPACING: Final = (
    ("a line break", re.compile(r"[\n\r\u0085\u2028\u2029]")),
    ("a tab", re.compile(r"\t")),
    ("a space at its beginning", re.compile(r"^\s")),
    ("a space at its end", re.compile(r"\s$")),
    ("two spaces in a row", re.compile(r"\s\s")),
)
_SPACES: Final = re.compile(r"\s{2,}|[\t\n\r\u0085\u2028\u2029]")


class UntidyTitle(TitleRule):
    """A title is one line, with single spaces and without invisible characters."""

    code, name, severity = "TTL107", "untidy-title", Severity.WARNING
    fix = FixAvailability.SAFE
    why = (
        "Invisible characters and stray spaces come along when text is copied. They break searching, "
        "sorting and the finding of duplicates, and nobody can see why."
    )
    good = ({"title": "Fit the Crab nebula 🦀 spectrum"},)
    bad = (
        {"title": "Fit the Crab nebula  spectrum"},
        {"title": "Fit the Crab nebula spectrum "},
        {"title": "Fit the Crab\u200bnebula spectrum"},
        {"title": "Fit the Crab nebula\nspectrum"},
    )
    points_at = (
        "Fit the Crab nebula  spectrum",
        "Fit the Crab nebula spectrum ",
        "Fit the Crab\u200bnebula spectrum",
        "Fit the Crab nebula\\nspectrum",
    )

    def check_title(self, title: Node) -> Iterator[Remark]:
        hidden, spacing = hidden_character(title.text), _spacing(title.text)
        if hidden:
            message = f"the title has the invisible character {code_point(hidden)}"
            yield self.remark(title, message, advice="delete it", fix=_tidy(title, "Delete what nobody sees"))
        elif spacing:
            tidy = _tidied(title.text)
            fix = _tidy(title, "Write single spaces")
            yield self.remark(title, f"the title has {spacing}", advice=f'write "{tidy}"', fix=fix)


def _tidy(title: Node, what: str) -> Correction | None:
    tidy = _tidied(title.text)
    return delete_letters(title, tidy, what, is_safe=True) if tidy else None


def _tidied(text: str) -> str:
    """Give a text on one line, without what nobody sees; a space that is not to be broken stays."""
    return _SPACES.sub(" ", without_hidden_characters(text)).strip()


def _spacing(text: str) -> str | None:
    return next((what for what, pattern in _SPACING if pattern.search(text)), None)
