"""What a site of many executables costs: `python tests/benchmarks/build_speed.py [EXECUTABLES …]`.

Makes up catalogues, of 1,000 and 10,000 where nothing is said. Each is built in a process of its own, asked a
first question in Chromium, then built again with one executable in a hundred changed. Beside it, up to the
10,000 of `--peer`, a plain `mkdocs build` of the same titles and descriptions in the same theme, its pages
outside the navigation, which is the least that MkDocs can do with them. Builds are measured in time of the
processor: on a shared machine the clock says little. Not collected by pytest.
"""
# ruff: noqa: T201 - a benchmark is there to print

import argparse
import gc
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, Final

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "generator"), str(HERE.parent), str(HERE)]

import search_transfer as search  # noqa: E402 - the tests' own modules, found just now
from mkdocs_peer import write_pages  # noqa: E402 - likewise

from built_site import press_of  # noqa: E402 - likewise
from local_server import Files, listening  # noqa: E402 - likewise
from ossr_catalogue.embedded import embedded  # noqa: E402 - likewise
from ossr_catalogue.model.catalogue import Catalogue, Entry  # noqa: E402 - likewise
from ossr_catalogue.publish.folder import site_folder  # noqa: E402 - likewise
from ossr_catalogue.publish.mkdocs_plugin import build_prose  # noqa: E402 - likewise
from ossr_catalogue.publish.pages.everything import all_pages  # noqa: E402 - likewise
from ossr_catalogue.publish.pages.prose_parts import prose_parts  # noqa: E402 - likewise
from ossr_catalogue.publish.site import build  # noqa: E402 - likewise
from sample_site import SETTINGS  # noqa: E402 - likewise

CHANGED: Final = 100
"""One executable in so many."""
SAMPLED: Final = 1000
"""Pages whose stamping is measured."""
PATIENCE_MILLISECONDS: Final = 600_000
PEER: Final = """\
site_name: Peer
docs_dir: docs
theme:
  name: material
  font: false
plugins: [search]
nav: [index.md]
not_in_nav: executables/*
"""


def synthetic(number: int, *, changed: bool = False) -> tuple[Catalogue, str]:
    """Make up a catalogue, and a question; its texts have marks as people's have."""
    catalogue, question = search.synthetic(number)
    entries = (
        _written(entry, changed=changed and place % CHANGED == 0)
        for place, entry in enumerate(catalogue.entries)
    )
    return replace(catalogue, entries=tuple(entries)), question


def _written(entry: Entry, *, changed: bool) -> Entry:
    first, second, third, *words = entry.executable.description.split()
    half = len(words) // 2
    text = (
        f"{' '.join(words[:half])} with *{first}* and `{second}`.\n\n"
        f"See [{third}](https://example.org/{third}).\n\n- {' '.join(words[half:])}\n"
        f"{'- Now it does more.' if changed else ''}\n"
    )
    return replace(entry, executable=replace(entry.executable, description=text))


def build_ours(number: int, folder: Path, *, changed: bool) -> None:
    """Build a site in this process, and print what it took."""
    catalogue, _ = synthetic(number, changed=changed)
    gc.collect()
    started = time.process_time()
    built = build(catalogue, folder, SETTINGS)
    cost = {"seconds": time.process_time() - started, "memory": peak()}
    print(json.dumps(cost | {"pages": built.pages}))


def peak() -> int:
    """Give the most memory that this process has held, in bytes."""
    # Linux only; `getrusage` would tell of the process that started this one, too.
    (kilobytes,) = re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return 1024 * int(kilobytes)


def in_a_process(*arguments: str) -> Any:  # noqa: ANN401 - JSON
    """Run this file once more, and read what it prints."""
    command = [sys.executable, __file__, *arguments]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def build_peer(folder: Path) -> None:
    """Build the peer in this process, and print what it took."""
    started = time.process_time()
    from mkdocs.__main__ import cli  # noqa: PLC0415 - loading it belongs to its time

    cli(["build", "--quiet", "--config-file", str(folder / "mkdocs.yml")], standalone_mode=False)
    print(json.dumps({"seconds": time.process_time() - started, "memory": peak()}))


def stamping_milliseconds() -> float:
    """Measure what it takes to put a rendered page into its shell, and to write it."""
    catalogue, _ = synthetic(SAMPLED)
    with tempfile.TemporaryDirectory() as name:
        prose = build_prose(embedded("mkdocs.yml"), Path(name), SETTINGS, prose_parts(SETTINGS))
        stamps = list(islice(all_pages(press_of(catalogue), catalogue, prose.landing), SAMPLED))
        with site_folder(Path(name), Path(name) / "nothing") as folder:
            started = time.process_time()
            for stamp in stamps:
                folder.write(f"{stamp.path}index.html", prose.shell.stamp(stamp).encode())
            return 1000 * (time.process_time() - started) / len(stamps)


