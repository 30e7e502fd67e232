"""Elements of SVG as text that is safe in a page."""

import re
from typing import Final

from markupsafe import Markup, escape

from ossr_catalogue.publish.pages.templates import visible

_SPECIAL: Final = re.compile(r"""[^ -~]|[&<>"']""")
"""What has to be looked at before it is written: all but plain letters, and what means something in XML."""


def element(name: str, *children: str | Markup, **attributes: str | float | None) -> Markup:
    """Write one element; `stroke_width` is `stroke-width`, `class_` is `class`, and None is left out.

    >>> element("rect", class_="bar", stroke_width=1.50, rx=None)
    Markup('<rect class="bar" stroke-width="1.5"/>')
    >>> element("text", "<b>", x="1%")
    Markup('<text x="1%">&lt;b&gt;</text>')
    """
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(child if isinstance(child, Markup) else _shown(child) for child in children)
    # Sound by construction: name and keys are ours, values and children were escaped above.
    return Markup(f"<{name}{said}>{inside}</{name}>" if inside else f"<{name}{said}/>")  # noqa: S704 - see above


def across(per_cent: float) -> str:
    """Write a place or a length across.

    >>> across(33.333333)
    '33.33%'
    """
    return f"{_short(per_cent)}%"


def down(em: float) -> str:
    """Write a place or a length down."""
    return f"{_short(em)}em"


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _value(value: str | float) -> str:
    return _shown(value) if isinstance(value, str) else f"{value:g}"


def _shown(text: str) -> str:
    # Most of what is written are places and names of classes.
    return str(escape(visible(text))) if _SPECIAL.search(text) else text
