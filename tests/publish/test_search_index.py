"""The files of the search: the same for the same catalogue, exact, cut where a question needs it."""

import gzip
import json
from dataclasses import replace
from typing import Any

import pytest

import sample_catalogue as sample
from built_site import sample_catalogue
from ossr_catalogue.model.catalogue import Catalogue, Origin
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.publish.facets import needs_value
from ossr_catalogue.publish.search import build_index
from ossr_catalogue.publish.search.packing import word_parts
from ossr_catalogue.publish.search.weighing import WHOLE, Field, weigh
from sample_site import PLATFORMS

NOTEBOOK = JupyterNotebook(location="a.ipynb")
HOSTILE = 'a &amp; b: "c" \\d &lt;script&gt; {} it\'s'


def files_of(catalogue: Catalogue) -> dict[str, bytes]:
    return {file.path: file.content for file in build_index(catalogue, (), PLATFORMS)}


def read(files: dict[str, bytes], name: str) -> Any:  # noqa: ANN401 - JSON
    """Read the file of executables with this name, whatever folder it is in."""
    return json.loads(
        gzip.decompress(next(files[path] for path in files if path.endswith(f"/executables/{name}")))
    )


def words_in(files: dict[str, bytes]) -> list[str]:
    parts = json.loads(files["search/start.json"])["executables"]["words"]
    return [word for number in range(len(parts)) for word in read(files, f"words/{number}.bin")[0]]


def test_the_order_of_the_entries_changes_nothing() -> None:
    catalogue = sample_catalogue()
    turned = replace(catalogue, entries=catalogue.entries[::-1])
    assert files_of(turned) == files_of(catalogue)


def test_another_content_has_another_folder() -> None:
    one = files_of(sample.catalogue(sample.entry(NOTEBOOK, "One")))
    other = files_of(sample.catalogue(sample.entry(NOTEBOOK, "Other")))
    assert (one.keys() & other.keys()) == {"search/start.json"}


def test_every_file_but_the_first_is_compressed() -> None:
    assert all(
        content[:2] == b"\x1f\x8b"
        for path, content in files_of(sample_catalogue()).items()
        if "start" not in path
    )


def test_values_of_facets_stay_as_they_are() -> None:
    entry = sample.entry(NOTEBOOK, "A", keywords=(HOSTILE,), needs=sample.SMALL)
    facets = read(files_of(sample.catalogue(entry)), "facets.bin")
    assert facets["keyword"]["values"] == [HOSTILE]
    assert facets["needs"]["values"] == [needs_value(entry.executable)]


def test_a_card_hides_nothing_and_holds_nothing_empty() -> None:
    (card,) = read(files_of(sample.catalogue(sample.nasty())), "cards/0.bin")
    assert card["title"].startswith('<script>alert(1)</script> "&amp;" evil')
    assert all(card.values())


def test_a_uuid_is_found() -> None:
    uuid = sample.uuid_of("One")
    words = words_in(files_of(sample.catalogue(sample.entry(NOTEBOOK, "One"))))
    assert f"#{uuid.replace('-', '')[:12]}" in words


def test_no_uuid_is_suggested_for_a_slip() -> None:
    files = files_of(sample_catalogue())
    assert not [word for word in read(files, "spelling/0.bin")[0].split(" ") if word.startswith("#")]


def test_hidden_characters_part_no_word() -> None:
    entry = sample.entry(NOTEBOOK, "A", description="gam\u202emapy")
    assert "gammapy" in words_in(files_of(sample.catalogue(entry)))


@pytest.mark.parametrize(
    ("title", "word", "share"),
    [
        pytest.param("moc", "moc", 1, id="the whole title"),
        pytest.param("moc, a command of MOC Lib", "moc", 1, id="its first part"),
        pytest.param("Edit a FITS header", "fits", 1 / 3, id="one word of three"),
        pytest.param("Tutorial: fitting", "fitting", 0.75, id="a later part"),
        pytest.param("hi-friends", "friends", 0.5, id="a part of a compound"),
        pytest.param("Fitting", "curve", 0, id="no word of it"),
    ],
)
def test_a_word_is_a_share_of_the_name(title: str, word: str, share: float) -> None:
    weights = weigh(title, [Field(text="a curve", weight=1)])
    assert weights[word].share == round(WHOLE * share)


def test_the_title_says_more_than_a_keyword_and_that_more_than_the_text() -> None:
    weights = weigh("alpha", [Field(text="beta", weight=6), Field(text="gamma", weight=1.2, is_prose=True)])
    assert weights["alpha"].weight > weights["beta"].weight > weights["gamma"].weight


def test_a_word_says_less_in_a_long_text() -> None:
    short = weigh("t", [Field(text="alpha", weight=1, is_prose=True)])
    long = weigh("t", [Field(text="alpha " + "beta " * 500, weight=1, is_prose=True)])
    assert long["alpha"].weight < short["alpha"].weight


def test_a_doubtful_draft_comes_last() -> None:
    sure, doubtful = weigh("alpha", []), weigh("alpha", [], doubt=True)
    assert doubtful["alpha"].weight < sure["alpha"].weight
    assert doubtful["alpha"].share == 0


def test_addresses_are_no_words() -> None:
    assert "example" not in weigh("t", [Field(text="see https://example.org/alpha", weight=1)])


def test_parts_are_cut_by_size_and_keep_their_order() -> None:
    places = {f"word{number:04}": [0, 1, 63, 3, 2, 0] for number in range(3000)}
    parts = list(word_parts(places))
    assert len(parts) > 1
    assert [first for first, _ in parts] == [part[0][0] for _, part in parts]
    assert [word for _, part in parts for word in part[0]] == sorted(places)
    words, gaps, weights, shares = parts[0][1]
    assert (words[0], gaps[0], weights[0], shares[0]) == ("word0000", [0, 3], "12", "o")


def test_a_draft_is_found_like_what_is_declared() -> None:
    entry = sample.entry(NOTEBOOK, "Drafted", origin=Origin.INFERRED)
    assert "drafted" in words_in(files_of(sample.catalogue(entry)))
