"""What people at a terminal see."""

import re
from dataclasses import replace

import pytest

from ossr_catalogue.model.finding import Finding, Place, Related, Severity
from ossr_catalogue.report import FORMATS, Run
from sample_findings import FIX, SUPPRESSED

URL = "https://example.org/"
FOUND = Finding(
    code="RES101",
    name="min-exceeds-max",
    severity=Severity.ERROR,
    message="memory asks for at least 64 GiB but at most 8 GiB",
    path="executables.yaml",
    place=Place(line=9, column=12, end_line=9, end_column=18, excerpt="      min: 64 GiB"),
    label="lower limit: 64 GiB",
    related=(
        Related(
            place=Place(line=10, column=12, end_line=10, end_column=17, excerpt="      max: 8 GiB"),
            label="upper limit: 8 GiB",
        ),
    ),
    advice="swap them, or raise max to at least 64 GiB",
    where='executables[0] "Crab flux fit" → compute-resources[0].memory.min',
)
PLAIN = replace(FOUND, related=(), label="", where="", advice="")


RUN = Run(url=URL)


def text(*findings: Finding, run: Run = RUN) -> str:
    return FORMATS["text"].write(findings, run)


def lines_of_the_file(found: Finding) -> list[str]:
    """Cut out the rows between the first and the last bare bar."""
    rows = text(found).splitlines()
    bars = [number for number, row in enumerate(rows) if row.strip() == "|"]
    return rows[bars[0] + 1 : bars[-1]]


def marked(excerpt: str, column: int, end_column: int) -> list[str]:
    place = Place(line=1, column=column, end_line=1, end_column=end_column, excerpt=excerpt)
    return lines_of_the_file(replace(PLAIN, place=place))


def test_a_finding_is_shown_with_its_lines_and_both_halves() -> None:
    assert text(FOUND) == (
        "error[RES101] min-exceeds-max: memory asks for at least 64 GiB but at most 8 GiB\n"
        "  --> executables.yaml:9:12\n"
        "   |\n"
        " 9 |       min: 64 GiB\n"
        "   |            ^^^^^^ lower limit: 64 GiB\n"
        "10 |       max: 8 GiB\n"
        "   |            ----- upper limit: 8 GiB\n"
        "   |\n"
        '   = in: executables[0] "Crab flux fit" → compute-resources[0].memory.min\n'
        "   = help: swap them, or raise max to at least 64 GiB\n"
        "   = see: https://example.org/rules/RES101/\n"
    )


def test_what_is_not_known_is_left_out() -> None:
    assert text(PLAIN) == (
        "error[RES101] min-exceeds-max: memory asks for at least 64 GiB but at most 8 GiB\n"
        " --> executables.yaml:9:12\n"
        "  |\n"
        "9 |       min: 64 GiB\n"
        "  |            ^^^^^^\n"
        "  |\n"
        "  = see: https://example.org/rules/RES101/\n"
    )


def test_two_halves_on_one_line_share_it() -> None:
    excerpt = '"memory": {"min": "64 GiB", "max": "8 GiB"}'
    found = replace(
        FOUND,
        place=Place(line=9, column=19, end_line=9, end_column=27, excerpt=excerpt),
        related=(
            Related(
                place=Place(line=9, column=36, end_line=9, end_column=43, excerpt=excerpt), label="upper"
            ),
        ),
    )
    assert lines_of_the_file(found) == [
        f"9 | {excerpt}",
        "  |                   ^^^^^^^^         ------- upper",
        "  |                   lower limit: 64 GiB",
    ]


def test_the_other_half_may_stand_first() -> None:
    other = Related(
        place=Place(line=3, column=1, end_line=3, end_column=6, excerpt="title: x"), label="first here"
    )
    found = replace(PLAIN, related=(other,), label="again here")
    assert lines_of_the_file(found) == [
        "3 | title: x",
        "  | ----- first here",
        "  |",
        "9 |       min: 64 GiB",
        "  |            ^^^^^^ again here",
    ]


