"""What is kept of many lists: it comes back as it was, and who shares a name is found."""

import pytest

from ossr_catalogue.lint.archive import Archive, Meetings

MANY = 200
"""More than are packed together, and no multiple of it."""


def archive() -> Archive[tuple[str, int]]:
    kept: Archive[tuple[str, int]] = Archive()
    for number in range(MANY):
        assert kept.put((f"record {number}", number)) == number
    return kept


@pytest.mark.parametrize(
    "numbers",
    [(), (0,), (MANY - 1,), (0, 1, 63, 64, 127, 128, MANY - 1), tuple(range(MANY))],
    ids=["none", "the first", "the last", "beside the seams", "all"],
)
def test_records_come_back_in_their_order(numbers: tuple[int, ...]) -> None:
    taken = list(archive().take({*reversed(numbers)}))
    assert taken == [(f"record {number}", number) for number in numbers]


def test_records_can_be_taken_out_twice() -> None:
    kept = archive()
    assert list(kept.take({3})) == list(kept.take({3})) == [("record 3", 3)]


@pytest.mark.parametrize(
    ("names", "met"),
    [
        ([], set()),
        ([("a", 0), ("b", 1)], set()),
        ([("a", 0), ("a", 0)], set()),
        ([("a", 0), ("b", 1), ("a", 2)], {0, 2}),
        ([("a", 0), ("a", 0), ("a", 1), ("a", 2), ("b", 3)], {0, 1, 2}),
        ([("a", 0), ("b", 0), ("b", 1), ("a", 2)], {0, 1, 2}),
    ],
    ids=["nobody", "strangers", "alone with itself", "two of three", "three of four", "by two names"],
)
def test_lists_meet_in_a_name(names: list[tuple[str, int]], met: set[int]) -> None:
    meetings = Meetings()
    for name, number in names:
        meetings.note(name, number)
    assert meetings.met() == met
