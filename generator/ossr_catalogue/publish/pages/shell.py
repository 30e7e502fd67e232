"""The frame of every page that MkDocs did not write: Material's header and footer, with four holes."""

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Final

from ossr_catalogue.publish.security_policy import with_policy

TITLE: Final = "<!--catalogue:title-->"
DESCRIPTION: Final = "<!--catalogue:description-->"
HEAD: Final = "<!--catalogue:head-->"
CONTENT: Final = "<!--catalogue:content-->"

_HOLES: Final = re.compile(f"({'|'.join(map(re.escape, (TITLE, DESCRIPTION, HEAD, CONTENT)))})")
_WAY_UP: Final = re.compile(r"""(?<=["'])\.\.(?=[/"'])""")
"""The way to the top in the shell's attributes and settings: MkDocs wrote it for a page one folder deep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What one page puts into the shell."""

    path: str
    """Folder of the page from the top of the site, with a slash at the end; empty for the landing page."""
    title: str
    description: str
    content: str
    """Finished HTML, as is `head`."""
    head: str = ""
    section: str = ""
    """Which link of the header leads here, as its `data-section` says it."""


@dataclass(frozen=True, slots=True)
class Shell:
    """The HTML that MkDocs made for a page one folder deep, with a marker in each hole."""

    html: str

    def stamp(self, stamp: Stamp) -> str:
        """Give the finished page."""
        fills = {
            TITLE: escape(stamp.title),
            DESCRIPTION: escape(stamp.description),
            HEAD: stamp.head,
            CONTENT: stamp.content,
        }
        parts = _fit(self.html, way_up(stamp.path), stamp.section)
        return "".join(fills.get(part, part) for part in parts)


def way_up(path: str) -> str:
    """Give the way from a page's folder to the top of the site.

    >>> way_up(""), way_up("catalogue/"), way_up("executables/1/")
    ('./', '../', '../../')
    """
    return "../" * path.count("/") or "./"


@lru_cache(maxsize=64)
def _fit(html: str, root: str, section: str) -> tuple[str, ...]:
    """Turn the shell's links to where the page lies, mark the current section, and cut it at the holes."""
    fitted = with_policy(_WAY_UP.sub(root.rstrip("/"), html))
    fitted = fitted.replace(f'data-section="{section}"', f'data-section="{section}" aria-current="true"')
    return tuple(_HOLES.split(fitted))
