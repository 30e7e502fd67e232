"""What editors and `grep` are told."""

from dataclasses import replace

from ossr_catalogue.model.finding import Finding
from ossr_catalogue.report import FORMATS, Run
from sample_findings import FOUND, RUN, SUPPRESSED


def written(*findings: Finding, run: Run = RUN) -> str:
    return FORMATS["concise"].write(findings, run)


def test_a_line_for_each_finding() -> None:
    assert written(FOUND, replace(FOUND, message="a\nb")) == (
        "a,b:c/executables.yaml:9:12: warning[RES101] min-exceeds-max: "
        "at least 64 GiB: 100 %, at most 8 GiB (https://example.org/rules/RES101/)\n"
        "a,b:c/executables.yaml:9:12: warning[RES101] min-exceeds-max: "
        "a\\nb (https://example.org/rules/RES101/)\n"
    )


def test_a_line_has_the_colour_of_its_severity() -> None:
    assert "9:12: \x1b[1;38;5;166mwarning[RES101]\x1b[0m min" in written(FOUND, run=replace(RUN, color=True))


def test_what_is_suppressed_has_no_line() -> None:
    assert written(SUPPRESSED) == ""


def test_a_terminal_without_the_letters_is_shown_their_numbers() -> None:
    found = replace(FOUND, message="at least 8 GiB → “é”", path="é.yaml")
    line = written(found, run=replace(RUN, encoding="latin-1"))
    assert line.startswith(
        "é.yaml:9:12: warning[RES101] min-exceeds-max: at least 8 GiB -> <U+201C>é<U+201D> ("
    )
