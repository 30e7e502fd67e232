"""Harvested text on a page: nothing of it runs, loads, leads astray or hides."""

from pathlib import Path

import pytest

from ossr_catalogue.model.web_address import web_link
from ossr_catalogue.publish.pages.commonmark import summary_of, to_html
from ossr_catalogue.publish.pages.templates import templates, visible
from sample_catalogue import NASTY


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("<script>a</script>", "<p>&lt;script&gt;a&lt;/script&gt;</p>\n", id="raw block"),
        pytest.param("a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n", id="raw inline"),
        pytest.param("[a](javascript:b)", "<p>[a](javascript:b)</p>\n", id="javascript link"),
        pytest.param("[a](JAVA&#115;cript:b)", "<p>[a](JAVAscript:b)</p>\n", id="link behind an entity"),
        pytest.param("[a](data:text/html,b)", "<p>[a](data:text/html,b)</p>\n", id="data link"),
        pytest.param("<javascript:a>", "<p>&lt;javascript:a&gt;</p>\n", id="autolink"),
        pytest.param("[a](docs/b.md)", "<p>[a](docs/b.md)</p>\n", id="path of the repository"),
        pytest.param("[a](//b.example)", "<p>[a](//b.example)</p>\n", id="link without a scheme"),
        pytest.param(
            '![a"<i>](https://b.example/c.png)',
            "<p>[image: a&#34;&lt;i&gt;]</p>\n",
            id="image",
        ),
        pytest.param("# a\n\n## b", "<h3>a</h3>\n<h4>b</h4>\n", id="headings below the page's own"),
        pytest.param("###### a", "<h6>a</h6>\n", id="lowest heading"),
        pytest.param(
            '[a](https://b.example/?c="d&e)',
            '<p><a href="https://b.example/?c=%22d&amp;e" rel="nofollow noopener ugc">a</a></p>\n',
            id="link to the web",
        ),
    ],
)
def test_commonmark_becomes_harmless_html(text: str, html: str) -> None:
    assert to_html(text) == html


def test_a_text_without_end_is_cut() -> None:
    assert len(to_html("a " * 1_000_000)) < 25_000


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        pytest.param("# Title\n\nFirst *one*.\n\nSecond.", "First one.", id="paragraph after a heading"),
        pytest.param("# Only a title", "Only a title", id="heading alone"),
        pytest.param("a\nb  \nc", "a b c", id="lines"),
        pytest.param("- in a list", "in a list", id="list"),
        pytest.param("", "", id="nothing"),
        pytest.param("word " * 100, ("word " * 47) + "word …", id="cut between words"),
        pytest.param("x" * 300, "x" * 240 + " …", id="one endless word"),
    ],
)
def test_a_summary_is_the_first_paragraph_on_one_line(text: str, summary: str) -> None:
    assert summary_of(text) == summary


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://example.org/a", "https://example.org/a"),
        (" http://example.org ", "http://example.org"),
        ("mailto:someone@example.org", "mailto:someone@example.org"),
        ("doi:10.5281/zenodo.4", "https://doi.org/10.5281/zenodo.4"),
        ("javascript:alert(1)", None),
        ("JavaScript://x/%0aalert(1)", None),
        ("https:", None),
        ("//example.org", None),
        ("../up", None),
        ("https://[broken", None),
        ("", None),
        (None, None),
    ],
)
def test_only_addresses_of_the_web_are_followed(address: str | None, link: str | None) -> None:
    assert web_link(address) == link


def test_what_turns_the_direction_of_a_text_is_taken_out() -> None:
    assert visible(NASTY).isprintable()


def test_finished_html_stays_finished_without_its_hidden_characters() -> None:
    assert visible(to_html("a\u202eb *c*")) == "<p>ab <em>c</em></p>\n"


def test_a_template_that_prints_nothing_where_there_is_nothing_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="prints a value that is not there"):
        templates_from("{{ value }}", value=None)


def test_what_a_template_prints_is_escaped() -> None:
    assert templates_from("{{ value }}", value='<a b="c">') == "&lt;a b=&#34;c&#34;&gt;"


def templates_from(text: str, **values: object) -> str:
    environment = templates(folder=Path())
    return environment.from_string(text).render(**values)