def files_in(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Give all files with what is known of them."""
    for one in os.scandir(folder):
        if one.is_dir(follow_symlinks=False):
            yield from files_in(one.path)
        else:
            yield one.path, one.stat(follow_symlinks=False)


def mean_page(folder: Path) -> float:
    """Give the mean size of an executable's page, in bytes."""
    sizes = [
        known.st_size for path, known in files_in(str(folder / "executables")) if path.endswith("index.html")
    ]
    return sum(sizes) / len(sizes)


def first_search_of_peer(base: str, question: str) -> tuple[int, float]:
    """Ask the peer; give the bytes of its index, and the seconds until the first result stood there."""
    with search.chromium() as browser:
        page = browser.new_page()
        sizes: list[int] = []
        page.on(
            "response",
            lambda one: sizes.append(len(one.body())) if one.url.endswith("search_index.json") else None,
        )
        started = time.perf_counter()
        page.goto(base)
        page.locator("[data-md-component=search-query]").press_sequentially(question)
        page.wait_for_selector(".md-search-result__link", timeout=PATIENCE_MILLISECONDS)
        return sum(sizes), time.perf_counter() - started


def report_ours(number: int, folder: Path) -> str:
    """Measure ours and print it; give the line of the rebuild."""
    site = folder / "site"
    cost = in_a_process("--build", str(number), str(site))
    with listening(Files, folder=str(site)) as base:
        found = search.first_search(base, synthetic(number)[1])
    _print_line("ours", number, cost, site, found.index, found.seconds)
    before = {known.st_ino for _, known in files_in(str(site))}
    again = in_a_process("--build", str(number), str(site), "--changed")
    after = dict(files_in(str(site)))
    new = {path.removeprefix(f"{site}/"): one for path, one in after.items() if one.st_ino not in before}
    of_search = [path for path in new if path.startswith("search/")]
    megabytes = [sum(one.st_size for one in files.values()) / 1e6 for files in (new, after)]
    return (
        f"| {number:,} | {again['seconds']:.1f} s | {len(after):,} | {len(new) - len(of_search):,} | "
        f"{len(of_search):,} | {megabytes[0]:.1f} MB of {megabytes[1]:.0f} MB |"
    )


def report_peer(number: int, folder: Path) -> None:
    """Measure the peer and print it."""
    executables = (entry.executable for entry in synthetic(number)[0].entries)
    texts = ((one.uuid, f"# {one.title}\n\n{one.description}") for one in executables)
    write_pages(PEER, texts, folder)
    cost = in_a_process("--build-peer", str(folder))
    with listening(Files, folder=str(folder / "site")) as base:
        size, seconds = first_search_of_peer(base, synthetic(number)[1])
    _print_line("MkDocs", number, cost, folder / "site", size, seconds)


def _print_line(
    name: str, number: int, cost: dict[str, float], site: Path, index: int, seconds: float
) -> None:
    print(
        f"| {name} | {number:,} | {cost['seconds']:.1f} s | {1000 * cost['seconds'] / number:.2f} ms | "
        f"{cost['memory'] / 1e6:.0f} MB | {mean_page(site) / 1000:.1f} kB | {index / 1000:.0f} kB | "
        f"{seconds:.1f} s |",
        flush=True,
    )


def main(numbers: list[int], most_of_peer: int) -> None:
    """Measure all."""
    print(f"Stamping and writing: {stamping_milliseconds():.2f} ms a page\n")
    print("| generator | executables | build | each | memory | page | first search | first result |")
    print("|---|---|---|---|---|---|---|---|", flush=True)
    rebuilt = []
    for number in numbers:
        with tempfile.TemporaryDirectory() as name:
            rebuilt.append(report_ours(number, Path(name)))
            if number <= most_of_peer:
                report_peer(number, Path(name) / "peer")
    print("\n| executables | rebuild | files | new, not of the search | new, of the search | new bytes |")
    print("|---|---|---|---|---|---|")
    print("\n".join(rebuilt))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("numbers", nargs="*", type=int, default=[1_000, 10_000])
    parser.add_argument("--peer", type=int, default=10_000)
    parser.add_argument("--build", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--build-peer", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--changed", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.build:
        build_ours(int(given.build[0]), Path(given.build[1]), changed=given.changed)
    elif given.build_peer:
        build_peer(given.build_peer)
    else:
        main(given.numbers, given.peer)
