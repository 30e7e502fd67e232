"""What followers are told: what changed, newest first, in Atom that any reader takes."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID
from xml.etree import ElementTree as ET

import pytest

import sample_catalogue as sample
from built_site import stamps
from ossr_catalogue.model.catalogue import Catalogue, Entry, Gone
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.publish.doors.feeds import files
from sample_site import SETTINGS, files_of, read, sample_files

ATOM = "{http://www.w3.org/2005/Atom}"
DAY = sample.DAY
NOTEBOOK = JupyterNotebook(location="a.ipynb")
LIBRARY = "components/github.com-example-ossr-library"


def dated(entry: Entry, days: int = 0) -> Entry:
    return sample.dated(entry, DAY + timedelta(days=days))


def gone(title: str = "An old one", days: int = 5, slug: str = sample.LIBRARY.slug) -> Gone:
    return Gone(
        uuid=sample.uuid_of(title),
        title=title,
        component="OSSR library",
        since=DAY + timedelta(days=days),
        reason="Its list has it no more.",
        slug=slug,
    )


def feeds_of(catalogue: Catalogue) -> dict[str, ET.Element]:
    return {file.path: ET.fromstring(file.content) for file in files(catalogue, SETTINGS)}  # noqa: S314 - our own


def titles(feed: ET.Element) -> list[str | None]:
    return [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]


def of(entries: Iterable[Entry], *lost: Gone) -> dict[str, ET.Element]:
    return feeds_of(replace(sample.catalogue(*entries), gone=lost))


def test_the_newest_comes_first() -> None:
    entries = [dated(sample.entry(NOTEBOOK, f"Day {day}"), day) for day in (1, 3, 2)]
    assert titles(of(entries)["feed.atom"]) == ["Day 3", "Day 2", "Day 1"]


def test_there_is_one_of_all_of_each_type_and_of_each_component() -> None:
    entries = [
        dated(sample.entry(NOTEBOOK, "A")),
        dated(sample.entry(sample.BinderRepository(location="."), "B")),
    ]
    assert {path: titles(feed) for path, feed in of(entries).items()} == {
        "feed.atom": ["A", "B"] if sample.uuid_of("A") < sample.uuid_of("B") else ["B", "A"],
        "types/jupyter-notebook/feed.atom": ["A"],
        "types/binder-repository/feed.atom": ["B"],
        f"{LIBRARY}/feed.atom": ["A", "B"] if sample.uuid_of("A") < sample.uuid_of("B") else ["B", "A"],
    }


def test_a_feed_has_a_hundred_changes_at_most() -> None:
    entries = [dated(sample.entry(NOTEBOOK, f"Day {day}"), day) for day in range(103)]
    found = titles(of(entries)["feed.atom"])
    assert (len(found), found[0], found[-1]) == (100, "Day 102", "Day 3")


def test_what_is_gone_is_a_change_too() -> None:
    feeds = of([dated(sample.entry(NOTEBOOK, "Here"))], gone(), gone("Elsewhere", 6, "another"))
    assert titles(feeds["feed.atom"]) == ["Gone: Elsewhere", "Gone: An old one", "Here"]
    assert titles(feeds[f"{LIBRARY}/feed.atom"]) == ["Gone: An old one", "Here"]


def test_nothing_is_as_new_as_the_build() -> None:
    feed = of([dated(sample.entry(NOTEBOOK, "A"), 1), dated(sample.entry(NOTEBOOK, "B"))])["feed.atom"]
    assert [one.text for one in feed.iter(f"{ATOM}updated")] == [
        "2026-10-02T06:00:00Z",
        "2026-10-02T06:00:00Z",
        "2026-10-01T06:00:00Z",
    ]


def test_without_memory_there_is_no_feed_and_no_link_to_one() -> None:
    assert feeds_of(sample.catalogue()) == {}
    assert not [stamp.path for stamp in stamps(sample.catalogue()) if "atom" in stamp.head]


def test_identities_last() -> None:
    feed = of([dated(sample.entry(NOTEBOOK, "A"))])["feed.atom"]
    found = [one.text or "" for one in feed.iter(f"{ATOM}id")]
    assert found[1] == f"urn:uuid:{sample.uuid_of('A')}"
    assert UUID(found[0]).version == 5


@pytest.mark.parametrize("path", ["feed.atom", "types/jupyter-notebook/feed.atom", f"{LIBRARY}/feed.atom"])
def test_a_feed_has_what_the_standard_asks_for(path: str) -> None:
    feed = of([dated(sample.entry(NOTEBOOK, "A"))])[path]
    for element in (feed, *feed.iter(f"{ATOM}entry")):
        assert all(element.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
    links = {link.attrib["rel"]: link.attrib["href"] for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == f"https://catalogue.example.org/{path}"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "A catalogue"


@pytest.mark.parametrize(
    "text", [sample.NASTY, "a\x00\x0b\x1b\ufffe\uffff\ud800b", "]]><x/>", "\"'><!--"], ids=ascii
)
def test_whatever_was_harvested_is_text(text: str) -> None:
    component = replace(sample.LIBRARY, title=text, authors=(sample.Person(name=text),))
    entry = dated(sample.entry(NOTEBOOK, text, component, description=text))
    feeds = of([entry], gone(text))
    names = {element.tag.removeprefix(ATOM) for feed in feeds.values() for element in feed.iter()}
    assert names <= {
        "feed",
        "title",
        "id",
        "updated",
        "author",
        "name",
        "link",
        "entry",
        "summary",
        "category",
    }


def test_pages_lead_to_their_feed() -> None:
    pages = {stamp.path: stamp.head for stamp in stamps(sample.catalogue(dated(sample.entry(NOTEBOOK, "A"))))}
    link = '<link rel="alternate describedby" type="application/atom+xml" title="Feed of changes, Atom" href='
    assert f'{link}"./feed.atom">' in pages[""]
    assert f'{link}"../../types/jupyter-notebook/feed.atom">' in pages["types/jupyter-notebook/"]
    assert f'{link}"../../{LIBRARY}/feed.atom">' in pages[f"{LIBRARY}/"]


def test_the_index_names_the_feed_where_there_is_one() -> None:
    catalogue = sample.catalogue(dated(sample.entry(NOTEBOOK, "A")))
    assert "feed" in {door["rel"] for door in read("index.json", files_of(catalogue))["doors"]}
    assert "feed" not in {door["rel"] for door in read("index.json", sample_files())["doors"]}
