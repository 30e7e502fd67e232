"""Jinja2 as it is used here: everything is escaped, nothing undefined or hidden gets through."""

import re
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote_plus

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Characters that show nothing, or make the text around them show as something else."""


def templates(folder: Path) -> Environment:
    """Give the templates of a folder; they decide how things look, and nothing else."""
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=visible,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["urlencode"] = in_an_address
    return environment


def visible(value: Any) -> Any:  # noqa: ANN401 - whatever a template prints
    r"""Take out of a text what a reader could not see; Jinja2 asks this about every value that is printed.

    Raises:
        ValueError: for None: a template forgot to ask whether there is a value.

    >>> visible("annex\u202efdp.exe")
    'annexfdp.exe'
    """
    if value is None:
        raise ValueError("a template prints a value that is not there")
    if isinstance(value, str) and _HIDDEN.search(value):
        # `Markup` stays `Markup`: the substitution gives a plain text, which would be escaped again.
        return type(value)(_HIDDEN.sub("", str(value)))
    return value


def in_an_address(value: str) -> str:
    r"""Write a text as the value of a query; Jinja2's own fails where the text is no Unicode.

    >>> in_an_address("a&b c\ud800")
    'a%26b+c%3F'
    """
    return quote_plus(value, errors="replace")
