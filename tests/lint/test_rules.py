"""Every rule by its own examples, and what all rules have in common."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from ossr_catalogue.document.parse import parse
from ossr_catalogue.document.problems import PROBLEM_KINDS
from ossr_catalogue.document.reading import read_executable
from ossr_catalogue.errors import QuantityError
from ossr_catalogue.lint import rules
from ossr_catalogue.lint.configuration.kinds import CONFIGURATION_KINDS
from ossr_catalogue.lint.examples import as_document, example_text, findings_in, findings_of
from ossr_catalogue.lint.explain import explain
from ossr_catalogue.lint.registry import FAMILIES, all_rules
from ossr_catalogue.lint.rule import AmountRule, Example, ProblemRule, Rule
from ossr_catalogue.lint.run import sound_entries
from ossr_catalogue.lint.scene import OneFile, Scene
from ossr_catalogue.model.finding import Finding, Place, Severity
from ossr_catalogue.model.quantity import Amount, parse_bytes, parse_count, parse_duration

RULES = [pytest.param(rule, id=rule.code) for rule in all_rules()]


def examples(which: str) -> Iterator[object]:
    for rule in all_rules():
        for number, example in enumerate(getattr(rule, which), 1):
            yield pytest.param(rule, example, id=f"{rule.code} {which} {number}")


def one_file(example: Example) -> OneFile:
    """Give the list itself, without what is around it."""
    return example.example if isinstance(example, Scene) else example


GOOD, BAD = list(examples("good")), list(examples("bad"))
BAD_KEYS = [param for param in BAD if isinstance(one_file(param.values[1]), dict)]  # type: ignore[attr-defined]
BAD_POINTS = [
    pytest.param(rule, example, points_at, id=f"{rule.code} {number}")
    for rule in all_rules()
    for number, (example, points_at) in enumerate(zip(rule.bad, rule.points_at, strict=True), 1)
]


def bad_enough(rule: type[Rule], findings: tuple[Finding, ...]) -> list[str]:
    """Name what is said about an example, without the notes that other rules make."""
    return [found.code for found in findings if found.severity >= Severity.WARNING or found.code == rule.code]


def as_yaml(example: Example) -> str:
    return yaml.safe_dump(
        json.loads(example_text(example)), allow_unicode=True, sort_keys=False, width=10_000
    )


def in_folder_of(example: Example, name: str) -> str:
    """Give a file in another format the place and the name of an example."""
    path = Path(as_document(example)[1])
    return path.with_suffix(Path(name).suffix).as_posix()


def stretch(text: str, place: Place) -> str:
    """Cut out what a place marks."""
    lines = re.split(r"(?<=\n)", text)
    before = [sum(map(len, lines[: line - 1])) for line in (place.line, place.end_line)]
    return text[before[0] + place.column - 1 : before[1] + place.end_column - 1]


def without_quotes(text: str) -> str:
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text


@pytest.mark.parametrize(("rule", "example"), GOOD)
def test_a_good_example_is_not_complained_about(rule: type[Rule], example: Example) -> None:
    assert bad_enough(rule, findings_of(example)) == []


@pytest.mark.parametrize(("rule", "example"), BAD)
def test_a_bad_example_breaks_this_rule_and_no_other(rule: type[Rule], example: Example) -> None:
    assert bad_enough(rule, findings_of(example)) == [rule.code]


@pytest.mark.parametrize(("rule", "example", "points_at"), BAD_POINTS)
def test_the_caret_stands_under_what_is_wrong(rule: type[Rule], example: Example, points_at: str) -> None:
    document = parse(*as_document(example))
    (place,) = (found.place for found in findings_of(example) if found.code == rule.code)
    assert without_quotes(stretch(document.text, place)) == points_at


@pytest.mark.parametrize(("rule", "example"), BAD_KEYS)
def test_json_and_yaml_are_told_the_same(rule: type[Rule], example: Example) -> None:
    in_yaml = findings_in(as_yaml(example), in_folder_of(example, "executables.yaml"), example)
    said = [(found.code, found.message, found.label, found.pointer) for found in in_yaml]
    expected = [(found.code, found.message, found.label, found.pointer) for found in findings_of(example)]
    assert rule.code in {found.code for found in in_yaml}
    assert said == expected


@pytest.mark.parametrize(("rule", "example"), BAD_KEYS)
def test_the_caret_marks_the_same_value_in_json_and_yaml(rule: type[Rule], example: Example) -> None:
    texts = {"executables.json": example_text(example), "executables.yaml": as_yaml(example)}
    texts = {in_folder_of(example, name): text for name, text in texts.items()}
    marked = [
        yaml.safe_load(stretch(text, found.place))
        for name, text in texts.items()
        for found in findings_in(text, name, example)
        if found.code == rule.code
    ]
    assert len(marked) == 2
    assert marked[0] == marked[1]


@pytest.mark.parametrize(("rule", "example"), BAD_KEYS)
def test_line_ends_of_windows_change_nothing(rule: type[Rule], example: Example) -> None:
    text = example_text(example).replace("\n", "\r\n")
    findings = findings_in(text, as_document(example)[1], example)
    assert [(f.code, f.place.line, f.place.column) for f in findings] == [
        (f.code, f.place.line, f.place.column) for f in findings_of(example)
    ]
    assert rule.code in {found.code for found in findings}


@pytest.mark.parametrize(("rule", "example"), [*GOOD, *BAD])
def test_what_has_no_error_can_be_read(rule: type[Rule], example: Example) -> None:
    document = parse(*as_document(example))
    for entry in sound_entries(document, findings_of(example)):
        assert read_executable(entry).uuid, rule.code


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_says_all_that_its_page_needs(rule: type[Rule]) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert rule.family() in FAMILIES
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert re.fullmatch(r"[A-Z].*\.", rule.title())
    assert re.fullmatch(r"[A-Z`8].*[.)]", rule.why)
    assert re.fullmatch(r"\d+\.\d+\.\d+", rule.since)
    assert rule.source.startswith("https://") or not rule.source
    assert rule.good
    assert rule.bad


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_the_file_of_its_code_and_name(rule: type[Rule]) -> None:
    assert rule.__module__.rpartition(".")[2] == f"{rule.code.lower()}_{rule.name.replace('-', '_')}"
    assert rule.__name__ == "".join(word.capitalize() for word in rule.name.split("-"))


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_can_be_explained(rule: type[Rule]) -> None:
    text = explain(rule.code)
    assert text.startswith(f"{rule.code} {rule.name}: {rule.severity.word}, ")
    assert rule.title() in text
    assert all(line.isprintable() for line in text.splitlines())


def test_every_file_of_the_folder_holds_one_rule() -> None:
    files = [path for path in Path(rules.__path__[0]).glob("*.py") if path.name != "__init__.py"]
    assert len(files) == len(all_rules())


def test_codes_and_names_are_given_once() -> None:
    codes = [rule.code for rule in all_rules()]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in all_rules()}) == len(codes)


def test_a_rule_yields_to_rules_that_there_are() -> None:
    names = {rule.name for rule in all_rules()}
    assert {name for rule in all_rules() for name in rule.yields_to} <= names


def test_each_problem_of_the_readers_has_one_rule() -> None:
    kinds = [kind for rule in all_rules() if issubclass(rule, ProblemRule) for kind in rule.kinds]
    assert sorted(kinds) == sorted(PROBLEM_KINDS | CONFIGURATION_KINDS.keys())


NO_AMOUNTS = [
    (parse_bytes, "16 Gb"),
    (parse_bytes, "16 gb"),
    (parse_bytes, "2 h"),
    (parse_bytes, "a lot"),
    (parse_bytes, "-1 GB"),
    (parse_bytes, "99999999 TB"),
    (parse_duration, "190"),
    (parse_duration, "PT2"),
    (parse_count, 1.5),
    (parse_count, "4 GB"),
]


@pytest.mark.parametrize(("read", "text"), NO_AMOUNTS, ids=[str(text) for _, text in NO_AMOUNTS])
def test_each_problem_of_a_quantity_has_one_rule(
    read: Callable[[str | float], Amount], text: str | float
) -> None:
    with pytest.raises(QuantityError) as refused:
        read(text)
    speakers = [
        rule
        for rule in all_rules()
        if issubclass(rule, AmountRule) and refused.value.problem in rule.problems
    ]
    assert len(speakers) == 1
