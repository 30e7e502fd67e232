"""For followers: what is new, changed or gone, newest first; Atom, RFC 4287.

A change has the day since when its component is as it is, never the time of a build: what has not changed is
not news. Where there is no memory of such days, there is nothing to follow, and no feed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from heapq import nsmallest
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from ossr_catalogue.model.catalogue import Catalogue, Entry, Gone
from ossr_catalogue.model.plain_text import one_line
from ossr_catalogue.publish.files import PublishedFile, SiteSettings, moment
from ossr_catalogue.publish.grouping import by_component, grouped
from ossr_catalogue.publish.pages.commonmark import summary_of
from ossr_catalogue.publish.pages.places import component_page, executable_page, type_page

_FEED: Final = "feed.atom"
_MOST: Final = 100
"""Changes in one feed."""
_TYPE: Final = "application/atom+xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    uuid: str
    updated: datetime
    title: str
    summary: str
    type: str = ""
    """URN; empty for what is gone."""
    authors: tuple[str, ...] = ()


def files(catalogue: Catalogue, site: SiteSettings) -> Iterator[PublishedFile]:
    """Write a feed of everything, of each type and of each component."""
    gone = [_gone(one) for one in catalogue.gone]
    yield from _feed(site, "", "", [*_changes(catalogue.entries), *gone], rel="feed")
    for entries in grouped(catalogue, lambda entry: type_page(type(entry.executable.kind))).values():
        kind = type(entries[0].executable.kind)
        yield from _feed(site, type_page(kind), kind.plural, _changes(entries))
    gone_of: defaultdict[str, list[_Change]] = defaultdict(list)
    for one, change in zip(catalogue.gone, gone, strict=True):
        gone_of[one.slug].append(change)
    for component, of_it in by_component(catalogue):
        changes = [*_changes(of_it), *gone_of[component.slug]]
        yield from _feed(site, component_page(component.slug), component.title, changes)


def _changes(entries: Iterable[Entry]) -> Iterator[_Change]:
    for entry in entries:
        if day := entry.provenance.harvested:
            yield _Change(
                uuid=entry.executable.uuid,
                updated=day,
                title=entry.executable.title,
                summary=summary_of(entry.executable.description),
                type=entry.executable.urn,
                authors=tuple(person.name for person in entry.component.authors),
            )


def _gone(gone: Gone) -> _Change:
    return _Change(uuid=gone.uuid, updated=gone.since, title=f"Gone: {gone.title}", summary=gone.reason)


def _feed(
    site: SiteSettings, page: str, title: str, changes: Iterable[_Change], rel: str = ""
) -> Iterator[PublishedFile]:
    newest = nsmallest(_MOST, changes, key=lambda change: (-change.updated.timestamp(), change.uuid))
    if not newest:
        return
    address = f"{site.url}{page}"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{_text(f'{title} - {site.name}' if title else site.name)}</title>",
        f"<id>urn:uuid:{uuid5(NAMESPACE_URL, f'{address}{_FEED}')}</id>",
        f"<updated>{moment(newest[0].updated)}</updated>",
        f"<author><name>{_text(site.name)}</name></author>",
        f'<link rel="self" type="{_TYPE}" href={quoteattr(f"{address}{_FEED}")}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(address)}/>',
        *(line for change in newest for line in _entry(change, site)),
        "</feed>",
        "",
    ]
    yield PublishedFile(path=f"{page}{_FEED}", content="\n".join(lines).encode(), media_type=_TYPE, rel=rel)


def _entry(change: _Change, site: SiteSettings) -> Iterator[str]:
    page = f"{site.url}{executable_page(change.uuid)}"
    yield "<entry>"
    yield f"<title>{_text(change.title)}</title>"
    yield f"<id>urn:uuid:{change.uuid}</id>"
    yield f"<updated>{moment(change.updated)}</updated>"
    yield f'<link rel="alternate" type="text/html" href={quoteattr(page)}/>'
    yield f"<summary>{_text(change.summary)}</summary>"
    if change.type:
        yield f"<category term={quoteattr(one_line(change.type))}/>"
    yield from (
        f"<author><name>{name}</name></author>" for author in change.authors if (name := _text(author))
    )
    yield "</entry>"


def _text(text: str) -> str:
    return escape(one_line(text))
