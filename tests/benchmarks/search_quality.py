"""What comes first: `python tests/benchmarks/search_quality.py STORE` or `… SOURCES.yml` (harvested first).

Builds the site of a harvest, asks the frozen queries of `search_queries.yml`, each as it is and with its
slip, in one run: our page's own code (`find.js`), Pagefind with its defaults over the same pages, and MkDocs'
own search (lunr, through its own worker) over the same texts, all in Chromium. Prints the mean reciprocal
rank of what should come first, counted among the first 20, by kind of query. Queries whose executables are
not in the harvest are named, and count as missed. Needs `pagefind[bin]` besides. Not collected by pytest.
"""
# ruff: noqa: T201 - a benchmark is there to print

import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml
from pagefind.service import get_executable
from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "generator"), str(HERE.parent)]

from mkdocs_peer import build_mkdocs  # noqa: E402 - likewise

from local_server import Files, listening  # noqa: E402 - likewise
from ossr_catalogue.assemble import assemble  # noqa: E402 - the package beside, found just now
from ossr_catalogue.model.catalogue import Catalogue, Entry  # noqa: E402 - likewise
from ossr_catalogue.publish.site import build  # noqa: E402 - likewise
from ossr_catalogue.store.store import Store  # noqa: E402 - likewise
from run import find_chromium  # noqa: E402 - likewise
from sample_site import SETTINGS  # noqa: E402 - likewise

DEPTH: Final = 20
OURS: Final = """async ([query, depth]) => {
  const { find } = await import("/assets/find.js");
  const { hits } = await find(new URL("/", location.href), { query, chosen: {}, page: 1 });
  const found = await Promise.all(hits.slice(0, depth).map((hit) => hit.data()));
  return found.map((one) => one.raw_url);
}"""
PAGEFIND: Final = """async ([query, depth]) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const { results } = await pagefind.search(query);
  return (await Promise.all(results.slice(0, depth).map((one) => one.data()))).map((one) => one.raw_url);
}"""
MKDOCS: Final = """async ([query, depth]) => {
  const answer = (worker, wanted, question) => new Promise((resolve) => {
    worker.onmessage = ({ data }) => data[wanted] && resolve(data[wanted]);
    worker.postMessage(question);
  });
  if (!globalThis.searcher) {
    globalThis.searcher = new Worker("/search/worker.js");
    await answer(searcher, "allowSearch", { init: true });
  }
  const pages = (await answer(searcher, "results", { query })).map((one) => one.location.replace(/#.*/, ""));
  return [...new Set(pages)].slice(0, depth);
}"""
ENGINES: Final = {"ours": OURS, "Pagefind": PAGEFIND, "MkDocs": MKDOCS}
MKDOCS_CONFIG: Final = "site_name: Peer\ndocs_dir: docs\ntheme: mkdocs\nplugins: [search]\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked, and the uuids of which one should come first."""

    query: str
    slip: str
    kind: str
    first: frozenset[str]


def read_questions(entries: Sequence[Entry]) -> list[Question]:
    """Read the frozen queries; what should come first is looked up in a catalogue."""
    uuids = {(entry.component.title, entry.executable.title): entry.executable.uuid for entry in entries}
    questions = []
    for one in yaml.safe_load((HERE / "search_queries.yml").read_text(encoding="utf-8")):
        wanted = [uuids.get((first["component"], first["title"])) for first in one["first"]]
        first = frozenset(uuid for uuid in wanted if uuid)
        if not first:
            print(f"not in this harvest: {one['first']}")
        questions.append(Question(query=one["query"], slip=one["slip"], kind=one["kind"], first=first))
    return questions


def harvested(path: Path, folder: Path) -> Catalogue:
    """Read a store, or make one of a file of sources."""
    if path.suffix in {".yml", ".yaml"}:
        store = folder / "harvest.sqlite"
        command = [sys.executable, "-m", "ossr_catalogue", "harvest", "--sources", str(path)]
        subprocess.run([*command, "--store", str(store)], check=True)
        path = store
    with Store(path) as memory:
        return assemble(memory.harvests())


def build_pagefind(ours: Path, folder: Path) -> None:
    """Index the pages of executables as Pagefind does by itself."""
    shutil.copytree(ours / "executables", folder / "executables")
    program = get_executable()
    command = [str(program), "--silent", "--site", str(folder), "--output-path", str(folder / "pagefind")]
    subprocess.run(command, check=True, cwd=folder)


def texts_of(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give uuid and Markdown of each executable, as pages of MkDocs have it."""
    for entry in catalogue.entries:
        one = entry.executable
        facts = f"{one.kind.label} · {entry.component.title} · {', '.join(one.keywords)}"
        yield one.uuid, f"# {one.title}\n\n{one.description}\n\n{facts}\n"


def reciprocal_rank(found: Sequence[str], first: frozenset[str]) -> float:
    """Give 1 where it comes first, 1/2 where second …, 0 where it is not among them."""
    ranks = (rank for rank, path in enumerate(found, start=1) if any(uuid in path for uuid in first))
    return next((1 / rank for rank in ranks), 0.0)


def ask(page: Page, script: str, questions: Sequence[Question], field: str) -> list[float]:
    """Ask all questions; give their reciprocal ranks."""
    return [
        reciprocal_rank(page.evaluate(script, [getattr(one, field), DEPTH]), one.first) for one in questions
    ]


def main(given: Path, *, verbose: bool) -> None:
    """Build, ask and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        catalogue = harvested(given, folder)
        questions = read_questions(catalogue.entries)
        print(f"{len(questions)} queries, {len(catalogue.entries)} executables")
        sites = {engine: folder / engine for engine in ENGINES}
        build(catalogue, sites["ours"], SETTINGS)
        build_pagefind(sites["ours"], sites["Pagefind"])
        build_mkdocs(MKDOCS_CONFIG, texts_of(catalogue), sites["MkDocs"])
        sites["MkDocs"] = sites["MkDocs"] / "site"
        ranks = {engine: ranks_of(sites[engine], engine, questions) for engine in ENGINES}
        report(questions, ranks)
        if verbose:
            tell_missed(questions, ranks["ours"])


def ranks_of(site: Path, engine: str, questions: Sequence[Question]) -> dict[str, list[float]]:
    """Give the reciprocal ranks of all questions, without and with slips."""
    with listening(Files, folder=str(site)) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        page.goto(f"{base}/404.html")
        return {field: ask(page, ENGINES[engine], questions, field) for field in ("query", "slip")}


def report(questions: Sequence[Question], ranks: dict[str, dict[str, list[float]]]) -> None:
    """Print the means, by kind and over all."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for number, question in enumerate(questions):
        by_kind[question.kind].append(number)
    header = [f"{engine}{mark}" for engine in ranks for mark in ("", ", slip")]
    print("| queries | number | " + " | ".join(header) + " |")
    print("|---" * (len(header) + 2) + "|")
    for kind, numbers in [*by_kind.items(), ("all", list(range(len(questions))))]:
        means = [
            sum(ranks[engine][field][number] for number in numbers) / len(numbers)
            for engine in ranks
            for field in ("query", "slip")
        ]
        print(f"| {kind} | {len(numbers)} | " + " | ".join(f"{mean:.2f}" for mean in means) + " |")


def tell_missed(questions: Sequence[Question], ranks: dict[str, list[float]]) -> None:
    """Print the queries that are not answered as they should be, with their reciprocal ranks."""
    for question, *found in zip(questions, ranks["query"], ranks["slip"], strict=True):
        if min(found) < 1:
            print(question.query, found[0], question.slip, found[1], sep=" | ")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), verbose="--verbose" in sys.argv)
