"""The client gets a whole generation or keeps the one before, whatever the network does."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import sample_catalogue as sample
from ossr_catalogue.client import Catalogue, StaleCatalogueWarning
from ossr_catalogue.errors import SourceError, UsageError
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from published_site import Site, changed, contents, dead_address, put, serving
from sample_site import SETTINGS

EVERY_TYPE = sample.catalogue(*sample.of_every_type())
WHOLE = contents()
PARTED = contents(whole_up_to=5)
NEWER = contents(
    of=sample.catalogue(
        *sample.of_every_type()[1:], sample.entry(JupyterNotebook(location="new.ipynb"), "Another")
    ),
    whole_up_to=5,
)
FAULTS = ("500", "html", "cut", "slow")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(WHOLE) as served:
        yield served


def loaded(site: Site, cache: Path, **more: float) -> Catalogue:
    return Catalogue.load(site.address, cache=cache, **({"timeout_seconds": 0.3} | more))


def remembered(cache: Path, **changes: float) -> None:
    """Change what is remembered of the one catalogue that is kept."""
    (state,) = cache.glob("*/state-*.json")
    state.write_text(json.dumps(json.loads(state.read_text()) | changes))


def test_a_folder_a_file_a_site_and_its_index_are_the_same_catalogue(site: Site, tmp_path: Path) -> None:
    folder = put(WHOLE, tmp_path / "site")
    addresses: list[str | Path] = [
        folder,
        folder / "index.json",
        str(folder),
        site.address,
        f"{site.address}index.json",
    ]
    generations = {Catalogue.load(one, cache=tmp_path / "c").generation for one in addresses}
    assert generations == {json.loads(WHOLE["index.json"])["generation"]}


def test_an_index_in_parts_holds_the_same_executables_as_a_whole_one(tmp_path: Path) -> None:
    whole, parted = (put(files, tmp_path / name) for name, files in (("a", WHOLE), ("b", PARTED)))
    assert "parts" in json.loads(PARTED["index.json"])
    assert [one.uuid for one in Catalogue.load(parted)] == [one.uuid for one in Catalogue.load(whole)]


def test_what_has_not_changed_is_not_sent_again(site: Site, tmp_path: Path) -> None:
    loaded(site, tmp_path)
    loaded(site, tmp_path)
    assert site.asked == ["200 index.json", "200 platforms.json", "304 index.json"]


def test_of_a_new_generation_only_the_parts_that_changed_are_fetched(tmp_path: Path) -> None:
    with serving(PARTED) as site:
        loaded(site, tmp_path)
        site.files, site.asked = NEWER, []
        assert len(loaded(site, tmp_path)) == 12
    fetched = {one.removeprefix("200 ") for one in site.asked if "index/" in one}
    assert fetched == {path for path in NEWER if path.startswith("index/") and path not in PARTED}


def test_what_was_asked_for_a_moment_ago_is_not_asked_for_again(site: Site, tmp_path: Path) -> None:
    loaded(site, tmp_path)
    asked = list(site.asked)
    assert len(loaded(site, tmp_path, max_age_seconds=60)) == 13
    assert site.asked == asked


def test_a_packed_answer_is_unpacked(site: Site, tmp_path: Path) -> None:
    site.packed = True
    assert len(loaded(site, tmp_path)) == 13


@pytest.mark.parametrize("fault", FAULTS)
def test_a_failing_network_gives_the_last_good_one_with_a_warning(
    site: Site, tmp_path: Path, fault: str
) -> None:
    before = loaded(site, tmp_path)
    site.files, site.fault = NEWER, fault
    with pytest.warns(StaleCatalogueWarning, match="used instead: what was confirmed 0 s ago, built 2026"):
        after = loaded(site, tmp_path)
    assert after.generation == before.generation
    assert before.failure == ""
    assert after.failure


@pytest.mark.parametrize("fault", FAULTS)
def test_a_failing_network_and_nothing_kept_is_an_error(site: Site, tmp_path: Path, fault: str) -> None:
    site.fault = fault
    with pytest.raises(SourceError, match="and nothing of it was kept from before"):
        loaded(site, tmp_path)


def test_nobody_there_and_nothing_kept_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="refused; and nothing of it was kept"):
        Catalogue.load(dead_address(), cache=tmp_path)


def test_after_a_failure_the_server_is_left_in_peace_and_the_warning_stays(
    site: Site, tmp_path: Path
) -> None:
    loaded(site, tmp_path)
    remembered(tmp_path, tried=0.0)
    site.fault = "500"
    with pytest.warns(StaleCatalogueWarning):
        loaded(site, tmp_path)
    asked = list(site.asked)
    with pytest.warns(StaleCatalogueWarning, match="the server answered 500"):
        loaded(site, tmp_path, max_age_seconds=60)
    assert site.asked == asked


def test_when_the_network_is_back_nothing_is_stale(site: Site, tmp_path: Path) -> None:
    loaded(site, tmp_path)
    site.fault = "500"
    with pytest.warns(StaleCatalogueWarning):
        loaded(site, tmp_path)
    site.fault, site.files = "", contents(of=EVERY_TYPE)
    assert (len(loaded(site, tmp_path)), loaded(site, tmp_path).failure) == (12, "")


def test_how_old_what_is_kept_is_counts_from_its_last_confirmation(site: Site, tmp_path: Path) -> None:
    loaded(site, tmp_path)
    remembered(tmp_path, confirmed=time.time() - 3 * 3600)
    site.fault = "500"
    with pytest.warns(StaleCatalogueWarning, match="confirmed 3 h ago"):
        assert loaded(site, tmp_path).age_seconds == pytest.approx(3 * 3600, abs=60)


def test_a_generation_that_comes_in_between_is_fetched_as_a_whole(tmp_path: Path) -> None:
    with serving(PARTED) as site:
        site.after = {"index.json": NEWER}
        assert len(loaded(site, tmp_path)) == 12
    again = site.asked.index("200 index.json", 1)
    assert site.asked[again - 1].startswith("404 index/")
    assert site.headers[again]["Cache-Control"] == "no-cache"


def test_a_mixture_that_stays_one_gives_the_last_good_one(tmp_path: Path) -> None:
    with serving(PARTED) as site:
        before = loaded(site, tmp_path)
        site.files, site.asked = PARTED | {"index.json": NEWER["index.json"]}, []
        with pytest.warns(StaleCatalogueWarning, match="404"):
            assert loaded(site, tmp_path).generation == before.generation
    assert [one for one in site.asked if "index.json" in one] == ["200 index.json"] * 2


def test_a_part_that_is_not_the_named_one_gives_the_last_good_one(tmp_path: Path) -> None:
    with serving(PARTED) as site:
        before = loaded(site, tmp_path)
        site.files = NEWER | {name: b'{"executables": []}' for name in NEWER if name.startswith("index/")}
        with pytest.warns(StaleCatalogueWarning, match="is not the file that the index names"):
            assert loaded(site, tmp_path).generation == before.generation


def test_platforms_of_another_generation_give_the_last_good_one(site: Site, tmp_path: Path) -> None:
    before = loaded(site, tmp_path)
    fewer = contents(settings=replace(SETTINGS, platforms=SETTINGS.platforms[:3]))
    site.files = fewer | {"platforms.json": WHOLE["platforms.json"]}
    with pytest.warns(StaleCatalogueWarning, match=r"platforms\.json: is not the file that the index names"):
        after = loaded(site, tmp_path)
    assert set(after.platforms) == set(before.platforms)


def test_what_is_kept_is_not_used_once_it_is_damaged(site: Site, tmp_path: Path) -> None:
    loaded(site, tmp_path)
    for blob in tmp_path.rglob("*.blob"):
        blob.write_bytes(b"damaged")
    site.fault = "500"
    with pytest.raises(SourceError, match="and what was kept from before is damaged"):
        loaded(site, tmp_path)


def test_the_warning_points_to_whoever_called(site: Site, tmp_path: Path) -> None:
    Catalogue.load(site.address, cache=tmp_path)
    site.fault = "500"
    with pytest.warns(StaleCatalogueWarning) as warned:
        Catalogue.load(site.address, cache=tmp_path)
    assert [one.filename for one in warned] == [__file__]


@pytest.mark.parametrize("path", ["index/", "platforms.json"])
def test_a_folder_with_a_file_that_is_not_the_named_one_is_refused(tmp_path: Path, path: str) -> None:
    other = {name: content[:-1] for name, content in PARTED.items() if name.startswith(path)}
    with pytest.raises(SourceError, match="is not the file that the index names"):
        Catalogue.load(put(PARTED | other, tmp_path))


def test_an_index_that_was_changed_on_the_way_is_refused(tmp_path: Path) -> None:
    put(WHOLE | {"index.json": WHOLE["index.json"].replace(b"Explore", b"Exploit")}, tmp_path)
    with pytest.raises(SourceError, match="its content is not that of its generation"):
        Catalogue.load(tmp_path)


def test_what_a_newer_minor_version_adds_is_passed_over(tmp_path: Path) -> None:
    index = json.loads(WHOLE["index.json"])
    entries = [
        one
        | {"status": "resting", "moons": 3, "compute": [{"qubits": {"min": 5}, "cores": {"min": 1, "x": 2}}]}
        for one in index["executables"]
    ]
    put(
        WHOLE | {"index.json": changed(WHOLE["index.json"], version="1.9.0", executables=entries, new=[])},
        tmp_path,
    )
    catalogue = Catalogue.load(tmp_path)
    assert {one.fits("mybinder").constraint for one in catalogue} <= {"type", "memory"}


def test_a_newer_major_version_is_refused_with_what_to_do(site: Site, tmp_path: Path) -> None:
    loaded(site, tmp_path)
    site.files = WHOLE | {"index.json": changed(WHOLE["index.json"], version="2.0.0")}
    with pytest.raises(UsageError, match=r"version is 2\.0\.0.*pip install --upgrade ossr-catalogue"):
        loaded(site, tmp_path)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<html>", "found HTML"),
        (WHOLE["index.json"][:-100], "only a part of it"),
        (b"[]", "found no JSON object"),
        (b"{}", "its version is None"),
        (b"[" * 100_000, "not JSON"),
        (changed(WHOLE["index.json"], count=99), "99 executables are announced, 13 are there"),
        (changed(WHOLE["index.json"], executables=[1]), "expected a list of objects"),
        (changed(WHOLE["index.json"], executables=[{"uuid": 1}]), "has no uuid, type, title or component"),
        (changed(PARTED["index.json"], parts=[{"href": "x"}]), "a part has no href"),
        (
            changed(PARTED["index.json"], parts=[{"href": "x", "sha256": "0" * 64, "size": 2**31}]),
            "its parts have more than 1,073,741,824 bytes",
        ),
        (
            changed(PARTED["index.json"], parts=[{"href": "../../x", "sha256": "0" * 64, "size": 1}]),
            "outside of its folder",
        ),
    ],
    ids=["html", "cut", "list", "empty", "deep", "count", "entries", "entry", "part", "large", "outside"],
)
def test_what_is_no_index_is_refused_in_words(tmp_path: Path, content: bytes, said: str) -> None:
    put(PARTED | {"index.json": content}, tmp_path / "site")
    with pytest.raises(SourceError, match=said):
        Catalogue.load(tmp_path / "site")


def test_no_such_folder_is_the_callers_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"expected a catalogue's index\.json"):
        Catalogue.load(tmp_path / "nowhere")


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:,x", "http://me:secret@127.0.0.1/x", "http://[bad/"],
)
def test_a_redirect_leads_to_the_web_or_nowhere(site: Site, tmp_path: Path, target: str) -> None:
    site.fault, site.target = "elsewhere", target
    with pytest.raises(SourceError) as refused:
        loaded(site, tmp_path)
    assert "secret" not in str(refused.value)


def test_a_redirect_is_followed_and_hrefs_are_relative_to_where_it_leads(site: Site, tmp_path: Path) -> None:
    site.files = {f"new/{path}": content for path, content in WHOLE.items()}
    site.fault, site.at, site.target = "elsewhere", "index.json", f"{site.address}new/index.json?token=secret"
    site.files["new/index.json?token=secret"] = WHOLE["index.json"]
    catalogue = loaded(site, tmp_path)
    assert next(iter(catalogue)).page.startswith(f"{site.address}new/executables/")
    assert not [file for file in tmp_path.rglob("*") if file.is_file() and b"secret" in file.read_bytes()]


@pytest.mark.parametrize(
    "address", ["https://me:pw@example.org/", "ftp://example.org/", "https://", "http://[x/"]
)
def test_an_address_with_a_password_or_of_another_kind_is_refused(tmp_path: Path, address: str) -> None:
    with pytest.raises(UsageError) as refused:
        Catalogue.load(address, cache=tmp_path)
    assert "pw" not in str(refused.value)


def test_without_a_place_to_keep_things_it_works_all_the_same(site: Site, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert len(loaded(site, tmp_path / "file")) == 13


@pytest.mark.parametrize("what", ["*.blob", "*.json", "*.*"], ids=["files", "state", "all"])
def test_what_is_damaged_in_the_cache_is_fetched_again(site: Site, tmp_path: Path, what: str) -> None:
    loaded(site, tmp_path)
    for file in tmp_path.rglob(what):
        file.write_bytes(file.read_bytes()[:-10])
    assert len(loaded(site, tmp_path)) == 13


def test_what_nobody_has_used_for_long_is_taken_away(site: Site, tmp_path: Path) -> None:
    loaded(site, tmp_path)
    (folder,) = tmp_path.iterdir()
    old = folder / f"{'0' * 64}.blob"
    old.write_bytes(b"old")
    for blob in folder.glob("*.blob"):
        os.utime(blob, (0, 0))
    loaded(site, tmp_path)
    assert not old.exists()
    assert len(list(folder.glob("*.blob"))) == 2


LOAD_OFTEN = """
import sys
from pathlib import Path
from ossr_catalogue.client import Catalogue
address, cache = sys.argv[1:]
print(sum(len(Catalogue.load(address, cache=Path(cache))) for _ in range(5)))
"""


def test_several_processes_share_what_is_kept(site: Site, tmp_path: Path) -> None:
    command = [sys.executable, "-c", LOAD_OFTEN, site.address, str(tmp_path)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert [process.communicate(timeout=60)[0] for process in running] == ["65\n"] * 3
    assert not list(tmp_path.rglob("*.part"))
