"""The browser's modules say what Python says; here in Node, in `browser/test_matching.py` where it counts."""

import json
from pathlib import Path
from typing import Any

import pytest

from amounts_cases import SIZES, counts_said, read_all, said, texts
from javascript import NODE, in_node
from matching_cases import Case, case_of, golden, random_cases
from ossr_catalogue.model.quantity import Range
from ossr_catalogue.publish.pages.figures import in_words

pytestmark = pytest.mark.skipif(NODE is None, reason="Node is not installed")

JUDGE = """
const { match } = await import("./matching.js");
return a[0].map(({ executable, platform, profile }) => match(executable, platform, profile ?? undefined));
"""
SAY = """
const say = await import("./amounts.js");
const sizes = a[0].map((one) => [say.formatBytes(one), say.formatDuration(one)]);
return [sizes, a[1].map((one) => say.formatCount(one, "core"))];
"""
READ = """
const read = await import("./typed-amounts.js");
const { formatCount } = await import("./amounts.js");
const tried = (parse, text) => {
  try {
    const { value, unit, assumed } = parse(text);
    return [formatCount(value), unit, assumed];
  } catch (error) {
    return [error.problem, error.message, error.advice];
  }
};
const parseFraction = (text) => read.parseCount(text, { whole: false });
const parsers = [read.parseBytes, read.parseDuration, read.parseCount, parseFraction];
return a[0].map((text) => parsers.map((parse) => tried(parse, text)));
"""


def judged(cases: list[Case], folder: Path) -> list[Any]:
    return [
        list(one.values()) for one in in_node(folder, JUDGE, [json.loads(one.published()) for one in cases])
    ]


def test_the_golden_table_holds_in_javascript(tmp_path: Path) -> None:
    rows = golden()
    assert judged([case_of(row) for row in rows], tmp_path) == [row["verdict"] for row in rows]


def test_random_verdicts_are_the_same_in_javascript(tmp_path: Path) -> None:
    cases = list(random_cases(500, seed=1))
    verdicts = [case.verdict() for case in cases]
    assert judged(cases, tmp_path) == [[one.fit, one.reason, one.constraint] for one in verdicts]


def test_amounts_are_said_alike_in_javascript(tmp_path: Path) -> None:
    sizes, counts = in_node(tmp_path, SAY, SIZES, list(counts_said()))
    assert sizes == said(SIZES)
    assert counts == list(counts_said().values())


def test_amounts_are_read_alike_in_javascript(tmp_path: Path) -> None:
    written = texts(300, seed=2)
    assert in_node(tmp_path, READ, written) == read_all(written)


@pytest.mark.parametrize("limit", ["NaN", "Infinity", "null", "'16 GB'", "[]"])
def test_a_limit_that_is_no_number_is_not_known_in_javascript(tmp_path: Path, limit: str) -> None:
    script = """
    const { compare } = await import("./matching.js");
    const needs = { compute: [{ cores: { min: 1 }, memory_bytes: { min: 1 } }] };
    return compare(needs, { memory_bytes: LIMIT }).reason;
    """
    reason = "needs 1 B of memory, how much memory it offers is not known"
    assert in_node(tmp_path, script.replace("LIMIT", limit)) == reason


def test_needs_are_said_alike_in_javascript(tmp_path: Path) -> None:
    ends: tuple[Any, ...] = (None, 0, 1, 4)
    ranges = [Range(minimum=low, maximum=high) for low in ends for high in ends]
    ranges += [Range(minimum=low, unbounded=True) for low in ends]
    script = """
    const { inWords } = await import("./amounts.js");
    return a[0].map(({ min, max, unbounded }) =>
      inWords({ min: min ?? undefined, max: max ?? undefined, unbounded }, (amount) => `<${amount}>`));
    """
    plain = [{"min": one.minimum, "max": one.maximum, "unbounded": one.unbounded} for one in ranges]
    assert in_node(tmp_path, script, plain) == [in_words(one, lambda amount: f"<{amount}>") for one in ranges]


def test_a_profile_that_does_not_exist_is_an_error_in_javascript(tmp_path: Path) -> None:
    script = """
    const { match } = await import("./matching.js");
    const { executable, platform } = a[0];
    try { match(executable, platform, "no such") } catch (error) { return `${error}`; }
    """
    question = json.loads(case_of(golden()[0]).published())
    assert in_node(tmp_path, script, question) == 'RangeError: there is no profile "no such"'
