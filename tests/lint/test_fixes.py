"""What every rule's fix has in common, tried on its own bad examples."""

import json
from collections.abc import Iterator

import pytest
import yaml

from ossr_catalogue.document.parse import parse
from ossr_catalogue.lint.examples import as_document, example_text, findings_of
from ossr_catalogue.lint.fixing import Fixed, fix
from ossr_catalogue.lint.registry import all_rules
from ossr_catalogue.lint.rule import Example, Rule
from ossr_catalogue.lint.run import lint
from ossr_catalogue.model.finding import Finding, Severity
from ossr_catalogue.model.rule_card import FixAvailability

RULES = [pytest.param(rule, id=rule.code) for rule in all_rules()]


def as_yaml(example: Example) -> bytes:
    """Write an example as YAML that people write: with comments, letters beyond ASCII, and short lines."""
    plain = json.loads(example_text(example))
    lines = yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=60).splitlines()
    first, *rest = lines
    return "\n".join(["# \U0001f980 our list", f"{first} # all", *rest, "# é", ""]).encode()


def versions(example: Example) -> Iterator[tuple[str, bytes, str]]:
    content, name = as_document(example)
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    yield "as it is", data, name
    if b"\r" not in data and not data.startswith(b"\xff"):
        yield "CRLF", data.replace(b"\n", b"\r\n"), name
        yield "BOM", b"\xef\xbb\xbf" + data.removeprefix(b"\xef\xbb\xbf"), name
        text = data.decode("utf-8", "replace").removeprefix("\ufeff")
        yield "UTF-16", text.encode("utf-16"), name
    if isinstance(example, dict):
        yield "YAML", as_yaml(example), "executables.yaml"
        yield "YAML, CRLF", as_yaml(example).replace(b"\n", b"\r\n"), "executables.yaml"


def bad_files() -> Iterator[object]:
    for rule in all_rules():
        if rule.fix is FixAvailability.NONE:
            continue
        for number, example in enumerate(rule.bad, 1):
            for version, data, name in versions(example):
                yield pytest.param(rule, data, name, id=f"{rule.code} {number} {version}")


FILES = list(bad_files())


def only(rule: type[Rule]) -> Iterator[Finding]:
    for example in rule.bad:
        yield from (found for found in findings_of(example) if found.code == rule.code)


def fixed(rule: type[Rule], data: bytes, name: str) -> Fixed:
    """Fix what one rule finds, as well as can be."""
    return fix(data, name, unsafe=True, wanted=lambda found: found.code == rule.code)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_a_fix_of_the_kind_that_it_names(rule: type[Rule]) -> None:
    fixes = [found.fix for found in only(rule) if found.fix]
    kinds = {FixAvailability.SAFE if one.is_safe else FixAvailability.UNSAFE for one in fixes}
    least_safe = FixAvailability.UNSAFE if FixAvailability.UNSAFE in kinds else FixAvailability.SAFE
    assert (least_safe if kinds else FixAvailability.NONE) == rule.fix


@pytest.mark.parametrize(("rule", "data", "name"), FILES)
def test_a_fix_removes_what_was_found_and_brings_nothing_else(
    rule: type[Rule], data: bytes, name: str
) -> None:
    before = lint(parse(data, name))
    fixable = [found for found in before if found.code == rule.code and found.fix]
    after = fixed(rule, data, name)
    assert [found.code for found in after.applied] == [found.code for found in fixable]
    serious = [found.code for found in after.left if found.severity >= Severity.WARNING]
    remaining = [f.code for f in before if f not in fixable and f.severity >= Severity.WARNING]
    assert serious == remaining


@pytest.mark.parametrize(("rule", "data", "name"), FILES)
def test_fixing_again_changes_nothing(rule: type[Rule], data: bytes, name: str) -> None:  # noqa: ARG001
    for unsafe in (False, True):
        once = fix(data, name, unsafe=unsafe)
        again = fix(once.data, name, unsafe=unsafe)
        assert again.data == once.data
        assert again.applied == ()


@pytest.mark.parametrize(("rule", "data", "name"), FILES)
def test_a_fix_says_what_it_does(rule: type[Rule], data: bytes, name: str) -> None:
    for found in lint(parse(data, name)):
        if found.code == rule.code and found.fix:
            assert found.fix.title[0].isupper()
            assert not found.fix.title.endswith(".")
            assert "\n" not in found.fix.title
