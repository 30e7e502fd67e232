"""What was in the catalogue once: a page at each old address, and a list of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ossr_catalogue.model.catalogue import Catalogue, Gone
from ossr_catalogue.publish.pages.facts import Fact
from ossr_catalogue.publish.pages.listing import sheets
from ossr_catalogue.publish.pages.places import GONE, executable_page
from ossr_catalogue.publish.pages.press import Press
from ossr_catalogue.publish.pages.shell import Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What is left to say of an executable."""

    title: str
    path: str
    component: str
    day: str
    reason: str
    successor: Fact | None


def gone_pages(press: Press, catalogue: Catalogue) -> Iterator[Stamp]:
    """Give a page for each, and the list; nothing where nothing is gone."""
    titles = {entry.executable.uuid: entry.executable.title for entry in catalogue.entries}
    stones = [_tombstone(one, titles) for one in catalogue.gone]
    for stone in stones:
        yield press.page(
            "tombstone.html",
            stone.path,
            title=stone.title,
            description=f"No longer in the catalogue since {stone.day}.",
            section="catalogue",
            stone=stone,
        )
    for sheet in sheets(stones, GONE) if stones else ():
        yield press.page(
            "gone.html",
            sheet.path,
            title="No longer in the catalogue",
            description="Executables that were in the catalogue once, and what became of them.",
            sheet=sheet,
        )


def _tombstone(gone: Gone, titles: Mapping[str, str]) -> Tombstone:
    return Tombstone(
        title=gone.title,
        path=executable_page(gone.uuid),
        component=gone.component,
        day=gone.since.date().isoformat(),
        reason=gone.reason,
        successor=successor_of(gone.successor, titles),
    )


def successor_of(uuid: str | None, titles: Mapping[str, str]) -> Fact | None:
    """Lead to what replaces an executable; *titles* are those of the whole catalogue, by uuid."""
    if uuid is None:
        return None
    known = uuid in titles
    return Fact(
        label="Superseded by",
        text=titles.get(uuid, uuid),
        href=executable_page(uuid) if known else "",
        foreign=False,
    )
