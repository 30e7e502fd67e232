"""What code scanning and editors are told."""

import json
from dataclasses import replace
from typing import Any

import pytest

from ossr_catalogue.model.finding import Finding, Place, SuppressionKind
from ossr_catalogue.report import FORMATS, Run
from sample_findings import AFTER_A_CRAB, CARD, FIX, FOUND, KNOWN, RUN, SUPPRESSED


def run_of(*findings: Finding, run: Run = RUN) -> dict[str, Any]:
    (only,) = json.loads(FORMATS["sarif"].write(findings, run))["runs"]
    assert isinstance(only, dict)
    return only


def result(found: Finding, run: Run = RUN) -> dict[str, Any]:
    (only,) = run_of(found, run=run)["results"]
    assert isinstance(only, dict)
    return only


def physical(found: Finding, run: Run = RUN) -> dict[str, Any]:
    (location,) = result(found, run)["locations"]
    place = location["physicalLocation"]
    assert isinstance(place, dict)
    return place


def test_a_result_says_all_that_is_known() -> None:
    artifact = {"uri": "sub%20dir/a%2Cb%3Ac/executables.yaml", "uriBaseId": "%SRCROOT%"}
    assert result(replace(FOUND, fix=FIX)) == {
        "ruleId": "RES101",
        "ruleIndex": 0,
        "level": "warning",
        "message": {"text": "at least 64 GiB: 100 %, at most 8 GiB\nswap them:\nmin: 8"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": {
                        "startLine": 9,
                        "startColumn": 12,
                        "endLine": 9,
                        "endColumn": 18,
                        "snippet": {"text": "64 GiB"},
                    },
                },
                "logicalLocations": [
                    {
                        "fullyQualifiedName": "/executables/0",
                        "decoratedName": "executables[0]",
                        "kind": "member",
                    }
                ],
            }
        ],
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": {"startLine": 10, "startColumn": 12, "endLine": 10, "endColumn": 17},
                },
                "message": {"text": "upper limit"},
            }
        ],
        "partialFingerprints": {"ossrCatalogue/v1": FOUND.fingerprint},
        "fixes": [
            {
                "description": {"text": 'Write "8 GiB"'},
                "artifactChanges": [
                    {
                        "artifactLocation": artifact,
                        "replacements": [
                            {
                                "deletedRegion": {
                                    "startLine": 9,
                                    "startColumn": 12,
                                    "endLine": 9,
                                    "endColumn": 18,
                                },
                                "insertedContent": {"text": "8 GiB"},
                            }
                        ],
                    }
                ],
            }
        ],
    }


def test_the_tool_and_its_units_are_named() -> None:
    run = run_of()
    assert run["tool"]["driver"] == {
        "name": "ossr-catalogue",
        "version": "1.2.3",
        "informationUri": "https://example.org/",
        "rules": [],
    }
    assert run["columnKind"] == "utf16CodeUnits"


def test_a_rule_is_described_where_it_spoke() -> None:
    (rule,) = run_of(FOUND, FOUND, run=replace(RUN, rules=(replace(CARD, code="RES100"), CARD)))["tool"][
        "driver"
    ]["rules"]
    text = (
        "No platform can give *both*.\n\n"
        "`ossr-catalogue lint --fix --unsafe-fixes` mends it; look at the result.\n\n"
        "Source: <https://example.org/why>\n\n"
        "[RES101 min-exceeds-max](https://example.org/rules/RES101/)"
    )
    assert rule == {
        "id": "RES101",
        "name": "min-exceeds-max",
        "shortDescription": {"text": "What is asked for at least is no more than what is asked for at most."},
        "fullDescription": {"text": "No platform can give *both*."},
        "help": {"text": text, "markdown": text},
        "helpUri": "https://example.org/rules/RES101/",
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["Compute resources"], "precision": "medium"},
    }


def test_a_rule_of_which_nothing_is_known_has_its_name_at_least() -> None:
    (rule,) = run_of(FOUND, run=replace(RUN, rules=()))["tool"]["driver"]["rules"]
    assert rule["shortDescription"] == {"text": "min-exceeds-max"}
    assert "help" not in rule


def test_a_result_points_at_its_rule() -> None:
    findings = [replace(FOUND, code=code) for code in ("TTL101", "RES101", "TTL101")]
    run = run_of(*findings)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [rules[found["ruleIndex"]] for found in run["results"]] == ["TTL101", "RES101", "TTL101"]


def test_a_long_reason_is_cut_where_github_would_refuse_it() -> None:
    long = replace(RUN, rules=(replace(CARD, why="why " * 500),))
    (rule,) = run_of(FOUND, run=long)["tool"]["driver"]["rules"]
    assert 990 < len(rule["fullDescription"]["text"]) <= 1024
    assert rule["fullDescription"]["text"].endswith("why …")


