"""Findings that somebody lets stand, in a comment or in the configuration; and what is wrong with that."""

import time
from pathlib import Path

import pytest

from ossr_catalogue.document.parse import parse
from ossr_catalogue.errors import UsageError
from ossr_catalogue.lint.checking import lint_text
from ossr_catalogue.lint.configuration.discovery import TABLE, Configurations
from ossr_catalogue.lint.configuration.reading import read_configuration
from ossr_catalogue.lint.configuration.writing import Wish, with_override
from ossr_catalogue.lint.inline import inline_suppressions
from ossr_catalogue.lint.linter import Linter
from ossr_catalogue.lint.run import lint
from ossr_catalogue.lint.selection import rule_set
from ossr_catalogue.lint.sound import SOUND, SOUND_JSON, SOUND_YAML
from ossr_catalogue.model.finding import Finding, Suppression, SuppressionKind

UUID = SOUND["uuid"]
TITLE = "title: Fit the Crab nebula spectrum with Gammapy"


def with_title(line: str) -> str:
    return SOUND_YAML.replace(TITLE, line)


def codes(found: tuple[Finding, ...]) -> list[str]:
    return [one.code for one in found if not one.suppression]


@pytest.mark.parametrize(
    "title",
    [
        "title: Crab fit # lint: ignore[TTL101] a product's name",
        "title: Crab fit  #lint:ignore[ too-short-title ]: a product's name",
        "title: Crab fit # lint: ignore[TTL] a name",
        "# lint: ignore[TTL101] a name\n    title: Crab fit",
        "# lint: ignore[TTL101] a name\n    # of a product\n\n    title: Crab fit",
        'title: "Crab fit" # lint: ignore[TTL101] a name',
    ],
)
def test_a_comment_lets_a_finding_stand(title: str) -> None:
    found = lint_text(with_title(title))
    assert [(one.code, one.suppression is not None) for one in found if one.code == "TTL101"] == [
        ("TTL101", True)
    ]


def test_a_suppression_says_where_and_why() -> None:
    found = lint_text(with_title("title: Crab fit # lint: ignore[TTL101] a name"))
    assert [one.suppression for one in found] == [Suppression(kind=SuppressionKind.INLINE, reason="a name")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old mac"])
def test_line_ends_do_not_matter(end: str) -> None:
    text = with_title("# lint: ignore[TTL101] a name\n    title: Crab fit").replace("\n", end)
    assert codes(lint_text(text)) == []


def test_several_rules_stand_in_one_comment() -> None:
    text = with_title("title: 'CRABFIT  SPECTRA' # lint: ignore[TTL101, TTL105,TTL107] a name")
    assert codes(lint_text(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        with_title("title: 'Crab # lint: ignore[TTL101] a'").replace("Crab #", "#"),
        SOUND_JSON.replace("Fit the Crab nebula spectrum with Gammapy", "# lint: ignore[TTL101] a"),
        SOUND_YAML.replace("description: ", "description: |\n      # lint: ignore[TTL101] a\n      "),
        with_title(f"{TITLE}# lint: ignore[TTL999]"),
        with_title(f"{TITLE} # lint: a good title"),
        with_title(f"{TITLE} # splint: ignore[TTL999]"),
    ],
    ids=["quoted", "json", "block", "no space", "prose", "another word"],
)
def test_what_is_no_comment_of_ours_suppresses_nothing(text: str) -> None:
    assert not [
        one for one in lint_text(text, filename="a.yaml") if one.code.startswith("CFG") or one.suppression
    ]


def test_the_head_of_a_block_may_have_a_comment() -> None:
    text = SOUND_YAML.replace("description: ", "description: | # lint: ignore[DSC101] short\n      ")
    text = text.replace(SOUND["description"], "Too short.")
    assert codes(lint_text(text)) == []


def test_a_comment_of_no_use_is_reported_where_it_stands() -> None:
    text = with_title(f"{TITLE} # lint: ignore[TTL101, RES105] a name")
    found = lint_text(text)
    assert [(one.code, one.place.line, one.place.column) for one in found] == [
        ("CFG101", 4, TITLE_COLUMN),
        ("CFG101", 4, TITLE_COLUMN + len("TTL101, ")),
    ]


TITLE_COLUMN = len(f"    {TITLE} # lint: ignore[") + 1


@pytest.mark.parametrize(
    "text",
    [
        with_title(f"{TITLE} # lint: ignore[TTL101] a") + "    titel: a\n",
        with_title(f"{TITLE} # lint: ignore[REF201] needs the network"),
        with_title(f"{TITLE} # lint: ignore[CAT] needs other lists"),
        "executables: [ # lint: ignore[TTL101] a\n",
    ],
    ids=["a mistake hides", "network", "other lists", "unreadable"],
)
def test_a_comment_whose_use_is_not_known_is_not_reported(text: str) -> None:
    assert "CFG101" not in codes(lint_text(text))


def test_a_root_cause_that_may_stand_does_not_let_its_consequences_speak() -> None:
    text = SOUND_YAML + "    compute-resources:\n      - memory: 16 # lint: ignore[SCH, RES] a\n"
    assert "RES113" not in codes(lint_text(text))


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("# lint: ignore[PAR021] a", ["CFG103"]),
        ("# lint: ignore[duplicate-uuid] a", ["CFG103"]),
        ("# lint: ignore[XYZ] a", ["CFG013"]),
        ("# lint: ignore[]", ["CFG106"]),
        ("# lint: ignore TTL101", ["CFG106"]),
        ("# lint: disable=TTL101", ["CFG106"]),
        ("# lint: ignore[TTL101]", ["CFG101"]),
    ],
)
def test_a_comment_that_cannot_be_meant_so_is_reported(comment: str, expected: list[str]) -> None:
    assert codes(lint_text(with_title(f"{TITLE} {comment}"))) == expected


