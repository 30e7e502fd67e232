"""Of several lists one counts, and where it lies is never outside the repository."""

import pytest

from ossr_catalogue.harvest.lists import choose_list, is_relative


@pytest.mark.parametrize(
    ("paths", "named", "chosen"),
    [
        pytest.param({"executables.yaml", "executables.json"}, "", "executables.json", id="in their order"),
        pytest.param({".ossr/executables.yaml"}, "", ".ossr/executables.yaml", id="in its folder"),
        pytest.param({"docs/list.json"}, "docs/list.json", "docs/list.json", id="as codemeta says"),
        pytest.param({"docs/list.json"}, "./docs/list.json", "docs/list.json", id="with a dot before it"),
        pytest.param(
            {"executables.yml", "list.json"}, "list.json", "executables.yml", id="codemeta comes last"
        ),
        pytest.param({"docs/executables.json"}, "", None, id="not at the top"),
        pytest.param(set(), "", None, id="nothing"),
    ],
)
def test_the_first_that_exists_counts(paths: set[str], named: str, chosen: str | None) -> None:
    assert choose_list(paths, named).path == chosen


def test_a_second_one_is_reported_and_never_merged() -> None:
    choice = choose_list({"executables.json", "executables.yaml"}, "")
    assert choice.complaints == (
        ("executables.yaml", "a second list is not read: executables.json comes first; join them into one"),
    )


def test_the_same_one_named_by_codemeta_is_no_second() -> None:
    assert choose_list({"executables.json"}, "executables.json").complaints == ()


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "../x.json",
        "a/../../x",
        "https://x.org/x.json",
        "C:/x",
        "~/x",
        "\\x",
        "a\nb",
        " x",
        "..",
    ],
)
def test_a_path_that_leads_outside_is_refused_and_reported(path: str) -> None:
    assert not is_relative(path)
    choice = choose_list({path}, path)
    assert choice.path is None
    assert choice.complaints[0][0] == "codemeta.json"


def test_a_path_that_leads_nowhere_is_reported() -> None:
    ((_, complaint),) = choose_list({"a"}, "b.json").complaints
    assert complaint == (
        "its key 'executables' says 'b.json', and there is no such file; correct the path or add the file"
    )
