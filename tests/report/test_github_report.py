"""What GitHub Actions is told."""

from dataclasses import replace

from ossr_catalogue.model.finding import Finding, Place, Severity
from ossr_catalogue.report import FORMATS, Run
from sample_findings import FOUND, RUN, SUPPRESSED


def written(*findings: Finding, run: Run = RUN) -> str:
    return FORMATS["github"].write(findings, run)


def test_an_annotation_is_escaped() -> None:
    assert written(FOUND) == (
        "::warning file=sub dir/a%2Cb%3Ac/executables.yaml,line=9,endLine=9,col=12,endColumn=18,"
        "title=RES101 min-exceeds-max::"
        "at least 64 GiB: 100 %25, at most 8 GiB%0Aswap them:%0Amin: 8%0Ahttps://example.org/rules/RES101/\n"
    )


def test_an_annotation_without_advice_has_no_empty_line() -> None:
    assert "8 GiB%0Ahttps://" in written(replace(FOUND, advice=""))


def test_an_annotation_over_several_lines_has_no_columns() -> None:
    place = Place(line=9, column=12, end_line=11, end_column=2)
    assert ",line=9,endLine=11,title=" in written(replace(FOUND, place=place))


def test_nobody_s_title_gives_commands_to_github() -> None:
    hostile = replace(FOUND, message="x\n::set-output name=a::b\r\n", path="a\n::error::b", advice="")
    (line,) = written(hostile).splitlines()
    assert line.startswith("::warning file=sub dir/a\\n%3A%3Aerror%3A%3Ab,")


def test_the_worst_annotations_come_first() -> None:
    findings = [replace(FOUND, severity=severity) for severity in Severity]
    lines = written(*findings).splitlines()
    assert [line.split()[0] for line in lines] == ["::error", "::warning", "::notice"]


def test_github_is_given_no_more_than_it_shows() -> None:
    findings = [replace(FOUND, severity=severity) for severity in Severity for _ in range(12)]
    lines = written(*findings).splitlines()
    commands = [line.split()[0] for line in lines]
    assert [commands.count(command) for command in ("::error", "::warning", "::notice")] == [10, 10, 10]
    assert lines[-1] == (
        "::notice title=ossr-catalogue::"
        "2 errors, 2 warnings and 3 notes more; the summary of the job and `ossr-catalogue lint` show all"
    )


def test_no_findings_are_no_annotations() -> None:
    assert written(run=Run(files=("list.yaml",))) == ""


def test_what_is_suppressed_is_no_annotation() -> None:
    assert written(SUPPRESSED) == ""
