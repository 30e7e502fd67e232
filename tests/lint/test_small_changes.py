"""What was untested until rules were broken on purpose: `tests/mutate.py` found every case of these."""

import json

import pytest

from ossr_catalogue.document.parse import parse
from ossr_catalogue.lint.examples import findings_of
from ossr_catalogue.lint.fixing import fix
from ossr_catalogue.lint.registry import all_rules
from ossr_catalogue.lint.repository import ListedFiles
from ossr_catalogue.lint.rule import Example
from ossr_catalogue.lint.run import lint
from ossr_catalogue.lint.sound import SOUND, SOUND_JSON, SOUND_YAML
from ossr_catalogue.model.finding import Severity

OTHER_UUID = "911e248b-3a85-46b0-b681-cfd5ed1c2fe4"
WORDS = "Reduces one hour of observations, fits {} and shows it."


def two(*, title: str = "", description: str = "", uuid: str = OTHER_UUID) -> str:
    """Give a list of two that share what is given."""
    text = SOUND_YAML.replace(SOUND["title"], title or "Fit one more source with Gammapy")
    text = text.replace(
        SOUND["description"], description or "Fits a log-parabola to the data of one more source."
    )
    return text + text.removeprefix("executables:\n").replace(SOUND["uuid"], uuid)


CASES: dict[str, tuple[Example, list[str]]] = {
    "a template's description is called that only": (
        {"description": "Description goes here"},
        ["DSC103"],
    ),
    "even if it repeats the title": (
        {"title": "Test notebook", "description": "Test notebook"},
        ["DSC103", "TTL103"],
    ),
    "a short name of a file is called that only": ({"title": "fit.py"}, ["TTL104"]),
    "a template's title is called that only": (
        {"title": "Test notebook", "location": "test_notebook.ipynb"},
        ["TTL103"],
    ),
    "a shouted name of a file is called that only": (
        {"title": "FIT CRAB SPECTRA", "location": "fit_crab_spectra.ipynb"},
        ["TTL104"],
    ),
    "the file that Binder opens has a name, too": (
        {
            "type": "urn:types/binder-repository",
            "location": "binder",
            "open": "notes/fit_the_crab.ipynb",
            "title": "Fit the crab",
        },
        ["TTL104"],
    ),
    "a program without an ending has a name, too": (
        {"type": "urn:types/python-program", "location": "src/plot_neutron", "title": "Plot neutron"},
        ["TTL104"],
    ),
    "21 capitals of 26 letters shout": ({"title": "ABCDEFG HIJKLMN OPQRSTU abcde"}, ["TTL105"]),
    "12 of 16 do not": ({"title": "ABCDEF GHIJKL mnop"}, []),
    "a template's title is not told as a second one": (two(title="Untitled notebook"), ["TTL103", "TTL103"]),
    "nor is the name of a file": (two(title="fit_the_crab.py"), ["TTL104", "TTL104"]),
    "a copied entry is told by its uuid only": (two(uuid=SOUND["uuid"]), ["IDN104"]),
    "a template's description is not told as a second one": (
        two(description="TBD"),
        ["DSC103", "DSC103", "TTL110"],
    ),
    "nor is a link": (
        two(description="https://docs.gammapy.org/crab"),
        ["DSC107", "DSC107", "TTL110"],
    ),
    "a capital before a small letter is Portuguese": ({"description": WORDS.format("a SÃo Paulo")}, []),
    "what is lost and what is wrong are told once": (
        {"description": WORDS.format("Gen\ufffdve prÃ¨s")},
        ["DSC106"],
    ),
    "so are two words": ({"description": WORDS.format("prÃ¨s dÃ¨s")}, ["DSC106"]),
}


@pytest.mark.parametrize(("example", "codes"), CASES.values(), ids=CASES.keys())
def test_a_case_is_told_like_this(example: Example, codes: list[str]) -> None:
    assert sorted(found.code for found in findings_of(example) if found.severity > Severity.NOTE) == codes


@pytest.mark.parametrize(("foreign", "told"), [(302, True), (300, False)])
def test_a_third_of_other_letters_is_no_english(foreign: int, *, told: bool) -> None:
    description = "я" * foreign + "a" * (1000 - foreign)
    codes = [found.code for found in findings_of({"description": description})]
    assert ("DSC109" in codes) is told


NEVER_SUPPRESSED = {
    *("CFG001", "CFG011", "CFG012", "CFG013", "CFG102", "CFG103", "IDN104"),
    *(rule.code for rule in all_rules() if rule.family() == "PAR"),
}


def test_what_makes_a_run_mean_less_than_it_seems_cannot_be_suppressed() -> None:
    assert {rule.code for rule in all_rules() if not rule.can_be_suppressed()} == NEVER_SUPPRESSED


def fixed(key: str, value: object, code: str) -> object:
    """Give what becomes of a value by the fixes of a rule."""
    data = (json.dumps({"executables": [{**SOUND, key: value}]}) + "\n").encode()
    result = fix(data, "executables.json", unsafe=True, wanted=lambda found: found.code == code)
    return json.loads(result.data)["executables"][0][key]


