"""A harvest goes on whatever is broken, and names it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest

from fake_sources import AGNPY, FakeSnapshot, FakeSource, bring_home, notebook
from ossr_catalogue.document.locations import LIST_LOCATIONS
from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.draft import UNREAD
from ossr_catalogue.harvest.infer import EVIDENCE
from ossr_catalogue.harvest.run import harvest
from ossr_catalogue.harvest.source import NOTHING_KNOWN, Unchanged
from ossr_catalogue.model.catalogue import Cause, LeftOut, Origin
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.harvested import FoundList, Harvested

OTHER = Component(slug="another", title="another", revision="r")
LIST = b'{"executables": []}'


def only(snapshot: FakeSnapshot) -> Harvested:
    ((found,), _) = bring_home(FakeSource([snapshot]))
    return found


def notes(found: Harvested) -> list[tuple[str, str]]:
    return [(one.path, one.reason) for one in found.left_out]


def test_a_list_is_brought_home_as_it_stands_even_broken() -> None:
    found = only(FakeSnapshot({"executables.json": b"{broken", "a.ipynb": notebook(">1")}))
    assert found.found == FoundList(path="executables.json", content=b"{broken", origin=Origin.DECLARED)


def test_without_a_list_a_draft_is_brought_home() -> None:
    found = only(FakeSnapshot({"a.ipynb": notebook(">1")}))
    assert found.found is not None
    assert found.found.origin is Origin.INFERRED


def test_without_anything_to_run_the_component_comes_alone() -> None:
    assert only(FakeSnapshot({"README.md": b"# x"})).found is None


def test_metadata_files_describe_the_component() -> None:
    found = only(FakeSnapshot({"codemeta.json": b'{"name": "Agnpy", "license": "MIT"}'}))
    assert (found.component.title, found.component.licence) == ("Agnpy", "MIT")


def test_codemeta_can_name_the_list() -> None:
    files = {"codemeta.json": b'{"executables": "docs/list.yaml"}', "docs/list.yaml": LIST}
    found = only(FakeSnapshot(files))
    assert found.found == FoundList(path="docs/list.yaml", content=LIST, origin=Origin.DECLARED)


def test_only_what_is_needed_is_read() -> None:
    snapshot = FakeSnapshot(
        {
            "executables.json": LIST,
            "executables.yaml": LIST,
            "a.ipynb": b"",
            "README.md": b"",
            "data.fits": b"",
        }
    )
    only(snapshot)
    assert snapshot.reads == [("README.md", "executables.json")]


def test_a_list_that_cannot_be_read_is_named_and_not_replaced_by_a_draft() -> None:
    files = {"executables.json": LIST, "a.ipynb": notebook(">1")}
    found, visit = bring_home(FakeSource([FakeSnapshot(files, unreadable=frozenset({"executables.json"}))]))
    assert found == []
    assert [(one.slug, one.reason) for one in visit.left_out] == [(AGNPY.slug, f"executables.json: {UNREAD}")]


def test_everything_that_was_looked_at_in_vain_is_named_with_its_source() -> None:
    files = {
        "codemeta.json": b"{broken",
        "executables.yaml": LIST,
        "executables.yml": LIST,
        "README.md": b"",
    }
    found = only(FakeSnapshot(files))
    assert [path for path, _ in notes(found)] == ["codemeta.json", "executables.yml"]
    assert {one.source for one in found.left_out} == {"fake somewhere"}
    drafted = only(FakeSnapshot({"tests/a.ipynb": b"", "broken.ipynb": b"{"}))
    assert [path for path, _ in notes(drafted)] == ["broken.ipynb", "tests/a.ipynb"]


def test_it_is_kept_what_was_looked_for_and_what_it_came_to() -> None:
    files = {
        "codemeta.json": b'{"executables": "lists/mine.json"}',
        "a.ipynb": notebook(">1"),
        "b.ipynb": b"{",
    }
    search = only(FakeSnapshot(files)).search
    sought = {one.what: (one.files, one.found) for one in search.sought}
    assert (search.files, search.lists) == (3, (*LIST_LOCATIONS, "lists/mine.json"))
    assert (sought["Jupyter notebooks"], sought["CWL workflows"]) == ((2, 1), (0, 0))


def test_of_a_component_with_a_list_nothing_else_was_looked_for() -> None:
    assert only(FakeSnapshot({"executables.json": LIST, "a.ipynb": b""})).search.sought == ()


@dataclass
class WholeSnapshot(FakeSnapshot):
    """Files in memory, and all names that there are."""

    names: tuple[str, ...] | None = ("a.ipynb", "link")


@pytest.mark.parametrize(
    ("files", "names", "kept"),
    [
        ({"executables.json": LIST}, ("a.ipynb", "link"), "a.ipynb\nlink"),
        ({"executables.json": LIST}, None, ""),
        ({"executables.json": LIST}, ("a" * 500_001,), ""),
        ({"a.ipynb": notebook(">1")}, ("a.ipynb", "link"), ""),
    ],
    ids=["known", "not known", "very much", "draft"],
)
def test_all_names_are_kept_beside_a_list_that_may_name_any(
    files: dict[str, bytes], names: tuple[str, ...] | None, kept: str
) -> None:
    assert only(WholeSnapshot(files, names=names)).search.names == kept


def test_where_nobody_says_what_there_is_no_names_are_kept() -> None:
    assert only(FakeSnapshot({"executables.json": LIST})).search.names == ""


def test_what_is_wrong_with_metadata_is_a_remark_and_a_second_list_is_left_out() -> None:
    found = only(FakeSnapshot({"codemeta.json": b"{", "executables.json": LIST, "executables.yml": LIST}))
    causes = {one.path: one.cause for one in found.left_out}
    assert causes == {"codemeta.json": Cause.REMARK, "executables.yml": Cause.PASSED_OVER}


def test_every_kind_of_evidence_has_words_of_its_own_for_what_it_seeks() -> None:
    assert len({evidence.seeks for evidence in EVIDENCE}) == len(EVIDENCE)


def test_one_component_that_fails_costs_only_itself() -> None:
    offline = FakeSnapshot({"README.md": b""}, is_offline=True)
    found, visit = bring_home(FakeSource([offline, FakeSnapshot({}, OTHER)]))
    assert [one.component.slug for one in found] == ["another"]
    assert visit.left_out == (
        LeftOut(
            source="fake somewhere",
            path=AGNPY.slug,
            reason="no answer",
            slug=AGNPY.slug,
            cause=Cause.UNREACHED,
        ),
    )
    assert not visit.failed


def test_what_a_source_leaves_out_itself_is_kept() -> None:
    left_out = LeftOut(source="fake somewhere", path="record 7", reason="restricted")
    _, visit = bring_home(FakeSource([left_out, FakeSnapshot({})]))
    assert visit.left_out == (left_out,)


def test_of_a_source_that_fails_what_came_before_is_kept_and_nothing_is_known_to_be_gone() -> None:
    found, visit = bring_home(
        FakeSource([FakeSnapshot({}), SourceError("fake somewhere: page 2 is missing")])
    )
    assert [one.component.slug for one in found] == [AGNPY.slug]
    assert visit.failed
    assert visit.left_out == (
        LeftOut(source="fake somewhere", path="", reason="page 2 is missing", cause=Cause.UNREACHED),
    )


def test_a_component_is_kept_before_the_next_is_asked_for() -> None:
    kept: list[Harvested] = []

    class Second(FakeSnapshot):
        def paths(self) -> tuple[str, ...]:
            assert [one.component.slug for one in kept] == [AGNPY.slug]
            return ()

    harvest(FakeSource([FakeSnapshot({}), Second({}, OTHER)]), kept.append)
    assert len(kept) == 2


def test_what_is_unchanged_is_not_read_again() -> None:
    snapshot = FakeSnapshot({"README.md": b""}, etag="0abc")
    ((first,), _) = bring_home(FakeSource([snapshot]))
    snapshot.reads.clear()
    found, visit = bring_home(FakeSource([snapshot]), known={AGNPY.slug: first.etag})
    assert (found, visit.unchanged, snapshot.reads) == ([], (AGNPY.slug,), [])


def test_what_is_unchanged_may_be_recognised_by_something_else_from_then_on() -> None:
    class Renewing(FakeSource):
        def snapshots(self, known: Mapping[str, str] = NOTHING_KNOWN) -> Iterator[Unchanged]:
            yield from (Unchanged(slug=slug, etag=f"{etag} again") for slug, etag in known.items())

    (first,), _ = bring_home(FakeSource([FakeSnapshot({}, etag="0abc")]))
    _, visit = bring_home(Renewing(), known={AGNPY.slug: first.etag})
    assert visit.renewed == ((AGNPY.slug, first.etag.replace("0abc", "0abc again")),)


def test_another_state_of_this_program_reads_everything_again() -> None:
    snapshot = FakeSnapshot({}, etag="0abc")
    found, _ = bring_home(FakeSource([snapshot]), known={AGNPY.slug: "0abc 0123456789abcdef"})
    assert len(found) == 1


def test_a_mistake_of_ours_is_not_hidden() -> None:
    class Broken(FakeSnapshot):
        def paths(self) -> tuple[str, ...]:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        bring_home(FakeSource([Broken({})]))


def test_requests_are_counted() -> None:
    _, visit = bring_home(FakeSource([FakeSnapshot({}), FakeSnapshot({}, OTHER)]))
    assert (visit.given, visit.requests) == ((AGNPY.slug, "another"), 2)


def test_progress_is_told() -> None:
    said: list[str] = []
    harvest(FakeSource([FakeSnapshot({})]), lambda _: None, progress=said.append)
    assert said == ["fake somewhere", "fake somewhere: agnpy"]


def test_a_draft_is_made_with_what_the_metadata_say() -> None:
    files = {"codemeta.json": b'{"name": "AgnPy 2"}', "a.ipynb": notebook(">1")}
    found = only(FakeSnapshot(files))
    assert found.found is not None
    (entry,) = json.loads(found.found.content)["executables"]
    assert entry["title"] == "A, a notebook of AgnPy 2"