@pytest.mark.parametrize(
    ("excerpt", "column", "end_column", "rows"),
    [
        ("\tmin: 64", 7, 9, ["1 |     min: 64", "  |          ^^"]),
        ("名前: 64", 5, 7, ["1 | 名前: 64", "  |       ^^"]),
        ("x: 名前", 4, 6, ["1 | x: 名前", "  |    ^^^^"]),
        ("é: 64", 4, 6, ["1 | é: 64", "  |    ^^"]),
        ("e\u0301: 64", 5, 7, ["1 | e\u0301: 64", "  |    ^^"]),
        ("🦀: 64", 4, 6, ["1 | 🦀: 64", "  |     ^^"]),
        ("a\u202eb: 64", 6, 8, ["1 | a<U+202E>b: 64", "  |             ^^"]),
        ("a\x1b[31mb: 64", 10, 12, ["1 | a<U+001B>[31mb: 64", "  |                 ^^"]),
        ("abc", 4, 4, ["1 | abc", "  |    ^"]),
        ("", 1, 1, ["1 |", "  | ^"]),
        ("abc", 9, 12, ["1 | abc", "  |    ^"]),
    ],
    ids=[
        "tab",
        "wide before",
        "wide marked",
        "letter with accent",
        "accent",
        "emoji",
        "direction",
        "escape",
        "end of line",
        "empty line",
        "beyond the line",
    ],
)  # fmt: skip
def test_the_caret_stands_under_what_is_meant(
    excerpt: str, column: int, end_column: int, rows: list[str]
) -> None:
    assert marked(excerpt, column, end_column) == rows


def test_what_goes_on_is_marked_to_the_end_of_its_first_line() -> None:
    place = Place(line=9, column=4, end_line=12, end_column=2, excerpt="x: |  text")
    assert lines_of_the_file(replace(PLAIN, place=place))[1] == "  |    ^^^^^^^"


def test_lines_between_two_marks_are_stood_for() -> None:
    def rows_of(line: int) -> list[str]:
        other = Related(place=Place(line=line, column=1, end_line=line, end_column=2, excerpt="x"), label="")
        return lines_of_the_file(replace(PLAIN, related=(other,)))

    assert "  |" not in rows_of(8)
    assert rows_of(7)[2] == "  |"


def test_a_half_without_a_label_takes_no_row() -> None:
    other = Related(
        place=Place(line=9, column=1, end_line=9, end_column=2, excerpt="      min: 64 GiB"), label=""
    )
    assert len(lines_of_the_file(replace(PLAIN, related=(other,), label="here"))) == 2


@pytest.mark.parametrize(("length", "is_cut"), [(120, False), (121, True)])
def test_a_line_may_be_as_wide_as_a_screen(length: int, is_cut: bool) -> None:  # noqa: FBT001 - a table
    assert marked("x" * length, 1, 2)[0].endswith("…") is is_cut


def test_what_was_left_out_before_is_stood_for() -> None:
    assert marked("x" * 400, 301, 302)[0].startswith("1 | …x")


def test_each_half_has_its_colour() -> None:
    written = text(FOUND, run=replace(RUN, color=True))
    assert "\x1b[1;38;5;196m           ^^^^^^ lower limit: 64 GiB\x1b[0m" in written
    assert "\x1b[38;5;32m           ----- upper limit: 8 GiB\x1b[0m" in written


def test_of_a_long_line_the_part_around_the_mark_is_shown() -> None:
    place = Place(
        line=1,
        column=1001,
        end_line=1,
        end_column=1004,
        excerpt="a" * 250 + "XYZ" + "b" * 247,
        excerpt_column=751,
    )
    row, carets = lines_of_the_file(replace(PLAIN, place=place))
    assert row == "1 | …" + "a" * 40 + "XYZ" + "b" * 77 + "…"
    assert carets == "  | " + " " * 41 + "^^^"


def test_two_marks_far_apart_on_a_long_line_are_shown_apart() -> None:
    excerpt = "x" * 400
    found = replace(
        PLAIN,
        place=Place(line=1, column=2, end_line=1, end_column=3, excerpt=excerpt),
        label="here",
        related=(
            Related(
                place=Place(line=1, column=300, end_line=1, end_column=301, excerpt=excerpt), label="there"
            ),
        ),
    )
    rows = lines_of_the_file(found)
    assert [row.split("|")[1].strip() for row in rows if "x" not in row] == ["^ here", "- there"]


def test_carets_end_where_the_row_ends() -> None:
    rows = marked("x" * 400, 1, 401)
    assert max(map(len, rows)) < 130


def test_harvested_text_moves_no_cursor() -> None:
    hostile = "a\x1b[2Jb\u202ec\nd\r\u2028e\x9b"
    found = replace(
        FOUND, message=hostile, path=hostile, label=hostile, advice=hostile, where=hostile,
        related=(replace(FOUND.related[0], label=hostile),),
    )  # fmt: skip
    written = text(found)
    assert not re.search(r"[^\n -~→·-\uffff]|[\u2028\u202e\x80-\x9f]", written)
    assert written.count("a<U+001B>[2Jb<U+202E>c") == 6


def test_advice_of_several_lines_stays_below_itself() -> None:
    found = replace(PLAIN, advice="write:\n{\n  x\n}")
    assert "  = help: write:\n       {\n         x\n       }\n  = see" in text(found)


