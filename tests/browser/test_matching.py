"""The browser judges exactly as Python does."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page

from browsing import Visit
from matching_cases import Case, case_of, golden, random_cases
from ossr_catalogue.embedded import embedded

pytestmark = [pytest.mark.browser, pytest.mark.slow]

JUDGE = """
async (questions) => {
  const { match } = await import(new URL("assets/matching.js", document.baseURI).href);
  const { parseJson } = await import(new URL("assets/amounts.js", document.baseURI).href);
  return questions.map(parseJson).map(({ executable, platform, profile }) => {
    const { fit, reason, constraint } = match(executable, platform, profile ?? undefined);
    return [fit, reason, constraint];
  });
}
"""


def judged(page: Page, cases: list[Case]) -> Any:  # noqa: ANN401 - JSON
    return page.evaluate(JUDGE, [case.published() for case in cases])


def test_the_browser_judges_exactly_as_python_does(visit: Visit) -> None:
    page = visit("").page
    rows = golden()
    assert judged(page, [case_of(row) for row in rows]) == [row["verdict"] for row in rows]
    cases = list(random_cases(2000, seed=20261122))
    verdicts = [case.verdict() for case in cases]
    assert judged(page, cases) == [[one.fit, one.reason, one.constraint] for one in verdicts]


def test_only_integers_that_would_lose_a_digit_are_read_as_such(visit: Visit) -> None:
    read = """
    async (text) => {
      const { parseJson } = await import(new URL("assets/amounts.js", document.baseURI).href);
      return Object.values(parseJson(text)).map((value) => `${typeof value} ${value}`);
    }
    """
    text = '{"a": 1, "b": 1.5, "c": 9007199254740993, "d": "9007199254740993", "e": 1e20, "f": true}'
    assert visit("").page.evaluate(read, text) == [
        "number 1",
        "number 1.5",
        "bigint 9007199254740993",
        "string 9007199254740993",
        "number 100000000000000000000",
        "boolean true",
    ]


def test_the_example_of_the_guide_judges(visit: Visit) -> None:
    guide = embedded("catalogue/pages/for-platforms.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```javascript\n(.*?)```", guide, re.DOTALL)
    (example,) = (block for block in blocks if "matching.js" in block)
    visited = visit("")
    said: list[str] = []
    visited.page.on("console", lambda message: said.append(message.text))
    script = example.replace("https://escape-ossr.github.io/ossr-catalogue/", visited.base)
    visited.page.evaluate(f"async () => {{{script}}}")
    assert said == ["Explore the OSSR within its limits"]