def test_columns_count_code_units_of_utf_16() -> None:
    assert physical(replace(FOUND, place=AFTER_A_CRAB))["region"] == {
        "startLine": 9,
        "startColumn": 13,
        "endLine": 9,
        "endColumn": 15,
        "snippet": {"text": "8 "},
    }


@pytest.mark.parametrize(
    "place",
    [
        Place(line=1, column=2, end_line=2, end_column=1, excerpt="abc"),
        Place(line=1, column=2, end_line=1, end_column=9, excerpt="abc"),
        Place(line=1, column=2, end_line=1, end_column=2, excerpt="abc"),
    ],
    ids=["several lines", "a long line", "nothing"],
)
def test_a_snippet_is_there_as_a_whole_or_not_at_all(place: Place) -> None:
    assert "snippet" not in physical(replace(FOUND, place=place))["region"]


def test_a_snippet_of_a_long_line_is_counted_from_where_the_excerpt_starts() -> None:
    place = Place(line=1, column=752, end_line=1, end_column=754, excerpt="abcd", excerpt_column=751)
    assert physical(replace(FOUND, place=place))["region"]["snippet"] == {"text": "bc"}


@pytest.mark.parametrize(
    ("path", "artifact"),
    [
        ("é #?.yaml", {"uri": "sub%20dir/%C3%A9%20%23%3F.yaml", "uriBaseId": "%SRCROOT%"}),
        ("../x.yaml", {"uri": "x.yaml", "uriBaseId": "%SRCROOT%"}),
        ("/checkout/repo/x.yaml", {"uri": "x.yaml", "uriBaseId": "%SRCROOT%"}),
        ("../../é.yaml", {"uri": "file:///checkout/%C3%A9.yaml"}),
        ("/etc/x.yaml", {"uri": "file:///etc/x.yaml"}),
        ("C:/lists/x.yaml", {"uri": "file:///C%3A/lists/x.yaml"}),
        ("-", {"uri": "-", "uriBaseId": "%SRCROOT%"}),
        ("\udcff.yaml", {"uri": "sub%20dir/%ED%B3%BF.yaml", "uriBaseId": "%SRCROOT%"}),
    ],
)
def test_a_file_is_named_from_the_top_of_the_repository(path: str, artifact: dict[str, str]) -> None:
    assert physical(replace(FOUND, path=path))["artifactLocation"] == artifact


def test_a_file_is_named_as_it_was_called_where_nothing_is_known_of_folders() -> None:
    def uri(path: str) -> object:
        return physical(replace(FOUND, path=path), Run())["artifactLocation"]["uri"]

    assert (uri("./lists/x.yaml"), uri("/etc/x.yaml")) == ("lists/x.yaml", "file:///etc/x.yaml")


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (SuppressionKind.INLINE, "inSource"),
        (SuppressionKind.SETTING, "external"),
        (SuppressionKind.BASELINE, "external"),
    ],
)
def test_what_is_suppressed_stays_with_its_reason(kind: SuppressionKind, said: str) -> None:
    found = replace(FOUND, suppression=replace(KNOWN, kind=kind))
    assert result(found)["suppressions"] == [{"kind": said, "status": "accepted", "justification": "we know"}]


def test_a_suppression_without_a_reason_says_where_it_is_from() -> None:
    suppression = replace(KNOWN, kind=SuppressionKind.BASELINE, reason="")
    (said,) = result(replace(SUPPRESSED, suppression=suppression))["suppressions"]
    assert said["justification"] == "baseline"


def test_a_fix_without_edits_is_none_that_sarif_could_tell() -> None:
    assert "fixes" not in result(replace(FOUND, fix=replace(FIX, edits=())))


def test_nobody_s_title_becomes_a_link() -> None:
    text = result(replace(FOUND, message="[x](https://evil.example)\u202e"))["message"]["text"]
    assert text.startswith("[x] (https://evil.example)<U+202E>\n")


def test_the_fingerprint_of_github_is_left_to_github() -> None:
    assert "primaryLocationLineHash" not in FORMATS["sarif"].write((FOUND,), RUN)


@pytest.mark.parametrize("found", [replace(FOUND, pointer=""), replace(FOUND, where="")])
def test_a_place_without_words_is_a_place_in_the_file_only(found: Finding) -> None:
    (location,) = result(found)["locations"]
    assert list(location) == ["physicalLocation"]


def test_a_rule_without_a_source_names_none() -> None:
    (rule,) = run_of(FOUND, run=replace(RUN, rules=(replace(CARD, source=""),)))["tool"]["driver"]["rules"]
    assert "Source" not in rule["help"]["markdown"]
