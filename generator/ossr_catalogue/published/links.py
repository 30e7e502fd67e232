"""The links of a site's pages: those to the site itself lead somewhere."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

_LINK: Final = re.compile(r"<[a-z][^<>]*?\s(?:href|src)=\"([^\"]*)\"", re.IGNORECASE)
"""In HTML of our own making, which quotes every attribute; a parser takes fifty times as long."""


def link_problems(folder: Path, url: str) -> Iterator[str]:
    """Name the links that lead nowhere.

    Links with a scheme are passed over: they may be a contributor's, who must not be able to break a build.

    Args:
        folder: of the site.
        url: where it is served.
    """
    known: dict[str, bool] = {}
    for page in sorted(folder.rglob("*.html")):
        path = page.relative_to(folder).as_posix()
        for link in sorted(_links(page)):
            address = urljoin(url + path, link)
            if address not in known:
                known[address] = _leads_somewhere(folder, url, address)
            if not known[address]:
                yield f"{path}: its link {link!r} leads nowhere"


def _links(page: Path) -> set[str]:
    found = (unescape(link) for link in _LINK.findall(page.read_text(encoding="utf-8", errors="replace")))
    return {link.partition("#")[0] for link in found if _is_relative(link)} - {""}


def _is_relative(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc


def _leads_somewhere(folder: Path, url: str, address: str) -> bool:
    if not address.startswith(url):
        return address == url.removesuffix("/")
    target = folder / unquote(urlsplit(address).path.removeprefix(urlsplit(url).path))
    return target.is_file() or (target / "index.html").is_file()
