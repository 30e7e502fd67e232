"""From one publication to the next nothing gets lost: it stays, or it is said to be gone."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from lists import FIRST, SECOND, THIRD, entry, harvest
from ossr_catalogue.assemble import assemble
from ossr_catalogue.continuity import continue_from, loss, remember
from ossr_catalogue.model.catalogue import Catalogue, Gone, LeftOut, SourceState
from ossr_catalogue.model.harvested import SourceHarvest

DAY_1, DAY_2 = datetime(2026, 11, 22, tzinfo=UTC), datetime(2026, 11, 23, tzinfo=UTC)
STATES = [SourceState(name=name, attempted=DAY_2, succeeded=DAY_2, requests=1) for name in ("git a", "git b")]


def assembled(*harvests: SourceHarvest, **changed: Any) -> Catalogue:  # noqa: ANN401 - what `assemble` takes
    return assemble(harvests, states=STATES, **changed)


BEFORE = remember(
    assembled(harvest("git a", entry(FIRST), entry(SECOND, title="Map the Crab nebula at 1 TeV")))
)


def after(*harvests: SourceHarvest, gone: Iterable[Gone] = ()) -> Catalogue:
    return continue_from(assembled(*harvests), BEFORE, gone, at=DAY_2)


def stale(catalogue: Catalogue) -> list[str]:
    return [one.executable.uuid for one in catalogue.entries if one.stale]


def test_what_is_still_there_is_as_it_is_now() -> None:
    catalogue = after(harvest("git a", entry(FIRST, title="Fit the Crab again, better"), entry(SECOND)))
    assert catalogue.entries[0].executable.title == "Fit the Crab again, better"
    assert (stale(catalogue), catalogue.gone) == ([], ())


def test_an_entry_that_was_taken_out_is_gone_with_its_title_and_the_day() -> None:
    (gone,) = after(harvest("git a", entry(FIRST))).gone
    assert gone == Gone(
        uuid=SECOND,
        title="Map the Crab nebula at 1 TeV",
        component="git a",
        since=DAY_2,
        reason="executables.json no longer has it",
        source="git a",
        slug="git-a",
        path="executables.json",
    )


def test_an_entry_that_has_become_wrong_stays_as_it_was_with_the_reason() -> None:
    catalogue = after(harvest("git a", entry(FIRST), entry(SECOND, location=7)))
    assert stale(catalogue) == [SECOND]
    kept = catalogue.entries[1]
    assert kept.executable.title == "Map the Crab nebula at 1 TeV"
    assert kept.stale
    assert kept.stale.reason.startswith("SCH031")
    assert catalogue.gone == ()


def test_all_entries_of_a_list_that_cannot_be_read_stay() -> None:
    assert stale(after(harvest("git a", text="{broken"))) == [FIRST, SECOND]


def test_another_mistake_in_the_list_does_not_bring_back_what_was_taken_out() -> None:
    broken = entry(THIRD, title="Simulate showers of gamma rays in air", location=7)
    catalogue = after(harvest("git a", entry(FIRST), broken))
    assert [one.uuid for one in catalogue.gone] == [SECOND]


def test_what_stays_for_days_keeps_staying() -> None:
    second_day = after(harvest("git a", text="{broken"))
    third_day = continue_from(
        assembled(harvest("git a", text="{broken")), remember(second_day), second_day.gone, at=DAY_2
    )
    assert stale(third_day) == [FIRST, SECOND]


def test_a_mark_keeps_its_day_and_goes_when_the_executable_is_back() -> None:
    mark = Gone(uuid=THIRD, title="x", component="y", since=DAY_1, reason="z")
    again = replace(mark, uuid=FIRST)
    catalogue = after(harvest("git a", entry(FIRST), entry(SECOND)), gone=(mark, again))
    assert catalogue.gone == (mark,)


def test_a_successor_is_named() -> None:
    before = remember(assembled(harvest("git a", entry(FIRST), entry(SECOND, **{"superseded-by": FIRST}))))
    catalogue = continue_from(assembled(harvest("git a", entry(FIRST))), before, (), at=DAY_2)
    assert [one.successor for one in catalogue.gone] == [FIRST]


@pytest.mark.parametrize(
    ("harvests", "reason"),
    [
        (
            [SourceHarvest(source="git a", harvested=())],
            "nothing of its component is in the catalogue any more",
        ),
        ([harvest("git b", entry(THIRD))], "nothing of its component is in the catalogue any more"),
    ],
    ids=["empty source", "another source"],
)
def test_a_component_that_is_gone_is_said_to_be(harvests: list[SourceHarvest], reason: str) -> None:
    assert {one.reason for one in after(*harvests).gone} == {reason}


def test_a_source_that_is_no_longer_asked_for_is_said_to_be() -> None:
    catalogue = continue_from(assemble([], states=STATES[1:]), BEFORE, (), at=DAY_2)
    assert {one.reason for one in catalogue.gone} == {"its source is no longer harvested"}


def test_what_could_not_be_had_is_marked_with_the_day_when_it_could() -> None:
    gap = LeftOut(source="git a", path="", reason="no answer")
    found = replace(harvest("git a", entry(FIRST)), left_out=(gap,))
    (one,) = assembled(found, stale_since={("git a", "git-a"): DAY_1}).entries
    assert one.stale
    assert (one.stale.since, one.stale.reason) == (DAY_1, "no answer")


def test_the_reason_of_the_component_itself_comes_first() -> None:
    gaps = (
        LeftOut(source="git a", path="", reason="incomplete"),
        LeftOut(source="git a", path="records/7", reason="no answer", slug="git-a"),
        LeftOut(source="git a", path="records/8", reason="another", slug="other"),
    )
    found = replace(harvest("git a", entry(FIRST)), left_out=gaps)
    (one,) = assembled(found, stale_since={("git a", "git-a"): DAY_1}).entries
    assert one.stale
    assert one.stale.reason == "no answer"


def many(count: int, source: str = "git a") -> SourceHarvest:
    return harvest(source, *(entry(f"0d2ad9a5-7c2d-4bd1-a3f0-{number:012}") for number in range(count)))


@pytest.mark.parametrize(("left", "severe"), [(20, False), (18, False), (17, True)])
def test_more_than_a_tenth_is_a_severe_loss(left: int, severe: bool) -> None:  # noqa: FBT001 - a table
    before = remember(assembled(many(20)))
    assert loss(assembled(many(left)), before).is_severe is severe


def test_a_source_with_nothing_left_is_a_severe_loss_however_small() -> None:
    before = remember(assembled(many(30), harvest("git b", entry(FIRST))))
    lost = loss(assembled(many(30)), before)
    assert (lost.sources, lost.is_severe) == (("git b",), True)


def test_what_is_no_longer_asked_for_is_no_loss() -> None:
    before = remember(assembled(many(30), harvest("git b", entry(FIRST))))
    lost = loss(assemble([many(30)], states=STATES[:1]), before)
    assert (lost.entries, lost.of, lost.is_severe) == (0, 30, False)


def test_nothing_is_lost_where_nothing_was() -> None:
    assert not loss(assembled(), ()).is_severe


def test_what_a_component_no_longer_has_anything_of_is_gone() -> None:
    bare = harvest("git a")
    (one,) = bare.harvested
    catalogue = after(replace(bare, harvested=(replace(one, found=None),)))
    assert (stale(catalogue), [one.uuid for one in catalogue.gone]) == ([], [FIRST, SECOND])


def test_an_entry_is_gone_though_another_of_its_component_is_a_double() -> None:
    catalogue = after(harvest("git 0", entry(FIRST)), harvest("git a", entry(FIRST)))
    assert [one.uuid for one in catalogue.gone] == [SECOND]


NEVER = [replace(STATES[0], succeeded=None)]
"""A source of which there is no memory but its name, as in a store that was renewed."""


def test_what_a_source_was_not_asked_for_yet_stays_as_it_was() -> None:
    catalogue = continue_from(assemble([], states=NEVER), BEFORE, (), at=DAY_2)
    assert stale(catalogue) == [FIRST, SECOND]
    assert {one.stale.reason for one in catalogue.entries if one.stale} == {
        "its source has not been harvested to its end yet"
    }
    assert catalogue.gone == ()


def test_what_a_source_failed_to_give_the_first_time_stays_with_its_reason() -> None:
    failure = LeftOut(source="git a", path="", reason="no answer")
    failed = SourceHarvest(source="git a", harvested=(), left_out=(failure,))
    catalogue = continue_from(assemble([failed], states=NEVER), BEFORE, (), at=DAY_2)
    assert [one.stale and one.stale.reason for one in catalogue.entries] == ["no answer"] * 2


def test_what_was_taken_out_of_a_list_is_gone_though_the_rest_of_its_source_was_not_had() -> None:
    catalogue = continue_from(assemble([harvest("git a", entry(FIRST))], states=NEVER), BEFORE, (), at=DAY_2)
    assert [one.uuid for one in catalogue.gone] == [SECOND]
