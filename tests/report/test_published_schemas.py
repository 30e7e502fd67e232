"""Every machine format follows its schema, whatever the linter has found."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from ossr_catalogue.document.parse import parse
from ossr_catalogue.lint.examples import as_document, example_text, findings_in, findings_of
from ossr_catalogue.lint.registry import all_rules, card
from ossr_catalogue.lint.rule import Example
from ossr_catalogue.lint.run import lint
from ossr_catalogue.model.finding import Finding
from ossr_catalogue.report import FORMATS
from ossr_catalogue.schemas import schema
from report_schemas import GITLAB, RDJSON, SARIF, Schema, check_junit
from sample_findings import AFTER_A_CRAB, FIX, FOUND, RUN, SUPPRESSED

HOSTILE = "\x00\x1b[31m\u202e\ufffe\ud83e]]> --> <b>&amp; | `a` {0} [x](1) @all\r\n::error::"
BROKEN = (b"", b"\x00\x01", b"\xff\xfe{\x00", b"[" * 60_000, b"executables: [", '{"🦀": 1}'.encode())

SCHEMAS: dict[str, Schema] = {
    "json": schema("findings-1"),
    "sarif": SARIF,
    "gitlab": GITLAB,
    "rdjson": RDJSON,
}


@cache
def examples() -> tuple[Finding, ...]:
    """Lint every example of every rule, as it is and with the line ends of Windows."""
    found = [
        replace(found, path=f"{rule.code} ü/{number}/{found.path}")
        for rule in all_rules()
        for number, example in enumerate(rule.bad)
        for found in (*findings_of(example), *_with_ends_of_windows(example))
    ]
    assert {finding.code for finding in found} >= {rule.code for rule in all_rules()}
    return tuple(found)


def _with_ends_of_windows(example: Example) -> tuple[Finding, ...]:
    return findings_in(example_text(example).replace("\n", "\r\n"), as_document(example)[1], example)


@cache
def broken() -> tuple[Finding, ...]:
    found = [lint(parse(content, f"{number}.json")) for number, content in enumerate(BROKEN)]
    assert all(found)
    return tuple(finding for of_one in found for finding in of_one)


@cache
def hostile() -> tuple[Finding, ...]:
    """Put what no format likes wherever a contributor can put it."""
    edits = (replace(FIX.edits[0], text=HOSTILE),) * 2
    found = replace(
        FOUND,
        message=HOSTILE,
        label=HOSTILE,
        advice=HOSTILE,
        where=HOSTILE,
        path=HOSTILE.replace("\0", ""),
        pointer=f"/{HOSTILE}",
        place=AFTER_A_CRAB,
        fix=replace(FIX, title=HOSTILE, edits=edits),
        suppression=replace(SUPPRESSED.suppression, reason=HOSTILE) if SUPPRESSED.suppression else None,
    )
    return found, replace(found, suppression=None), replace(found, fix=replace(FIX, edits=edits[:1]))


FINDINGS: dict[str, Callable[[], tuple[Finding, ...]]] = {
    "examples": examples,
    "broken": broken,
    "hostile": hostile,
    "none": tuple,
    "suppressed": lambda: (SUPPRESSED,),
    "with fixes": lambda: (replace(FOUND, fix=FIX), replace(FOUND, fix=replace(FIX, edits=()))),
}


def written(name: str, findings: Sequence[Finding]) -> str:
    files = tuple({found.path for found in findings} | {"sound.yaml"})
    return FORMATS[name].write(findings, replace(RUN, rules=tuple(map(card, all_rules())), files=files))


@pytest.mark.parametrize("findings", FINDINGS)
@pytest.mark.parametrize("name", SCHEMAS)
def test_a_report_in_json_follows_its_schema(name: str, findings: str) -> None:
    document = json.loads(written(name, FINDINGS[findings]()))
    validator = jsonschema.Draft202012Validator(SCHEMAS[name])
    assert [f"{error.json_path}: {error.message}"[:300] for error in validator.iter_errors(document)] == []


@pytest.mark.parametrize("findings", FINDINGS)
def test_junit_follows_its_schema(findings: str) -> None:
    check_junit(ET.fromstring(written("junit", FINDINGS[findings]())))  # noqa: S314 - our own writing


@pytest.mark.parametrize("findings", FINDINGS)
def test_each_line_of_json_lines_is_a_finding(findings: str) -> None:
    lines = [json.loads(line) for line in written("json-lines", FINDINGS[findings]()).splitlines()]
    assert lines == json.loads(written("json", FINDINGS[findings]()))["findings"]


@pytest.mark.parametrize("name", ["json", "json-lines", "sarif", "gitlab", "junit", "rdjson"])
def test_what_programs_read_is_ascii_and_holds_no_half_of_a_character(name: str) -> None:
    report = written(name, hostile())
    assert report.isascii()
    assert "\\ud83e" not in report


@pytest.mark.parametrize("name", ["text", "concise", "github", "junit", "gitlab", "rdjson", "markdown"])
def test_nothing_hidden_reaches_a_reader(name: str) -> None:
    report = written(name, hostile()[1:2])
    assert not {*"\x00\x1b\r\u202e\ufffe\ud83e"} & {*report}
    assert "\\u202e" not in report
