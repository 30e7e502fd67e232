"""The file of platforms: read into values, or refused with its line."""

import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from ossr_catalogue.document.platforms import read_platforms
from ossr_catalogue.embedded import embedded
from ossr_catalogue.errors import UsageError
from ossr_catalogue.matching.measures import MEASURES
from ossr_catalogue.model.kinds import KINDS
from ossr_catalogue.model.platform import Requirement
from ossr_catalogue.model.quantity import GIB
from ossr_catalogue.schemas import schema

ONE = """\
platforms:
  - id: hub
    title: Hub
    description: >-
      Two
      lines.
    homepage: https://hub.example.org/
    types: [urn:types/jupyter-notebook]
    limits: {cores: 1.5, memory: 2 GiB, storage: 10 GB, gpus: 0, nodes: 1, walltime: PT6H}
    launch: ["https://hub.example.org/{repository}"]
    facts:
      - {says: It is small., source: "https://hub.example.org/docs", checked: 2026-11-22}
"""


def read(tmp_path: Path, text: str) -> str | None:
    """Give what is said about a file; None where it is fine."""
    path = tmp_path / "platforms.yml"
    path.write_text(text)
    try:
        read_platforms(path)
    except UsageError as error:
        return str(error).removeprefix(f"{path}, ")
    return None


def test_the_embedded_platforms_can_be_read() -> None:
    platforms = read_platforms(embedded("catalogue/platforms.yml"))
    assert len(platforms) >= 10
    assert {urn for platform in platforms for urn in platform.types} <= {kind.urn for kind in KINDS}


def test_every_known_limit_of_the_embedded_platforms_has_a_source() -> None:
    for platform in read_platforms(embedded("catalogue/platforms.yml")):
        known = {measure.name for measure in MEASURES if measure.offered(platform.limits) is not None}
        sourced = {name for fact in platform.facts for name in fact.about}
        assert known - sourced <= ({"nodes"} if platform.limits.nodes == 1 else set()), platform.id
        assert not platform.launch or "launch" in sourced, platform.id
        assert not platform.architectures or "architectures" in sourced, platform.id


def test_a_fact_says_what_it_is_the_source_of(tmp_path: Path) -> None:
    path = tmp_path / "platforms.yml"
    path.write_text(ONE.replace("says:", "about: [memory, cores], says:"))
    assert read_platforms(path)[0].facts[0].about == ("memory", "cores")


def test_the_example_of_the_guide_can_be_read(tmp_path: Path) -> None:
    guide = embedded("catalogue/pages/contribute.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(platforms:.*?)```", guide, re.DOTALL)
    assert read(tmp_path, example) is None


def test_limits_become_base_units(tmp_path: Path) -> None:
    path = tmp_path / "platforms.yml"
    path.write_text(ONE)
    limits = read_platforms(path)[0].limits
    assert (limits.cores, limits.memory_bytes, limits.walltime_seconds) == (1.5, 2 * GIB, 21_600)


def test_a_description_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "platforms.yml"
    path.write_text(ONE.replace(">-", "|"))
    assert read_platforms(path)[0].description == "Two lines."


def test_a_day_is_read_as_the_text_that_it_is(tmp_path: Path) -> None:
    path = tmp_path / "platforms.yml"
    path.write_text(ONE)
    assert read_platforms(path)[0].facts[0].checked == "2026-11-22"


def test_what_it_insists_on_is_read(tmp_path: Path) -> None:
    path = tmp_path / "platforms.yml"
    path.write_text(
        ONE.replace("    facts:", "    architectures: [arm64]\n    requires: [image-digest]\n    facts:")
    )
    platform = read_platforms(path)[0]
    assert (platform.architectures, platform.requires) == (("arm64",), (Requirement.IMAGE_DIGEST,))


def test_unknown_limits_stay_unknown(tmp_path: Path) -> None:
    path = tmp_path / "platforms.yml"
    path.write_text(ONE.replace("storage: 10 GB, gpus: 0, ", ""))
    limits = read_platforms(path)[0].limits
    assert (limits.storage_bytes, limits.gpus) == (None, None)


WRONG = [
    pytest.param("2 GiB", "2 Gb", 'line 9: platforms[0].limits.memory: "Gb" are bits, not bytes', id="bits"),
    pytest.param("PT6H", "6", "line 9: platforms[0].limits.walltime: found 6; write a text", id="no-unit"),
    pytest.param("2 GiB", '""', 'line 9: platforms[0].limits.memory: found ""; write another', id="empty"),
    pytest.param("1.5", "0", "line 9: platforms[0].limits.cores: found 0; write a number greater", id="zero"),
    pytest.param(
        "nodes: 1", "nodes: 0", "line 9: platforms[0].limits.nodes: found 0; write a number from 1", id="none"
    ),
    pytest.param(
        "1.5", "many", 'line 9: platforms[0].limits.cores: found "many"; write a number', id="words"
    ),
    pytest.param(
        "memory:", "memmory:", "line 9: platforms[0].limits: 'memmory' is no key here; did", id="slip"
    ),
    pytest.param(
        "gpus:", "colour:", "line 9: platforms[0].limits: 'colour' is no key here; write one", id="key"
    ),
    pytest.param(
        "jupyter-notebook",
        "jupyter-notebok",
        'line 8: platforms[0].types[0]: "urn:types/jupyter-notebok" is no',
        id="type",
    ),
    pytest.param(
        "[urn:types/jupyter-notebook]", "[]", "line 8: platforms[0].types: found an empty", id="no-type"
    ),
    pytest.param(
        "{repository}", "{repo}", "line 10: platforms[0].launch[0]: {repo} is not a name", id="name"
    ),
    pytest.param(
        "https://hub.example.org/{",
        "javascript:{",
        'line 10: platforms[0].launch[0]: found "javascript:',
        id="script",
    ),
    pytest.param(
        "    title: Hub\n", "", "line 2: platforms[0]: 'title' is missing; write one", id="no-title"
    ),
    pytest.param("    title:", "    title: X\n    title:", "line 4: ", id="twice"),
    pytest.param(
        "2026-11-22", "2026-13-22", 'line 12: platforms[0].facts[0].checked: "2026-13-22" is no', id="day"
    ),
    pytest.param(
        "says:", "about: [memori], says:", "line 12: platforms[0].facts[0].about[0]: found", id="about"
    ),
    pytest.param("platforms:\n", "platforms: [\n", "line ", id="no-yaml"),
]


@pytest.mark.parametrize(("old", "new", "said"), WRONG)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in ONE
    message = read(tmp_path, ONE.replace(old, new, 1))
    assert message
    assert message.startswith(said)


def test_two_platforms_cannot_share_an_identity(tmp_path: Path) -> None:
    message = read(tmp_path, ONE + ONE.removeprefix("platforms:\n"))
    assert message
    assert "two platforms are called 'hub'" in message


def test_a_file_that_is_not_there_is_the_users_business(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such file"):
        read_platforms(tmp_path / "platforms.yml")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    assert read(tmp_path, "")


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema("platforms-1"))
