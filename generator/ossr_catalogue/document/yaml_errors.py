"""libyaml's syntax errors in plain words; the pure Python loader says the same things differently."""

import re
from typing import Final

import yaml

from ossr_catalogue.document.problems import UnreadableError, unreadable

_EXPLAINED: Final = (
    (
        "mapping values are not allowed",
        'found a second ":" in the same place, expected text',
        'put the text that holds ": " in quotes, or check the indentation of this line and the last',
    ),
    (
        "cannot start any token",
        "no plain text starts with {found}",
        "put the text in quotes; indent with spaces, never with tabs",
    ),
    (
        "unexpected end of stream",
        "a quotation mark is opened and never closed",
        "close it",
    ),
    (
        "escape (character|code)",
        "found a backslash escape that YAML does not have",
        "write the character itself, or use single quotes, in which a backslash is a backslash",
    ),
    (
        "block collection: ",
        'found {found}, expected the next "- " of the list',
        "indent what belongs to the item, or move what does not to the indentation of its own mapping",
    ),
    (
        "expected key|expected <block end>",
        "found {found}, expected the next key, at the same indentation as those before",
        "check the indentation, and put a text in quotes that starts with a quotation mark, * or [",
    ),
    ("expected ',' or '\\]'", 'found {found}, expected a "," or "]"', "close the list with ]"),
    ("expected ',' or '\\}'", 'found {found}, expected a "," or "}}"', "close the mapping with }}"),
    ("node content", "found {found}, expected a value", "write a value, or close the bracket before"),
    ("could not find expected ':'", 'found {found}, expected a ":" after the key', 'write "key: value"'),
    ("sequence entries are not allowed", 'no "- " can stand here', "start it on a line of its own"),
    (
        "document start",
        "found {found}, expected the end of the file",
        "a file holds one document: delete what follows it",
    ),
    ("undefined tag handle", "found a tag", "delete the tag, or put a text that starts with ! in quotes"),
    ("incompatible YAML document", "found a %YAML line of another version", "delete the %YAML line"),
    ("anchor|alias|alphabetic", "found {found} after & or *", "put a text that starts with & or * in quotes"),
    ("comment or line break|chomping", "found {found} after | or >", "start the text on the next line"),
)
_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufeff\ufffe\uffff]")


def explain(error: yaml.YAMLError, text: str) -> UnreadableError:
    """Say at which place of the text what was found and what was expected."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return _explain_character(text)
    start = min(mark.index, len(text))
    said = f"{getattr(error, 'context', '')}: {getattr(error, 'problem', '')}"
    message, advice = next(
        ((message, advice) for pattern, message, advice in _EXPLAINED if re.search(pattern, said)),
        ("this is not YAML", "check the indentation, the quotation marks and the brackets"),
    )
    found = _say_found(text, start)
    return unreadable(
        "syntax",
        start,
        min(start + 1, len(text)),
        message.format(found=found),
        label="here",
        advice=advice.format(),
    )


def _say_found(text: str, start: int) -> str:
    if start >= len(text):
        return "the end of the file"
    found = re.compile(r"\w+|.", re.DOTALL).match(text, start)
    word = found[0][:20] if found else ""
    return {"\t": "a tab", "\n": "the end of the line", "\r": "the end of the line"}.get(word, f'"{word}"')


def _explain_character(text: str) -> UnreadableError:
    character = _UNPRINTABLE.search(text)
    start = character.start() if character else 0
    code = f"U+{ord(text[start : start + 1] or chr(0)):04X}"
    return unreadable(
        "syntax",
        start,
        start + 1,
        f"the character {code} stands here, which YAML does not allow",
        advice="delete it",
    )
