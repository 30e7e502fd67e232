"""The playground as it is published: complete or not there at all, the same every time."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from built_site import build_sample, read_page
from ossr_catalogue.cli.main import _status
from ossr_catalogue.errors import PublishError
from ossr_catalogue.lint.registry import all_rules, rule
from ossr_catalogue.lint.sound import SOUND_JSON, SOUND_YAML
from ossr_catalogue.publish.in_browser import answer
from ossr_catalogue.publish.pages.playground import examples_file
from ossr_catalogue.publish.pages.rule_examples import playable
from ossr_catalogue.publish.playground import packed_linter, playground_files
from playground_site import build_with, false_runtime

BITS = SOUND_YAML + "    compute-resources:\n      - memory: 16 Gb\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site with a playground, whose runtime does not run."""
    folder = tmp_path_factory.mktemp("playground")
    (folder / "pyodide").mkdir()
    build_with(false_runtime(folder / "pyodide"), folder / "site")
    return folder / "site"


def unpacked(folder: Path) -> Path:
    zipfile.ZipFile(io.BytesIO(packed_linter())).extractall(folder)
    return folder


def test_the_packed_linter_is_the_same_every_time() -> None:
    assert packed_linter() == packed_linter()


def test_the_packed_linter_tells_no_time() -> None:
    packed = zipfile.ZipFile(io.BytesIO(packed_linter())).infolist()
    assert {file.date_time for file in packed} == {(1980, 1, 1, 0, 0, 0)}


def test_the_packed_linter_answers_without_anything_else_installed(tmp_path: Path) -> None:
    program = (
        "import sys; from ossr_catalogue.publish.in_browser import answer; import yaml\n"
        "assert not yaml.__with_libyaml__\n"
        "sys.stdout.write(answer(sys.stdin.read(), 'executables.yaml'))\n"
    )
    command = [
        sys.executable,
        "-I",
        "-S",
        "-c",
        f"import sys; sys.path.insert(0, {str(unpacked(tmp_path))!r}); {program}",
    ]
    done = subprocess.run(command, input=BITS, capture_output=True, text=True, check=False)
    assert (done.stderr, json.loads(done.stdout)) == ("", json.loads(answer(BITS, "executables.yaml")))


def test_the_packed_linter_carries_the_licence_of_what_is_not_ours(tmp_path: Path) -> None:
    assert "Permission is hereby granted" in (unpacked(tmp_path) / "yaml" / "LICENSE").read_text()


def test_the_packed_linter_holds_nothing_that_browsers_cannot_use() -> None:
    names = zipfile.ZipFile(io.BytesIO(packed_linter())).namelist()
    assert [name for name in names if not name.endswith((".py", ".json", "LICENSE"))] == []
    assert [name for name in names if "/harvest/" in name or "/cli/" in name] == []


def test_an_answer_has_the_report_that_the_command_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("executables.yaml").write_text(BITS)
    _status(["lint", "--strict", "--isolated", "--format", "json", "executables.yaml"])
    assert json.loads(capsys.readouterr().out) == json.loads(answer(BITS, "executables.yaml"))["report"]


def test_an_answer_counts_in_words() -> None:
    assert json.loads(answer(BITS, "executables.yaml"))["summary"] == "1 error"
    assert json.loads(answer(SOUND_JSON, "executables.json"))["summary"] == "Nothing to complain about"


def test_an_answer_shows_hidden_letters() -> None:
    text = SOUND_JSON.replace('"executables"', '"execu\\u202etables"')
    messages = [shown["message"] for shown in json.loads(answer(text, "executables.json"))["shown"]]
    assert any("execu<U+202E>tables" in message for message in messages)
    assert not any("\u202e" in message for message in messages)


def test_an_answer_has_the_edits_of_a_fix() -> None:
    text = SOUND_JSON.replace("urn:types/", "URN:types/")
    fix = json.loads(answer(text, "executables.json"))["shown"][0]["fix"]
    for edit in fix["edits"]:
        text = text[: edit["start"]] + edit["text"] + text[edit["end"] :]
    assert (text, fix["safe"]) == (SOUND_JSON, False)


def test_what_a_comment_lets_stand_is_not_told() -> None:
    text = BITS.replace("16 Gb", "16 Gb # lint: ignore[RES104] bits indeed")
    assert json.loads(answer(text, "executables.yaml"))["shown"] == []


def test_a_site_holds_all_that_its_playground_loads(site: Path) -> None:
    folder = site / "playground"
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()) == [
        "examples.json",
        "index.html",
        "linter.zip",
        "pyodide-1.2.3/pyodide-lock.json",
        "pyodide-1.2.3/pyodide.asm.mjs",
        "pyodide-1.2.3/pyodide.asm.wasm",
        "pyodide-1.2.3/pyodide.mjs",
        "pyodide-1.2.3/python_stdlib.zip",
    ]
    assert (site / "assets" / "playground" / "main.js").is_file()


@pytest.mark.parametrize("page", ["rules/", "rules/RES104/", "linting/", "", "format/"])
def test_pages_lead_to_the_playground(site: Path, page: str) -> None:
    addresses = read_page((site / page / "index.html").read_text(encoding="utf-8")).addresses()
    assert any("playground/" in address for address in addresses)


def test_a_rules_page_opens_its_own_example(site: Path) -> None:
    page = read_page((site / "rules" / "RES104" / "index.html").read_text(encoding="utf-8"))
    assert "../../playground/#example=RES104" in page.addresses()


def test_every_example_that_a_page_offers_is_there(site: Path) -> None:
    texts = json.loads((site / "playground" / "examples.json").read_text(encoding="utf-8"))
    linked = {
        address.partition("#example=")[2]
        for path in (site / "rules").glob("*/index.html")
        for address in read_page(path.read_text(encoding="utf-8")).addresses()
        if "#example=" in address
    }
    assert linked == texts.keys() - {"sound-json", "sound-yaml"}


def test_every_example_says_what_it_is_an_example_of() -> None:
    texts = json.loads(examples_file().content)
    for key, text in texts.items():
        codes = [one["code"] for one in json.loads(answer(text))["report"]["findings"]]
        assert key.partition("-")[0] in codes or (key.startswith("sound-") and codes == []), key
    assert texts["sound-yaml"] == SOUND_YAML


def test_most_rules_have_an_example_to_play_with() -> None:
    played = {key.partition("-")[0] for key in json.loads(examples_file().content)}
    of_lists = {one.code for one in all_rules() if one.family() not in {"CFG", "CAT", "REF"}}
    assert len(of_lists - played) <= 4, of_lists - played


@pytest.mark.slow
def test_without_the_runtime_there_is_no_playground_and_no_way_to_it(tmp_path: Path) -> None:
    build_sample(tmp_path / "site")
    assert not (tmp_path / "site" / "playground").exists()
    assert not (tmp_path / "site" / "assets" / "playground").exists()
    pages = (path.read_text(encoding="utf-8") for path in (tmp_path / "site").rglob("*.html"))
    assert [page for page in pages if any("playground/" in one for one in read_page(page).addresses())] == []


def test_a_folder_that_is_not_the_package_is_refused_with_its_reason(tmp_path: Path) -> None:
    with pytest.raises(
        PublishError, match=r"expected the unpacked npm package `pyodide`, found no package\.json"
    ):
        list(playground_files(tmp_path))


def test_a_rule_that_is_wrong_by_its_surroundings_has_nothing_to_play_with() -> None:
    assert list(playable(rule("missing-file"))) == []
