"""The smaller doors: the table, health, platforms, vocabularies, crawlers."""

import csv
import io
from dataclasses import replace

import pytest

import sample_catalogue as sample
from ossr_catalogue.model.catalogue import LeftOut, SourceState
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.publish.doors import all_doors
from ossr_catalogue.publish.files import moment
from sample_site import SETTINGS, files_of, read, sample_files

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\u202e=1+1", " =1+1", '=HYPERLINK("x")']


def rows(text: bytes | None = None) -> dict[str, dict[str, str]]:
    content = (text or sample_files()["index.csv"].content).decode("utf-8")
    return {row["title"]: row for row in csv.DictReader(io.StringIO(content, newline=""))}


def test_every_module_of_the_folder_is_a_door() -> None:
    assert len(all_doors()) >= 8


def test_the_table_has_a_row_for_each_executable() -> None:
    assert len(rows()) == read("index.json")["count"]


def test_the_columns_say_their_units() -> None:
    row = rows()["Explore the OSSR"]
    assert (row["memory_bytes_min"], row["memory_bytes_max"]) == ("1000000000", "16000000000")
    assert rows()["Gaia clustering with HDBSCAN"]["walltime_seconds_min"] == "684000"


def test_what_is_not_declared_is_an_empty_cell() -> None:
    assert rows()["Simulate showers"]["memory_bytes_min"] == ""


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(text: str) -> None:
    component = replace(sample.LIBRARY, slug="c", keywords=(text,), authors=(sample.Person(name=text),))
    entry = sample.entry(
        JupyterNotebook(location="a.ipynb"), text, component, keywords=(text,), description=text, licence=text
    )
    content = files_of(sample.catalogue(entry))["index.csv"].content.decode()
    cells = [cell for row in csv.reader(io.StringIO(content, newline="")) for cell in row]
    assert [cell for cell in cells if text.strip("\t\r\u202e ") in cell]
    assert not [cell for cell in cells if cell[:1] in set("=+-@\t\r")]


def test_a_row_is_one_line() -> None:
    entry = sample.entry(JupyterNotebook(location="a.ipynb"), 'a "quoted",\ntitle', keywords=("x\r\ny",))
    content = files_of(sample.catalogue(entry))["index.csv"].content
    assert content.count(b"\n") == content.count(b"\r\n") == 2


def test_health_names_what_was_left_out_and_why() -> None:
    gap = LeftOut(source="git https://example.org/x", path="executables.json", reason="PAR101 at line 3")
    health = read("health.json", files_of(sample.catalogue(left_out=(gap,))))
    source = next(one for one in health["sources"] if one["source"] == "git https://example.org/x")
    assert source == {
        "source": "git https://example.org/x",
        "executables": 0,
        "stale": [],
        "left_out": [{"path": "executables.json", "reason": "PAR101 at line 3", "findings": 0}],
    }


def test_health_counts_what_esap_is_not_offered() -> None:
    counted = read("health.json")["esap"]
    assert counted["listed"] == len(read("esap-api/ida/workflows/search")["results"])
    assert counted["listed"] + counted["left_out"] == read("index.json")["count"]


def test_platforms_are_in_base_units_with_their_sources() -> None:
    mybinder = next(one for one in read("platforms.json")["platforms"] if one["id"] == "mybinder")
    assert mybinder["limits"] == {
        "cores": 1,
        "memory_bytes": 2_000_000_000,
        "walltime_seconds": 21_600,
        "nodes": 1,
    }
    assert mybinder["facts"][0]["checked"] == "2026-11-22"


def test_every_platform_that_an_entry_names_is_published() -> None:
    published = {one["id"] for one in read("platforms.json")["platforms"]}
    named = {
        launch["platform"] for one in read("index.json")["executables"] for launch in one.get("launch", ())
    }
    assert named
    assert named <= published


def test_the_vocabularies_know_the_terms_of_the_first_example() -> None:
    terms = {
        term["urn"]
        for name in ("data-content", "data-format")
        for term in read(f"vocabulary/{name}.json")["terms"]
    }
    assert {"urn:astronomy-observation", "urn:parquet-binary"} <= terms


def test_crawlers_are_shown_the_sitemap() -> None:
    assert b"Sitemap: https://catalogue.example.org/sitemap.xml\n" in sample_files()["robots.txt"].content


def test_health_says_how_each_source_is_doing() -> None:
    state = SourceState(name="git a", attempted=SETTINGS.built, succeeded=None, requests=3)
    health = read("health.json", files_of(replace(sample.catalogue(), sources=(state,))))
    (found,) = [one for one in health["sources"] if one["source"] == "git a"]
    assert (found["attempted"], found["requests"]) == (moment(SETTINGS.built), 3)
    assert "succeeded" not in found
