"""`lint --show-settings`: what counts for which files, for people and for programs."""

import json
from pathlib import Path

import pytest

from command_line import run
from ossr_catalogue.lint.sound import SOUND_YAML

DEFAULTS = """select = ["ALL"]                    # default
fail-on = "error"                   # default
strict = false                      # default
exclude = []                        # default
limits.memory-per-node = "4 TiB"    # default
limits.memory-per-core = "256 GiB"  # default
limits.cores-per-node = 1024        # default
limits.gpus-per-node = 64           # default
limits.walltime = "30 d"            # default
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a checkout with a list at its top and one in each of two folders, of which one is configured."""
    (tmp_path / ".git").mkdir()
    for place in (tmp_path, tmp_path / "a", tmp_path / "b"):
        place.mkdir(exist_ok=True)
        (place / "executables.yaml").write_text(SOUND_YAML)
    (tmp_path / "b" / ".ossr-catalogue.toml").write_text("strict = true\nstrikt = true\n")
    return tmp_path


def test_files_with_the_same_configuration_stand_together(folder: Path) -> None:
    shown = run("lint", "--show-settings", cwd=folder)
    first, second = shown.stdout.split("\n\n")
    assert first + "\n" == "# executables.yaml, a/executables.yaml\n# no configuration\n" + DEFAULTS
    assert second.splitlines()[:3] == [
        "# b/executables.yaml",
        "# configured by b/.ossr-catalogue.toml",
        "# something is wrong in it (1): `ossr-catalogue lint` says what",
    ]
    assert "strict = true                       # b/.ossr-catalogue.toml:1" in second
    assert (shown.returncode, shown.stderr) == (0, "")


def test_of_many_files_people_see_the_first(folder: Path) -> None:
    for name in ("c", "d"):
        (folder / name).mkdir()
        (folder / name / "executables.yaml").write_text(SOUND_YAML)
    shown = run("lint", "--show-settings", "--isolated", cwd=folder)
    assert shown.stdout.splitlines()[0] == (
        "# executables.yaml, a/executables.yaml, b/executables.yaml and 2 more"
    )


def test_a_program_gets_every_file_and_every_origin(folder: Path) -> None:
    shown = run("lint", "b", "--show-settings", "--format", "json", "--ignore", "TTL", cwd=folder)
    plain = json.loads(shown.stdout)
    assert plain["version"] == 1
    (group,) = plain["configurations"]
    assert (group["path"], group["problems"]) == ("b/.ossr-catalogue.toml", 1)
    assert group["files"] == ["b/executables.yaml"]
    settings = {one["name"]: (one["value"], one["origin"]) for one in group["settings"]}
    assert settings["exclude"] == ([], {"kind": "default"})
    assert settings["ignore"] == (["TTL"], {"kind": "option", "option": "--ignore"})
    assert settings["strict"] == (
        True,
        {"kind": "configuration", "path": "b/.ossr-catalogue.toml", "line": 1},
    )


def test_a_reason_can_do_no_harm_on_a_terminal(folder: Path) -> None:
    (folder / ".ossr-catalogue.toml").write_text('ignore = { TTL = "a\\u001b[2Jb\\u202ec" }\n')
    shown = run("lint", "executables.yaml", "--show-settings", cwd=folder).stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_where_no_list_is_the_status_says_so(tmp_path: Path) -> None:
    assert run("lint", "--show-settings", cwd=tmp_path).returncode == 3
