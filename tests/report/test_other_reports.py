"""What editors, programs and GitHub are told."""

import json
from dataclasses import replace

import jsonschema
import pytest

from ossr_catalogue.lint.examples import findings_of
from ossr_catalogue.lint.registry import all_rules
from ossr_catalogue.lint.rule import Rule
from ossr_catalogue.model.finding import Confidence, Finding, Place, Related, Severity
from ossr_catalogue.report import FORMATS, Run
from ossr_catalogue.schemas import schema

URL = "https://example.org/"
FOUND = Finding(
    code="RES101",
    name="min-exceeds-max",
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    message="at least 64 GiB: 100 %, at most 8 GiB",
    path="a,b:c/executables.yaml",
    place=Place(line=9, column=12, end_line=9, end_column=18, excerpt="      min: 64 GiB"),
    label="lower limit",
    related=(Related(place=Place(line=10, column=12, end_line=10, end_column=17), label="upper limit"),),
    advice="swap them:\nmin: 8",
    where="executables[0]",
    pointer="/executables/0",
    uuid="6f0d7a52-1c1e-4b7b-9d3a-5b8c2f4e7a10",
)


RUN = Run(url=URL)


def report(name: str, *findings: Finding, run: Run = RUN) -> str:
    return FORMATS[name].write(findings, run)


def test_the_formats_are_those_that_the_command_offers() -> None:
    assert list(FORMATS) == [
        "text", "concise", "json", "json-lines", "sarif", "github", "gitlab", "junit", "rdjson", "markdown",
    ]  # fmt: skip


def test_a_line_for_each_finding() -> None:
    assert report("concise", FOUND, replace(FOUND, message="a\nb")) == (
        "a,b:c/executables.yaml:9:12: warning[RES101] min-exceeds-max: "
        "at least 64 GiB: 100 %, at most 8 GiB (https://example.org/rules/RES101/)\n"
        "a,b:c/executables.yaml:9:12: warning[RES101] min-exceeds-max: "
        "a\\nb (https://example.org/rules/RES101/)\n"
    )


def test_a_line_has_the_colour_of_its_severity() -> None:
    assert "9:12: \x1b[1;38;5;166mwarning[RES101]\x1b[0m min" in report(
        "concise", FOUND, run=replace(RUN, color=True)
    )


def test_json_says_all_that_is_known() -> None:
    assert json.loads(report("json", FOUND)) == {
        "version": 1,
        "findings": [
            {
                "code": "RES101",
                "name": "min-exceeds-max",
                "severity": "warning",
                "confidence": "medium",
                "message": "at least 64 GiB: 100 %, at most 8 GiB",
                "label": "lower limit",
                "advice": "swap them:\nmin: 8",
                "path": "a,b:c/executables.yaml",
                "place": {"line": 9, "column": 12, "end_line": 9, "end_column": 18},
                "pointer": "/executables/0",
                "where": "executables[0]",
                "uuid": "6f0d7a52-1c1e-4b7b-9d3a-5b8c2f4e7a10",
                "related": [
                    {
                        "place": {"line": 10, "column": 12, "end_line": 10, "end_column": 17},
                        "label": "upper limit",
                    }
                ],
                "fingerprint": "a58c0950811aba41bf1f2de90f3fd040db17e026a32fd593c391604b88ad97f2",
                "url": "https://example.org/rules/RES101/",
            }
        ],
    }


def test_what_is_not_known_is_absent_from_json() -> None:
    bare = replace(FOUND, label="", advice="", where="", uuid=None, related=(), pointer="")
    (plain,) = json.loads(report("json", bare))["findings"]
    assert list(plain) == [
        "code", "name", "severity", "confidence", "message", "path", "place", "pointer", "fingerprint", "url",
    ]  # fmt: skip


def test_no_findings_are_a_json_document_too() -> None:
    assert json.loads(report("json")) == {"version": 1, "findings": []}


def test_json_is_plain_ascii() -> None:
    assert report("json", replace(FOUND, message="\u202e é \ud800")).isascii()


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.code) for rule in all_rules()])
def test_json_follows_its_schema(rule: type[Rule]) -> None:
    findings = [found for example in rule.bad for found in findings_of(example)]
    document = json.loads(FORMATS["json"].write(findings, Run()))
    jsonschema.Draft202012Validator(schema("findings-1")).validate(document)


def test_the_schema_refuses_what_is_no_report() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"version": 1, "findings": [{"code": "RES101"}]}, schema("findings-1"))


def test_an_annotation_is_escaped() -> None:
    assert report("github", FOUND) == (
        "::warning file=a%2Cb%3Ac/executables.yaml,line=9,endLine=9,col=12,endColumn=18,"
        "title=RES101 min-exceeds-max::"
        "at least 64 GiB: 100 %25, at most 8 GiB%0Aswap them:%0Amin: 8%0Ahttps://example.org/rules/RES101/\n"
    )


def test_an_annotation_without_advice_has_no_empty_line() -> None:
    assert "8 GiB%0Ahttps://" in report("github", replace(FOUND, advice=""))


def test_an_annotation_over_several_lines_has_no_columns() -> None:
    place = Place(line=9, column=12, end_line=11, end_column=2)
    assert ",line=9,endLine=11,title=" in report("github", replace(FOUND, place=place))


def test_nobody_s_title_gives_commands_to_github() -> None:
    hostile = replace(FOUND, message="x\n::set-output name=a::b\r\n", path="a\n::error::b", advice="")
    (line,) = report("github", hostile).splitlines()
    assert line.startswith("::warning file=a%0A%3A%3Aerror%3A%3Ab,")


def test_the_worst_annotations_come_first() -> None:
    findings = [replace(FOUND, severity=severity) for severity in Severity]
    lines = report("github", *findings).splitlines()
    assert [line.split()[0] for line in lines] == ["::error", "::warning", "::notice"]


def test_github_is_given_no_more_than_it_shows() -> None:
    findings = [replace(FOUND, severity=severity) for severity in Severity for _ in range(12)]
    lines = report("github", *findings).splitlines()
    commands = [line.split()[0] for line in lines]
    assert [commands.count(command) for command in ("::error", "::warning", "::notice")] == [10, 10, 10]
    assert lines[-1] == (
        "::notice title=ossr-catalogue::"
        "2 errors, 2 warnings and 3 notes more; the summary of the job and `ossr-catalogue lint` show all"
    )


def test_no_findings_are_no_annotations() -> None:
    assert report("github", run=Run(files=("list.yaml",))) == ""
