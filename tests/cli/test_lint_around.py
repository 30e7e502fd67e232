"""What `lint` sees around a list: the folder in which it stands, and with --online the network."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from command_line import run
from ossr_catalogue.cli.lint_folder import FolderRepository, Surroundings
from ossr_catalogue.lint.sound import SOUND


def write(path: Path, **changed: Any) -> Path:  # noqa: ANN401 - any JSON
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"executables": [{**SOUND, **changed}]}, indent=2), encoding="utf-8")
    return path


def codes(*arguments: object) -> list[str]:
    result = run("lint", "--format", "json", *map(str, arguments))
    return [found["code"] for found in json.loads(result.stdout)["findings"]]


def test_a_path_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert codes(write(tmp_path / "executables.json")) == ["REF109"]


def test_nothing_is_said_of_files_outside_of_any_checkout(tmp_path: Path) -> None:
    (tmp_path / "README.md").touch()
    assert codes(write(tmp_path / "executables.json")) == []


def test_a_path_starts_at_the_top_of_the_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "crab.ipynb").touch()
    assert codes(write(tmp_path / ".ossr" / "executables.json")) == []


def test_nothing_is_said_of_files_where_the_list_is_alone(tmp_path: Path) -> None:
    assert codes(write(tmp_path / "executables.json")) == []


def test_nothing_is_said_of_files_around_a_list_of_another_name(tmp_path: Path) -> None:
    (tmp_path / "README.md").touch()
    assert codes(write(tmp_path / "my-list.json")) == []


def test_the_second_list_of_a_repository_is_told(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "crab.ipynb").touch()
    write(tmp_path / "executables.json")
    assert codes(write(tmp_path / ".ossr" / "executables.json")) == ["CAT103"]


def test_no_link_is_followed_out_of_the_repository(tmp_path: Path) -> None:
    (tmp_path / "outside" / "secret").mkdir(parents=True)
    (tmp_path / "inside" / "own").mkdir(parents=True)
    (tmp_path / "inside" / "link").symlink_to(tmp_path / "outside", target_is_directory=True)
    (tmp_path / "inside" / "short").symlink_to(tmp_path / "inside" / "own", target_is_directory=True)
    (tmp_path / "inside" / "own" / "a.ipynb").touch()
    repository = FolderRepository(str(tmp_path / "inside"))
    assert sorted(repository.names("")) == ["link", "own", "short"]
    assert list(repository.names("link")) == []
    assert list(repository.names("short")) == ["a.ipynb"]
    assert list(repository.names("own/../..")) == []


def test_a_folder_beside_with_the_same_beginning_is_outside(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "ab").mkdir()
    (tmp_path / "ab" / "x").touch()
    assert list(FolderRepository(str(tmp_path / "a")).names("../ab")) == []


def test_a_folder_that_cannot_be_listed_is_not_known(tmp_path: Path) -> None:
    assert list(FolderRepository(str(tmp_path)).names("nowhere")) == []


def test_the_repository_is_known_from_within_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path / ".ossr" / "executables.json")
    monkeypatch.chdir(tmp_path / ".ossr")
    repository = Surroundings().of("executables.json")
    assert repository is not None
    assert sorted(repository.names("")) == [".git", ".ossr"]


def test_a_list_that_codemeta_names_belongs_to_its_repository(tmp_path: Path) -> None:
    (tmp_path / "codemeta.json").write_text('{"executables": "./ossr/list.json"}')
    assert codes("--strict", write(tmp_path / "ossr" / "list.json")) == ["REF109"]
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "crab.ipynb").touch()
    assert codes("--strict", tmp_path / "ossr" / "list.json") == []


@pytest.mark.parametrize("content", ["[]", "{", '{"executables": 1}', '{"executables": "other.json"}'])
def test_metadata_that_names_another_list_or_none_say_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / "codemeta.json").write_text(content)
    assert codes("--strict", write(tmp_path / "list.json")) == ["CAT104"]


def test_metadata_outside_of_the_checkout_do_not_count(tmp_path: Path) -> None:
    (tmp_path / "codemeta.json").write_text('{"executables": "checkout/list.json"}')
    (tmp_path / "checkout" / ".git").mkdir(parents=True)
    write(tmp_path / "checkout" / "list.json")
    assert Surroundings().of(str(tmp_path / "checkout" / "list.json")) is None


def test_a_folder_within_a_checkout_may_be_no_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.md").touch()
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "README.md").touch()
    assert codes(write(tmp_path / "part" / "executables.json")) == []
    assert codes(write(tmp_path / "executables.json")) == ["REF109"]
    (tmp_path / "part" / "codemeta.json").write_text("{}")
    assert codes(tmp_path / "part" / "executables.json") == ["REF109"]


@pytest.mark.parametrize("path", ["-", "lists/mine.json", ".ossr/executables.yml"])
def test_of_a_list_that_may_belong_anywhere_no_repository_is_known(path: str) -> None:
    assert Surroundings().of(path) is None


def test_the_network_is_not_asked_unless_it_is_wanted(tmp_path: Path) -> None:
    path = write(tmp_path / "executables.json", homepage="http://127.0.0.1:9/")
    assert "could not be checked" not in run("lint", str(path)).stderr


def test_what_may_not_be_asked_is_told_once_and_is_no_finding(tmp_path: Path) -> None:
    homepage = "http://127.0.0.1:9/"
    write(tmp_path / "a" / "executables.json", homepage=homepage)
    other = {"uuid": "911e248b-3a85-46b0-b681-cfd5ed1c2fe4", "title": "Plot the Crab light curve"}
    write(tmp_path / "b" / "executables.json", homepage=homepage, **other)
    result = run("lint", "--online", str(tmp_path))
    assert result.returncode == os.EX_OK
    assert result.stderr == (
        "1 of 1 addresses could not be checked: "
        "127.0.0.1: refused, for it is at 127.0.0.1, which is not public (1)\n"
    )
