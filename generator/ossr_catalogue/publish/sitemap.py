"""The sitemap: every page for people, https://www.sitemaps.org/protocol.html."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape

from ossr_catalogue.publish.files import PublishedFile, SiteSettings

_MOST: Final = 50_000
"""Addresses in one file, by the protocol; beyond, the sitemap is an index of files."""


def sitemap_files(paths: Iterable[str], site: SiteSettings, *, most: int = _MOST) -> Iterator[PublishedFile]:
    """Write `sitemap.xml`, and the files behind it where there are too many pages for one.

    Args:
        paths: the pages' folders from the top of the site, percent-encoded where they have to be; empty: the
            landing page.
        site: where they are served.
        most: how many addresses one file may have.
    """
    urls = sorted({site.url + path for path in paths})
    if len(urls) <= most:
        yield _file("sitemap.xml", "urlset", "url", urls)
        return
    parts = [urls[start : start + most] for start in range(0, len(urls), most)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield _file(name, "urlset", "url", part)
    yield _file("sitemap.xml", "sitemapindex", "sitemap", [site.url + name for name in names])


def _file(path: str, root: str, element: str, urls: Sequence[str]) -> PublishedFile:
    lines = [f"<{element}><loc>{escape(url)}</loc></{element}>" for url in urls]
    text = "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *lines,
            f"</{root}>\n",
        )
    )
    return PublishedFile(path=path, content=text.encode(), media_type="application/xml")
