"""What a terminal shows, as HTML: the colours of a report become classes."""

import re
from typing import Final

from markupsafe import Markup

_PAINTED: Final = re.compile("\x1b\\[([0-9;]*)m(.*?)\x1b\\[0m", re.DOTALL)


def terminal_html(text: str) -> Markup:
    r"""Turn text with colour codes into HTML; each code becomes a class, for a style sheet to decide about.

    >>> terminal_html("\x1b[1mmin < max\x1b[0m")
    Markup('<span class="ansi-1">min &lt; max</span>')
    """
    parts: list[Markup | str] = []
    end = 0
    for painted in _PAINTED.finditer(text):
        codes, words = painted.groups()
        span = Markup('<span class="ansi-{}">{}</span>').format(codes.replace(";", "-"), words)
        parts += (text[end : painted.start()], span)
        end = painted.end()
    return Markup("").join((*parts, text[end:]))