def run(folder: Path, configuration: str, *texts: str, seen: bool = True) -> list[str]:
    """Lint files of a folder, and say what is told about its configuration."""
    (folder / ".ossr-catalogue.toml").write_text(configuration)
    linter = Linter(Configurations())
    for number, text in enumerate(texts):
        document = parse(text, str(folder / f"executables{number}.yaml"))
        linter.judge_file(document, lint(document))
    return [f"{one.code} {one.message}" for one in linter.conclude([str(folder)] if seen else [])]


OVERRIDE = '[[override]]\nuuid = "{uuid}"\nignore = {{ TTL101 = "a name" }}\n'


def test_an_override_of_use_is_not_reported(tmp_path: Path) -> None:
    assert run(tmp_path, OVERRIDE.format(uuid=UUID), with_title("title: Crab fit")) == []


def test_an_override_of_no_use_is_reported(tmp_path: Path) -> None:
    assert run(tmp_path, OVERRIDE.format(uuid=UUID), SOUND_YAML) == [
        "CFG101 no finding of TTL101 is there to be suppressed"
    ]


def test_an_override_for_nothing_is_reported(tmp_path: Path) -> None:
    assert run(tmp_path, OVERRIDE.format(uuid="gone"), SOUND_YAML) == [
        "CFG104 there is no executable of this uuid"
    ]


@pytest.mark.parametrize("uuid", [UUID, "gone"])
def test_of_files_that_were_not_all_seen_nothing_is_concluded(tmp_path: Path, uuid: str) -> None:
    assert run(tmp_path, OVERRIDE.format(uuid=uuid), SOUND_YAML, seen=False) == []


def test_a_mistake_in_any_file_may_hide_what_an_override_is_for(tmp_path: Path) -> None:
    assert run(tmp_path, OVERRIDE.format(uuid=UUID), SOUND_YAML, "executables: [") == []


def test_what_is_wrong_with_a_configuration_is_said_once(tmp_path: Path) -> None:
    assert run(tmp_path, "strict = 1\n", SOUND_YAML, SOUND_YAML) == [
        "CFG012 `strict` should be true or false, not a number"
    ]


def test_a_mistake_in_the_configuration_can_itself_be_let_stand(tmp_path: Path) -> None:
    text = 'ignore = { CFG101 = "we share this file" }\n' + OVERRIDE.format(uuid=UUID)
    (tmp_path / ".ossr-catalogue.toml").write_text(text)
    linter = Linter(Configurations())
    document = parse(SOUND_YAML, str(tmp_path / "executables.yaml"))
    linter.judge_file(document, lint(document))
    assert [(one.code, one.suppression is not None) for one in linter.conclude([str(tmp_path)])] == [
        ("CFG101", True)
    ]


