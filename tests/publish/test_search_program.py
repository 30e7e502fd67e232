"""Pagefind as a program of its own: what fails it fails the build, what is set elsewhere changes nothing."""

import gzip
import json
import sys
from pathlib import Path

import cbor2
import pytest

import sample_catalogue as sample
from built_site import press_of, sample_catalogue
from ossr_catalogue.errors import PublishError
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.publish.facets import needs_value
from ossr_catalogue.publish.search import build_index
from sample_site import PLATFORMS

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script of the shell")


HOSTILE = 'a &amp; b: "c" &lt;script&gt; {}'


def filter_values(folder: Path, name: str) -> set[str]:
    files = [
        cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        for path in (folder / "filter").iterdir()
    ]
    return next({value for value, _ in values} for found, values in files if found == name)


def index(site: Path) -> dict[str, bytes]:
    site.mkdir()
    catalogue = sample_catalogue()
    build_index(catalogue, [], site, press_of(catalogue).templates, PLATFORMS)
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


@UNIX
def test_a_program_that_fails_ends_the_build_with_its_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\necho 'No space left on device'\nexit 101\n")
    program.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))
    with pytest.raises(PublishError, match=r"status 101: No space left on device"):
        index(tmp_path / "site")


@pytest.mark.slow
def test_neither_the_environment_nor_a_file_beside_changes_the_index(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    plain = index(tmp_path / "plain")
    monkeypatch.setenv("PAGEFIND_GLOB", "nothing")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pagefind.yml").write_text("glob: nothing\n")
    assert index(tmp_path / "other") == plain
    assert "pagefind/pagefind-entry.json" in plain


@pytest.mark.slow
def test_values_of_facets_stay_as_they_are_written_in_json(tmp_path: Path) -> None:
    catalogue = sample.catalogue(
        sample.entry(JupyterNotebook(location="a.ipynb"), "A", keywords=(HOSTILE,), needs=sample.SMALL),
        sample.entry(JupyterNotebook(location="b.ipynb"), "B", keywords=("plain",)),
    )
    (tmp_path / "site").mkdir()
    build_index(catalogue, [], tmp_path / "site", press_of(catalogue).templates, PLATFORMS)
    assert filter_values(tmp_path / "site" / "pagefind", "keyword") == {
        'a &amp; b: \\"c\\" &lt;script&gt; {}',
        "plain",
    }
    needs = {json.loads(f'"{value}"') for value in filter_values(tmp_path / "site" / "pagefind", "needs")}
    assert needs == {needs_value(entry.executable) for entry in catalogue.entries}
