"""What stands in the text of a pull request and in the summary of a job."""

from dataclasses import replace

import pytest

from ossr_catalogue.model.finding import Finding, Severity
from ossr_catalogue.report import FORMATS
from ossr_catalogue.report.markdown_report import STEP_SUMMARY_BYTES, step_summary
from sample_findings import FOUND, RUN, SUPPRESSED

LISTED = replace(RUN, files=("a.yaml", "b.yaml"))


def written(*findings: Finding) -> str:
    return FORMATS["markdown"].write(findings, LISTED)


def cell(text: str) -> str:
    """Give what is written where a contributor's text stands."""
    row = written(replace(FOUND, message=text, advice="")).splitlines()[-1]
    return row.split(" | ")[-1].removesuffix(" |")


def test_a_table_has_a_row_for_each_finding() -> None:
    assert written(FOUND) == (
        "### ossr-catalogue lint\n"
        "\n"
        "Found 1 warning in 1 of 2 files.\n"
        "\n"
        "| | where | rule | what |\n"
        "|---|---|---|---|\n"
        "| warning | sub dir/a,b:&#8203;c/executables.yaml:9:12 "
        "| [RES101](https://example.org/rules/RES101/) min-exceeds-max "
        "| at least 64 GiB: 100 %, at most 8 GiB<br>swap them:<br>min: 8 |\n"
    )


def test_no_findings_are_a_sentence() -> None:
    assert written() == "### ossr-catalogue lint\n\nNothing to complain about in 2 files.\n"


def test_the_worst_comes_first_and_what_is_suppressed_not_at_all() -> None:
    findings = [replace(FOUND, severity=severity) for severity in Severity]
    rows = written(SUPPRESSED, *findings).splitlines()[6:]
    assert [row.split()[1] for row in rows] == ["error", "warning", "note"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a | b", "a &#124; b"),
        ("`rm`", "&#96;rm&#96;"),
        ("<img src=x>&lt;", "&#60;img src=x&#62;&#38;&#8203;lt;"),
        ("**bold** _x_", "&#42;&#42;bold&#42;&#42; &#95;x&#95;"),
        ("[x](y)", "&#91;x&#93;(y)"),
        ("\\|", "&#92;&#124;"),
        ("@all and a@b.example", "@&#8203;all and a@&#8203;b.example"),
        ("#12 GH-3 !4", "#&#8203;12 GH-&#8203;3 !&#8203;4"),
        ("https://evil.example www.evil.example", "https:&#8203;//evil.example www&#8203;.evil.example"),
        ("a\nb\u202e", "a&#92;nb&#60;U+202E&#62;"),
        ("write 16 GiB, e.g. in July!", "write 16 GiB, e.g. in July!"),
    ],
    ids=[
        "cell",
        "code",
        "HTML",
        "emphasis",
        "link",
        "backslash",
        "mention",
        "issue",
        "address",
        "invisible",
        "harmless",
    ],
)
def test_contributed_text_is_nothing_but_text(text: str, shown: str) -> None:
    assert cell(text) == shown


def test_a_comment_is_no_longer_than_github_takes() -> None:
    assert 60_000 < len(written(*[FOUND] * 2_000).encode()) <= 60 * 1024


def test_a_summary_is_cut_between_two_rows() -> None:
    findings = [replace(FOUND, message=f"é{number}") for number in range(10_000)]
    summary = step_summary(findings, LISTED)
    *rows, empty, last = summary.splitlines()[6:]
    assert STEP_SUMMARY_BYTES - 300 < len(summary.encode()) <= STEP_SUMMARY_BYTES == 921_600
    assert all(row.startswith("| warning | ") and row.endswith(" |") for row in rows)
    assert (empty, last) == ("", f"and {10_000 - len(rows)} warnings more; `ossr-catalogue lint` shows all")


def test_what_fits_exactly_is_not_cut() -> None:
    whole = step_summary([FOUND] * 9, LISTED)
    assert step_summary([FOUND] * 9, LISTED, most_bytes=len(whole.encode())) == whole
    assert "more;" in step_summary([FOUND] * 9, LISTED, most_bytes=len(whole.encode()) - 1)


@pytest.mark.parametrize("most_bytes", [-5, 0, 60, 200])
def test_a_full_summary_is_given_no_more_than_it_takes(most_bytes: int) -> None:
    assert len(step_summary([FOUND] * 9, LISTED, most_bytes=most_bytes).encode()) <= max(0, most_bytes)