WISH = Wish(rules=rule_set("TTL101"), reason='a "name"', uuid=UUID, pointer="/title")


@pytest.mark.parametrize(
    ("before", "table"),
    [
        ("", ()),
        ("# ours\nstrict = true", ()),
        ("# ours\r\nstrict = true\r\n", ()),
        ("[limits] # last\ncores-per-node = 2\n\n", ()),
        (OVERRIDE.format(uuid="other"), ()),
        ("\ufeffstrict = true\n", ()),
        ("[tool.ossr-catalogue]\nstrict = true\n[tool.ruff]\n", TABLE),
        ("[project]\nname = 'x'\n", TABLE),
    ],
    ids=["none", "no end", "windows", "table", "another", "mark", "project", "without table"],
)
def test_an_override_is_appended_and_nothing_else_changes(before: str, table: tuple[str, ...]) -> None:
    after = with_override(before.encode(), "x.toml", table, WISH)
    assert after
    assert after.startswith(before.encode())
    (*_, override) = read_configuration(after, "x.toml", "/", table).settings.overrides
    assert (override.uuid, override.pointer) == (UUID, "/title")
    assert [(one.rules.word, one.reason) for one in override.ignore] == [("TTL101", 'a "name"')]
    assert with_override(after, "x.toml", table, WISH) is None


@pytest.mark.parametrize(
    ("before", "message"),
    [
        ("strict = ", "x.toml:1: this is not TOML"),
        ('override = [{ uuid = "x" }]', "nothing can be appended"),
    ],
)
def test_nothing_is_appended_to_what_would_not_be_understood(before: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        with_override(before.encode(), "x.toml", (), WISH)


@pytest.mark.parametrize("reason", ["\x7f", "\\", 'a"b', "a\tb", "😀", "'''"])
def test_any_reason_can_be_written(reason: str) -> None:
    wish = Wish(rules=rule_set("TTL101"), reason=reason, path="legacy/**")
    after = with_override(b"", "x.toml", (), wish)
    assert after
    (override,) = read_configuration(after, "x.toml", "/").settings.overrides
    assert override.paths == ("legacy/**",)
    assert override.ignore[0].reason == reason.strip()


HOSTILE = {
    "unknown rules": SOUND_YAML + "".join(f"# lint: ignore[A{number}] x\n" for number in range(100_000)),
    "one comment": SOUND_YAML + "# lint: ignore[" + ",".join(f"A{n}" for n in range(200_000)) + "] x\n",
    "known rules": SOUND_YAML + "# lint: ignore[TTL101] x\n" * 100_000,
    "no brackets": SOUND_YAML + "# lint: ignore TTL101\n" * 100_000,
    "many texts": SOUND_YAML + "    keywords:\n" + "      - a # lint: ignore[TTL101] x\n" * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_flood_of_comments_costs_little(text: str) -> None:
    document = parse(text, "executables.yaml")
    started = time.process_time()
    found = inline_suppressions(document)
    assert len(found.found) <= 1_000
    assert len(found.problems) <= 20
    assert time.process_time() - started < 1.5


def test_a_flood_of_unknown_rules_in_a_configuration_costs_little() -> None:
    text = "select = [" + ", ".join(f"'A{number}'" for number in range(20_000)) + "]\n"
    started = time.process_time()
    document = read_configuration(text.encode(), "x.toml", "/").document
    assert document
    assert len(document.problems) == 100
    assert time.process_time() - started < 1.5


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("", '[[override]]\npaths = ["a"]\nignore = { TTL101 = "x" }\n'),
        ("strict = true", 'strict = true\n\n[[override]]\npaths = ["a"]\nignore = { TTL101 = "x" }\n'),
        (
            "strict = true\r\n",
            'strict = true\r\n\r\n[[override]]\r\npaths = ["a"]\r\nignore = { TTL101 = "x" }\r\n',
        ),
    ],
    ids=["none", "no end", "windows"],
)
def test_an_override_stands_apart_with_the_line_ends_of_the_file(before: str, expected: str) -> None:
    wish = Wish(rules=rule_set("TTL101"), reason="x", path="a")
    after = with_override(before.encode(), "x.toml", (), wish)
    assert after
    assert after.decode() == expected
