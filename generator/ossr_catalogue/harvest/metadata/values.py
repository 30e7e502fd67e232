"""Single values as people write them into metadata, each made regular or dropped."""

import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import urlsplit

from ossr_catalogue.harvest.text.plain import one_line, shortened, without_html
from ossr_catalogue.model.component import Person

_MAX_NAME: Final = 200
_MAX_TEXT: Final = 4_000
_MAX_ITEMS: Final = 2_000
"""Of authors or keywords: some collaborations have a thousand."""
_PLACEHOLDERS: Final = frozenset(
    {"-", "--", "?", "n/a", "na", "none", "null", "tbd", "todo", "unknown", "..."}
)
_NAME_KEYS: Final = ("name", "@value", "value", "@id", "url")
_EMAIL: Final = re.compile(r"[<(\[]?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b[>)\]]?")
_ORCID: Final = re.compile(r"(?:^|[/:\s])(\d{4}-\d{4}-\d{4}-\d{3}[\dX])\s*/?$", re.IGNORECASE)
_DOI: Final = re.compile(r"\b(10\.\d{4,9}/[^\s\"'<>]+)")
_VERSION_OF_LANGUAGE: Final = re.compile(r"[\s>=<~^]*\d[\d.*x+]*$")
_LANGUAGES: Final = {
    "python": "Python",
    "c++": "C++",
    "rust": "Rust",
    "java": "Java",
    "r": "R",
    "julia": "Julia",
}


def items(value: object) -> Iterator[object]:
    """Give the members of a list, of a JSON-LD `@list`, or the one value that stands for a list."""
    if isinstance(value, Mapping) and "@list" in value:
        value = value["@list"]
    if isinstance(value, list):
        yield from value[:_MAX_ITEMS]
    elif value is not None:
        yield value


def text(value: object) -> str:
    """Give one line of text: of several the first, of a mapping its name; placeholders are empty."""
    for item in items(value):
        found = _text_of(item)
        if found:
            return found
    return ""


def title(value: object) -> str:
    """Give a title as plain text, without the full stop that some end on."""
    return without_html(text(value)).rstrip(" .")[:_MAX_NAME]


def prose(value: object) -> str:
    """Give a description as plain text without HTML."""
    found = next((item for item in items(value) if isinstance(item, str)), "")
    return shortened(_unless_placeholder(without_html(found[: 5 * _MAX_TEXT])), _MAX_TEXT)


def keywords(value: object) -> tuple[str, ...]:
    """Split at commas and semicolons, keeping each word once."""
    words = (word for item in items(value) for word in re.split(r"[,;\n]", _text_of(item)))
    kept: dict[str, str] = {}
    for word in words:
        cleaned = _unless_placeholder(one_line(word))[:_MAX_NAME]
        if cleaned:
            kept.setdefault(cleaned.casefold(), cleaned)
    return tuple(kept.values())


def languages(value: object) -> tuple[str, ...]:
    """Name programming languages without their versions.

    >>> languages(["Python 3", "python3.*", {"name": "C++"}])
    ('Python', 'C++')
    """
    names = (_VERSION_OF_LANGUAGE.sub("", word).strip() for word in keywords(value))
    return tuple(dict.fromkeys(_LANGUAGES.get(name.lower(), name) for name in names if name))


def doi(value: object) -> str:
    """Find a DOI, bare or in a URL; free text has none.

    >>> doi("https://doi.org/10.5281/zenodo.3896282")
    '10.5281/zenodo.3896282'
    """
    match = _DOI.search(text(value))
    return match[1].rstrip(".,;)") if match else ""


def address(value: object) -> str:
    """Give an http or https address; empty for anything else."""
    found = text(value)
    try:
        parts = urlsplit(found)
    except ValueError:
        return ""
    is_plain = parts.scheme in {"http", "https"} and parts.hostname and "@" not in parts.netloc
    return found if is_plain and " " not in found else ""


def person(name: str, *, orcid: object = None, affiliation: object = None) -> Person | None:
    """Make an author, without any e-mail address; None if no name is left."""
    name = one_line(_EMAIL.sub(" ", name[: 5 * _MAX_NAME])).strip(" ,;")[:_MAX_NAME]
    if not name or _unless_placeholder(name) == "":
        return None
    where = one_line(_EMAIL.sub(" ", text(affiliation)))[: 3 * _MAX_NAME].strip()
    return Person(name=name, orcid=_orcid(text(orcid)), affiliation=where or None)


def given_first(name: str) -> str:
    """Turn `Family, Given` round; anything with more or fewer commas stays.

    >>> given_first("Rico, Javier")
    'Javier Rico'
    """
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and given.strip() and "," not in given else name


def _text_of(item: object) -> str:
    if isinstance(item, Mapping):
        item = next((item[key] for key in _NAME_KEYS if isinstance(item.get(key), str)), "")
    if isinstance(item, bool) or not isinstance(item, str | int | float):
        return ""
    return _unless_placeholder(one_line(str(item)[:_MAX_TEXT]))


def _unless_placeholder(found: str) -> str:
    return "" if found.lower() in _PLACEHOLDERS else found


def _orcid(found: str) -> str | None:
    """Give an ORCID iD if its check digit is right, https://support.orcid.org/hc/en-us/articles/360006897674."""
    match = _ORCID.search(found)
    if not match:
        return None
    digits = match[1].upper().replace("-", "")
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return match[1].upper() if digits[-1] == ("X" if check == 10 else str(check)) else None  # noqa: PLR2004 - ISO 7064
