"""Texts and questions are cut into words that meet."""

from pathlib import Path

import pytest

from javascript import NODE, in_node
from ossr_catalogue.publish.search.words import IGNORED, chunks, fold, pairs, words_of

FOLDED = {
    "Fermi": "fermi",
    "Édition": "edition",
    "Ångström": "angstrom",
    "ﬁeld": "field",
    "Θ-RAY": "θ-ray",
    "Straße": "straße",
    "θ²": "θ2",
}
WORDS = {
    "gaia": ("gaia",),
    "hi-friends": ("hifriends", "hi", "friends"),
    "H.E.S.S.": ("hess",),
    "lstchain_create_irf": (
        "lstchaincreateirf", "lstchain", "create", "irf", "createirf",
    ),
    "astropy.modeling": ("astropymodeling", "astropy", "modeling"),
    "TSMapEstimator": ("tsmapestimator", "ts", "map", "mapestimator", "estimator"),
    "dl3": ("dl3",),
    "R": ("r",),
    "s-disco": ("sdisco", "disco"),
}  # fmt: skip
TITLES = (
    "HI-FRIENDS: Execute the workflow",
    "lstchain_create_dl3_file",
    "H.E.S.S. with Gammapy",
    "Édition of θ² plots, “quoted”",
    "Using scipy.integrate",
    "C++ & R",
    "TSMapEstimator vs. ExcessMapEstimator",
    "s-disco",
    "<script>alert(1)</script> &amp; \u202eevil",
    "DP0.2 Notebook 17",
    "Let's dive deep",
)
IN_NODE = pytest.mark.skipif(NODE is None, reason="Node is not installed")


@pytest.mark.parametrize(("text", "folded"), FOLDED.items())
def test_case_and_accents_go(text: str, folded: str) -> None:
    assert fold(text) == folded


@IN_NODE
def test_case_and_accents_go_in_the_page_too(tmp_path: Path) -> None:
    script = 'const { fold } = await import("./words.js"); return a[0].map(fold);'
    assert in_node(tmp_path, script, list(FOLDED)) == list(FOLDED.values())


@pytest.mark.parametrize(("chunk", "words"), WORDS.items(), ids=WORDS)
def test_what_is_written_in_one_is_found_as_a_whole_and_by_its_parts(
    chunk: str, words: tuple[str, ...]
) -> None:
    assert words_of(next(chunks(chunk))) == words


def test_data_are_no_words() -> None:
    assert words_of("a" * 41) == ()


def test_neighbours_are_found_written_in_one() -> None:
    assert list(pairs("Light curve of a star")) == ["lightcurve"]


@IN_NODE
def test_every_word_of_a_title_that_is_typed_is_a_word_of_the_index(tmp_path: Path) -> None:
    script = """
        const { questionOf } = await import("./words.js");
        return a[0].map((title) => questionOf(title, new Set(a[1])).words.map(({ text }) => text));
    """
    for title, typed in zip(TITLES, in_node(tmp_path, script, TITLES, sorted(IGNORED)), strict=True):
        known = {word for chunk in chunks(title) for word in words_of(chunk)}
        assert typed
        assert set(typed) <= known, title


@IN_NODE
@pytest.mark.parametrize(
    ("typed", "words", "joins"),
    [
        pytest.param("hi-friends", ["hi", "friends"], ["hifriends", "hifriends"], id="compound"),
        pytest.param("light curve", ["light", "curve"], ["lightcurve"], id="neighbours"),
        pytest.param("H.E.S.S.", ["hess"], [], id="abbreviation"),
        pytest.param("plot of the spectrum", ["plot", "spectrum"], ["plotspectrum"], id="ignored words"),
        pytest.param("the", ["the"], [], id="nothing but an ignored word"),
        pytest.param(" ?! ", [], [], id="no word"),
    ],
)
def test_what_is_typed_is_cut_alike(tmp_path: Path, typed: str, words: list[str], joins: list[str]) -> None:
    script = """
        const { questionOf } = await import("./words.js");
        const { words, joins } = questionOf(a[0], new Set(a[1]));
        return [words.map(({ text }) => text), joins.map(({ text }) => text)];
    """
    assert in_node(tmp_path, script, typed, sorted(IGNORED)) == [words, joins]