FIXES = {
    "a full stop": ("TTL109", "title", "Fit the Crab nebula.", "Fit the Crab nebula"),
    "only a full stop": ("TTL109", "title", ".", "."),
    "a link": ("TTL106", "title", "Fit the [Crab](https://crab.org) nebula", "Fit the Crab nebula"),
    "strong words": ("TTL106", "title", "Fit the **Crab** nebula", "Fit the Crab nebula"),
    "nothing but tags": ("TTL106", "title", "<b></b>", "<b></b>"),
    "1,000 letters with a tag": ("TTL106", "title", f"<b>{'a' * 997}", "a" * 997),
    "1,001 letters with a tag": ("TTL106", "title", f"<b>{'a' * 998}", f"<b>{'a' * 998}"),
    "nothing but blanks": ("TTL107", "title", "\t\t", "\t\t"),
    "a doubled word that starts a sentence": (
        "DSC110",
        "description",
        "The the Crab nebula is fitted.",
        "The Crab nebula is fitted.",
    ),
    "a type in nobody's name space": ("IDN105", "type", "jupyter:notebook", "jupyter:notebook"),
    "backslashes": ("REF108", "location", "a\\\\b\\c.ipynb", "a/b/c.ipynb"),
    "only what is a name of a letter": (
        "TTL111",
        "title",
        "Fit &Eacute;toile &amp; &nosuch; R&copy it",
        "Fit \u00c9toile & &nosuch; R&copy it",
    ),
    "any number of cores": (
        "RES102",
        "compute-resources",
        [{"cores": {"min": 1, "max": -1}}],
        [{"cores": {"min": 1, "max": "unbounded"}}],
    ),
    "no least number of cores": (
        "RES102",
        "compute-resources",
        [{"cores": {"min": -1, "max": 4}}],
        [{"cores": {"min": -1, "max": 4}}],
    ),
    "another negative number": (
        "RES102",
        "compute-resources",
        [{"cores": {"min": 1, "max": -5}}],
        [{"cores": {"min": 1, "max": -5}}],
    ),
}


SAFETY = {
    "folders": ("location", "a.d\\b-c\\_d.ipynb", True),
    "two backslashes": ("location", "a\\\\b.ipynb", True),
    "a space for a shell": ("location", "my\\ notes.ipynb", False),
    "a bracket for a shell": ("location", "notes\\(1\\).ipynb", False),
    "an ampersand": ("title", "Spectra &amp; light curves", True),
    "a letter and a space": ("title", "Spectra of K&ouml;ln&nbsp;1", True),
    "a number of Windows": ("title", "Spectra &#150; and more", True),
    "a tag": ("title", "Spectra &lt;b&gt; and more", False),
    "a name of a name": ("title", "Spectra &amp;lt; and more", False),
    "a letter that is lost": ("title", "Spectra &#xD800; and more", None),
    "a line break": ("title", "Spectra &#10; and more", None),
    "another direction": ("title", "Spectra &amp; &#x202e; and more", None),
}


@pytest.mark.parametrize(
    ("unit", "is_safe"), [("gb", False), ("GIB", True), ("parsecs", None), ("hours", None)]
)
def test_a_unit_is_corrected_where_it_is_known_what_it_means(unit: str, *, is_safe: bool | None) -> None:
    (found,) = findings_of({"compute-resources": [{"memory": f"5 {unit}"}]})
    assert (found.code, found.fix.is_safe if found.fix else None) == ("RES111", is_safe)


@pytest.mark.parametrize(("key", "value", "is_safe"), SAFETY.values(), ids=SAFETY.keys())
def test_a_fix_is_safe_where_it_cannot_change_what_is_meant(
    key: str, value: str, *, is_safe: bool | None
) -> None:
    code = {"location": "REF108", "title": "TTL111"}[key]
    (found,) = (found for found in findings_of({key: value}) if found.code == code)
    assert (found.fix.is_safe if found.fix else None) is is_safe


@pytest.mark.parametrize(("code", "key", "before", "after"), FIXES.values(), ids=FIXES.keys())
def test_a_fix_leaves_this(code: str, key: str, before: object, after: object) -> None:
    assert fixed(key, before, code) == after


def test_a_list_that_cannot_be_read_is_told_only_that_whatever_stands_beside_it() -> None:
    repository = ListedFiles(("executables.json", ".ossr/executables.json"))
    findings = lint(parse("}", ".ossr/executables.json"), repository=repository)
    assert [found.code for found in findings] == ["PAR010"]


def test_a_list_that_its_repository_names_is_at_home_wherever_it_stands() -> None:
    repository = ListedFiles(("docs/software.json", SOUND["location"]))
    assert lint(parse(SOUND_JSON, "docs/software.json"), repository=repository) == ()
    assert [found.code for found in lint(parse(SOUND_JSON, "docs/software.json"))] == ["CAT104"]