def test_a_rule_is_shown_five_times_for_a_file() -> None:
    elsewhere = replace(PLAIN, path="other.yaml")
    written = text(*[PLAIN] * 17, elsewhere, replace(PLAIN, code="RES102", name="negative-amount"))
    assert written.count("error[RES101]") == 6
    assert written.count("error[RES102]") == 1
    assert written.endswith("\nexecutables.yaml: +12 more of RES101 min-exceeds-max; `--all` shows them\n")


def test_five_are_shown_without_a_word_about_more() -> None:
    assert "more of" not in text(*[PLAIN] * 5)


def test_colours_are_for_terminals() -> None:
    assert "\x1b[1;38;5;196merror[RES101]\x1b[0m" in text(FOUND, run=replace(RUN, color=True))
    assert "\x1b[1;38;5;166mwarning[RES101]\x1b[0m" in text(
        replace(FOUND, severity=Severity.WARNING), run=replace(RUN, color=True)
    )
    assert re.sub(r"\x1b\[[\d;]*m", "", text(FOUND, run=replace(RUN, color=True))) == text(FOUND)


def test_no_findings_and_no_files_are_nothing_to_print() -> None:
    assert text() == ""


@pytest.mark.parametrize(
    ("findings", "files", "sentence"),
    [
        ((), 1, "Nothing to complain about in 1 file."),
        ((), 4, "Nothing to complain about in 4 files."),
        ((PLAIN,), 1, "Found 1 error in 1 file."),
        ((PLAIN,), 4, "Found 1 error in 1 of 4 files."),
        (
            (PLAIN, PLAIN, replace(PLAIN, severity=Severity.WARNING)),
            4,
            "Found 2 errors and 1 warning in 1 of 4 files.",
        ),
        (
            tuple(replace(PLAIN, severity=severity, path=severity.word) for severity in Severity),
            3,
            "Found 1 error, 1 warning and 1 note in 3 files.",
        ),
    ],
)
def test_the_last_line_is_the_sum(findings: tuple[Finding, ...], files: int, sentence: str) -> None:
    for name in ("text", "concise"):
        run = Run(files=("list.yaml",) * files)
        assert FORMATS[name].write(findings, run).splitlines()[-1] == sentence


def test_a_fix_is_offered_with_the_option_that_makes_it() -> None:
    safe = text(replace(PLAIN, fix=FIX))
    unsafe = text(replace(PLAIN, fix=replace(FIX, is_safe=False)))
    assert '  = fix: Write "8 GiB" (--fix)\n  = see' in safe
    assert '  = fix: Write "8 GiB" (--fix --unsafe-fixes)\n  = see' in unsafe


def test_what_is_suppressed_is_not_shown_but_counted() -> None:
    written = text(SUPPRESSED, SUPPRESSED, run=Run(files=("a",)))
    assert written == "Nothing to complain about in 1 file. 2 findings are suppressed.\n"
    assert text(SUPPRESSED, run=Run(files=("a",))).endswith(" 1 finding is suppressed.\n")


@pytest.mark.parametrize(
    ("safe", "sentence"),
    [
        ([], "Found 3 errors in 1 file."),
        ([True], "Found 3 errors in 1 file. `--fix` mends 1 of them."),
        ([False, False], "Found 3 errors in 1 file. `--fix --unsafe-fixes` mends 2 of them."),
        ([True, False], "Found 3 errors in 1 file. `--fix` mends 1 of them, `--fix --unsafe-fixes` 2."),
    ],
)
def test_the_sum_says_what_can_be_mended(safe: list[bool], sentence: str) -> None:
    fixes = [replace(FIX, is_safe=is_safe) for is_safe in safe]
    findings = [replace(PLAIN, fix=fix) for fix in (*fixes, *[None] * (3 - len(fixes)))]
    assert text(*findings, run=Run(files=("executables.yaml",))).splitlines()[-1] == sentence


def test_all_are_shown_where_all_are_asked_for() -> None:
    written = text(*[PLAIN] * 17, run=replace(RUN, shows_all=True))
    assert written.count("error[RES101]") == 17
    assert "more of" not in written


def test_carets_stand_right_where_letters_are_written_out() -> None:
    place = Place(line=1, column=8, end_line=1, end_column=9, excerpt="x: é🦀 → y" + "z" * 200)
    written = text(replace(PLAIN, place=place), run=replace(RUN, encoding="ascii"))
    row, carets = written.splitlines()[3:5]
    assert written.isascii()
    assert row.startswith("1 | x: <U+00E9><U+1F980> <U+2192> yzz")
    assert row.endswith("...")
    assert row.index("<U+2192>") + 9 == carets.index("^") + 1
