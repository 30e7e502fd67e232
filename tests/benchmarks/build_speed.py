"""How fast a site is built: `python tests/benchmarks/build_speed.py [EXECUTABLES] [PAGES OF THE PEER]`.

Prints the time for the whole site, search included, and beside it, from the same run, a plain `mkdocs build`
of Markdown pages with the same descriptions in the same theme: on a shared machine only the ratio means
something. The peer's time grows with the square of its pages, so that it is given fewer, and the time per
page is compared. Not collected by pytest.
"""
# ruff: noqa: T201 - a benchmark is there to print

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "generator"), str(HERE.parent)]

import sample_catalogue as sample  # noqa: E402 - the tests' own modules, found just now
from ossr_catalogue.model.catalogue import Catalogue, Entry  # noqa: E402 - likewise
from ossr_catalogue.publish.site import build  # noqa: E402 - likewise
from sample_site import SETTINGS  # noqa: E402 - likewise

PEER = """\
site_name: Peer
docs_dir: docs
theme:
  name: material
  font: false
plugins: [search]
"""


def synthetic(number: int) -> Catalogue:
    """Make up a catalogue of all types, in which every fortieth executable begins a component."""
    models = sample.of_every_type()
    return sample.catalogue(*(_variant(models[index % len(models)], index) for index in range(number)))


def _variant(entry: Entry, index: int) -> Entry:
    title = f"{entry.executable.title}, variant {index}"
    component = replace(entry.component, slug=f"component-{index // 40}", title=f"Component {index // 40}")
    return replace(
        entry,
        executable=replace(
            entry.executable,
            uuid=sample.uuid_of(f"synthetic {index}"),
            title=title,
            description=f"{entry.executable.description}\n\n" * 5,
        ),
        component=component,
    )


def seconds(work: Callable[[], object]) -> float:
    """Measure the time on the clock."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def build_peer(catalogue: Catalogue, folder: Path) -> None:
    """Build the same texts as Markdown pages of a plain MkDocs site."""
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(PEER)
    (folder / "docs" / "index.md").write_text("# Peer\n")
    for entry in catalogue.entries:
        text = f"# {entry.executable.title}\n\n{entry.executable.description}"
        (folder / "docs" / f"{entry.executable.uuid}.md").write_text(text)
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--config-file",
        str(folder / "mkdocs.yml"),
    ]
    subprocess.run(command, check=True, capture_output=True)


def largest(site: Path) -> str:
    """Name the largest page."""
    page = max(site.rglob("*.html"), key=lambda path: path.stat().st_size)
    return f"{page.relative_to(site)}, {page.stat().st_size / 1000:.0f} kB"


def main(number: int, pages: int) -> None:
    """Measure both."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = seconds(lambda: build(synthetic(number), folder / "site", SETTINGS))
        print(f"{number} executables in {ours:.1f} s, {1000 * ours / number:.1f} ms each")
        print(f"largest page: {largest(folder / 'site')}")
        (folder / "peer").mkdir()
        theirs = seconds(lambda: build_peer(synthetic(pages), folder / "peer"))
        print(f"mkdocs build: {pages} pages in {theirs:.1f} s, {1000 * theirs / pages:.1f} ms each")
        print(f"per page the peer takes {theirs / pages / (ours / number):.1f} times as long")


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*(given + [2000, 500][len(given) :]))
