"""What ESAP reads: ten keys, all text, nothing that its page would run."""

from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

import sample_catalogue as sample
from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.executable import Status
from ossr_catalogue.model.kinds.binder_repository import BinderRepository
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.platform import Limits
from sample_site import PLATFORMS, SETTINGS, files_of, read

WORKFLOWS = "esap-api/ida/workflows/search"
FACILITIES = "esap-api/ida/facilities/search"
ALSO_TEXT = {"runtimePlatform", "keywords", "author"}
TEN_KEYS = {"id", "name", "description", "workflow", "url", "ref", "filepath"} | ALSO_TEXT
NOTEBOOK = JupyterNotebook(location="a.ipynb")


def items(*entries: Entry, **settings: Any) -> list[dict[str, str]]:  # noqa: ANN401 - fields of SiteSettings
    answer = read(WORKFLOWS, files_of(sample.catalogue(*entries), replace(SETTINGS, **settings)))
    results: list[dict[str, str]] = answer["results"]
    return results


def item(title: str = "Title", component: Component = sample.LIBRARY, **changes: Any) -> dict[str, str]:  # noqa: ANN401
    return items(sample.entry(NOTEBOOK, title, component, **changes))[0]


class Elements(HTMLParser):
    """Collects what a browser would make elements of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element."""
        self.found.append((tag, dict(attrs)))


def test_the_answer_has_the_shape_of_the_gateways() -> None:
    answer = read(WORKFLOWS)
    assert list(answer) == [
        "description", "requested_page", "requested_page_size", "max_page_size", "default_page_size", "count",
        "pages", "results",
    ]  # fmt: skip
    assert (answer["description"], answer["requested_page"]) == ("ESAP API Gateway", "1")
    assert (answer["requested_page_size"], answer["pages"]) == (None, 1)
    assert answer["count"] == len(answer["results"]) > 0


@pytest.mark.parametrize(
    "entry", [*sample.of_every_type(), sample.nasty()], ids=lambda one: one.executable.uuid
)
def test_every_item_has_ten_keys_and_all_are_text(entry: Entry) -> None:
    for one in items(replace(entry, executable=replace(entry.executable, needs=sample.SMALL))):
        assert one.keys() == TEN_KEYS
        assert all(isinstance(value, str) for value in one.values())


def test_what_is_not_known_is_empty_text() -> None:
    bare = Component(
        slug="b", title="b", revision=sample.REVISION, repository="https://github.com/example/bare"
    )
    one = item(component=bare)
    assert (one["author"], one["runtimePlatform"]) == ("", "")


def test_an_item_says_what_it_is() -> None:
    one = item("Crab", keywords=("pulsar", "nebula"))
    assert one["name"] == "Crab"
    assert one["workflow"] == "notebook"
    assert one["url"] == "https://github.com/example/ossr-library"
    assert (one["ref"], one["filepath"]) == (sample.REVISION, "a.ipynb")
    assert one["keywords"] == "jupyter-notebook, pulsar, nebula"
    assert one["author"] == "Ada Lovelace, ESCAPE OSSR team"
    assert one["runtimePlatform"] == "Python"


def test_a_keyword_that_is_there_already_is_not_doubled() -> None:
    assert item(keywords=("jupyter-notebook",))["keywords"] == "jupyter-notebook"


@pytest.mark.parametrize(
    "description",
    [
        sample.NASTY,
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt&#58;alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "![x](https://tracker.example/pixel.png)",
        "<iframe src=https://evil.example></iframe>",
        '[x](https://a.example/"onmouseover="alert(1))',
        "`<script>`\n\n    <script>\n\n```\n<script>\n```",
        "<!-- comment --><svg onload=alert(1)>",
        '<a href="javascript:alert(1)">x</a>',
        "[r]: javascript:alert(1)\n\n[r]",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
    ],
)
def test_nothing_in_a_description_runs_or_loads(description: str) -> None:
    elements = Elements(item(description=description)["description"]).found
    harmless = {"p", "a", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "br", "hr"}
    assert {tag for tag, _ in elements} <= harmless
    for _, attributes in elements:
        assert attributes.keys() <= {"href", "rel"}
        assert attributes.get("href", "https://").startswith(("https://", "http://"))


