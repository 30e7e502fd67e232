"""Fixes that do harm are refused, those that agree are applied together, and the rest of a file stays."""

from collections.abc import Callable, Sequence

import pytest

from ossr_catalogue.document.document import Document
from ossr_catalogue.lint.fixing import fix
from ossr_catalogue.lint.run import lint
from ossr_catalogue.lint.sound import SOUND_JSON, SOUND_YAML
from ossr_catalogue.model.finding import Edit, Finding, Fix, Place, Severity, Suppression, SuppressionKind
from sample_lists import FRAGMENT

PLACE = Place(line=1, column=1, end_line=1, end_column=1)
Look = Callable[[Document], Sequence[Finding]]


def finding(old: str, new: str, text: str, **more: object) -> Finding:
    """Say that something is to be written instead of the first *old* of a text."""
    start = text.index(old)
    edit = Edit(start=start, end=start + len(old), text=new, place=PLACE)
    proposed = Fix(title="Do it", edits=(edit,), is_safe=bool(more.pop("is_safe", True)))
    known: dict[str, object] = {
        "code": "XYZ101", "name": "xyz", "severity": Severity.WARNING, "message": old, "path": "a",
        "place": PLACE, "pointer": f"/{old}", "fix": proposed,
    }  # fmt: skip
    return Finding(**(known | more))  # type: ignore[arg-type]


def looking_for(*replacements: tuple[str, str], **more: object) -> Look:
    """Make a linter that finds each of some words, and knows a better one."""

    def look(document: Document) -> Sequence[Finding]:
        text = document.text
        return [finding(old, new, text, **more) for old, new in replacements if old in text]

    return look


def fixed(text: str, look: Look, name: str = "a.yaml", *, unsafe: bool = False) -> str:
    return fix(text.encode(), name, unsafe=unsafe, look=look).data.decode()


def test_fixes_that_do_not_meet_are_applied_at_once() -> None:
    seen = []

    def look(document: Document) -> Sequence[Finding]:
        seen.append(document.text)
        return looking_for(("one", "1"), ("two", "2"))(document)

    assert fixed("k: [one, two]\n", look) == "k: [1, 2]\n"
    assert seen == ["k: [one, two]\n", "k: [1, 2]\n"]


def test_of_fixes_that_meet_the_worst_comes_first() -> None:
    def look(document: Document) -> Sequence[Finding]:
        text = document.text
        found = [finding("one", "three", text)] if "one" in text else []
        worse = [finding("one two", "two", text, severity=Severity.ERROR)] if "one two" in text else []
        return found + worse

    done = fix(b"k: one two\n", "a.yaml", look=look)
    assert done.data == b"k: two\n"
    assert [found.severity for found in done.applied] == [Severity.ERROR]


def test_a_fix_that_another_uncovers_is_applied_too() -> None:
    look = looking_for(("one", "two"), ("two", "three"))
    assert fixed("k: one\n", look) == "k: three\n"


def test_a_fix_that_comes_again_and_again_ends() -> None:
    done = fix(b"k: one\n", "a.yaml", look=looking_for(("one", "two"), ("two", "one")))
    assert len(done.applied) < 100


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("one", '"one', id="nothing can be read any more"),
        pytest.param("one", "one\nm: 1", id="a key more"),
        pytest.param("one\nl: t", "t", id="a key less that was not named"),
        pytest.param("l", "k", id="a key that is there already"),
        pytest.param("one", "one one", id="what was found is still there"),
    ],
)
def test_a_fix_that_does_harm_is_refused(old: str, new: str) -> None:
    text = "k: one\nl: two\n"
    done = fix(text.encode(), "a.yaml", look=looking_for((old, new)))
    assert done.data == text.encode()
    assert done.applied == ()
    assert [found.message for found in done.left] == [old]


def test_a_refused_fix_does_not_hinder_the_others() -> None:
    look = looking_for(("a1", "A1"), ("b2", "[b2"), ("c3", "C3"), ("d4", "D4"))
    assert fixed("k:\n- a1\n- b2\n- c3\n- d4\n", look) == "k:\n- A1\n- b2\n- C3\n- D4\n"


