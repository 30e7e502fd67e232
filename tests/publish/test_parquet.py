"""The table as Parquet, read back by a reader that is not ours."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from fastparquet import ParquetFile

import sample_catalogue as sample
from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.publish.parquet import Column, Kind, parquet
from sample_site import files_of, sample_files


def read_back(content: bytes, folder: Path) -> dict[str, list[Any]]:
    path = folder / "table.parquet"
    path.write_bytes(content)
    with path.open("rb") as file:
        table = ParquetFile(file).to_pandas()
    return {
        name: [None if cell is None or cell != cell else cell for cell in table[name]]  # noqa: PLR0124 - not a number
        for name in table.columns
    }


@pytest.mark.parametrize(
    ("kind", "cells"),
    [
        pytest.param(Kind.TEXT, ["a", "b", "ü 漢 \U0001f52d", None, "", "a\nb"], id="text"),
        pytest.param(Kind.TEXT, ["a", "a", None, "b", "b", "a"] * 100, id="text of a dictionary"),
        pytest.param(Kind.TEXT, [str(one % 300) for one in range(1000)], id="a dictionary of two bytes"),
        pytest.param(Kind.TEXT, ["same"] * 20_000, id="one text"),
        pytest.param(Kind.TEXT, [None] * 9, id="no text"),
        pytest.param(Kind.NUMBER, [None] * 9, id="no numbers"),
        pytest.param(Kind.NUMBER, [0.5, None, 1e300, -1.0], id="numbers"),
        pytest.param(Kind.INTEGER, [0, 1, 2**62], id="integers"),
    ],
)
def test_what_is_written_is_read_back(kind: Kind, cells: list[Any], tmp_path: Path) -> None:
    columns = [
        Column(name="n", kind=Kind.INTEGER, cells=list(range(len(cells)))),
        Column(name="c", kind=kind, cells=cells),
    ]
    found = read_back(parquet(columns), tmp_path)
    assert found == {"n": list(range(len(cells))), "c": cells}


def test_a_text_that_is_repeated_stands_there_once() -> None:
    content = parquet([Column(name="c", kind=Kind.TEXT, cells=["repeated"] * 1000)])
    assert content.count(b"repeated") == 1


def test_it_has_the_columns_and_rows_of_the_csv(tmp_path: Path) -> None:
    files = sample_files()
    table = read_back(files["index.parquet"].content, tmp_path)
    text = files["index.csv"].content.decode()
    names, *rows = csv.reader(io.StringIO(text, newline=""))
    assert list(table) == names
    assert table["uuid"] == [row[0] for row in rows]


def test_its_amounts_are_numbers(tmp_path: Path) -> None:
    table = read_back(sample_files()["index.parquet"].content, tmp_path)
    row = {name: cells[table["title"].index("CASA image")] for name, cells in table.items()}
    assert (row["cores_min"], row["walltime_seconds_max"], row["storage_bytes_min"]) == (0.5, 7200, None)


@pytest.mark.parametrize("text", ["=1+1", sample.NASTY, "\ud800"], ids=ascii)
def test_it_has_texts_as_they_are_but_for_what_cannot_be_seen(text: str, tmp_path: Path) -> None:
    entry = sample.entry(JupyterNotebook(location="a.ipynb"), text)
    table = read_back(files_of(sample.catalogue(entry))["index.parquet"].content, tmp_path)
    assert table["title"] == [text.replace("\u202e", "").replace("\u202c", "").replace("\ud800", "") or ""]


def test_an_empty_catalogue_has_an_empty_table(tmp_path: Path) -> None:
    content = files_of(Catalogue(entries=(), components=()))["index.parquet"].content
    assert set(map(len, read_back(content, tmp_path).values())) == {0}
