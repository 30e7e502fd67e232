"""What is wrong with JSON, in plain words: what was found, and what to write instead."""

import re
from typing import Final

from ossr_catalogue.document.json_tokens import TEXT

TO_WRITE: Final = 'write {"executables": [ … ]}'
"""The least that a list consists of."""
_SHOWN: Final = 20
"""Characters of a bad stretch that a message repeats."""
_BAD: Final = (
    (r"\.\.|\u2026", "{shown}", "write what belongs here, or leave the list empty"),
    (r"//|/\*|#", "a comment", "JSON has no comments: delete it"),
    ("['\u2018\u2019\u201c\u201d]", "{shown}", 'JSON writes texts in straight double quotes: "like this"'),
    (r"(?:True|TRUE)\b", "{shown}", "write true"),
    (r"(?:False|FALSE)\b", "{shown}", "write false"),
    (r"None\b", "{shown}", "write null"),
    (r"(?i:[+-]?(?:nan|inf(?:inity)?)$)", "{shown}", "JSON has finite numbers only: leave the key out"),
    (r"[+-]?\.?[0-9]", "{shown}", "numbers are written like 16, 0.5 or 1e9; anything else in double quotes"),
    (r"[\x00-\x1f\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]", "the character {code}", "delete it"),
    ("", "{shown}", "write texts in double quotes"),
)


def say_bad(text: str, start: int, end: int) -> tuple[str, str]:
    """Say what a stretch is that JSON does not have, and what to write instead."""
    stretch = text[start:end]
    if stretch.startswith('"'):
        return _say_bad_text(text, end)
    found, advice = next((found, advice) for pattern, found, advice in _BAD if re.match(pattern, stretch))
    return found.format(shown=shown(stretch), code=_code(stretch[0])), advice


def shown(stretch: str) -> str:
    """Repeat the beginning of a stretch of the text."""
    return f"{stretch[:_SHOWN]}…" if len(stretch) > _SHOWN else f"`{stretch}`"


def advise(text: str, kind: str, start: int, expected: str) -> str:
    """Say what to do about a token that would be right elsewhere."""
    if text[:start].rstrip(" \t\r\n").endswith(",") and kind in {"}", "]", ","}:
        return "delete the comma before it"
    if kind == TEXT and expected.startswith("a `,`"):
        return "write a `,` before it"
    if expected == "the end of the file":
        return "a file holds one document: delete what follows it"
    return ""


def _say_bad_text(text: str, end: int) -> tuple[str, str]:
    """Say why the text that breaks off at *end* is none."""
    stop = text[end : end + 1]
    if stop == "\\":
        return f"the escape {text[end : end + 2]} in a text", 'write a backslash as "\\\\"'
    if stop and stop < " " and stop not in "\r\n":
        return f"the character {_code(stop)} in a text", "write a tab as \\t, or delete it"
    return "a text that is not closed on its line", 'close it with a double quote; a line break is "\\n"'


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"
