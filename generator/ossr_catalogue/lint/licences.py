"""Licences by their SPDX identifiers, without a list of them: the form of expressions, and common slips."""

import re
from typing import Final

from ossr_catalogue.lint.prose import normalised

_PART: Final = re.compile(r"[()]|[^\s()]+")
_NAME: Final = re.compile(r"(?:DocumentRef-[A-Za-z0-9.-]+:)?[A-Za-z0-9.-]+\+?")
_OPERATORS: Final = frozenset({"AND", "OR", "WITH"})
_PAGE: Final = re.compile(
    r"https?://(?:www\.)?(?:spdx\.org/licenses|opensource\.org/licen[cs]es?)/([A-Za-z0-9.+-]+?)(?:\.html|/)?"
)
_NAMES: Final = {
    "MIT": ("mit license", "the mit license", "expat"),
    "Apache-2.0": (
        "apache 2",
        "apache2",
        "apache 2 0",
        "apachev2",
        "apache v2",
        "apache license 2 0",
        "apache license version 2 0",
        "apache software license 2 0",
    ),
    "BSD-3-Clause": ("bsd3", "bsd 3", "3 clause bsd", "bsd 3 clause license", "new bsd", "bsd 3 clause"),
    "BSD-2-Clause": ("bsd2", "bsd 2", "2 clause bsd", "bsd 2 clause license", "bsd 2 clause"),
    "MPL-2.0": ("mpl2", "mpl 2", "mpl 2 0", "mozilla public license 2 0"),
    "CC-BY-4.0": (
        "cc by 4",
        "cc by 4 0",
        "creative commons attribution 4 0",
        "creative commons attribution 4 0 international",
    ),
    "CC0-1.0": ("cc0", "cc zero", "cc0 1 0"),
}
_MEANT: Final = {written: name for name, ways in _NAMES.items() for written in ways}
"""What can mean only one licence, in comparable form."""
_GPL: Final = re.compile(r"(?:gnu )?([la]?gpl)(?:[ -]?v|[ -]| version )?([23])(?:\.([01]))?", re.IGNORECASE)
_IDENTIFIED: Final = re.compile(r"[AL]?GPL-[23]\.[01]", re.IGNORECASE)
"""What SPDX once had as identifiers, and still understands."""
_VAGUE: Final = frozenset(
    {"gpl", "lgpl", "agpl", "bsd", "apache", "cc", "cc by", "creative commons", "open source", "free"}
)
"""What leaves open which of several licences is meant."""


def is_licence(text: str) -> bool:
    """Say whether a text may be an SPDX expression; which identifiers there are is not known here."""
    meant = meant_licence(text)
    if meant:
        return meant.casefold() == text.casefold()
    return _has_form(text) and normalised(text) not in _VAGUE and not _versions_of_gpl(text)


def meant_licence(text: str) -> str:
    """Give the identifier of the one licence that a text can mean; empty where that is open."""
    page = _PAGE.fullmatch(text)
    return page[1] if page else _MEANT.get(normalised(text), "")


def advise(text: str) -> str:
    """Say what to write instead of a text that is no SPDX expression."""
    if meant := meant_licence(text):
        return f'write "{meant}"'
    if gpl := _versions_of_gpl(text):
        return f'write "{gpl}-only", or "{gpl}-or-later" if any later version will do'
    return "https://spdx.org/licenses/ lists the identifiers, e.g. BSD-3-Clause"


def _versions_of_gpl(text: str) -> str:
    found = None if _IDENTIFIED.fullmatch(text) else _GPL.fullmatch(text)
    return f"{found[1].upper()}-{found[2]}.{found[3] or '0'}" if found else ""


def _has_form(text: str) -> bool:
    """Follow the grammar: names between operators, in brackets that fit."""
    wants_name, depth = True, 0
    for part in _PART.findall(text):
        if part in {"(", ")"}:
            if wants_name is (part == ")"):
                return False
            depth += 1 if wants_name else -1
        elif wants_name:
            if not _NAME.fullmatch(part):
                return False
            wants_name = False
        elif part.upper() in _OPERATORS:
            wants_name = True
        else:
            return False
        if depth < 0:
            return False
    return not wants_name and depth == 0
