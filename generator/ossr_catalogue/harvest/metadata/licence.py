"""Licences as SPDX expressions, https://spdx.org/licenses/, from the spellings that are met."""

import re
from typing import Final

_IDS: Final = """
    0BSD AFL-3.0 AGPL-1.0-only AGPL-3.0-only AGPL-3.0-or-later Apache-1.1 Apache-2.0 Artistic-1.0
    Artistic-2.0 BSD-1-Clause BSD-2-Clause BSD-2-Clause-Patent BSD-3-Clause BSD-3-Clause-Clear
    BSD-3-Clause-LBNL BSD-4-Clause BSL-1.0 CC-BY-3.0 CC-BY-4.0 CC-BY-NC-4.0 CC-BY-NC-ND-4.0
    CC-BY-NC-SA-4.0 CC-BY-ND-4.0 CC-BY-SA-3.0 CC-BY-SA-4.0 CC0-1.0 CDDL-1.0 CECILL-1.0 CECILL-1.1
    CECILL-2.0 CECILL-2.1 CECILL-B CECILL-C ECL-2.0 EPL-1.0 EPL-2.0 EUPL-1.1 EUPL-1.2 GFDL-1.3-only
    GFDL-1.3-or-later GPL-1.0-only GPL-1.0-or-later GPL-2.0-only GPL-2.0-or-later GPL-3.0-only
    GPL-3.0-or-later HPND ISC LGPL-2.0-only LGPL-2.0-or-later LGPL-2.1-only LGPL-2.1-or-later
    LGPL-3.0-only LGPL-3.0-or-later LPPL-1.3c MIT MIT-0 MPL-1.1 MPL-2.0 MS-PL NCSA ODbL-1.0 OFL-1.1
    OSL-3.0 PDDL-1.0 PostgreSQL PSF-2.0 Python-2.0 Unlicense W3C WTFPL Zlib ZPL-2.1
""".split()  # noqa: SIM905 - a list with ninety pairs of quotes is harder to read
_GNU: Final = (
    "AGPL-1.0",
    "AGPL-3.0",
    "GFDL-1.3",
    "GPL-1.0",
    "GPL-2.0",
    "GPL-3.0",
    "LGPL-2.0",
    "LGPL-2.1",
    "LGPL-3.0",
)
_KNOWN: Final = (
    {known.lower(): known for known in _IDS}
    # Deprecated since version 3.0 of the list, which gives them these meanings.
    | {name.lower(): f"{name}-only" for name in _GNU}
    | {f"{name}+".lower(): f"{name}-or-later" for name in _GNU}
)
_SPELLED_OUT: Final = {
    "mit license": "MIT",
    "the mit license": "MIT",
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache license, version 2.0": "Apache-2.0",
    "bsd 2-clause": "BSD-2-Clause",
    "bsd 3-clause": "BSD-3-Clause",
    "bsd 3-clause license": "BSD-3-Clause",
    "3-clause bsd license": "BSD-3-Clause",
    "gplv2+": "GPL-2.0-or-later",
    "gplv3+": "GPL-3.0-or-later",
}
"""Names that can mean only one licence; `BSD` and `GPLv3` can mean several."""
_URL: Final = re.compile(r"https?://(?:www\.)?(spdx|opensource)\.org/licenses?/([A-Za-z0-9.+-]+)/?$")
_ENDINGS: Final = (".html", ".json", ".txt", ".rdf")
_WORD: Final = re.compile(r"\(|\)|[^\s()]+")
_OPERATORS: Final = frozenset({"AND", "OR", "WITH"})
_EXCEPTION: Final = re.compile(r"[A-Za-z0-9.-]+")


def licence(found: str) -> str | None:
    """Give the SPDX expression for a text or URL; None where it is not certain which one is meant.

    >>> licence("https://spdx.org/licenses/GPL-2.0+"), licence("bsd-3-clause"), licence("BSD")
    ('GPL-2.0-or-later', 'BSD-3-Clause', None)
    """
    found = found.strip()
    if found.lower() in _SPELLED_OUT:
        return _SPELLED_OUT[found.lower()]
    if match := _URL.match(found):
        name = _without_ending(match[2])
        return _one(name) or (name if match[1] == "spdx" else None)
    return _expression(_WORD.findall(found))


def _one(name: str) -> str | None:
    return _KNOWN.get(name.lower())


def _without_ending(name: str) -> str:
    return next((name.removesuffix(ending) for ending in _ENDINGS if name.endswith(ending)), name)


def _expression(words: list[str]) -> str | None:
    """Make each name of an expression regular; None for two names side by side, or odd brackets."""
    regular: list[str] = []
    depth, name_comes_next = 0, True
    for word in words:
        if word == ")":
            fits, depth = not name_comes_next and depth > 0, depth - 1
        elif word == "(":
            fits, depth = name_comes_next, depth + 1
        elif word.upper() in _OPERATORS:
            fits, name_comes_next = not name_comes_next, True
        else:
            fits, name_comes_next = name_comes_next, False
        known = _regular(word, regular[-1:])
        if not fits or known is None:
            return None
        regular.append(known)
    return (
        " ".join(regular).replace("( ", "(").replace(" )", ")")
        if depth == 0 and not name_comes_next
        else None
    )


def _regular(word: str, before: list[str]) -> str | None:
    if word in ("(", ")"):
        return word
    if word.upper() in _OPERATORS:
        return word.upper()
    if before == ["WITH"]:
        return word if _EXCEPTION.fullmatch(word) else None
    return _one(word)
