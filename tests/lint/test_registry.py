"""Rules are found by being there, and by what people call them."""

import pytest

from ossr_catalogue.errors import UsageError
from ossr_catalogue.lint.explain import explain
from ossr_catalogue.lint.prose import extent, html_tag, quoted, words
from ossr_catalogue.lint.registry import READING, content_rules, list_rules, rule
from ossr_catalogue.lint.rule import ProblemRule


@pytest.mark.parametrize("word", ["RES104", "res104", "memory-in-bits", "Memory-In-Bits", " RES104 "])
def test_a_rule_is_found_by_code_and_name(word: str) -> None:
    assert rule(word).code == "RES104"


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("RES10l", "RES101"),
        ("PAR0I2", "PAR012"),
        ("memory-in-bit", "memory-in-bits"),
        ("MemoryInBits", "memory-in-bits"),
    ],
)
def test_an_unknown_rule_is_answered_with_the_nearest(word: str, meant: str) -> None:
    with pytest.raises(UsageError, match=f'there is no rule .*did you mean "{meant}"'):
        rule(word)


def test_a_word_like_no_rule_is_answered_with_where_to_look() -> None:
    with pytest.raises(UsageError, match="there is no rule 'xyz'; `ossr-catalogue rules` lists them"):
        rule("xyz")


def test_an_explanation_shows_what_is_said_and_what_is_right() -> None:
    assert explain("RES102", url="https://example.org/") == (
        "RES102 negative-amount: error, Compute resources, since 0.1.0\n"
        "No amount is negative.\n"
        "\n"
        "Some programs write -1 for *any number*. Here `unbounded` says that more is always of\n"
        "use, and a need that is not known is left out: it is then shown as *not declared*.\n"
        "\n"
        "Wrong:\n"
        '    {"compute-resources": [{"cores": -1}]}\n'
        "  → cores cannot be negative: -1\n"
        '    write a number from 0, or "max": "unbounded", or leave out what is not known\n'
        "\n"
        "Wrong:\n"
        '    {"storage-resources": [{"size": "-5 GB"}]}\n'
        "  → size cannot be negative: -5 GB\n"
        '    write a number from 0, or "max": "unbounded", or leave out what is not known\n'
        "\n"
        "Wrong:\n"
        '    {"compute-resources": [{"cores": {"min": 1, "max": -1}}]}\n'
        "  → cores cannot be negative: -1\n"
        '    write a number from 0, or "max": "unbounded", or leave out what is not known\n'
        "\n"
        "Right:\n"
        '    {"compute-resources": [{"cores": {"min": 1, "max": "unbounded"}}]}\n'
        "\n"
        "Let stand: # lint: ignore[RES102] why, behind a line of YAML or above it\n"
        "           ossr-catalogue suppress RES102 --uuid … --reason …, for JSON has no comments\n"
        "More:   https://example.org/rules/RES102/\n"
    )


def test_an_explanation_names_its_source_and_speaks_for_itself_only() -> None:
    assert "\nSource: https://physics.nist.gov/cuu/Units/binary.html\nMore:   " in explain("RES104")
    assert "the data have no format" in explain("DAT101")
    assert "how large" not in explain("DAT101")


def test_an_explanation_says_which_key_is_missing() -> None:
    assert "Wrong:\n    (without 'title')\n  → `title` is missing" in explain("missing-key")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Fit the Crab nebula", 4),
        ("spectro-polarimetric", 1),
        ("Barnard's star", 2),
        ("解析", 2),
        ("HESS 解析 2026", 4),
        ("…", 0),
    ],
)
def test_words_are_counted(text: str, count: int) -> None:
    assert len(words(text)) == count


def test_an_ideograph_says_as_much_as_two_letters() -> None:
    assert extent(" 解析 ab ") == 7


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("a <B>b", "<B>"),
        ("a <br/>", "<br/>"),
        ("a <em class='x'>", "<em class='x'>"),
        ("a <ref>, <https://a.org>", None),
        ("`<b>` and ``x ` <b>``", None),
        ("~~~\n<b>\n~~~\n", None),
        ("`<b> is open", "<b>"),
        ("", None),
    ],
)
def test_a_tag_is_seen_outside_of_code(text: str, tag: str | None) -> None:
    assert html_tag(text) == tag


def test_a_quotation_is_one_short_line() -> None:
    assert quoted("a\n b") == '"a b"'
    assert quoted("x" * 60) == '"' + "x" * 60 + '"'
    assert quoted("x" * 100) == '"' + "x" * 59 + '…"'


def test_what_a_run_over_sound_lists_never_imports_only_passes_on_their_problems() -> None:
    others = set(list_rules()) - set(content_rules())
    assert {one.family() for one in others} == READING
    assert all(issubclass(one, ProblemRule) for one in others)
