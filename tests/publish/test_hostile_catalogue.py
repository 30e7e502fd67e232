"""A catalogue in which every text is hostile, through every page and every file."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

import sample_catalogue as sample
from built_site import read_page, stamps
from ossr_catalogue.model.catalogue import Catalogue, Gone, LeftOut, Stale
from ossr_catalogue.publish.files import PublishedFile
from ossr_catalogue.publish.pages.shell import Stamp
from sample_site import files_of, values_in

MARKUP = (
    "<script>alert(1)</script> \"><evil-element evil-attribute='x' onclick=alert(2)> &lt;evil-element&gt; "
    "&#60;evil-element> ]]></title></style></textarea><!-- --!> {{ 7*7 }} \u202eevil\u2066\x00\x1b[31m "
    "[a](javascript:alert(3))"
)
HOSTILE = {
    "markup": MARKUP,
    "script as an address": "javascript:alert(document.domain)//https://example.org/",
    "data as an address": "data:text/html,<script>alert(1)</script>",
    "script in capitals behind a space": " \tJaVaScRiPt:alert(1)",
    "a formula of a table": "=HYPERLINK(A1)",
    "breaks out of an address": 'https://example.org/" onmouseover="alert(1)\' <evil-element>',
    "a very long word": "w" * 5000,
    "no character": "a\ud800b\ufffe",
}
KEPT = {"uuid", "slug", "superseded_by", "successor", "revision"}
"""What the catalogue makes or has parsed before it takes an entry."""
UNSEEN = re.compile("[\x00-\x08\x1b\u202a-\u202e\u2066-\u2069\ufffe\ud800-\udfff]")
FOR_PEOPLE = {"title", "description", "summary", "keywords", "reason", "author", "said", "to_do", "component"}
DAY = datetime(2026, 11, 20, tzinfo=UTC)


def spoilt(value: Any, text: str) -> Any:  # noqa: ANN401 - any part of a catalogue
    """Put *text* in the place of every text."""
    if isinstance(value, str) and type(value) is str:
        return text
    if isinstance(value, tuple):
        return tuple(spoilt(one, text) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        names = [one.name for one in fields(value) if one.init and one.name not in KEPT]
        return replace(value, **{name: spoilt(getattr(value, name), text) for name in names})
    return value


@cache
def hostile(text: str) -> Catalogue:
    entries = [replace(one, stale=Stale(since=DAY, reason=text)) for one in sample.of_every_type()]
    gone = Gone(uuid=sample.uuid_of("gone"), title=text, component=text, since=DAY, reason=text)
    plain = sample.catalogue(*entries, left_out=(LeftOut(source=text, path=text, reason=text),))
    ruined: Catalogue = spoilt(plain, text)
    return replace(ruined, gone=(gone,))


@cache
def pages(text: str) -> tuple[Stamp, ...]:
    return tuple(stamps(hostile(text)))


@cache
def published(text: str) -> dict[str, PublishedFile]:
    files: dict[str, PublishedFile] = files_of(hostile(text))
    return files


def is_safe(address: str) -> bool:
    """Say whether an address leads to the web or to a place of the site."""
    return urlsplit(re.sub(r"[\s\x00-\x1f]", "", address)).scheme.lower() in {"http", "https", ""}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_page_takes_more_than_words_from_it(text: str) -> None:
    for stamp in pages(text):
        page = read_page(stamp.content)
        assert page.mistakes == [], stamp.path
        assert not {"script", "style", "iframe", "object", "evil-element"} & page.tags, stamp.path
        assert not [one for one in page.attributes if one.startswith(("on", "evil", "style"))], stamp.path
        assert [address for _, address in page.links if not is_safe(address)] == [], stamp.path
        assert not UNSEEN.search(stamp.content), stamp.path


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_the_head_of_a_page_stays_whole(text: str) -> None:
    for stamp in pages(text):
        page = read_page(stamp.head)
        assert page.mistakes == [], stamp.path
        assert page.tags <= {"link", "meta", "script"}, stamp.path
        assert not [one for one in page.attributes if one.startswith(("on", "evil"))], stamp.path


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_every_file_can_be_read_and_hides_nothing(text: str) -> None:
    for path, file in published(text).items():
        if path.endswith((".xml", ".svg")):
            ET.fromstring(file.content)  # noqa: S314 - we have written it
        if path.endswith(".json") and path not in as_written(text):
            assert not [one for one in said(json.loads(file.content)) if UNSEEN.search(one)], path
        elif path.endswith((".csv", ".xml", ".svg", ".yaml")):
            assert not UNSEEN.search(file.content.decode()), path


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_cell_of_a_table_is_a_formula(text: str) -> None:
    for path, file in published(text).items():
        if path.endswith(".csv"):
            cells = [cell for row in csv.reader(io.StringIO(file.content.decode())) for cell in row]
            assert not [cell for cell in cells if cell[:1] in {"=", "+", "@", "\t"}], path


def as_written(text: str) -> set[str]:
    """Name the documents that give everything of an executable for machines, to the letter."""
    return {f"executables/{entry.executable.uuid}.json" for entry in hostile(text).entries}


def said(tree: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    """Give what people are shown; a command or a path stays as it is, to the letter."""
    for one in values_in(tree):
        if isinstance(one, dict):
            yield from (
                text
                for key in FOR_PEOPLE & one.keys()
                for text in values_in(one[key])
                if isinstance(text, str)
            )
