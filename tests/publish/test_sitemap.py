"""The sitemap: all pages, in as many files as the protocol wants."""

from xml.etree import ElementTree as ET

from ossr_catalogue.publish.sitemap import sitemap_files
from sample_site import SETTINGS

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def addresses(content: bytes) -> list[str]:
    root = ET.fromstring(content)  # noqa: S314 - our own file
    return [location.text or "" for location in root.iter(f"{NAMESPACE}loc")]


def test_every_page_is_there_once_sorted() -> None:
    (file,) = sitemap_files(["b/", "", "a/", "b/"], SETTINGS)
    assert addresses(file.content) == [
        "https://catalogue.example.org/",
        "https://catalogue.example.org/a/",
        "https://catalogue.example.org/b/",
    ]


def test_an_address_is_no_markup() -> None:
    (file,) = sitemap_files(["a&b<c>/"], SETTINGS)
    assert addresses(file.content) == ["https://catalogue.example.org/a&b<c>/"]


def test_too_many_pages_for_one_file_stand_in_several() -> None:
    files = {file.path: file.content for file in sitemap_files("abcde", SETTINGS, most=2)}
    named = [url.removeprefix(SETTINGS.url) for url in addresses(files.pop("sitemap.xml"))]
    assert named == list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]
    assert [url[-1] for content in files.values() for url in addresses(content)] == list("abcde")


def test_as_many_as_may_be_stand_in_one() -> None:
    assert [file.path for file in sitemap_files("ab", SETTINGS, most=2)] == ["sitemap.xml"]
