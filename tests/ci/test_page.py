"""What the page about continuous integration tells people to paste: it fits what is there."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from ossr_catalogue import __version__
from ossr_catalogue.schemas import schema

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "catalogue" / "pages" / "continuous-integration.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
YAML = [text for language, text in BLOCKS if language == "yaml"]
OURS = "escape-ossr/ossr-catalogue"
PINNED = re.compile(r"[\w-]+/[\w./-]+@[0-9a-f]{40}")
RAW = f"https://raw.githubusercontent.com/{OURS}/v{__version__}/"


def blocks_with(key: str) -> list[Any]:
    parsed = [yaml.load(text, Loader=yaml.BaseLoader) for text in YAML]  # noqa: S506 - it makes text only
    return [pytest.param(block, id=f"{key} {number}") for number, block in enumerate(parsed) if key in block]


WORKFLOWS, PIPELINES, HOOKS = blocks_with("jobs"), blocks_with("include"), blocks_with("repos")
ACTION = yaml.safe_load((ROOT / ".github" / "actions" / "lint" / "action.yml").read_text(encoding="utf-8"))
COMPONENT = next(iter(yaml.safe_load_all((ROOT / "templates" / "lint.yml").read_text(encoding="utf-8"))))


def steps_of(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def rows_below(heading: str) -> dict[str, str]:
    """Give the rows of the tables of one part, by the name in their first column."""
    part = TEXT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return dict(re.findall(r"^\| `([\w-]+)` \| (.+) \|$", part, re.MULTILINE))


def test_there_are_examples_of_each() -> None:
    assert (len(WORKFLOWS), len(PIPELINES), len(HOOKS)) == (3, 3, 2)


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_a_workflow_calls_our_action_by_its_path_with_inputs_that_it_has(workflow: dict[str, Any]) -> None:
    (step,) = (step for step in steps_of(workflow) if step["uses"].startswith(OURS))
    assert step["uses"] == f"{OURS}/.github/actions/lint@v{__version__}"
    assert set(step.get("with", {})) <= set(ACTION["inputs"])


@pytest.mark.parametrize("workflow", WORKFLOWS)
def test_a_workflow_pins_what_others_wrote(workflow: dict[str, Any]) -> None:
    others = [step["uses"] for step in steps_of(workflow) if not step["uses"].startswith(OURS)]
    assert [one for one in others if not PINNED.fullmatch(one)] == []
    assert workflow["permissions"] == {}


@pytest.mark.skipif(not shutil.which("check-jsonschema"), reason="check-jsonschema is not installed")
@pytest.mark.parametrize("block", [*WORKFLOWS, *PIPELINES])
def test_the_forges_own_schemas_accept_it(block: dict[str, Any], tmp_path: Path) -> None:
    (text,) = (text for text in YAML if yaml.load(text, Loader=yaml.BaseLoader) == block)  # noqa: S506 - it makes text only
    (tmp_path / "pasted.yml").write_text(text)
    name = "github-workflows" if "jobs" in block else "gitlab-ci"
    command = ["check-jsonschema", "--builtin-schema", f"vendor.{name}", tmp_path / "pasted.yml"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("pipeline", PIPELINES)
def test_a_pipeline_includes_our_component_with_inputs_that_it_has(pipeline: dict[str, Any]) -> None:
    (included,) = pipeline["include"]
    if "remote" in included:
        assert included["remote"].startswith(RAW)
        assert (ROOT / included["remote"].removeprefix(RAW)).is_file()
    else:
        name, _, version = included["component"].rpartition("/")[2].partition("@")
        assert (version, (ROOT / "templates" / f"{name}.yml").is_file()) == (f"v{__version__}", True)
    assert set(included.get("inputs", {})) <= set(COMPONENT["spec"]["inputs"])


@pytest.mark.parametrize("pipeline", PIPELINES)
def test_what_a_pipeline_adds_is_added_to_the_job_that_there_is(pipeline: dict[str, Any]) -> None:
    assert set(pipeline) - {"include"} <= {COMPONENT["spec"]["inputs"]["job-name"]["default"]}


@pytest.mark.parametrize("configured", HOOKS)
def test_the_hooks_are_ours(configured: dict[str, Any]) -> None:
    (repository,) = configured["repos"]
    ours = {
        hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    }
    assert (repository["repo"], repository["rev"]) == (f"https://github.com/{OURS}", f"v{__version__}")
    assert {hook["id"] for hook in repository["hooks"]} <= ours
    assert all(hook["args"][-1] == "--" for hook in repository["hooks"] if "args" in hook)


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("GitHub Actions", {**ACTION["inputs"], **ACTION["outputs"]}),
        ("GitLab", COMPONENT["spec"]["inputs"]),
        (
            "pre-commit",
            [hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))],
        ),
    ],
    ids=["action", "component", "hooks"],
)
def test_everything_that_there_is_has_its_row_and_nothing_else(heading: str, names: Any) -> None:  # noqa: ANN401 - plain YAML
    assert set(rows_below(heading)) == set(names)


@pytest.mark.parametrize(
    ("heading", "defaults"),
    [
        ("GitHub Actions", {name: about["default"] for name, about in ACTION["inputs"].items()}),
        ("GitLab", {name: about["default"] for name, about in COMPONENT["spec"]["inputs"].items()}),
    ],
    ids=["action", "component"],
)
def test_a_default_that_is_named_is_the_one_that_there_is(heading: str, defaults: dict[str, Any]) -> None:
    named = {name: row.rpartition("| ")[2] for name, row in rows_below(heading).items() if row.endswith("`")}
    assert len(named) >= 1
    assert {name: f"`{defaults[name]}`" for name in named} == named


def test_editors_are_told_the_address_of_the_schema() -> None:
    told = re.findall(r"https://\S+\.schema\.json", TEXT)
    assert len(told) >= 5
    assert set(told) == {schema("executables-1")["$id"]}


def test_what_is_written_in_json_is_json() -> None:
    assert all(json.loads(text) for language, text in BLOCKS if language == "json")


def test_the_program_for_prose_gives_titles_and_descriptions_as_markdown(tmp_path: Path) -> None:
    (program,) = (text for language, text in BLOCKS if language == "python")
    (tmp_path / "list.yaml").write_text("executables: [{title: Fit a line, description: To points.}]")
    done = subprocess.run(
        [sys.executable, "-c", program, "list.yaml"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == "# Fit a line\n\nTo points.\n\n"
