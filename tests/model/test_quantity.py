"""Amounts: parsed once into base units, refused with advice, said to people."""

import math

import pytest

from ossr_catalogue.errors import QuantityError
from ossr_catalogue.model.amounts import format_bytes, format_duration
from ossr_catalogue.model.quantity import (
    GIB,
    KIB,
    MIB,
    PIB,
    TIB,
    Amount,
    parse_bytes,
    parse_count,
    parse_duration,
)


@pytest.mark.parametrize(
    ("written", "size_bytes"),
    [
        ("1 B", 1),
        ("1 kB", 1000),
        ("500 MB", 500_000_000),
        ("344 GB", 344_000_000_000),
        ("5 TB", 5_000_000_000_000),
        ("1 PB", 10**15),
        ("1 KiB", KIB),
        ("512 MiB", 512 * MIB),
        ("16 GiB", 16 * GIB),
        ("16GiB", 16 * GIB),
        (" 16  GiB ", 16 * GIB),
        ("1.5 TiB", 3 * TIB // 2),
        (".5 PiB", PIB // 2),
        ("1e3 GB", 10**12),
        ("0 GB", 0),
        ("0.3 B", 1),
        (16, 16 * GIB),
        (0.5, GIB // 2),
        (0.1, 107_374_183),
    ],
)
def test_bytes_are_whole_and_exact_and_a_fraction_of_one_is_needed(
    written: str | float, size_bytes: int
) -> None:
    amount = parse_bytes(written)
    assert amount.value == size_bytes
    assert isinstance(amount.value, int)
    assert not amount.assumed


@pytest.mark.parametrize(
    ("written", "unit", "size_bytes"),
    [("16G", "GiB", 16 * GIB), ("16 g", "GiB", 16 * GIB), ("4M", "MiB", 4 * MIB), ("1k", "KiB", KIB)],
)
def test_a_single_letter_is_read_as_a_power_of_1024_and_marked(
    written: str, unit: str, size_bytes: int
) -> None:
    assert parse_bytes(written) == Amount(value=size_bytes, unit=unit, assumed=True)


@pytest.mark.parametrize(
    ("written", "problem", "message", "advice"),
    [
        (
            "16 Gb",
            "bits",
            '"Gb" are bits, not bytes',
            'write "GiB" (powers of 1024) or "GB" (powers of 1000)',
        ),
        (
            "16 Mbit",
            "bits",
            '"Mbit" are bits, not bytes',
            'write "MiB" (powers of 1024) or "MB" (powers of 1000)',
        ),
        (
            "16 kb",
            "bits",
            '"kb" are bits, not bytes',
            'write "KiB" (powers of 1024) or "kB" (powers of 1000)',
        ),
        (
            "16 Gib",
            "bits",
            '"Gib" are bits, not bytes',
            'write "GiB" (powers of 1024) or "GB" (powers of 1000)',
        ),
        (
            "16 gB",
            "unknown-unit",
            '"gB" is not a unit of bytes',
            'did you mean "GB"? Upper and lower case matter',
        ),
        (
            "16 gib",
            "unknown-unit",
            '"gib" is not a unit of bytes',
            'did you mean "GiB"? Upper and lower case matter',
        ),
        (
            "16 blocks",
            "unknown-unit",
            '"blocks" is not a unit of bytes',
            "write one of B, kB, MB, GB, TB, PB, KiB, MiB, GiB, TiB, PiB",
        ),
        ("2 h", "wrong-kind", '"h" is a unit of time, not of bytes', "write e.g. 16 GiB"),
        ("-1 GB", "negative", "-1 GB is negative", "write a number from 0"),
        (-1, "negative", "-1 is negative", "write a number from 0"),
        ("1e30 GB", "too-large", "1e30 GB is beyond every machine", "check the unit"),
        ("much", "not-a-number", "'much' is not an amount", "write a number and a unit"),
        ("16 GB RAM", "not-a-number", "'16 GB RAM' is not an amount", "write a number and a unit"),
        ("", "not-a-number", "'' is not an amount", "write a number and a unit"),
        (math.nan, "not-a-number", "nan is not an amount", "write a number and a unit"),
        (math.inf, "not-a-number", "inf is not an amount", "write a number and a unit"),
        ("١٦ GB", "not-a-number", "'١٦ GB' is not an amount", "write a number and a unit"),
    ],
)
def test_what_are_no_bytes_is_refused_with_advice(
    written: str | float, problem: str, message: str, advice: str
) -> None:
    with pytest.raises(QuantityError) as caught:
        parse_bytes(written)
    assert (caught.value.problem, str(caught.value), caught.value.advice) == (problem, message, advice)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("PT190H", 684_000),
        ("190 h", 684_000),
        ("PT1H30M", 5400),
        ("PT45S", 45),
        ("P1D", 86_400),
        ("P2W", 1_209_600),
        ("P1DT12H", 129_600),
        ("90 min", 5400),
        ("1.5 d", 129_600),
        ("0.1 s", 1),
        ("0 s", 0),
    ],
)
def test_durations_are_whole_seconds(written: str, seconds: int) -> None:
    assert parse_duration(written).value == seconds


@pytest.mark.parametrize(
    ("written", "problem", "advice"),
    [
        (190, "no-unit", 'write "PT190H" or "190 h" if hours were meant'),
        ("2 GB", "wrong-kind", "write e.g. PT2H"),
        ("2 hours", "unknown-unit", "write one of s, min, h, d"),
        ("P", "not-a-number", "write e.g. PT190H"),
        ("PT", "not-a-number", "write e.g. PT190H"),
        ("P1DT", "not-a-number", "write e.g. PT190H"),
        ("P1Y", "not-a-number", "write e.g. PT190H"),
        ("P" + "9" * 5000 + "D", "too-large", "check the unit"),
        ("-1 h", "negative", "write a number from 0"),
        ("12:30:00", "not-a-number", "write a number and a unit"),
    ],
)
def test_what_is_no_duration_is_refused_with_advice(written: str | int, problem: str, advice: str) -> None:
    with pytest.raises(QuantityError) as caught:
        parse_duration(written)
    assert (caught.value.problem, caught.value.advice) == (problem, advice)


@pytest.mark.parametrize(("written", "count"), [(8, 8), ("8", 8), (8.0, 8), ("1e2", 100), (0, 0)])
def test_counts_are_whole_numbers(written: str | float, count: int) -> None:
    amount = parse_count(written)
    assert (amount.value, type(amount.value)) == (count, int)


def test_cores_may_be_fractions() -> None:
    assert parse_count(0.5, whole=False).value == 0.5


@pytest.mark.parametrize(
    ("written", "problem", "advice"),
    [
        (1.5, "not-whole", "write 2"),
        ("16 GB", "wrong-kind", "write 16"),
        (-1, "negative", "write a number from 0"),
        ("many", "not-a-number", "write a number and a unit"),
        (10**30, "too-large", "check the unit"),
    ],
)
def test_what_is_no_count_is_refused_with_advice(written: str | float, problem: str, advice: str) -> None:
    with pytest.raises(QuantityError) as caught:
        parse_count(written)
    assert (caught.value.problem, caught.value.advice) == (problem, advice)


@pytest.mark.parametrize(
    ("size_bytes", "text"),
    [
        (0, "0 B"),
        (1500, "1500 B"),
        (16 * GIB, "16 GiB"),
        (344 * 10**9, "344 GB"),
        (5 * 10**12, "5 TB"),
        (500 * 10**6, "500 MB"),
        (MIB + 1, "1.05 MB"),
        (123_456_789_123, "123 GB"),
    ],
)
def test_bytes_are_said_in_the_shortest_exact_unit_or_rounded(size_bytes: int, text: str) -> None:
    assert format_bytes(size_bytes) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 s"),
        (45, "45 s"),
        (60, "1 min"),
        (90, "90 s"),
        (1800, "30 min"),
        (3600, "1 h"),
        (86_400, "24 h"),
        (684_000, "190 h"),
        (864_000, "10 d"),
    ],
)
def test_durations_are_said_in_the_largest_whole_unit(seconds: int, text: str) -> None:
    assert format_duration(seconds) == text
