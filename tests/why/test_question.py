"""People ask by whatever they have at hand, and get what concerns it."""

from dataclasses import replace

import pytest

from lists import FIRST, SECOND, THIRD, entry, harvest
from ossr_catalogue.assemble import assemble
from ossr_catalogue.why.account import Standing
from ossr_catalogue.why.accounts import accounts_of
from ossr_catalogue.why.question import Answer, answer
from sample_harvests import COMMUNITY, FAILED, FRESH, GONE, NEVER, harvested_catalogue

ACCOUNTS = accounts_of(harvested_catalogue())
REPOSITORY = "https://github.com/example/fresh"


def asked(question: str) -> Answer:
    return answer(question, ACCOUNTS)


def told(answered: Answer) -> dict[str, list[str]]:
    """Give the titles of the components that an answer speaks of, by source."""
    return {
        account.name: [one.looked.component.title for one in account.components]
        for account in answered.accounts
    }


@pytest.mark.parametrize(
    "question",
    [
        REPOSITORY,
        f"{REPOSITORY}/",
        f"git+{REPOSITORY}.git",
        "git@github.com:example/fresh.git",
        "https://GitHub.com/example/fresh",
        FRESH,
        "github.com-example-fresh",
        "Fresh",
        "example/fresh",
    ],
)
def test_a_repository_is_known_by_each_of_its_names(question: str) -> None:
    assert told(asked(question)) == {FRESH: ["Fresh"]}
    assert asked(question).standing is Standing.PARTLY


@pytest.mark.parametrize(
    "question",
    [
        "10.5281/zenodo.4701489",
        "doi:10.5281/ZENODO.4701489",
        "https://doi.org/10.5281/zenodo.4701489",
        "zenodo-4701488",
    ],
)
def test_a_record_is_known_by_its_doi(question: str) -> None:
    assert told(asked(question)) == {COMMUNITY: ["Bare record"]}


@pytest.mark.parametrize(
    "question",
    ["https://zenodo.org/records/99", "https://zenodo.org/record/99/files/x.zip", "10.5281/zenodo.99"],
)
def test_a_record_that_gave_nothing_is_known_by_its_number(question: str) -> None:
    (account,) = asked(question).accounts
    assert [gap.reason for gap in account.left_out] == ["its access is restricted"]
    assert asked(question).standing is Standing.NOT_LISTED


def test_a_number_that_only_begins_like_another_is_another() -> None:
    assert asked("https://zenodo.org/records/9").accounts == ()


def test_one_executable_is_told_without_what_concerns_others() -> None:
    (account,) = asked(THIRD).accounts
    (component,) = account.components
    assert [one.executable.uuid for one in component.listed] == [THIRD]
    assert (component.left_out, component.gone) == ((), ())
    assert asked(THIRD).standing is Standing.LISTED


def test_a_refused_entry_is_known_by_its_uuid_and_its_title() -> None:
    for question in (SECOND, f"urn:uuid:{SECOND.upper()}", "map the crab NEBULA at 1 TeV"):
        (account,) = asked(question).accounts
        assert [gap.path for gap in account.components[0].left_out] == ["executables.json"]
        assert asked(question).standing is Standing.NOT_LISTED


def test_what_is_gone_is_known_by_its_uuid_and_title() -> None:
    for question in (GONE.uuid, GONE.title):
        (account,) = asked(question).accounts
        assert account.components[0].gone == (GONE,)
        assert asked(question).standing is Standing.NOT_LISTED


@pytest.mark.parametrize(
    "question",
    ["tests/x.ipynb", "./tests/x.ipynb", "https://gitlab.example.org/a/b/-/blob/main/tests/x.ipynb"],
)
def test_a_file_that_was_passed_over_is_known_by_its_path(question: str) -> None:
    (account,) = asked(question).accounts
    assert [gap.reason for gap in account.components[0].left_out] == ["lies among tests"]


def test_a_file_is_listed_if_an_executable_is_what_it_holds() -> None:
    assert asked("https://gitlab.example.org/a/b/-/blob/main/a/x.ipynb").standing is Standing.LISTED


def test_a_path_in_one_repository_is_not_that_of_another() -> None:
    assert asked(f"{REPOSITORY}/blob/main/tests/x.ipynb").file == "tests/x.ipynb"


def test_a_file_of_a_known_repository_of_which_nothing_was_said_is_not_listed() -> None:
    answered = asked(f"{REPOSITORY}/blob/main/src/a%20b.py")
    assert (answered.file, answered.standing) == ("src/a b.py", Standing.NOT_LISTED)
    assert told(answered) == {FRESH: ["Fresh"]}
    assert answered.accounts[0].components[0].listed == ()


def test_an_executable_of_a_source_that_fails_today_is_listed_and_the_failure_told() -> None:
    answered = asked("Simulate a shower")
    assert answered.standing is Standing.LISTED
    assert answered.accounts[0].failure
    assert asked(FAILED).standing is Standing.PARTLY


def test_of_what_is_unknown_the_nearest_sources_are_named_and_those_that_failed() -> None:
    answered = asked("https://github.com/example/fersh")
    assert answered.accounts == ()
    assert answered.nearest[0] == FRESH
    assert FAILED in answered.nearest
    assert answered.failed == (FAILED, NEVER)


@pytest.mark.parametrize("question", ["https://codeberg.org/somebody/else", "https://github.com/nobody"])
def test_a_repository_of_another_owner_is_not_near_though_its_host_is_the_same(question: str) -> None:
    assert asked(question).nearest == ()


def test_a_repository_that_has_moved_to_another_host_is_near() -> None:
    assert asked("https://codeberg.org/example/fresh").nearest == (FRESH,)


def test_what_has_the_uuid_of_another_is_told_beside_it() -> None:
    catalogue = assemble([harvest("git a", entry(FIRST)), harvest("git b", entry(FIRST))])
    (double,) = catalogue.left_out
    catalogue = replace(catalogue, left_out=(replace(double, findings=()),))
    answered = answer(FIRST, accounts_of(catalogue))
    assert [account.name for account in answered.accounts] == ["git a", "git b"]
    assert answered.standing is Standing.PARTLY


@pytest.mark.parametrize("question", ["", " ", "x", "[", "https://[", "%", "'; DROP TABLE", "\x00"])
def test_a_question_that_means_nothing_has_no_answer(question: str) -> None:
    assert asked(question).accounts == ()
