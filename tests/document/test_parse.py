"""Whatever a file holds, reading it gives a document, quickly, with one problem for one cause."""

import codecs
import json
import random
import time

import pytest
import yaml

from ossr_catalogue.document.parse import parse
from ossr_catalogue.document.problems import PROBLEM_KINDS, READING_KINDS, SHAPE_KINDS
from sample_lists import small

SOUND = {"executables": [small(title="Fit the Crab — 😀")]}
AS_JSON = json.dumps(SOUND, indent=1, ensure_ascii=False)
AS_YAML = yaml.safe_dump(SOUND, allow_unicode=True)
ALIAS_BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
ALIAS_LADDER = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 5000))


@pytest.mark.parametrize("ending", ["json", "yaml", "yml", "JSON", "txt"])
def test_the_ending_or_else_the_content_says_what_it_is(ending: str) -> None:
    assert parse(AS_JSON, f"executables.{ending}").problems == ()


def test_content_that_does_not_look_like_json_is_yaml() -> None:
    assert parse(AS_YAML, "-").problems == ()


def test_yaml_under_the_name_of_json_is_no_json() -> None:
    (problem,) = parse(AS_YAML, "executables.json").problems
    assert problem.message == "found `executables`, expected a value"


@pytest.mark.parametrize(
    ("data", "path", "kind"),
    [
        pytest.param("[" * 60_000, "e.json", "too-deep", id="60,000 brackets of JSON"),
        pytest.param('{"a":' * 60_000, "e.json", "too-deep", id="60,000 braces of JSON"),
        pytest.param("[" * 60_000, "e.yaml", "too-deep", id="60,000 brackets of YAML"),
        pytest.param("{" * 60_000, "e.yaml", "yaml-key", id="60,000 braces of YAML"),
        pytest.param("- " * 60_000, "e.yaml", "too-deep", id="60,000 dashes of YAML"),
        pytest.param(ALIAS_BOMB, "e.yaml", "too-large", id="alias bomb"),
        pytest.param(ALIAS_LADDER, "e.yaml", "too-deep", id="aliases that nest by aliases"),
        pytest.param(b" " * 10_000_001, "e.json", "too-large", id="more than 10 MB"),
        pytest.param("", "e.json", "empty-document", id="empty JSON"),
        pytest.param("\n\n", "e.yaml", "empty-document", id="empty YAML"),
        pytest.param("\0" * 1000, "e.json", "syntax", id="zeros as JSON"),
        pytest.param("\0" * 1000, "e.yaml", "syntax", id="zeros as YAML"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "e.json", "undecodable", id="an image"),
        pytest.param(
            '{"executables": "\ud800"}', "e.json", "lone-surrogate", id="half a character in the text"
        ),
        pytest.param("[[[" * 20 + "}" * 50_000, "e.json", "syntax", id="brackets that do not match"),
        pytest.param('{"a' + "\\" * 50_001, "e.json", "syntax", id="backslashes"),
        pytest.param("9" * 1_000_000, "e.json", "bad-number", id="a million digits"),
    ],
)
def test_hostile_input_is_one_problem_found_quickly(data: bytes | str, path: str, kind: str) -> None:
    started = time.process_time()
    document = parse(data, path)
    assert [problem.kind for problem in document.problems] == [kind]
    assert time.process_time() - started < 10  # some take a tenth of a second; hanging takes for ever


def test_a_byte_order_mark_is_skipped_and_reported() -> None:
    document = parse(codecs.BOM_UTF8 + AS_JSON.encode(), "executables.json")
    assert [problem.kind for problem in document.problems] == ["byte-order-mark"]
    assert len(document.executables) == 1
    assert document.text.startswith("{")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_utf_16_is_read_by_its_mark_and_reported(encoding: str) -> None:
    mark = codecs.BOM_UTF16_BE if encoding == "utf-16-be" else b""
    document = parse(mark + AS_JSON.encode(encoding), "executables.json")
    assert [problem.kind for problem in document.problems] == ["not-utf-8"]
    assert len(document.executables) == 1


def test_half_a_utf_16_file_is_undecodable() -> None:
    document = parse(AS_JSON.encode("utf-16")[:-1], "executables.json")
    assert [problem.kind for problem in document.problems] == ["undecodable"]


def test_an_undecodable_byte_is_shown_with_its_place_and_what_it_was_meant_as() -> None:
    document = parse('{\n"a": "Poincaré"}'.encode("cp1252"), "executables.json")
    (problem,) = document.problems
    place = document.place(problem.span)
    assert problem.message == "the byte 0xE9 is not UTF-8; in Windows-1252 it would be 'é'"
    assert (place.line, place.column) == (2, 14)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("text", [AS_JSON, AS_YAML], ids=["json", "yaml"])
def test_line_ends_of_every_system_count_as_one(text: str, line_end: str) -> None:
    document = parse(text.replace("\n", line_end), "-")
    title = next(document.executables[0].select("title"))
    place = document.place(title.span)
    assert document.problems == ()
    assert text.splitlines()[place.line - 1][place.column - 1 :].startswith(("Fit the Crab", '"Fit the Crab'))


def test_one_syntax_error_is_one_problem_whatever_else_there_is() -> None:
    document = parse('{"a": 1, "a": 2, "b": 1e999, "executables": [nul', "executables.json")
    assert [problem.kind for problem in document.problems] == ["syntax"]


def test_a_trap_where_another_type_is_expected_is_one_problem() -> None:
    text = "executables:\n- " + "\n  ".join(
        f"{key}: {value}" for key, value in small(keywords="yes").items() if key != "description"
    )
    document = parse(text + "\n  description: no\n", "executables.yaml")
    assert [problem.kind for problem in document.problems] == ["wrong-type", "yaml-trap"]


def test_what_an_alias_repeats_is_reported_once() -> None:
    text = (
        AS_YAML
        + "  compute-resources: &needs [{coers: 1}]\n  profiles: [{name: a, compute-resources: *needs}]\n"
    )
    assert [problem.kind for problem in parse(text, "executables.yaml").problems] == ["unknown-key"]


def test_problems_stand_in_the_order_of_the_text() -> None:
    document = parse('{"foo": 1, "executables": [], "foo": 2, "bar": 3}', "executables.json")
    starts = [problem.span.start for problem in document.problems]
    assert starts == sorted(starts)
    assert len(starts) == 4


def test_the_kinds_of_problems_are_told_apart() -> None:
    assert not READING_KINDS.keys() & SHAPE_KINDS.keys()
    assert READING_KINDS.keys() | SHAPE_KINDS.keys() == PROBLEM_KINDS


@pytest.mark.parametrize(("text", "path"), [(AS_JSON, "e.json"), (AS_YAML, "e.yaml")], ids=["json", "yaml"])
def test_no_mutation_of_a_list_makes_reading_fail_or_report_an_unknown_kind(text: str, path: str) -> None:
    chance = random.Random(1687)  # noqa: S311 - no secret
    for _ in range(1500):
        at = chance.randrange(len(text))
        insert = "".join(chance.choices("{}[]:,\"-#&*!|>%@\\'\n\t \u2028?<é\0", k=chance.randint(0, 2)))
        document = parse(text[:at] + insert + text[at + chance.randint(0, 3) :], path)
        assert {problem.kind for problem in document.problems} <= PROBLEM_KINDS
        assert document.root or document.problems
        for problem in document.problems:
            assert 0 <= problem.span.start <= problem.span.end <= len(document.text)
            document.place(problem.span)
