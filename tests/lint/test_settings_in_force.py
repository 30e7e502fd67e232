"""Which settings count for a file, and who said so."""

import pytest

from ossr_catalogue.lint.configuration.in_force import settings_in_force
from ossr_catalogue.lint.configuration.reading import read_configuration
from ossr_catalogue.lint.configuration.reference import settings_reference
from ossr_catalogue.lint.rule_sets import Ranked
from ossr_catalogue.lint.selection import rule_set
from ossr_catalogue.lint.settings import FailOn, Flags
from ossr_catalogue.model.finding import Severity

UUID = "6f0d7a52-1c1e-4b7b-9d3a-5b8c2f4e7a10"


def in_force(
    configuration: str = "", flags: Flags | None = None, table: tuple[str, ...] = ()
) -> dict[str, tuple[object, str]]:
    """Give value and origin of each setting."""
    read = read_configuration(configuration.encode(), "c.toml", "/repository", table)
    found = settings_in_force(read if configuration else None, flags)
    return {one.name: (one.value, str(one.origin)) for one in found}


def test_without_anything_said_the_defaults_of_the_reference_count() -> None:
    found = in_force()
    assert found == {
        "select": (["ALL"], "default"),
        "fail-on": ("error", "default"),
        "strict": (False, "default"),
        "exclude": ([], "default"),
        "limits.memory-per-node": ("4 TiB", "default"),
        "limits.memory-per-core": ("256 GiB", "default"),
        "limits.cores-per-node": (1024, "default"),
        "limits.gpus-per-node": (64, "default"),
        "limits.walltime": ("30 d", "default"),
    }
    order = [card.name for card in settings_reference()]
    assert sorted(found, key=order.index) == list(found)


CONFIGURED = f"""fail-on = "warning"
strict = false
select = ["RES", "STO"]
exclude = ["legacy/**"]
ignore = {{ DSC110 = "telegram style" }}
limits.walltime = "60 d"
limits.gpus-per-node = 64

[severity]
ttl = "error"

[[override]]
uuid = "{UUID}"
pointer = "/compute-resources/0"
ignore = {{ RES105 = "needs 6 TiB" }}

[[override]]
paths = ["old/**"]
severity = {{ TTL = "note" }}
"""


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("fail-on", "warning", 1),
        ("strict", False, 2),
        ("select", ["RES", "STO"], 3),
        ("exclude", ["legacy/**"], 4),
        ("ignore.DSC110", "telegram style", 5),
        ("limits.walltime", "60 d", 6),
        ("limits.gpus-per-node", 64, 7),
        ("severity.TTL", "error", 10),
        ("override[0].uuid", UUID, 13),
        ("override[0].pointer", "/compute-resources/0", 14),
        ("override[0].ignore.RES105", "needs 6 TiB", 15),
        ("override[1].paths", ["old/**"], 18),
        ("override[1].severity.TTL", "note", 19),
    ],
)
def test_what_is_configured_names_its_line(name: str, value: object, line: int) -> None:
    assert in_force(CONFIGURED)[name] == (value, f"c.toml:{line}")


def test_in_a_table_of_another_file_lines_are_those_of_the_file() -> None:
    text = '[project]\nname = "x"\n\n[tool.ossr-catalogue]\nstrict = true\n'
    assert in_force(text, table=("tool", "ossr-catalogue"))["strict"] == (True, "c.toml:5")


def test_a_rule_in_a_list_without_reasons_names_its_own_line() -> None:
    found = in_force('ignore = [\n  "TTL",\n  "RES101",\n]\n')
    assert found["ignore.RES101"] == ("", "c.toml:3")


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ('fail-on = "loud"', "fail-on", "error"),
        ("strict = 1", "strict", False),
        ('select = ["NOTHING"]', "select", ["ALL"]),
        ("exclude = [1]", "exclude", []),
        ('limits.walltime = "long"', "limits.walltime", "30 d"),
        ("strict =", "strict", False),
    ],
)
def test_what_was_passed_over_leaves_the_default(text: str, name: str, value: object) -> None:
    assert in_force(text)[name] == (value, "default")


BY_CALLER = Flags(
    select=(rule_set("RES"),),
    extend_select=(rule_set("TTL101"), rule_set("STO")),
    ignore=(rule_set("DSC"),),
    severity=(Ranked(rules=rule_set("TTL"), severity=Severity.NOTE),),
    strict=False,
)


@pytest.mark.parametrize(
    ("name", "value", "option"),
    [
        ("select", ["RES"], "--select"),
        ("extend-select", ["TTL101", "STO"], "--extend-select"),
        ("ignore", ["DSC"], "--ignore"),
        ("severity.TTL", "note", "--severity"),
        ("strict", False, "--no-strict"),
        ("fail-on", "warning", "c.toml:1"),
    ],
)
def test_what_the_caller_says_counts_more(name: str, value: object, option: str) -> None:
    assert in_force(CONFIGURED, BY_CALLER)[name] == (value, option)


@pytest.mark.parametrize(
    ("text", "flags", "fail_on"),
    [
        ("strict = true", Flags(), ("warning", "c.toml:1")),
        ("strict = true", Flags(strict=False), ("error", "default")),
        ('fail-on = "note"', Flags(strict=True), ("warning", "--strict")),
        ("strict = true", Flags(strict=True, fail_on=FailOn.NEVER), ("never", "--fail-on")),
        ('strict = true\nfail-on = "note"', Flags(), ("note", "c.toml:2")),
    ],
    ids=["strict", "not strict", "strict caller", "caller", "both"],
)
def test_who_is_strict_decides_from_when_on_a_run_fails(
    text: str, flags: Flags, fail_on: tuple[str, str]
) -> None:
    assert in_force(text, flags)["fail-on"] == fail_on
