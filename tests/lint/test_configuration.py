"""What is configured: how it is found, read, and what it does."""

import re
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from ossr_catalogue.errors import UsageError
from ossr_catalogue.lint.checking import lint_text
from ossr_catalogue.lint.configuration.configuration import Configuration
from ossr_catalogue.lint.configuration.discovery import Configurations, configuration_of
from ossr_catalogue.lint.configuration.reading import read_configuration
from ossr_catalogue.lint.configuration.reference import settings_reference
from ossr_catalogue.lint.decisions import Decisions
from ossr_catalogue.lint.limits import NO_CHOICE
from ossr_catalogue.lint.linter import Linter
from ossr_catalogue.lint.patterns import is_among
from ossr_catalogue.lint.registry import FAMILIES, all_rules
from ossr_catalogue.lint.selection import rule_set
from ossr_catalogue.lint.settings import DEFAULTS, FailOn, Flags, Settings
from ossr_catalogue.lint.sound import SOUND, SOUND_YAML
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.schemas import schema

UUID = SOUND["uuid"]
SHORT = SOUND_YAML.replace("Fit the Crab nebula spectrum with Gammapy", "Crab fit")
"""A list with one finding: TTL101, a warning."""
LARGE = SOUND_YAML + "    compute-resources: [{memory: 6 TiB}]\n"
"""A list with one finding: RES105, a warning."""


def configured(text: str, table: tuple[str, ...] = ()) -> Configuration:
    return read_configuration(text.encode(), ".ossr-catalogue.toml", "/repository", table)


def found_for(path: Path, configurations: Configurations | None = None) -> Configuration:
    found = (configurations or Configurations()).of(str(path))
    assert found
    return found


def settings(text: str) -> Settings:
    configuration = configured(text)
    assert configuration.document
    assert configuration.document.problems == ()
    return configuration.settings


def problems(text: str) -> list[tuple[str, str]]:
    document = configured(text).document
    assert document
    return [(one.kind, one.message) for one in document.problems]


def told(text: str, configuration: str = "", flags: Flags | None = None) -> list[str]:
    found = lint_text(text, settings=settings(configuration), flags=flags or Flags())
    return [f"{one.severity.word} {one.code}" for one in found if not one.suppression]


def rules(*words: str) -> tuple[object, ...]:
    return tuple(rule_set(word) for word in words)


def flags(**words: object) -> Flags:
    return Flags(**words)  # type: ignore[arg-type]


def test_nothing_configured_is_the_default() -> None:
    assert settings("") == DEFAULTS


@pytest.mark.parametrize(
    ("configuration", "expected"),
    [
        ("", ["warning TTL101"]),
        ('select = ["RES"]', []),
        ('select = "TTL"', ["warning TTL101"]),
        ('select = ["too-short-title"]', ["warning TTL101"]),
        ('ignore = { TTL101 = "a name" }', []),
        ('ignore = { TTL = "names" }', []),
        ('ignore = { ALL = "all" }', []),
        ('select = ["TTL101"]\nignore = { TTL = "names" }', ["warning TTL101"]),
        ('select = ["TTL"]\nignore = { TTL101 = "a name" }', []),
        ('select = ["TTL101"]\nignore = { TTL101 = "a name" }', []),
        ('severity = { TTL101 = "error" }', ["error TTL101"]),
        ('severity = { TTL101 = "error", TTL = "note" }', ["error TTL101"]),
        ('severity = { TTL = "note" }', []),
        ('strict = true\nseverity = { ALL = "note" }', ["note TTL101"]),
    ],
    ids=str,
)
def test_what_is_configured_decides_what_is_told(configuration: str, expected: list[str]) -> None:
    assert told(SHORT, configuration) == expected


