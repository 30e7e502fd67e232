"""The site as a whole: complete, without dead ends, all or nothing, the same every time."""

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

import sample_catalogue as sample
from built_site import Page, build_sample, read_page, sample_catalogue, stamps
from ossr_catalogue.embedded import embedded
from ossr_catalogue.errors import MissingExtraError, PublishError
from ossr_catalogue.lint.registry import all_rules
from ossr_catalogue.publish.files import Built
from ossr_catalogue.publish.mkdocs_plugin import build_prose
from ossr_catalogue.publish.site import build
from sample_site import SETTINGS


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "site"
    build_sample(folder)
    return folder


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Page]:
    """Give every HTML page by its path."""
    return {
        path.relative_to(site).as_posix(): read_page(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def content_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.slow
def test_two_builds_of_the_same_catalogue_are_identical(site: Path, tmp_path: Path) -> None:
    build_sample(tmp_path / "again")
    first, second = content_of(site), content_of(tmp_path / "again")
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []


@pytest.mark.slow
def test_there_is_a_page_for_everything(site: Path) -> None:
    catalogue = sample_catalogue()
    expected = {
        "", "catalogue", "components", "rules", "left-out",
        *(f"executables/{entry.executable.uuid}" for entry in catalogue.entries),
        *(f"components/{component.slug}" for component in catalogue.components),
        *(f"rules/{rule.code}" for rule in all_rules()),
    }  # fmt: skip
    assert [path for path in sorted(expected) if not (site / path / "index.html").is_file()] == []


@pytest.mark.slow
def test_the_count_of_pages_is_true(tmp_path: Path) -> None:
    built = build_sample(tmp_path / "site")
    # The tool registry's answers are called like pages, and are none.
    found = [page for page in (tmp_path / "site").rglob("index.html") if "ga4gh" not in page.parts]
    assert (built.pages, built.executables) == (len(found), len(sample_catalogue().entries))


@pytest.mark.slow
def test_no_link_is_a_dead_end(site: Path, pages: dict[str, Page]) -> None:
    assert sorted(dead_ends(site, pages)) == []


def dead_ends(site: Path, pages: dict[str, Page]) -> Iterator[str]:
    for path, page in pages.items():
        for _, address in page.links:
            target = urlsplit(urljoin(f"https://site.example/{path}", address))
            if target.hostname != "site.example":
                continue
            file = unquote(target.path).lstrip("/")
            file = f"{file}index.html" if not file or file.endswith("/") else file
            if not (site / file).is_file():
                yield f"{path}: {address}"
            elif target.fragment and file in pages and unquote(target.fragment) not in pages[file].ids:
                yield f"{path}: {address} (no such place)"


@pytest.mark.slow
def test_icons_that_are_used_are_drawn(site: Path, pages: dict[str, Page]) -> None:
    drawn = read_page((site / "assets" / "icons.svg").read_text(encoding="utf-8")).ids
    used = {
        address.partition("#")[2] for page in pages.values() for tag, address in page.links if tag == "use"
    }
    assert used - drawn == set()
    assert used


@pytest.mark.slow
def test_nothing_is_fetched_from_another_origin(pages: dict[str, Page]) -> None:
    fetched = {
        address
        for page in pages.values()
        for tag, address in page.links
        if tag in {"script", "img", "iframe", "source", "use", "form", "link"}
    }
    assert [
        address
        for address in sorted(fetched)
        if urlsplit(address).netloc not in {"", "catalogue.example.org"}
    ] == []


@pytest.mark.slow
def test_every_page_is_well_formed(pages: dict[str, Page]) -> None:
    assert {path: page.mistakes for path, page in pages.items() if page.mistakes} == {}


@pytest.mark.slow
def test_no_page_runs_what_stands_in_an_attribute(pages: dict[str, Page]) -> None:
    handlers = {name for page in pages.values() for name in page.attributes if name.startswith("on")}
    schemes = {urlsplit(address).scheme for page in pages.values() for address in page.addresses()}
    assert handlers == set()
    assert schemes <= {"", "http", "https", "mailto"}


@pytest.mark.slow
def test_a_site_is_replaced_and_nothing_of_the_old_one_stays(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build_sample(site)
    (site / "executables" / "old.json").write_text("{}")
    build_sample(site)
    assert not (site / "executables" / "old.json").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.slow
def test_what_goes_wrong_leaves_the_old_site_as_it_was(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build_sample(site)
    before = content_of(site)
    twice = sample.of_every_type()[0]
    with pytest.raises(PublishError):
        build(sample.catalogue(twice, twice), site, SETTINGS)
    assert content_of(site) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_of_somebody_elses_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "thesis.tex").write_text("years of work")
    with pytest.raises(PublishError, match="expected an empty folder or a published catalogue"):
        build_sample(tmp_path)
    assert (tmp_path / "thesis.tex").read_text() == "years of work"


def test_a_file_is_no_folder_to_publish_into(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("")
    with pytest.raises(PublishError, match="found other files"):
        build_sample(tmp_path / "site")


def test_a_slug_cannot_leave_the_folder(tmp_path: Path) -> None:
    component = sample.Component(slug="../../evil", title="Evil", revision="1")
    entry = sample.entry(sample.JupyterNotebook(location="a.ipynb"), "Evil", component)
    with pytest.raises(PublishError, match="no path inside a site"):
        build(sample.catalogue(entry), tmp_path / "site", SETTINGS)
    assert list(tmp_path.iterdir()) == []


def test_without_the_extra_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "markdown_it", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'ossr-catalogue\[catalogue\]'"):
        build_sample(tmp_path / "site")


def test_a_dead_link_in_the_prose_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("[gone](nowhere.md)")
    prose_with(tmp_path, theme=embedded("catalogue/theme"))
    with pytest.raises(PublishError, match=r"nowhere\.md"):
        build_prose(tmp_path / "mkdocs.yml", tmp_path / "out", SETTINGS)


def test_a_theme_without_a_shell_is_an_error_that_names_it(tmp_path: Path) -> None:
    prose_with(tmp_path, theme=tmp_path)
    with pytest.raises(PublishError, match=r"shell\.html"):
        build_prose(tmp_path / "mkdocs.yml", tmp_path / "out", SETTINGS)


def prose_with(folder: Path, theme: Path) -> None:
    """Write the settings of MkDocs for the folder `docs`."""
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(
        f"site_name: a\ndocs_dir: docs\ntheme: {{name: material, custom_dir: {theme}, font: false}}\n"
    )


def test_an_empty_catalogue_has_its_pages_too() -> None:
    empty = sample.Catalogue(entries=(), components=())
    found = {stamp.path: read_page(stamp.content) for stamp in stamps(empty)}
    assert "The catalogue is empty" in found[""].text
    assert "No executables" in found["catalogue/"].text
    assert "Nothing was left out" in found["left-out/"].text


def sizes_with(number: int) -> dict[str, int]:
    """Give the size of each kind of page in a catalogue of one component with *number* executables."""
    base = sample.of_every_type()[0]
    entries = [
        sample.entry(base.executable.kind, f"Title {index:04}", keywords=("one",)) for index in range(number)
    ]
    sizes: dict[str, int] = {}
    for stamp in stamps(sample.catalogue(*entries)):
        kind = stamp.path.partition("/")[0]
        sizes[kind] = max(len(stamp.content), sizes.get(kind, 0))
    return sizes


@pytest.mark.slow
def test_no_page_grows_with_the_catalogue() -> None:
    few, many = sizes_with(60), sizes_with(600)
    assert few.keys() == many.keys()
    assert {kind: many[kind] / few[kind] for kind in few if many[kind] > 1.05 * few[kind]} == {}


def test_a_site_can_be_built_where_an_event_loop_runs(tmp_path: Path) -> None:
    async def in_a_notebook() -> Built:
        return build_sample(tmp_path / "site")

    assert asyncio.run(in_a_notebook()).pages > 0
