"""Verdicts: one golden table, and what the table cannot say."""

from dataclasses import replace
from typing import Any

import pytest

import sample_catalogue as sample
from matching_cases import ALL_TYPES, Row, case_of, golden
from ossr_catalogue.matching import Fit, compare, match
from ossr_catalogue.matching.measures import MEASURES
from ossr_catalogue.model.platform import Limits, Platform
from ossr_catalogue.model.quantity import Range
from ossr_catalogue.model.resources import Compute, Needs

BROAD = Platform(
    id="broad",
    title="Broad",
    description="Takes everything, and has enough.",
    homepage="https://example.org/",
    types=ALL_TYPES,
    limits=Limits(
        cores=10**6,
        memory_bytes=10**18,
        storage_bytes=10**18,
        gpus=10**6,
        nodes=10**6,
        walltime_seconds=10**9,
    ),
    architectures=("amd64", "arm64"),
)


@pytest.mark.parametrize("row", golden(), ids=[row["case"] for row in golden()])
def test_the_golden_table_holds(row: Row) -> None:
    verdict = case_of(row).verdict()
    assert [verdict.fit, verdict.reason, verdict.constraint] == row["verdict"]


def test_every_verdict_and_every_constraint_is_in_the_table() -> None:
    verdicts = [row["verdict"] for row in golden()]
    assert {fit for fit, _, _ in verdicts} == set(Fit)
    amounts = {(measure.name, fit) for measure in MEASURES for fit in ("does-not-fit", "unknown")}
    assert amounts <= {(constraint, fit) for fit, _, constraint in verdicts}


def test_an_empty_range_declares_nothing() -> None:
    compute = Compute(cores=Range(minimum=1, maximum=1), memory_bytes=Range())
    verdict = compare(Needs(compute=(compute,)), Limits(cores=2, memory_bytes=10**9))
    assert verdict.reason == "how much memory it needs is not declared"


@pytest.mark.parametrize(
    "entry", sample.of_every_type(), ids=lambda entry: entry.executable.title.replace(" ", "-")
)
def test_a_platform_runs_no_type_that_it_does_not_take(entry: Any) -> None:  # noqa: ANN401 - Entry
    nothing = replace(BROAD, types=())
    verdict = match(entry.executable, nothing)
    assert (verdict.fit, verdict.constraint) == (Fit.DOES_NOT_FIT, "type")


@pytest.mark.parametrize("entry", sample.of_every_type(), ids=lambda entry: entry.executable.type)
def test_a_larger_platform_never_fits_worse(entry: Any) -> None:  # noqa: ANN401 - Entry
    order = [Fit.DOES_NOT_FIT, Fit.FITS_LESS, Fit.FITS]
    fits = []
    for cores, memory in ((1, 10**9), (4, 16 * 10**9), (210, 344 * 10**9)):
        limits = replace(BROAD.limits, cores=cores, memory_bytes=memory)
        fits.append(match(entry.executable, replace(BROAD, limits=limits)).fit)
    known = [order.index(fit) for fit in fits if fit is not Fit.UNKNOWN]
    assert known == sorted(known)
