"""Every source is accounted for, and nothing that was looked at is lost."""

import json
from dataclasses import replace

import pytest

from lists import FIRST, THIRD, entry, harvest
from ossr_catalogue.assemble import assemble
from ossr_catalogue.model.catalogue import Cause, Gone, LeftOut, Provenance
from ossr_catalogue.why.account import ComponentAccount, Condition, SourceAccount, Standing
from ossr_catalogue.why.accounts import accounts_of
from ossr_catalogue.why.words import asked, looked_for, tally, to_do, to_do_for
from sample_harvests import BEFORE, COMMUNITY, FAILED, FRESH, GONE, HOSTILE, NEVER, harvested_catalogue

ACCOUNTS = {account.name: account for account in accounts_of(harvested_catalogue())}


def part(source: str, title: str) -> ComponentAccount:
    return next(one for one in ACCOUNTS[source].components if one.looked.component.title == title)


@pytest.mark.parametrize(
    ("source", "condition"),
    [
        (FRESH, Condition.FRESH),
        (FAILED, Condition.FAILED),
        (NEVER, Condition.FAILED),
        (COMMUNITY, Condition.FRESH),
        (HOSTILE, Condition.EMPTY),
    ],
    ids=["fresh", "failed", "never answered", "community", "empty"],
)
def test_a_source_is_in_the_condition_that_its_last_visit_left_it_in(
    source: str, condition: Condition
) -> None:
    assert ACCOUNTS[source].condition is condition


def test_a_source_of_which_one_component_could_not_be_had_is_stale() -> None:
    catalogue = assemble([harvest("git a", entry(FIRST))], stale_since={("git a", "git-a"): BEFORE})
    assert [one.condition for one in accounts_of(catalogue)] == [Condition.STALE]


def test_a_source_of_which_a_new_component_could_not_be_had_is_stale() -> None:
    gap = LeftOut(source="git a", path="x", reason="no answer", slug="new", cause=Cause.UNREACHED)
    catalogue = assemble([replace(harvest("git a", entry(FIRST)), left_out=(gap,))])
    assert [one.condition for one in accounts_of(catalogue)] == [Condition.STALE]


def test_a_source_of_which_only_what_is_gone_is_known_is_no_longer_harvested() -> None:
    gone = Gone(uuid=FIRST, title="x", component="y", since=BEFORE, reason="z", source="git old", slug="old")
    (account,) = accounts_of(replace(assemble([]), gone=(gone,)))
    assert (account.condition, account.gone) == (Condition.DROPPED, (gone,))
    assert asked(account) == "It is no longer harvested."


def test_everything_that_is_left_out_is_told_once_and_of_its_source() -> None:
    told = [
        gap
        for account in ACCOUNTS.values()
        for gap in (
            *filter(None, (account.failure,)),
            *account.all_left_out,
            *account.remarks,
            *(gap for one in account.components for gap in one.remarks),
        )
    ]
    assert sorted(map(repr, told)) == sorted(map(repr, harvested_catalogue().left_out))


def test_a_remark_leaves_nothing_out() -> None:
    fresh = part(FRESH, "Fresh")
    assert [gap.path for gap in fresh.remarks] == [".zenodo.json"]
    assert [gap.path for gap in fresh.left_out] == ["executables.json"]


def test_what_is_gone_is_told_of_the_component_that_had_it() -> None:
    assert part(FRESH, "Fresh").gone == (GONE,)


def test_a_component_is_listed_by_what_of_it_is_listed_and_what_is_not() -> None:
    assert part(FRESH, "Fresh").standing is Standing.PARTLY
    assert part(FAILED, "Down").standing is Standing.LISTED
    assert part(COMMUNITY, "Bare record").standing is Standing.NOT_LISTED


def test_an_executable_that_two_sources_have_is_listed_in_both() -> None:
    catalogue = assemble([harvest("git a", entry(FIRST)), harvest("git b", entry(THIRD))])
    (first, second) = catalogue.entries
    also = Provenance(source="git b", path="executables.json", revision="1")
    catalogue = replace(catalogue, entries=(replace(first, also=(also,)), second))
    assert [one.listed for one in accounts_of(catalogue)] == [1, 2]