@pytest.mark.parametrize(
    ("configuration", "said", "expected"),
    [
        ('select = ["RES"]', flags(select=rules("TTL")), ["warning TTL101"]),
        ('select = ["RES"]', flags(extend_select=rules("TTL101")), ["warning TTL101"]),
        ('ignore = { TTL101 = "a name" }', flags(select=rules("TTL101")), ["warning TTL101"]),
        ('ignore = { TTL101 = "a name" }', flags(select=rules("ALL")), []),
        ("", flags(ignore=rules("TTL")), []),
        ("", flags(select=rules("TTL101"), ignore=rules("TTL")), ["warning TTL101"]),
        ("", flags(select=rules("TTL101"), ignore=rules("TTL101")), []),
    ],
    ids=["select", "extend", "equal", "wider", "ignore", "narrower", "both"],
)
def test_what_a_caller_says_counts_more(configuration: str, said: Flags, expected: list[str]) -> None:
    assert told(SHORT, configuration, said) == expected


def test_a_severity_of_the_caller_counts_more_even_if_it_is_meant_more_widely() -> None:
    chosen = settings('severity = { TTL = "error" }').severity
    assert told(SHORT, 'severity = { TTL101 = "warning" }', flags(severity=chosen)) == ["error TTL101"]


def test_a_note_that_is_asked_for_by_name_is_told() -> None:
    data = "    data-resources: [{data-content: urn:astronomy-observation, data-format: urn:fits-binary}]\n"
    assert "note DAT103" not in told(SOUND_YAML + data)
    assert "note DAT103" in told(SOUND_YAML + data, 'select = ["DAT103"]')


@pytest.mark.parametrize("configuration", ['select = ["TTL"]', 'severity = { ALL = "note" }'])
def test_a_file_that_cannot_be_read_is_told_in_any_case(configuration: str) -> None:
    assert told("executables: [", configuration) == ["error PAR010"]


def test_the_severity_of_what_cannot_be_read_can_be_raised() -> None:
    text = SOUND_YAML.replace("location: notebooks/crab.ipynb", "version: 2024-01-01")
    before = [one for one in told(text) if "PAR" in one]
    assert before == ["warning PAR021"]
    assert "error PAR021" in told(text, 'severity = { PAR021 = "error" }')


def test_a_limit_is_believed() -> None:
    assert told(LARGE) == ["warning RES105"]
    assert told(LARGE, '[limits]\nmemory-per-node = "8 TiB"') == []


@pytest.mark.parametrize(
    ("text", "configuration"),
    [
        ("cores: 1025", "cores-per-node = 2048"),
        ("gpus: 65", "gpus-per-node = 72"),
        ("walltime: 31 d", 'walltime = "60 d"'),
        ("cores: 1, memory: 300 GiB", 'memory-per-core = "512 GiB"'),
    ],
)
def test_every_limit_is_of_use(text: str, configuration: str) -> None:
    text = f"{SOUND_YAML}    compute-resources: [{{{text}}}]\n"
    assert "warning RES105" in told(text)
    assert "warning RES105" not in told(text, f"[limits]\n{configuration}")


@pytest.mark.parametrize(
    ("override", "expected"),
    [
        (f'uuid = "{UUID}"\nignore = {{ RES105 = "x" }}', []),
        (f'uuid = "{UUID.upper()}"\nignore = {{ RES = "x" }}', []),
        (f'uuid = "{UUID}"\npointer = "/compute-resources"\nignore = {{ RES105 = "x" }}', []),
        (f'uuid = "{UUID}"\npointer = "/compute-resources/0/memory"\nignore = {{ RES105 = "x" }}', []),
        (
            f'uuid = "{UUID}"\npointer = "/compute-resources/0/mem"\nignore = {{ RES105 = "x" }}',
            ["warning RES105"],
        ),
        (f'uuid = "{UUID}"\npointer = "/title"\nignore = {{ RES105 = "x" }}', ["warning RES105"]),
        ('uuid = "other"\nignore = { RES105 = "x" }', ["warning RES105"]),
        ('paths = ["executables.yaml"]\nignore = { RES105 = "x" }', []),
        ('paths = "legacy/**"\nignore = { RES105 = "x" }', ["warning RES105"]),
        (f'uuid = "{UUID}"\npaths = "legacy/**"\nignore = {{ RES105 = "x" }}', ["warning RES105"]),
        (f'uuid = "{UUID}"\nseverity = {{ RES105 = "error" }}', ["error RES105"]),
        (f'uuid = "{UUID}"\nignore = {{ TTL101 = "x" }}', ["warning RES105"]),
    ],
    ids=str,
)
def test_an_override_is_for_one_executable_or_place(override: str, expected: list[str]) -> None:
    assert told(LARGE, f"[[override]]\n{override}") == expected


