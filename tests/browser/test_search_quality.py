"""What comes first: a dozen entries of our own, asked in the browser as their readers would ask."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

import sample_catalogue as sample
from browsing import Visit
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.kinds.command_line_program import CommandLineProgram
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.publish.site import build
from sample_site import SETTINGS

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NOTEBOOK = JupyterNotebook(location="a.ipynb")
PROGRAM = CommandLineProgram(command="any", package="pkg:pypi/any")
SKY = Component(slug="sky-maps", title="Sky maps", revision="1", authors=())
LST = Component(slug="lst-tools", title="lst-tools", revision="1", authors=())

MOC, MOCSET = "moc", "mocset, a command of Sky maps"
MOC_TUTORIAL = "First steps with MOC files"
FOLD = "Fold a light curve"
PERIODS = "Periods of variable stars"
FRIENDS = "HI-FRIENDS pipeline"
CALIBRATE = "lst_calibrate_camera"
ESTIMATOR = "TSMapEstimator in five minutes"
LIKELIHOOD = "Binned likelihood with Fermi-LAT data"
CLUSTERS = "Clusters of galaxies"
SPECTRUM = "Spectrum of an AGN"
ANGSTROM = "Wavelengths in Ångström"
SKY_MAP, SKY_MAP_TOOLS = "Sky map", "Sky map tools"
APART, TOGETHER = "A test of images and the camera", "The test of camera images"
ENTITIES = 'A &amp; B: <b>Compare</b> "two" &lt;maps&gt;'
SCRIPT = "<script>alert(1)</script> sandbox"
BIDI = "Reversed \u202egnp.elif\u202c picture"

ENTRIES = (
    sample.entry(PROGRAM, MOC, SKY, description="Multi-order coverage maps on the command line."),
    sample.entry(PROGRAM, MOCSET, SKY, description="Looks into thousands of coverage maps at once."),
    sample.entry(NOTEBOOK, MOC_TUTORIAL, SKY, description="How to read and draw a MOC, and what it is."),
    sample.entry(NOTEBOOK, FOLD, description="Folds the light curve of a star with its period."),
    sample.entry(
        NOTEBOOK, PERIODS, description="Finds a period in a light curve.", keywords=("periodogram",)
    ),
    sample.entry(NOTEBOOK, FRIENDS, description="Finds sources of neutral hydrogen."),
    sample.entry(PROGRAM, CALIBRATE, LST, description="Calibrates the camera of the telescope."),
    sample.entry(NOTEBOOK, ESTIMATOR, description="Test statistics on a sky map."),
    sample.entry(NOTEBOOK, LIKELIHOOD, description="Fits the spectrum of a source of gamma rays."),
    sample.entry(NOTEBOOK, CLUSTERS, description="Velocities of the members."),
    sample.entry(NOTEBOOK, SPECTRUM, description="Fits a spectrum, and compares it with others."),
    sample.entry(NOTEBOOK, ANGSTROM, description="Converts units of wavelength."),
    sample.entry(NOTEBOOK, SKY_MAP, description="Draws one."),
    sample.entry(NOTEBOOK, SKY_MAP_TOOLS, SKY, keywords=("sky map",), description="Sky map, sky map."),
    sample.entry(NOTEBOOK, APART, description="Any."),
    sample.entry(NOTEBOOK, TOGETHER, description="Any."),
    sample.entry(NOTEBOOK, ENTITIES, description="A comparison &amp; its hostile title."),
    sample.entry(NOTEBOOK, SCRIPT, description="A title that wants to run."),
    sample.entry(NOTEBOOK, BIDI, description="A title that wants to be read the other way."),
)

QUERIES = {
    "an exact name before longer ones": ("moc", MOC),
    "an exact name before who says it more often": ("sky map", SKY_MAP),
    "words together before words apart": ("camera images", TOGETHER),
    "the name of a program inside a title": ("mocset", MOCSET),
    "a whole title": ("first steps with moc files", MOC_TUTORIAL),
    "a beginning": ("perio", PERIODS),
    "beginnings of several words": ("bin likel ferm", LIKELIHOOD),
    "a keyword": ("periodogram", PERIODS),
    "words of a description": ("neutral hydrogen", FRIENDS),
    "the title before the text": ("spectrum", SPECTRUM),
    "one word too many": ("fold light curve quickly", FOLD),
    "plural": ("light curves folded", FOLD),
    "singular": ("galaxy cluster", CLUSTERS),
    "a compound as a whole": ("hi-friends", FRIENDS),
    "a compound in one word": ("hifriends", FRIENDS),
    "a part of a compound": ("friends", FRIENDS),
    "two words as one": ("lightcurve fold", FOLD),
    "underscores": ("lst_calibrate_camera", CALIBRATE),
    "a part between underscores": ("calibrate", CALIBRATE),
    "humps": ("TSMapEstimator", ESTIMATOR),
    "humps without case": ("tsmapestimator", ESTIMATOR),
    "a part with a hump": ("map estimator", ESTIMATOR),
    "an acronym": ("AGN", SPECTRUM),
    "a component": ("lst-tools", CALIBRATE),
    "without the accents": ("angstrom", ANGSTROM),
    "a uuid": (sample.uuid_of(CLUSTERS), CLUSTERS),
    "the beginning of a uuid": (sample.uuid_of(CLUSTERS)[:13], CLUSTERS),
    "a uuid as a URN": (f"urn:uuid:{sample.uuid_of(CLUSTERS).upper()}", CLUSTERS),
    "entities": ("&amp; compare", ENTITIES),
    "markup": ("<b>compare</b> maps", ENTITIES),
    "a script": ("<script>alert(1)</script>", SCRIPT),
    "hidden characters": ("reversed picture", BIDI),
}
SLIPS = {
    "a letter left out": ("likelihod", LIKELIHOOD, "likelihood"),
    "a letter too many": ("speectrum", SPECTRUM, "spectrum"),
    "another letter": ("galaxirs", CLUSTERS, "galaxies"),
    "two in the wrong order": ("firends", FRIENDS, "friends"),
    "the first letter": ("dalibrate", CALIBRATE, "calibrate"),
    "in a name": ("TSMapEstimtor", ESTIMATOR, "tsmapestimator"),
    "in one of several words": ("binned liekelihood", LIKELIHOOD, "binned likelihood"),
    "beside a word that it is written in one with": ("light cuve", FOLD, "light curve"),
    "in a word like one that is known, among others": ("calibraet camera", CALIBRATE, "calibrate camera"),
    "in a word that is being typed": ("angsrt", ANGSTROM, "angstrom"),
    "in a compound": ("hi-freinds", FRIENDS, "hi-friends"),
}
FIND = """async ([root, query, exact]) => {
  const { find } = await import(root + "assets/find.js");
  const { hits, correction } = await find(new URL(root), { query, exact, chosen: {}, page: 1, sort: "" });
  const cards = await Promise.all(hits.map((hit) => hit.data()));
  return [cards.map(({ meta }) => meta.title), correction?.used ?? query];
}"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of our dozen, in place of the sample's."""
    folder = tmp_path_factory.mktemp("quality") / "site"
    build(sample.catalogue(*ENTRIES), folder, SETTINGS)
    return folder