def test_a_double_names_the_component_that_it_is_of_and_what_to_do() -> None:
    catalogue = assemble([harvest("git a", entry(FIRST)), harvest("git b", entry(FIRST))])
    account = accounts_of(catalogue)[1].components[0]
    assert [gap.uuid for gap in account.left_out] == [FIRST]
    assert to_do(account) == (
        "If it is another one, give it a uuid of its own; if it is the same, list it in one place only.",
    )


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (FRESH, "Asked on 2026-11-22 12:05 UTC, with 3 requests, and it answered."),
        (
            FAILED,
            (
                "Asked on 2026-11-22 12:05 UTC, with 1 request, it failed: no answer in time. "
                "What it gave on 2026-11-19 12:05 UTC stays as it was."
            ),
        ),
        (NEVER, "Asked on 2026-11-22 12:05 UTC, with 1 request, it failed: 404. It has never answered."),
    ],
    ids=["fresh", "failed", "never"],
)
def test_people_are_told_when_a_source_was_asked_and_what_it_answered(source: str, words: str) -> None:
    assert asked(ACCOUNTS[source]) == words


def test_what_came_of_a_source_is_counted() -> None:
    assert tally(ACCOUNTS[FRESH]) == "1 component, 1 executable listed, 1 left out, 1 no longer there"
    assert tally(ACCOUNTS[NEVER]) == "nothing"


def test_where_there_is_no_list_it_is_said_where_and_for_what_was_looked() -> None:
    assert looked_for(part(COMMUNITY, "Bare record").looked) == (
        "Among 12 files no list was found; looked for executables.json, lists/mine.json.",
        "Jupyter notebooks: none found in 3 files.",
        "No file speaks of CWL workflows.",
    )


def test_where_there_is_a_list_it_is_named() -> None:
    assert looked_for(part(FRESH, "Fresh").looked) == ("A list of its owner's was found: executables.json.",)


DRAFT = (
    "If it is yours, say what can be run: `ossr-catalogue draft {} > executables.yaml` writes a start; "
    "finish it, and commit it at the top of the repository."
)


@pytest.mark.parametrize(
    ("source", "title", "advice"),
    [
        (
            FRESH,
            "Fresh",
            (
                "Correct executables.json, line 1: put it in quotes.",
                "Check it with `ossr-catalogue lint` before you commit it.",
            ),
        ),
        (FAILED, "Down", ("Wait: the next harvest asks again.",)),
        (COMMUNITY, "Bare record", (DRAFT.format("."),)),
        (COMMUNITY, "Drafted record", (DRAFT.format("https://gitlab.example.org/a/b"),)),
    ],
    ids=["refused", "stale", "nothing", "drafted"],
)
def test_an_owner_is_told_what_to_do(source: str, title: str, advice: tuple[str, ...]) -> None:
    assert to_do(part(source, title)) == advice


def test_of_a_source_that_failed_the_operator_is_told_what_to_do() -> None:
    assert to_do_for(ACCOUNTS[NEVER]) == (
        "Wait: the next harvest asks again.",
        "If it has moved or is gone for good, correct or remove it in sources.yml.",
    )
    assert to_do_for(ACCOUNTS[FRESH]) == ()


def test_a_command_that_is_proposed_can_be_pasted_whatever_the_repository_is_called() -> None:
    looked = part(COMMUNITY, "Drafted record").looked
    component = replace(looked.component, repository="https://example.org/$(touch x)")
    account = ComponentAccount(looked=replace(looked, component=component))
    assert "draft 'https://example.org/$(touch x)' >" in to_do(account)[0]


def test_the_errors_of_one_list_are_told_but_for_those_after_the_third() -> None:
    broken = entry(FIRST, location=7, kernel=7, open=7, requirements=7, title=7)
    text = json.dumps({"executables": [broken]}, indent=1)
    (account,) = accounts_of(assemble([harvest("git a", text=text)]))
    corrections = [line for line in to_do(account.components[0]) if line.startswith("Correct ")]
    assert len(corrections) == 3


def test_two_components_with_the_same_remark_both_keep_it() -> None:
    gap = LeftOut(source="git a", path="codemeta.json", reason="is no JSON")
    (one,) = harvest("git a", entry(FIRST)).harvested
    twins = [
        replace(one, component=replace(one.component, slug=slug), left_out=(gap,)) for slug in ("x", "y")
    ]
    catalogue = assemble([replace(harvest("git a"), harvested=tuple(twins))])
    assert [each.left_out.count(gap) for each in accounts_of(catalogue)[0].components] == [1, 1]


def test_an_account_is_the_same_whatever_the_order_of_what_was_found() -> None:
    catalogue = harvested_catalogue()
    turned = replace(catalogue, left_out=catalogue.left_out[::-1], looked=catalogue.looked[::-1])
    assert accounts_of(turned) == accounts_of(catalogue)


def test_a_source_account_of_nothing_is_not_listed() -> None:
    assert (
        SourceAccount(name="x", condition=Condition.EMPTY, counts=ACCOUNTS[NEVER].counts).standing
        is Standing.NOT_LISTED
    )