@pytest.mark.parametrize(
    ("configuration", "said", "expected"),
    [
        ("", None, Severity.ERROR),
        ("strict = true", None, Severity.WARNING),
        ('strict = true\nfail-on = "error"', None, Severity.ERROR),
        ('fail-on = "never"', None, None),
        ('fail-on = "error"', flags(strict=True), Severity.WARNING),
        ('fail-on = "error"', flags(fail_on=FailOn.NOTE, strict=True), Severity.NOTE),
        ("strict = true", flags(strict=False), Severity.ERROR),
        ("", flags(fail_on=FailOn.NEVER), None),
    ],
)
def test_a_run_fails_from_the_severity_on_that_was_chosen(
    configuration: str, said: Flags | None, expected: Severity | None
) -> None:
    assert Decisions(settings(configuration), said).lowest is expected


def test_who_fails_on_notes_is_told_of_them() -> None:
    assert told(SHORT, 'fail-on = "note"\nseverity = { TTL101 = "note" }') == ["note TTL101"]
    assert told(SHORT, 'fail-on = "never"\nseverity = { TTL101 = "note" }') == []


def test_what_is_not_configured_excludes_and_limits_nothing(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    linter = Linter(Configurations())
    path = str(tmp_path / "executables.json")
    assert (linter.excludes(path), linter.limits(path)) == (False, NO_CHOICE)


def test_a_file_is_excluded_by_its_place_below_the_configuration(tmp_path: Path) -> None:
    (tmp_path / ".ossr-catalogue.toml").write_text('exclude = ["old/*"]')
    linter = Linter(Configurations())
    paths = ("old/executables.json", "new/old/executables.json", "executables.json")
    assert [linter.excludes(str(tmp_path / path)) for path in paths] == [True, False, False]


BAD = [
    ("fail_on = 'note'", "unknown-setting", '"fail_on" is no setting'),
    ("limits = 3", "wrong-setting", "`limits` should be a table, not a number"),
    ("[limits]\nmemory = 1", "unknown-setting", '"memory" is no setting'),
    (
        "[limits]\nwalltime = true",
        "wrong-setting",
        "`limits.walltime` should be an amount, not true or false",
    ),
    ("strict = 1", "wrong-setting", "`strict` should be true or false, not a number"),
    ("select = 1", "wrong-setting", "`select` should be a list of rules, not a number"),
    ("select = ['RES', 1]", "wrong-setting", "`select[1]` should be text, not a number"),
    ("select = ['RES10l']", "unknown-rule", "there is no rule 'RES10l'"),
    ("exclude = {}", "wrong-setting", "`exclude` should be a list of patterns, not a table"),
    ("severity = 'note'", "wrong-setting", "`severity` should be a table of rules and severities, not text"),
    ("severity = {TTL = 1}", "wrong-setting", "`severity.TTL` should be text, not a number"),
    (
        "severity = {TTL = 'notes'}",
        "wrong-setting",
        '`severity.TTL` is "notes", expected was one of "error", "warning", "note"',
    ),
    ("severity = {PAR010 = 'note'}", "cannot-be-suppressed", "the severity of PAR010 cannot be lowered"),
    ("ignore = 1", "wrong-setting", "`ignore` should be a table of rules and reasons, not a number"),
    ("ignore = {TTL = 1}", "wrong-setting", "`ignore.TTL` should be text: a reason, not a number"),
    ("ignore = {TTL = ' '}", "suppression-without-reason", "nobody says why findings of TTL may stand"),
    ("ignore = ['TTL']", "suppression-without-reason", "nobody says why findings of TTL may stand"),
    ("ignore = {PAR = 'x'}", "cannot-be-suppressed", "findings of PAR cannot be suppressed"),
    (
        "ignore = {duplicate-uuid = 'x'}",
        "cannot-be-suppressed",
        "findings of duplicate-uuid cannot be suppressed",
    ),
    ("override = 1", "wrong-setting", "`override` should be a list of tables, not a number"),
    ("override = [1]", "wrong-setting", "`override[0]` should be a table, not a number"),
    ("[[override]]", "wrong-setting", "`override[0]`: neither `uuid` nor `paths` is given"),
    (
        "[[override]]\nuuid = 1",
        "wrong-setting",
        "`override[0].uuid` should be the uuid of an executable, not a number",
    ),
    (
        "[[override]]\nuuid = 'x'\npointer = 'title'",
        "wrong-setting",
        "`override[0].pointer`: a JSON Pointer starts with `/` at the executable",
    ),
    ("[[override]]\nuuid = 'x'\npath = 'y'", "unknown-setting", '"path" is no setting'),
]
GOOD = [
    "",
    *(card.example for card in settings_reference()),
    "fail-on = 'never'\nstrict = false",
    "select = 'ALL'\nexclude = 'legacy'",
    "override = []",
]


@pytest.mark.parametrize(("text", "kind", "message"), BAD, ids=[text for text, *_ in BAD])
def test_a_wrong_setting_is_told_and_costs_only_itself(text: str, kind: str, message: str) -> None:
    first = 'fail-on = "note"\n'
    assert problems(first + text) == [(kind, message)]
    assert configured(first + text).settings.fail_on is FailOn.NOTE


ABOUT_SINGLE_RULES = ("RES10l", "duplicate-uuid", "PAR010")
"""Which rules there are, and which of them may be ignored, is not the schema's to know."""


@pytest.mark.parametrize(
    "text", [text for text, *_ in BAD if not any(word in text for word in ABOUT_SINGLE_RULES)]
)
def test_the_schema_refuses_what_the_reader_does(text: str) -> None:
    assert list(validator().iter_errors(tomllib.loads(text)))


@pytest.mark.parametrize("text", GOOD, ids=str)
def test_reader_and_schema_take_what_is_right(text: str) -> None:
    settings(text)
    assert [error.message for error in validator().iter_errors(tomllib.loads(text))] == []


def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(schema("lint-settings-1"))
    return Draft202012Validator(schema("lint-settings-1"))


def test_the_schema_knows_every_rule_and_family() -> None:
    pattern = re.compile(schema("lint-settings-1")["$defs"]["rule"]["pattern"])
    words = ["ALL", *FAMILIES, *(word for one in all_rules() for word in (one.code, one.name))]
    assert [word for word in words if not pattern.search(word)] == []
    assert [word for word in ("XYZ", "XYZ101", "RES1", "RES10l", "") if pattern.search(word)] == []


def test_every_setting_is_described_once_and_in_the_schema() -> None:
    properties = schema("lint-settings-1")["properties"]
    flat = {name for name in properties if name not in {"limits", "override"}}
    flat |= {f"limits.{name}" for name in properties["limits"]["properties"]}
    flat |= {f"override.{name}" for name in properties["override"]["items"]["properties"]}
    names = [card.name for card in settings_reference()]
    assert sorted(names) == sorted(flat)
    assert all(card.description.endswith(".") and card.type and card.default for card in settings_reference())


def test_what_is_no_toml_is_passed_over_as_a_whole() -> None:
    assert configured("strict = true\nfail-on = warning").settings == DEFAULTS
    assert problems("strict = true\nfail-on = warning") == [
        ("not-toml", "this is not TOML: invalid value; the whole file is passed over, the defaults count")
    ]


def test_bytes_that_are_no_text_are_told() -> None:
    configuration = read_configuration(b"a = '\xff'", "x.toml", "/", ())
    assert configuration.document
    assert [one.kind for one in configuration.document.problems] == ["undecodable"]


def test_a_project_file_counts_only_with_our_table() -> None:
    table = ("tool", "ossr-catalogue")
    assert configured("[tool.ruff]\nselect = 1", table).document is None
    assert configured("[tool.ossr-catalogue]\nstrict = true", table).settings.strict


def test_the_nearest_configuration_counts(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".ossr-catalogue.toml").write_text('fail-on = "never"')
    (tmp_path / "inner" / "deep").mkdir(parents=True)
    (tmp_path / "inner" / "pyproject.toml").write_text('[tool.ossr-catalogue]\nfail-on = "note"')
    configurations = Configurations()
    found = [
        found_for(tmp_path / path, configurations) for path in ("a.json", "inner/a.json", "inner/deep/a.json")
    ]
    assert [one.settings.fail_on for one in found] == [FailOn.NEVER, FailOn.NOTE, FailOn.NOTE]
    assert found[1] is found[2]


def test_our_own_file_counts_before_the_project_s(tmp_path: Path) -> None:
    (tmp_path / ".ossr-catalogue.toml").write_text("strict = true")
    (tmp_path / "pyproject.toml").write_text("[tool.ossr-catalogue]\nstrict = false")
    assert found_for(tmp_path / "a.json").settings.strict


@pytest.mark.parametrize(
    "project",
    ["[tool.ossr-catalogue]", "[ tool . 'ossr-catalogue' ]", "[tool]\nossr-catalogue.strict = true\n#"],
)
def test_the_table_of_a_project_is_seen_however_it_is_written(tmp_path: Path, project: str) -> None:
    (tmp_path / "pyproject.toml").write_text(f"[project]\nname = 'x'\n{project}\nstrict = true")
    assert found_for(tmp_path / "a.json").settings.strict


def test_a_project_that_only_depends_on_us_configures_nothing(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "pyproject.toml").write_text("[project]\ndependencies = ['ossr-catalogue']\n[tool.x]\n")
    assert Configurations().of(str(tmp_path / "a.json")) is None


def test_the_search_ends_at_the_repository(tmp_path: Path) -> None:
    (tmp_path / ".ossr-catalogue.toml").write_text("strict = true")
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    assert Configurations().of(str(tmp_path / "repository" / "a.json")) is None


def test_a_configuration_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.toml: cannot be read"):
        configuration_of(str(tmp_path / "none.toml"))


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("legacy/**", "legacy/a/executables.json", True),
        ("legacy", "legacy/executables.json", True),
        ("legacy", "a/legacy/executables.json", True),
        ("legacy/", "a/legacy/executables.json", True),
        ("/legacy", "a/legacy/executables.json", False),
        ("./legacy/", "legacy/executables.json", True),
        ("legacy/*", "legacy/a/executables.json", True),
        ("legacy/*.json", "legacy/a/b.json", False),
        ("*.json", "a/executables.json", True),
        ("*.json", "a/executables.json5", False),
        ("a/**/b.json", "a/b.json", True),
        ("a/**/b.json", "a/x/y/b.json", True),
        ("**/b.json", "b.json", True),
        ("?.json", "b.json", True),
        ("b.json", "bxjson", False),
        ("[b].json", "b.json", False),
    ],
)
def test_a_pattern_means_files_as_gitignore_does(pattern: str, path: str, *, expected: bool) -> None:
    assert is_among(path, [pattern]) is expected


@pytest.mark.parametrize("word", ["RES", "res", "RES105", " implausible-amount ", "ALL"])
def test_rules_go_by_code_name_and_family(word: str) -> None:
    assert "RES105" in rule_set(word).codes


def test_a_severity_is_comparable_after_it_was_chosen() -> None:
    (found,) = lint_text(SHORT, settings=settings('severity = { TTL101 = "error" }'))
    assert found.severity is Severity.ERROR
