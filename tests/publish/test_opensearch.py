"""The browser's address bar can search the catalogue."""

from dataclasses import replace
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

import sample_catalogue as sample
from ossr_catalogue.publish.doors.opensearch import files
from ossr_catalogue.publish.files import SiteSettings
from sample_site import SETTINGS

SPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


def described(site: SiteSettings = SETTINGS) -> ET.Element:
    (file,) = files(sample.catalogue(), site)
    return ET.fromstring(file.content)  # noqa: S314 - our own


def test_what_is_typed_goes_to_the_list() -> None:
    template = described().find(f"{SPACE}Url").attrib["template"]  # type: ignore[union-attr]
    asked = urlsplit(template.replace("{searchTerms}", "light+curve"))
    assert asked.geturl() == "https://catalogue.example.org/catalogue/?q=light+curve"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        pytest.param("OSSR catalogue", "OSSR catalogue", id="short"),
        pytest.param("A catalogue with a long name", "A catalogue with", id="long"),
        pytest.param("<b> & c", "<b> & c", id="markup"),
    ],
)
def test_its_name_is_as_short_as_the_specification_asks(name: str, short: str) -> None:
    found = described(replace(SETTINGS, name=name))
    assert found.findtext(f"{SPACE}ShortName") == short
    assert found.findtext(f"{SPACE}LongName") == name
