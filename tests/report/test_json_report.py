"""What programs are told."""

import json
from dataclasses import replace

import jsonschema
import pytest

from ossr_catalogue.model.finding import Finding, Suppression, SuppressionKind
from ossr_catalogue.report import FORMATS
from ossr_catalogue.schemas import schema
from sample_findings import FIX, FOUND, KNOWN, RUN


def written(*findings: Finding) -> str:
    return FORMATS["json"].write(findings, RUN)


def test_json_says_all_that_is_known() -> None:
    assert json.loads(written(FOUND)) == {
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
    (plain,) = json.loads(written(bare))["findings"]
    assert list(plain) == [
        "code", "name", "severity", "confidence", "message", "path", "place", "pointer", "fingerprint", "url",
    ]  # fmt: skip


def test_no_findings_are_a_json_document_too() -> None:
    assert json.loads(written()) == {"version": 1, "findings": []}


def test_json_is_plain_ascii() -> None:
    assert written(replace(FOUND, message="\u202e é \ud800")).isascii()


def test_the_schema_refuses_what_is_no_report() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"version": 1, "findings": [{"code": "RES101"}]}, schema("findings-1"))


def test_a_fix_is_told_with_its_edits() -> None:
    (plain,) = json.loads(written(replace(FOUND, fix=FIX)))["findings"]
    assert plain["fix"] == {
        "title": 'Write "8 GiB"',
        "safe": True,
        "edits": [
            {
                "start": 70,
                "end": 76,
                "text": "8 GiB",
                "place": {"line": 9, "column": 12, "end_line": 9, "end_column": 18},
            }
        ],
    }


@pytest.mark.parametrize(
    ("suppression", "plain"),
    [
        (KNOWN, {"kind": "inline", "reason": "we know"}),
        (Suppression(kind=SuppressionKind.BASELINE), {"kind": "baseline"}),
    ],
)
def test_what_is_suppressed_is_told_with_its_reason(suppression: Suppression, plain: dict[str, str]) -> None:
    (found,) = json.loads(written(replace(FOUND, suppression=suppression)))["findings"]
    assert found["suppression"] == plain


def test_half_of_a_character_is_replaced() -> None:
    (plain,) = json.loads(written(replace(FOUND, message="a\ud83eb")))["findings"]
    assert plain["message"] == "a\ufffdb"


def test_a_line_holds_a_finding() -> None:
    lines = FORMATS["json-lines"].write((FOUND, FOUND), RUN).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(written(FOUND, FOUND))["findings"]
