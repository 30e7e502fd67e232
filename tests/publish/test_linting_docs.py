"""What the linter can do stands in its documentation, and nothing else does."""

import re
import tomllib
from collections.abc import Iterator

import click
import pytest

from ossr_catalogue.cli.lint_command import command as lint_command
from ossr_catalogue.cli.main import Exit, group
from ossr_catalogue.embedded import embedded
from ossr_catalogue.lint.checking import lint_text
from ossr_catalogue.lint.configuration.reading import read_configuration
from ossr_catalogue.lint.configuration.reference import SettingCard, settings_reference
from ossr_catalogue.lint.registry import FAMILIES, all_rules
from ossr_catalogue.lint.sound import SOUND_YAML
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.publish.pages.prose_parts import prose_parts
from ossr_catalogue.report import FORMATS, Run
from sample_site import SETTINGS

OVERVIEW = embedded("catalogue/pages/linting.md").read_text(encoding="utf-8")
CONFIGURATION = embedded("catalogue/pages/linting-configuration.md").read_text(encoding="utf-8")
PARTS = prose_parts(SETTINGS)
OF_THE_LINTER = ("lint", "rules", "explain", "suppress")


def options(name: str) -> Iterator[str]:
    """Give the options of a command as they are written, the long ones."""
    command = lint_command if name == "lint" else group.get_command(click.Context(group), name)
    assert command is not None
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            words = (*parameter.opts, *parameter.secondary_opts)
            yield from (word for word in words if word.startswith("--"))


ALL_OPTIONS = sorted({(name, option) for name in OF_THE_LINTER for option in options(name)})


def rows(text: str) -> dict[str, str]:
    """Give the rest of each row of the tables of a page by its first cell."""
    cells = (line.strip("|").split("|", 1) for line in text.splitlines() if line.startswith("| "))
    return {first.strip(): rest for first, rest in cells}


def undocumented(wanted: str) -> bool:
    """Say whether an option stands in the first cell of no row."""
    return not any(re.search(rf"{wanted}(?![\w-])", first) for first in rows(CONFIGURATION))


@pytest.mark.parametrize(("command", "option"), ALL_OPTIONS, ids=str)
def test_an_option_is_documented(command: str, option: str) -> None:
    assert not undocumented(option), f"linting-configuration.md says nothing about {option} of `{command}`"


def test_an_option_that_is_new_would_be_missed() -> None:
    assert undocumented("--fail")
    assert not undocumented("--fail-on")


@pytest.mark.parametrize("page", [OVERVIEW, CONFIGURATION], ids=["linting.md", "linting-configuration.md"])
def test_an_option_that_is_documented_is_there(page: str) -> None:
    known = {option for _, option in ALL_OPTIONS} | {"--help"}
    assert set(re.findall(r"--[a-z][a-z-]+", page)) - known == set()


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_documented(name: str) -> None:
    assert FORMATS[name].about in rows(PARTS["formats"])[f"`{name}`"]


@pytest.mark.parametrize("card", settings_reference(), ids=lambda card: card.name)
def test_a_setting_is_documented_with_an_example_that_works(card: SettingCard) -> None:
    assert f"### `{card.name}`\n\n{card.description}" in PARTS["settings"]
    assert problems_of(card.example) == []
    assert card.name.split(".")[-1] in card.example


def test_every_status_is_documented() -> None:
    documented = {first for first in rows(OVERVIEW) if first.isdigit()}
    assert documented == {str(status.value) for status in Exit}


def test_every_severity_is_documented() -> None:
    assert {severity.word for severity in Severity} <= rows(OVERVIEW).keys()


def test_every_family_is_counted() -> None:
    counted = {letters: rest.split("|")[0].strip() for letters, rest in rows(PARTS["families"]).items()}
    expected = {letters: sum(rule.family() == letters for rule in all_rules()) for letters in FAMILIES}
    assert counted == {
        f"[{letters}](../rules/#{letters})": str(count) for letters, count in expected.items() if count
    } | {"family": "rules"}


@pytest.mark.parametrize("page", [OVERVIEW, CONFIGURATION], ids=["linting.md", "linting-configuration.md"])
def test_every_hole_of_a_page_is_filled(page: str) -> None:
    holes = set(re.findall(r"<!-- generated: ([a-z-]+) -->", page))
    assert holes
    assert holes <= PARTS.keys()


@pytest.mark.parametrize("toml", re.findall(r"```toml\n(.*?)```", CONFIGURATION, re.DOTALL))
def test_a_configuration_of_the_guide_is_read_without_a_complaint(toml: str) -> None:
    assert problems_of(toml) == []


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_rule_can_be_configured_as_its_page_says(rule: type) -> None:
    toml = f'ignore = {{ {rule.code} = "why it may stand" }}\n\n[severity]\n{rule.code} = "error"\n'
    assert (problems_of(toml) == []) is rule.can_be_suppressed()


def test_the_finding_that_is_shown_is_what_the_linter_says() -> None:
    text = f"{SOUND_YAML}    compute-resources:\n      - cores: 2\n        memory: 16 Gb\n"
    shown = re.findall(r"```text\n(.*?)```", OVERVIEW, re.DOTALL)
    assert shown == [FORMATS["text"].write(lint_text(text, "executables.yaml"), Run())]


def test_a_default_is_set_apart_from_words() -> None:
    assert 'Default: `"4 TiB"`.' in PARTS["settings"]
    assert "Default: nothing." in PARTS["settings"]


def problems_of(toml: str) -> list[str]:
    """Say what is wrong with a configuration."""
    tomllib.loads(toml)
    document = read_configuration(toml.encode(), "a.toml", "/").document
    assert document is not None
    return [problem.message for problem in document.problems]