def test_a_description_keeps_its_words_and_links() -> None:
    html = item(description="Fits *spectra*, see [docs](https://example.org/).")["description"]
    assert "<em>spectra</em>" in html
    assert 'href="https://example.org/"' in html


@pytest.mark.parametrize("sign", list("&#+?"))
def test_a_repository_that_esap_would_garble_is_left_out(sign: str) -> None:
    garbled = replace(sample.LIBRARY, repository=f"https://git.example.org/a{sign}b")
    assert items(sample.entry(NOTEBOOK, "t", garbled)) == []


@pytest.mark.parametrize(
    "component",
    [sample.FOLDER, sample.RECORD, replace(sample.LIBRARY, repository="javascript:alert(1)")],
    ids=["a-folder", "a-record", "no-web-address"],
)
def test_what_has_no_git_repository_is_left_out(component: Component) -> None:
    assert not [
        one for one in items(sample.entry(NOTEBOOK, "t", component)) if not one["url"].startswith("https")
    ]


def test_what_no_facility_can_run_is_left_out() -> None:
    assert items(sample.entry(NOTEBOOK, "t", needs=sample.CLUSTER)) == []


def test_types_that_no_facility_takes_are_left_out() -> None:
    titles = {one["name"] for one in items(*sample.of_every_type())}
    assert titles == {"Explore the OSSR", "Tutorials of the CDS", "light curve"}


def test_what_is_withdrawn_is_left_out() -> None:
    assert items(sample.entry(NOTEBOOK, "t", status=Status.WITHDRAWN)) == []


def test_without_facilities_nothing_is_listed() -> None:
    assert items(sample.entry(NOTEBOOK, "t"), platforms=()) == []


def test_one_facility_that_has_room_is_enough() -> None:
    roomy = replace(
        PLATFORMS[0], id="roomy", limits=Limits(cores=999, memory_bytes=10**15, nodes=9, storage_bytes=10**15)
    )
    assert len(items(sample.entry(NOTEBOOK, "t", needs=sample.CLUSTER), platforms=(PLATFORMS[0], roomy))) == 1


def test_a_binder_repository_is_a_notebook_to_esap() -> None:
    one = items(sample.entry(BinderRepository(open="index.ipynb"), "t"))[0]
    assert (one["keywords"], one["filepath"]) == ("jupyter-notebook", "index.ipynb")


def test_a_binder_repository_may_open_nothing_in_particular() -> None:
    assert items(sample.entry(BinderRepository(), "t"))[0]["filepath"] == ""


def test_the_kernel_says_the_language_where_the_component_does_not() -> None:
    silent = replace(sample.LIBRARY, languages=("Fortran",))
    kernel = JupyterNotebook(location="a.ipynb", kernel="python3")
    assert items(sample.entry(kernel, "t", silent))[0]["runtimePlatform"] == "Python"
    assert item(component=silent)["runtimePlatform"] == ""


@pytest.mark.parametrize("key", ["name", "description", "keywords", "author"])
def test_no_text_hides_its_direction(key: str) -> None:
    one = items(sample.nasty())[0]
    assert "evil" in one[key]
    assert not set(one[key]) & set("\u202e\u202c")


def test_facilities_are_those_that_esap_can_launch_on() -> None:
    facilities = {one["name"]: one for one in read(FACILITIES)["results"]}
    assert facilities["mybinder.org"]["url"] == "https://mybinder.org/"
    assert facilities["EGI Replay"]["url"] == "https://replay.notebooks.egi.eu/"
    assert "Google Colab" not in facilities
    assert all(isinstance(value, str) for one in facilities.values() for value in one.values())


def test_a_record_s_id_is_never_passed_off_as_a_git_revision() -> None:
    record = replace(sample.LIBRARY, revision="4701488", doi="10.5281/zenodo.4701488")
    assert items(sample.entry(NOTEBOOK, "Title", record)) == []
