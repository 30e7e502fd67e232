"""The catalogue at a glance: right numbers, for none, one and many, and never longer for more."""

import re
from dataclasses import replace
from functools import cache

import pytest

import sample_catalogue as sample
from built_site import plain_press, read_page
from ossr_catalogue.model.catalogue import Catalogue, Entry, Origin, Stale
from ossr_catalogue.model.data import DataSlot, Direction
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.kinds.python_program import PythonProgram
from ossr_catalogue.model.quantity import GIB, Number, Range
from ossr_catalogue.model.resources import Compute, Needs
from ossr_catalogue.publish.pages.charted import MOST, counted
from ossr_catalogue.publish.pages.coverage import coverage_of
from ossr_catalogue.publish.pages.needs_spread import needs_section
from ossr_catalogue.publish.pages.overview import overview_page

NOTEBOOK = JupyterNotebook(location="a.ipynb")


def html_of(catalogue: Catalogue) -> str:
    press = plain_press()
    return overview_page(press, catalogue, coverage_of(catalogue, press.settings.platforms)).content


@cache
def sample_html() -> str:
    return html_of(sample.catalogue(*sample.of_every_type(), sample.nasty()))


def text_of(*entries: Entry) -> str:
    return read_page(html_of(sample.catalogue(*entries))).text


def memory(amount: Range | None, title: str = "One") -> Entry:
    return sample.entry(NOTEBOOK, title, needs=Needs(compute=(Compute(memory_bytes=amount),)))


def many(count: int) -> Catalogue:
    return sample.catalogue(
        *(
            sample.entry(
                NOTEBOOK,
                f"Notebook {number}",
                licence=f"LicenseRef-{number}",
                needs=Needs(
                    compute=(Compute(memory_bytes=Range(minimum=number * GIB)),),
                    data=(DataSlot(content=f"urn:own:{number}", formats=(f"urn:own:format-{number}",)),),
                ),
            )
            for number in range(1, count + 1)
        )
    )


def test_what_there_is_is_counted_by_type_and_by_who_says_so() -> None:
    drafted = sample.entry(NOTEBOOK, "Two", origin=Origin.INFERRED)
    text = text_of(sample.entry(NOTEBOOK, "One"), drafted)
    assert "2 executables of 1 component: 1 declared by their owners, 1 drafted by the catalogue" in text
    assert "Jupyter notebooks 1 1 2" in text


def test_the_type_of_which_there_is_most_comes_first() -> None:
    programs = [sample.entry(PythonProgram(module="a"), title) for title in "ab"]
    text = text_of(sample.entry(NOTEBOOK, "One"), *programs)
    assert text.index("Python programs 2 0 2") < text.index("Jupyter notebook 1 0 1")


def test_an_empty_catalogue_says_so_and_draws_nothing() -> None:
    page = read_page(html_of(Catalogue(entries=(), components=())))
    assert "Nothing to look at yet" in page.text
    assert "figure" not in page.tags


def test_one_executable_is_enough() -> None:
    page = read_page(html_of(sample.catalogue(sample.entry(NOTEBOOK, "One"))))
    assert page.mistakes == []
    assert "1 executable of 1 component" in page.text


def test_the_page_is_sound_and_a_hostile_catalogue_harmless() -> None:
    page = read_page(sample_html())
    assert page.mistakes == []
    assert not {"script", "img", "style"} & page.tags
    assert not {name for name in page.attributes if name == "style" or name.startswith("on")}


def test_the_page_does_not_grow_with_the_catalogue() -> None:
    few, lots = html_of(many(50)), html_of(many(500))
    assert lots.count("<tr>") == few.count("<tr>")
    assert len(lots) < 1.05 * len(few)


def test_no_id_is_there_twice() -> None:
    ids = re.findall(r' id="([^"]+)"', sample_html())
    assert len(ids) == len(set(ids))


