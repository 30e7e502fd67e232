"""What a page may load and run: what its own site holds, and nothing else.

The theme starts with scripts inside its pages. They are allowed by the digests of their text, which are
computed from the page before anything that was harvested is in it: what comes later has no digest, and does
not run, whatever it is. Content Security Policy Level 3, https://www.w3.org/TR/CSP3/
"""

import base64
import hashlib
from html import escape
from html.parser import HTMLParser
from typing import Final

MARKER: Final = "<!--catalogue:policy-->"
"""Where the theme wants the policy: above its first script, since it holds for what follows it only."""

_DIRECTIVES: Final = (
    "default-src 'self'",
    # Text is never evaluated. The playground's Python is a worker's, which no page's policy is about.
    "script-src 'self'{digests}",
    # The theme's style sheets hold its icons.
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
)
_RUN: Final = frozenset({"", "module", "text/javascript"})
"""The types of a script that is run; others are data, which no policy is about."""


def with_policy(html: str) -> str:
    """Put the policy of a page, as its theme made it, in place of the marker."""
    policy = escape(policy_for(html), quote=True).replace("&#x27;", "'")
    return html.replace(MARKER, f'<meta http-equiv="Content-Security-Policy" content="{policy}">')


def policy_for(html: str) -> str:
    """Give the policy that lets run what this page holds now, and nothing else."""
    scripts = _Scripts()
    scripts.feed(html)
    scripts.close()
    digests = "".join(f" '{digest}'" for digest in dict.fromkeys(map(_digest, scripts.texts)))
    return "; ".join(directive.format(digests=digests) for directive in _DIRECTIVES)


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


class _Scripts(HTMLParser):
    """Collects the text of the scripts that a page holds."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.texts: list[str] = []
        self._collecting = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._collecting = tag == "script" and "src" not in values and (values.get("type") or "") in _RUN
        if self._collecting:
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        # The parser may hand over one script in several pieces.
        if self._collecting:
            self.texts[-1] += data

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser's signature
        self._collecting = False
