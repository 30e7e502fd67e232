"""What a first search costs: `python tests/benchmarks/search_transfer.py [EXECUTABLES …]`.

Makes up catalogues, of 179, 1,000 and 10,000 where nothing is said, whose texts are drawn from a vocabulary
that grows as those of natural languages do (Heaps), its words as unevenly common (Zipf). Opens the page of
the list with a question in its address, in Chromium with an empty cache. Prints how many bytes of the index
came, how many with all the page, and how long it took until the first result stood there. The server does not
compress. Not collected by pytest.
"""
# ruff: noqa: T201, S311 - a benchmark is there to print; nothing here is secret

import itertools
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Response, sync_playwright

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1] / "generator"), str(HERE.parent)]

import sample_catalogue as sample  # noqa: E402 - the tests' own modules, found just now
from local_server import Files, listening  # noqa: E402 - likewise
from ossr_catalogue.model.catalogue import Catalogue, Entry  # noqa: E402 - likewise
from ossr_catalogue.model.resources import Needs  # noqa: E402 - likewise
from ossr_catalogue.publish.site import build  # noqa: E402 - likewise
from run import find_chromium  # noqa: E402 - likewise
from sample_site import SETTINGS  # noqa: E402 - likewise

PER_COMPONENT: Final = 25
COMMON: Final = 10
"""Place of a word among the commonest."""
SYLLABLES: Final = tuple(map("".join, itertools.product("bcdfghklmnprstvwxz", "aeiou")))
NEEDS: Final = (Needs(), Needs(), Needs(), sample.SMALL, sample.GPU, sample.CLUSTER)


class Texts:
    """Words, the tenth a tenth as common as the first; more of them the more there are texts."""

    def __init__(self, number: int) -> None:
        self._random = random.Random(number)
        size = int(600 * number**0.5)
        spelled = (
            "".join(one) for length in (2, 3, 4) for one in itertools.product(SYLLABLES, repeat=length)
        )
        self.words = list(itertools.islice(spelled, size))
        self._random.shuffle(self.words)
        self._weights = list(itertools.accumulate(1 / place for place in range(1, len(self.words) + 1)))

    def some(self, least: int, most: int) -> list[str]:
        """Draw words."""
        return self._random.choices(
            self.words, cum_weights=self._weights, k=self._random.randint(least, most)
        )

    def one_of(self, values: tuple[Needs, ...]) -> Needs:
        """Draw one of some values."""
        return self._random.choice(values)


def synthetic(number: int) -> tuple[Catalogue, str]:
    """Make up a catalogue of all types, and a question: a word that many of them have."""
    texts, models = Texts(number), sample.of_every_type()
    entries = [_made_up(models[place % len(models)], place, texts) for place in range(number)]
    return sample.catalogue(*entries), texts.words[COMMON]


def _made_up(model: Entry, place: int, texts: Texts) -> Entry:
    component = place // PER_COMPONENT
    executable = replace(
        model.executable,
        uuid=sample.uuid_of(f"made up {place}"),
        title=" ".join(texts.some(3, 8)).capitalize(),
        description=f"{' '.join(texts.some(20, 120))}.",
        keywords=tuple(dict.fromkeys(texts.some(0, 4))),
        needs=texts.one_of(NEEDS),
        profiles=(),
    )
    return replace(
        model,
        executable=executable,
        component=replace(model.component, slug=f"component-{component}", title=f"Component {component}"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What came, in bytes, and when."""

    index: int
    requests: int
    page: int
    seconds: float
    results: str


@contextmanager
def chromium() -> Iterator[Browser]:
    """Open a browser that has seen nothing yet."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


def first_search(base: str, question: str) -> Cost:
    """Open the list with a question in its address, nothing of the site known before."""
    with chromium() as browser:
        page = browser.new_page()
        came: list[Response] = []
        page.on("response", lambda response: came.append(response))  # noqa: PLW0108 - it sets an attribute
        started = time.perf_counter()
        page.goto(f"{base}/catalogue/?q={question.replace(' ', '+')}")
        page.wait_for_selector("#result-list a[href*='executables/']")
        page.wait_for_selector("#listing[data-alive] #results:not([aria-busy])")
        seconds = time.perf_counter() - started
        sizes = {one.url: len(one.body()) for one in came if one.ok}
        results = page.locator("#count").inner_text()
    index = [size for url, size in sizes.items() if "/search/" in url]
    return Cost(
        index=sum(index), requests=len(index), page=sum(sizes.values()), seconds=seconds, results=results
    )


def main(numbers: list[int]) -> None:
    """Build and measure each."""
    print("| executables | index, first search | files of it | with all the page | first result | found |")
    print("|---|---|---|---|---|---|")
    for number in numbers:
        with tempfile.TemporaryDirectory() as name:
            catalogue, question = synthetic(number)
            build(catalogue, Path(name) / "site", SETTINGS)
            with listening(Files, folder=str(Path(name) / "site")) as base:
                cost = first_search(base, question)
        print(
            f"| {number} | {cost.index / 1000:.0f} kB | {cost.requests} | {cost.page / 1000:.0f} kB | "
            f"{cost.seconds:.2f} s | {cost.results} |"
        )


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [179, 1000, 10000])