def test_what_a_line_counts_can_be_listed() -> None:
    addresses = read_page(sample_html()).addresses()
    assert "../types/jupyter-notebook/" in addresses
    assert "../catalogue/?licence=MIT" in addresses
    assert "../catalogue/?data=Astronomical+observation" in addresses
    assert "../catalogue/?format=Parquet" in addresses
    assert "../catalogue/?memory=16+GiB&less=include" in addresses
    assert "../catalogue/?cores=4&less=include" in addresses
    assert "../catalogue/?undeclared=only" in addresses
    assert any(address.startswith("../catalogue/?runs=") for address in addresses)


def chart_rows(*entries: Entry, chart: int = 0) -> dict[str, tuple[str, ...]]:
    rows = needs_section(entries, "../").charts[chart].rows
    return {row[0].text: tuple(cell.text for cell in row[1:]) for row in rows}


@pytest.mark.parametrize(
    ("amount", "line"),
    [
        pytest.param(GIB, "up to 1 GiB", id="the edge belongs to what it fits into"),
        pytest.param(GIB + 1, "up to 4 GiB", id="a byte more"),
        pytest.param(1, "up to 1 GiB", id="below the scale"),
        pytest.param(10**18, "more than 1 TiB", id="above the scale"),
    ],
)
def test_an_executable_is_counted_at_what_it_needs_at_least(amount: Number, line: str) -> None:
    rows = chart_rows(memory(Range(minimum=amount, maximum=10**19)))
    assert [name for name, (count, *_) in rows.items() if count == "1"] == [line]


def test_what_fits_into_an_amount_is_added_up() -> None:
    rows = chart_rows(*(memory(Range(minimum=n * GIB), f"{n}") for n in (1, 2, 3, 10)))
    assert rows["up to 1 GiB"] == ("1", "1")
    assert rows["up to 4 GiB"] == ("2", "3")
    assert rows["up to 16 GiB"] == ("1", "4")
    assert rows["up to 256 GiB"] == ("0", "4")


def test_what_is_not_declared_is_counted_nowhere_but_said() -> None:
    section = needs_section((memory(None), sample.entry(NOTEBOOK, "Two"), memory(Range(maximum=GIB))), "../")
    assert (
        section.lead
        == "1 of 3 executables declare no needs at all: nobody knows whether they run on a laptop."
    )
    assert section.charts[0].note.startswith("1 executable says how much")


def test_where_nothing_is_declared_there_is_no_empty_axis_but_what_to_do() -> None:
    page = read_page(html_of(sample.catalogue(sample.entry(NOTEBOOK, "One"))))
    assert "Memory that is needed" not in page.text
    assert "1 of 1 executable declare no needs at all" in page.text
    assert "../format/#compute-resources" in page.addresses()


def test_bars_that_are_not_known_say_why() -> None:
    assert "Of 2 it is not known where they run: they declare too little" in text_of(
        memory(None, "One"), memory(None, "Two")
    )


def test_the_most_frequent_come_first_and_the_rest_as_one() -> None:
    counts = {f"L{number:02}": 86 + number for number in range(MOST + 3)} | {"": 7}
    chart = counted("k", "T", counts, what="Licence", leads_to="to-{}".format, missing="not known")
    assert [(row[0].text, row[1].text, row[0].href) for row in chart.rows[-3:]] == [
        ("L03", "89", "to-L03"),
        ("3 others", "261", ""),
        ("not known", "7", ""),
    ]


def test_data_that_are_written_are_not_data_that_are_wanted() -> None:
    slot = DataSlot(content="urn:astronomy-image", direction=Direction.OUTPUT)
    text = text_of(sample.entry(NOTEBOOK, "One", needs=Needs(data=(slot,))))
    assert "0 of 1 executable name the data to put in." in text


def test_stale_and_gone_are_counted() -> None:
    stale = replace(sample.entry(NOTEBOOK, "One"), stale=Stale(since=None, reason="no answer"))
    text = text_of(stale, sample.entry(NOTEBOOK, "Two"), sample.entry(NOTEBOOK, "Three"))
    assert "2 as their source has them; 1 shown as they were" in text
    assert "0 gone since they were first seen" in text


def test_no_column_of_a_table_is_without_a_name() -> None:
    heads = re.findall(r'<th scope="col"[^>]*>([^<]*)</th>', sample_html())
    assert heads
    assert all(head.strip() for head in heads)
