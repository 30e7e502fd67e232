"""A site built of the sample catalogue, and a look at its HTML, for tests."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import sample_catalogue as sample
from ossr_catalogue.embedded import embedded
from ossr_catalogue.model.catalogue import Catalogue, Entry
from ossr_catalogue.publish.files import Built
from ossr_catalogue.publish.pages.everything import all_pages, press_for
from ossr_catalogue.publish.pages.executable import executable_stamp
from ossr_catalogue.publish.pages.press import Press
from ossr_catalogue.publish.pages.shell import Stamp
from ossr_catalogue.publish.site import build
from sample_site import SETTINGS, files_of

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_SILENT = {"script", "style", "template", "title"}


def sample_catalogue() -> Catalogue:
    """Give the sample with its hostile entry."""
    return sample.catalogue(*sample.of_every_type(), sample.nasty())


def build_sample(output: Path) -> Built:
    """Build the site of the sample."""
    return build(sample_catalogue(), output, SETTINGS)


def press_of(catalogue: Catalogue) -> Press:
    """Give what the pages of a catalogue are made with."""
    return press_for(SETTINGS, embedded("catalogue/theme"), files_of(catalogue).values())


@cache
def plain_press() -> Press:
    """Give what pages are made with that link to no files for machines."""
    return press_for(SETTINGS, embedded("catalogue/theme"))


def stamps(catalogue: Catalogue) -> Iterator[Stamp]:
    """Give the stamped pages of a catalogue, without MkDocs and without a shell."""
    return all_pages(press_of(catalogue), catalogue, "")


def page_of(entry: Entry, *others: Entry) -> "Page":
    """Give the page of one entry of a catalogue."""
    catalogue = sample.catalogue(entry, *others)
    titles = {one.executable.uuid: one.executable.title for one in catalogue.entries}
    return read_page(executable_stamp(press_of(catalogue), entry, titles).content)


@dataclass
class Page:
    """What a reader of HTML sees."""

    words: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    """Each address with the tag it stands in."""
    ids: set[str] = field(default_factory=set)
    tags: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    mistakes: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words without markup, on one line."""
        return " ".join("".join(self.words).split())

    def addresses(self) -> set[str]:
        """Give where the page's links lead."""
        return {address for tag, address in self.links if tag == "a"}


def read_page(html: str) -> Page:
    """Take a page apart."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.page.mistakes += [f"<{tag}> is never closed" for tag in reader.open]
    return reader.page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.tags.add(tag)
        self.page.attributes.update(name for name, _ in attrs)
        for name, value in attrs:
            if name in {"href", "src", "action"} and value is not None:
                self.page.links.append((tag, value))
            if name == "id" and value:
                self.page.ids.add(value)
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.page.mistakes.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if not _SILENT.intersection(self.open):
            self.page.words.append(data)
