"""What people write becomes plain text: nothing of its markup, and nothing hidden, is left."""

import pytest

from ossr_catalogue.harvest.text import markdown, rest
from ossr_catalogue.harvest.text.markdown import Block, Part
from ossr_catalogue.harvest.text.plain import one_line, shortened, without_html
from ossr_catalogue.harvest.text.prose import description, is_prose


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>A framework.</p><p>It simulates.</p>", "A framework. It simulates."),
        ("a<br>b", "a b"),
        ("E &lt; 10 &amp; x", "E < 10 & x"),
        ("<script>alert(1)</script>safe", "safe"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", ""),
        ("&amp;lt;b&amp;gt;bold", "bold"),
        ("<img src=x onerror=alert(1)>", ""),
        ("<!-- hidden -->shown", "shown"),
        ("<!-- never closed", ""),
        ("unclosed <a href='x", "unclosed"),
        ("a <- b", "a <- b"),
        ("1<2", "1<2"),
    ],
)
def test_html_is_stripped_however_it_is_hidden(html: str, text: str) -> None:
    assert without_html(html) == text


def test_controls_and_marks_that_turn_text_around_are_dropped() -> None:
    assert one_line("a\u202eb\x1b[31m\tc\r\n d") == "a b [31m c d"


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("Short.", 10, "Short."),
        ("One sentence. And another one.", 20, "One sentence."),
        ("Dr. Who and the very long sentence", 20, "Dr. Who and the …"),
        ("word " * 10, 12, "word word …"),
    ],
)
def test_a_long_text_is_cut_where_a_reader_would(text: str, length: int, short: str) -> None:
    assert shortened(text.strip(), length) == short


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("**Bold** and *italic* and __both__", "Bold and italic and both"),
        ("a_b_c and 2 * 3 * 4", "a_b_c and 2 * 3 * 4"),
        ("[text](https://x.org/a_(b)) [ref][1]", "text ref"),
        ("[![badge](x.svg)](y) title", "title"),
        ("`code <b>` kept", "code <b> kept"),
        ("<https://x.org>", "https://x.org"),
        ("<font size='5'>big</font>", "big"),
        (r"$\Gamma\Delta$ and $E^2$", "ΓΔ and E²"),
        (r"escaped \* star", "escaped * star"),
        ("⟦0⟧ `x`", "0 x"),
    ],
)
def test_markdown_becomes_plain_text(written: str, text: str) -> None:
    assert markdown.inline(written) == text


def headings(text: str) -> list[tuple[int, str]]:
    return [(block.level, block.text) for block in markdown.blocks(text) if block.part is Part.HEADING]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# One\n## Two ##", [(1, "One"), (2, "Two")]),
        ("Title\n=====\n\nPart\n---", [(1, "Title"), (2, "Part")]),
        ("#NoBlank", [(1, "NoBlank")]),
        ("```\n# a comment\n```\n# real", [(1, "real")]),
        ("~~~\n# a comment\n# never closed", []),
        ("    # code", []),
        ("<h3> Import reader module", [(3, "Import reader module")]),
        ("<h1 align='center'>Agn</h1>", [(1, "Agn")]),
        ("####### seven", []),
        ("text\r\n\r\n# windows\r\n", [(1, "windows")]),
        ("- item\n---\n# after", [(1, "after")]),
    ],
)
def test_headings_are_found_in_all_their_forms(text: str, found: list[tuple[int, str]]) -> None:
    assert headings(text) == found


def test_links_tables_rules_and_comments_are_no_paragraphs() -> None:
    text = "[1]: https://x.org\n\n| a | b |\n\n***\n\n<!-- c -->\n\nwords"
    assert [block.text for block in markdown.blocks(text) if block.part is Part.PARAGRAPH] == ["words"]


PROSE = "This notebook shows how the effective area of the detector is read and plotted."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Katarina A. Lutz¹, Manon Marchand¹, Sébastien Derrière¹, Ada Nebot²", id="authors"),
        pytest.param(
            "Université de Strasbourg, CNRS, Observatoire Astronomique de Strasbourg, F-67000, France",
            id="affiliation",
        ),
        pytest.param(
            "Created by Jane Doe for the school and adapted to be used with newly created files", id="credit"
        ),
        pytest.param(
            "Thomas Bo and Caroline Bo wrote the original version of this tutorial years ago", id="wrote"
        ),
        pytest.param(
            "To run this notebook you will need the last version and the data files of extra", id="how to"
        ),
        pytest.param(
            "git clone https://github.com/cta-observatory/cta-lstchain-extra and then some", id="command"
        ),
        pytest.param(
            "You can download the data that are used in this notebook from somewhere else", id="download"
        ),
        pytest.param("Too short to say anything", id="short"),
        pytest.param("Projects CTA HESS MAGIC VERITAS Fermi LAT HAWC LHAASO SWGO KM3NeT", id="names"),
    ],
)
def test_what_says_nothing_about_the_thing_is_no_prose(text: str) -> None:
    assert is_prose(PROSE)
    assert not is_prose(text)


AUTHORS = "Jane Doe¹, John Doe², Max Doe³\n\n1. Somewhere\n\n***\n\n"
FORK = "**This is a slightly modified fork, the original is found elsewhere**\n\n"
NOTICE = "# X\n## IMPORTANT NOTICE\nThis repository contains the old version of it, see there.\n## New\n"
POINTS = "In this tutorial, we will:\n1. gather information,\n2. visualise it."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(f"{AUTHORS}## Introduction\n\n{PROSE}", PROSE, id="after the authors"),
        pytest.param(FORK + PROSE, PROSE, id="after a note in bold"),
        pytest.param(NOTICE + PROSE, PROSE, id="after a notice"),
        pytest.param(
            POINTS, "In this tutorial, we will: gather information; visualise it.", id="with its points"
        ),
        pytest.param(f"{PROSE} Install the packages:\n\n```\npip install x\n```", PROSE, id="before code"),
        pytest.param(
            "**Content:**\n- Calculation of the area\n- Weighting of the spectra", "", id="contents"
        ),
        pytest.param("", "", id="nothing"),
    ],
)
def test_a_description_is_the_first_paragraph_that_describes(text: str, found: str) -> None:
    assert description(markdown.blocks(text), markdown.inline) == found


REST = """\
=======
agnpy
=======

.. image:: https://badge.svg
   :target: https://x.org

|pypi| |doi|

Part
----
Fits *the* `Crab <https://x.org>`_ with ``agnpy``, see :doc:`/tutorials/one`.

- a point
"""


def test_restructured_text_is_read_alike() -> None:
    found = [block for block in rest.blocks(REST) if block.part is not Part.OTHER]
    assert found[0] == Block(Part.HEADING, "agnpy", 1)
    assert found[1] == Block(Part.HEADING, "Part", 2)
    assert rest.inline(found[2].text) == "Fits the Crab with agnpy, see one."
    assert found[3] == Block(Part.ITEM, "a point")


def test_text_that_markdown_would_take_for_a_tag_is_kept_apart() -> None:
    assert rest.inline("shows ``<script>`` as it is") == "shows < script> as it is"
    assert markdown.inline_with_code("shows `<b>` *as* it is") == "shows `<b>` as it is"


@pytest.mark.parametrize("piece", ["*a ", "[a](", "$", "`", "<a ", "![", "\\"])
def test_hostile_text_takes_no_time(piece: str) -> None:
    assert len(markdown.inline(piece * 200_000)) < 10_000
