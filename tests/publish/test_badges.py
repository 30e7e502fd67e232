"""Badges for READMEs: what they say, to whom, and where they lead."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

import sample_catalogue as sample
from built_site import page_of, read_page, stamps
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.publish.badges import badge_of
from sample_site import SETTINGS, files_of, sample_files

SVG = "{http://www.w3.org/2000/svg}"
ENTRY = sample.entry(JupyterNotebook(location="a.ipynb"), "Title")
BADGES = sorted(path for path in sample_files() if path.startswith("badges/"))


def drawn(path: str) -> ET.Element:
    return ET.fromstring(sample_files()[path].content)  # noqa: S314 - our own


def test_each_executable_and_each_component_has_one() -> None:
    executables, components = len(sample.of_every_type()) + 1, 5
    assert len(BADGES) == executables + components


@pytest.mark.parametrize(
    ("slug", "words"), [(sample.LIBRARY.slug, "8 executables"), (sample.RECORD.slug, "1 executable")]
)
def test_that_of_a_component_counts(slug: str, words: str) -> None:
    texts = [text.text for text in drawn(f"badges/component/{slug}.svg").iter(f"{SVG}text")]
    assert texts == ["A catalogue", words]


def test_that_of_an_executable_says_its_type() -> None:
    title = drawn(f"badges/{sample.uuid_of('Simulate showers')}.svg").findtext(f"{SVG}title")
    assert title == "A catalogue: Nextflow workflow"


@pytest.mark.parametrize("path", BADGES)
def test_it_is_read_to_who_does_not_see_it(path: str) -> None:
    svg = drawn(path)
    assert svg.attrib["role"] == "img"
    assert svg.attrib["aria-label"] == svg.findtext(f"{SVG}title")


@pytest.mark.parametrize("path", BADGES)
def test_its_words_stay_inside(path: str) -> None:
    svg = drawn(path)
    first, second = svg.iter(f"{SVG}text")
    middle = float(svg.findall(f"{SVG}g")[0][1].attrib["x"])
    assert float(first.attrib["x"]) + float(first.attrib["textLength"]) < middle < float(second.attrib["x"])
    assert float(second.attrib["x"]) + float(second.attrib["textLength"]) < float(svg.attrib["width"])


@pytest.mark.parametrize("path", BADGES)
def test_it_loads_and_runs_nothing(path: str) -> None:
    content = sample_files()[path].content.decode()
    assert not [word for word in ("href", "<style", "style=", "<script", "@import") if word in content]


def test_a_page_gives_the_line_for_the_readme() -> None:
    uuid = ENTRY.executable.uuid
    base = "https://catalogue.example.org"
    line = f"[![A catalogue: Jupyter notebook]({base}/badges/{uuid}.svg)]({base}/executables/{uuid}/)"
    assert line in page_of(ENTRY).text


def test_the_page_of_a_component_gives_it_too() -> None:
    slug = sample.LIBRARY.slug
    page = next(stamp for stamp in stamps(sample.catalogue(ENTRY)) if stamp.path == f"components/{slug}/")
    base = "https://catalogue.example.org"
    line = f"[![A catalogue: 1 executable]({base}/badges/component/{slug}.svg)]({base}/components/{slug}/)"
    assert line in read_page(page.content).text


def test_the_name_of_a_catalogue_breaks_neither_picture_nor_line() -> None:
    site = replace(SETTINGS, name='A [x](y) <b> & "c"')
    badge = badge_of(ENTRY, site)
    assert ET.fromstring(badge.svg()).attrib["aria-label"] == 'A [x](y) <b> & "c": Jupyter notebook'  # noqa: S314 - our own
    assert badge.markdown(site).startswith(r'[![A \[x\](y) \<b\> & "c": Jupyter notebook](')


def test_what_a_page_shows_is_there() -> None:
    files = files_of(sample.catalogue(ENTRY))
    sources = [address for tag, address in page_of(ENTRY).links if tag == "img"]
    assert [source.removeprefix("../../") in files for source in sources] == [True]
