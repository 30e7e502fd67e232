"""What ESAP's harvester calls: ten texts for each workflow, whatever the titles and the network."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

import sample_catalogue as sample
from ossr_catalogue.client import Catalogue, StaleCatalogueWarning
from ossr_catalogue.client.esap import KEYS, workflows
from ossr_catalogue.errors import SourceError
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from published_site import changed, contents, put, serving

NASTY_TEXTS = (
    sample.NASTY,
    "",
    " \n\t",
    "\ud800 half a pair",
    "'\"><svg onload=alert(1)>",
    "null",
    "[object Object]",
    "x" * 100_000,
    "&lt;script&gt; javascript:alert(1)",
    "[a](javascript:alert(1)) ![b](https://example.org/pixel)",
)


def nasty_catalogue() -> dict[str, bytes]:
    notebook = JupyterNotebook(location="notebooks/a.ipynb")
    made = [
        sample.entry(notebook, f"nasty {number}", needs=sample.SMALL) for number in range(len(NASTY_TEXTS))
    ]
    entries = [
        replace(entry, executable=replace(entry.executable, title=text, description=text, keywords=(text,)))
        for entry, text in zip(made, NASTY_TEXTS, strict=True)
    ]
    return contents(of=sample.catalogue(*entries))


def test_every_item_has_exactly_the_ten_keys_and_all_are_text(tmp_path: Path) -> None:
    items = workflows(put(nasty_catalogue(), tmp_path))
    assert len(items) == len(NASTY_TEXTS)
    assert {tuple(item) for item in items} == {KEYS}
    assert {type(value) for item in items for value in item.values()} == {str}


def test_nothing_in_a_description_runs_or_loads(tmp_path: Path) -> None:
    html = " ".join(item["description"].lower() for item in workflows(put(nasty_catalogue(), tmp_path)))
    assert [tag for tag in ("<script", "<svg", "<img", 'href="javascript') if tag in html] == []


def test_the_address_of_a_repository_has_nothing_that_esap_would_have_to_encode(tmp_path: Path) -> None:
    addresses = {item["url"] for item in workflows(put(contents(), tmp_path))}
    assert addresses == {"https://github.com/example/ossr-library"}


def test_an_item_says_what_esap_launches(tmp_path: Path) -> None:
    (item,) = [one for one in workflows(put(contents(), tmp_path)) if one["name"] == "Explore the OSSR"]
    assert item["workflow"] == "notebook"
    assert item["ref"] == sample.REVISION
    assert item["filepath"] == "notebooks/Explore the OSSR.ipynb"
    assert item["keywords"].startswith("jupyter-notebook")


@pytest.mark.parametrize("fault", ["500", "html", "cut", "slow"])
def test_a_failing_network_leaves_the_last_list(tmp_path: Path, fault: str) -> None:
    with serving(contents()) as site:
        before = workflows(site.address, cache=tmp_path, timeout_seconds=0.3)
        site.files, site.fault = nasty_catalogue(), fault
        with pytest.warns(StaleCatalogueWarning):
            after = workflows(site.address, cache=tmp_path, max_age_seconds=0, timeout_seconds=0.3)
    assert before == after


def test_page_views_in_a_row_ask_once(tmp_path: Path) -> None:
    with serving(contents()) as site:
        for _ in range(3):
            workflows(site.address, cache=tmp_path)
    assert site.asked == ["200 index.json", "200 esap-api/ida/workflows/search"]


def test_what_else_was_kept_of_a_catalogue_does_not_stand_in_for_a_list(tmp_path: Path) -> None:
    with serving(contents()) as site:
        workflows(site.address, cache=tmp_path)
        site.files = nasty_catalogue()
        Catalogue.load(site.address, cache=tmp_path)
        site.fault = "500"
        with pytest.warns(StaleCatalogueWarning):
            names = {one["name"] for one in workflows(site.address, cache=tmp_path, max_age_seconds=0)}
    assert "Explore the OSSR" in names


def test_a_catalogue_that_offers_esap_nothing_is_told(tmp_path: Path) -> None:
    files = contents()
    put(files | {"index.json": changed(files["index.json"], doors=[])}, tmp_path)
    with pytest.raises(SourceError, match="offers ESAP nothing"):
        workflows(tmp_path)


def test_what_another_catalogue_gives_that_is_no_text_is_none(tmp_path: Path) -> None:
    files = contents()
    said = json.dumps({"results": [{"id": "u", "keywords": None, "author": ["A", "B"], "moons": 3}]}).encode()
    door = {
        "rel": "esap-workflows",
        "href": "x",
        "type": "application/json",
        "digest": f"sha256:{hashlib.sha256(said).hexdigest()}",
    }
    put({"x": said, "index.json": changed(files["index.json"], doors=[door])}, tmp_path)
    assert workflows(tmp_path) == [dict.fromkeys(KEYS, "") | {"id": "u"}]