@pytest.fixture
def page(visit: Visit) -> Page:
    """Give a page that has the search."""
    return visit("404.html").page


def found(page: Page, query: str, *, exact: bool = False) -> tuple[list[str], str]:
    """Give the titles, and what was looked for."""
    root = page.url.removesuffix("404.html")
    titles, used = page.evaluate(FIND, [root, query, exact])
    return titles, used


def shown(title: str) -> str:
    return title.replace("\u202e", "").replace("\u202c", "")


def test_what_should_come_first_does(page: Page) -> None:
    answers = {name: found(page, query)[0][:1] for name, (query, _) in QUERIES.items()}
    assert answers == {name: [shown(title)] for name, (_, title) in QUERIES.items()}


def test_no_query_is_corrected_that_needs_none(page: Page) -> None:
    assert [query for query, _ in QUERIES.values() if found(page, query)[1] != query] == []


def test_the_beginning_of_a_word_is_no_slip_although_nothing_has_all_words(page: Page) -> None:
    assert found(page, "curv galaxies")[1] == "curv galaxies"


def test_a_slip_is_forgiven_and_told(page: Page) -> None:
    answers = {}
    for name, (query, _, _) in SLIPS.items():
        titles, used = found(page, query)
        answers[name] = (titles[:1], used)
    assert answers == {name: ([title], used) for name, (_, title, used) in SLIPS.items()}


def test_a_slip_can_be_meant(page: Page) -> None:
    assert found(page, "dalibrate", exact=True) == ([], "dalibrate")


def test_a_word_that_nothing_has_beside_some_that_are_known_is_passed_over(page: Page) -> None:
    titles, _ = found(page, "xyzzyplugh likelihood")
    assert titles == [LIKELIHOOD]


def test_nothing_is_found_where_nothing_is_near(page: Page) -> None:
    assert found(page, "xyzzyplugh") == ([], "xyzzyplugh")


def test_one_letter_and_no_letter_are_questions_too(page: Page) -> None:
    assert found(page, "m")[0][:1] == [MOC]
    assert found(page, "?!")[0] == []


def test_all_words_are_better_than_some(page: Page) -> None:
    titles, _ = found(page, "light curve period")
    assert set(titles) == {FOLD, PERIODS}