def test_a_new_error_elsewhere_is_harm_and_below_what_was_renamed_it_comes_to_light() -> None:
    def look_at(pointer: str) -> Look:
        def look(document: Document) -> Sequence[Finding]:
            if "memry" in document.text:
                return [finding("memry", "memory", document.text)]
            return [finding("memory", "x", document.text, severity=Severity.ERROR, pointer=pointer, fix=None)]

        return look

    text = "k:\n  memry: 16\nl: 1\n"
    assert fixed(text, look_at("/l")) == text
    assert fixed(text, look_at("/k/memory")) == "k:\n  memory: 16\nl: 1\n"


def test_unsafe_fixes_are_applied_on_request_only() -> None:
    look = looking_for(("one", "two"), is_safe=False)
    assert fixed("k: one\n", look) == "k: one\n"
    assert fixed("k: one\n", look, unsafe=True) == "k: two\n"


def test_what_is_suppressed_or_not_wanted_stays() -> None:
    known = Suppression(kind=SuppressionKind.INLINE)
    assert fixed("k: one\n", looking_for(("one", "two"), suppression=known)) == "k: one\n"
    done = fix(b"k: [one, a1]\n", "a.yaml", look=looking_for(("one", "1"), ("a1", "A1")), wanted=_is_one)
    assert done.data == b"k: [1, a1]\n"


def _is_one(found: Finding) -> bool:
    return found.message == "one"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_stay(encoding: str, line_end: str) -> None:
    text = f"# é \U0001f980{line_end}k: one # 1{line_end}l: 2"
    done = fix(text.encode(encoding), "a.yaml", look=looking_for(("one", "1")))
    assert done.data == text.replace("one", "1").encode(encoding)


def test_a_byte_order_mark_goes_from_a_file_that_cannot_be_read() -> None:
    assert fixed("\ufeffk: [\n", lint) == "k: [\n"


def test_the_fragment_without_braces_is_mended_on_request_only() -> None:
    assert fixed(FRAGMENT, lint, "executables.json") == FRAGMENT
    mended = fix(FRAGMENT.encode(), "executables.json", unsafe=True)
    assert {found.code for found in mended.left} == {"SCH011", "DAT103"}
    assert mended.document.executables[0].plain() == {
        "uuid": "5cec9f3d-79c0-49ad-9a5a-455596c55341",
        "type": "urn:types/jupyter-notebook",
        "compute-resources": [],
        "data-resources": [
            {
                "uuid": "401f6251-be15-4f8a-bad7-38ef4d6cb7c1",
                "data-content": "urn:astronomy-observation",
                "data-format": "urn:parquet-binary",
            }
        ],
    }


FIXED = [
    pytest.param('"title": "Fit', '"titel": "Fit', id="a misspelt key"),
    pytest.param('"type"', '"tpye"', id="two letters that changed places"),
    pytest.param('"urn:types/jupyter-notebook"', '"jupyter-notebook"', id="a type in short"),
    pytest.param("6f0d7a52", "6F0D7A52", id="a uuid in capitals"),
    pytest.param('crab.ipynb"', 'crab.ipynb",', id="a comma too many"),
    pytest.param('with Gammapy",', 'with Gammapy"', id="a comma too few"),
]


@pytest.mark.parametrize(("right", "wrong"), FIXED)
def test_what_people_often_get_wrong_in_json_is_safe_to_fix(right: str, wrong: str) -> None:
    assert right in SOUND_JSON
    assert fixed(SOUND_JSON.replace(right, wrong), lint, "executables.json") == SOUND_JSON


MEMORY = "    compute-resources:\n      - cores: 4  # of them\n        memory: 16 GiB\n"
NEEDED = [
    pytest.param(MEMORY.replace("16 GiB", "16G"), id="a unit in short"),
    pytest.param(MEMORY.replace("memory", "memroy"), id="a key with a slip"),
    pytest.param(MEMORY.replace("4 ", "4 cores "), id="what is counted"),
    pytest.param(MEMORY.replace("16 GiB", "16 GIB"), id="a unit in capitals"),
    pytest.param(MEMORY.replace("compute-resources", "compute_resources"), id="an underscore"),
]


@pytest.mark.parametrize("wrong", NEEDED)
def test_what_people_often_get_wrong_in_yaml_is_safe_to_fix(wrong: str) -> None:
    assert fixed(SOUND_YAML + wrong, lint) == SOUND_YAML + MEMORY
