"""What was there before the linter was: known again whatever moves, and reported once it is gone."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ossr_catalogue.document.parse import parse
from ossr_catalogue.errors import UsageError
from ossr_catalogue.lint.baseline import Baseline, baseline_in, baseline_of, read_baseline
from ossr_catalogue.lint.configuration.configuration import NO_CONFIGURATION
from ossr_catalogue.lint.configuration.discovery import Configurations
from ossr_catalogue.lint.linter import Linter
from ossr_catalogue.lint.run import lint
from ossr_catalogue.lint.settings import Flags
from ossr_catalogue.lint.sound import SOUND
from ossr_catalogue.model.finding import Finding, Suppression, SuppressionKind

FLAWS: tuple[dict[str, object], ...] = (
    {},
    {"title": "TODO"},
    {"description": "Short."},
    {"compute-resources": [{"memory": "64 TiB"}, {"memory": "16 Gb", "cores": 1.5}]},
    {"compute-resources": [{"memory": {"min": "8 GiB", "max": "4 GiB"}}], "titel": "x"},
    {"type": "nothing"},
)
SUBJECTS = ("Crab nebula", "Vela pulsar", "Galactic centre", "blazar Mrk 421", "Tycho remnant", "M 87 jet")
OWN_WORDS = [
    {
        "title": f"Fit the spectrum of the {subject}",
        "description": f"Reduces observations of the {subject} and fits a log-parabola to what is left.",
    }
    for subject in SUBJECTS
]
UUIDS = [f"6f0d7a52-1c1e-4b7b-9d3a-5b8c2f4e7a1{digit}" for digit in range(len(FLAWS))]
ENTRIES = [
    {**SOUND, "uuid": uuid, **OWN_WORDS[at], **flaw}
    for at, (uuid, flaw) in enumerate(zip(UUIDS, FLAWS, strict=True))
]


def findings(
    entries: Sequence[object], folder: Path, baseline: Baseline | None = None, *, indent: int | None = 2
) -> tuple[Finding, ...]:
    linter = Linter(Configurations(only=NO_CONFIGURATION), Flags(strict=True), baseline)
    text = json.dumps({"executables": entries}, indent=indent)
    document = parse(text, str(folder / "executables.json"))
    return (*linter.judge_file(document, lint(document)), *linter.conclude())


def left(found: Sequence[Finding]) -> list[str]:
    return [one.code for one in found if not one.suppression]


def baseline(found: Sequence[Finding], folder: Path) -> Baseline:
    text, _ = baseline_of(found, str(folder))
    return baseline_in(text, str(folder / "baseline.json"))


@given(order=st.permutations(ENTRIES), indent=st.sampled_from([None, 1, 4]))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_is_left_however_the_entries_are_shuffled(
    tmp_path: Path, order: list[object], indent: int | None
) -> None:
    known = baseline(findings(ENTRIES, tmp_path), tmp_path)
    assert left(findings(order, tmp_path, known, indent=indent)) == []


def test_a_finding_that_is_known_is_marked_and_stays(tmp_path: Path) -> None:
    before = findings(ENTRIES, tmp_path)
    after = findings(ENTRIES, tmp_path, baseline(before, tmp_path))
    assert [one.code for one in after] == [one.code for one in before]
    assert {one.suppression for one in after} == {Suppression(kind=SuppressionKind.BASELINE)}


def test_a_new_finding_counts(tmp_path: Path) -> None:
    known = baseline(findings(ENTRIES[:1], tmp_path), tmp_path)
    assert left(findings(ENTRIES[:2], tmp_path, known)) == ["TTL103"]


def test_the_same_finding_elsewhere_counts(tmp_path: Path) -> None:
    known = baseline(findings([ENTRIES[1]], tmp_path), tmp_path)
    assert left(findings([{**ENTRIES[1], "uuid": UUIDS[0]}], tmp_path, known)) == ["TTL103", "CFG105"]


def test_a_finding_that_is_gone_is_reported(tmp_path: Path) -> None:
    known = baseline(findings([ENTRIES[1]], tmp_path), tmp_path)
    (stale,) = findings([ENTRIES[0]], tmp_path, known)
    assert (stale.code, stale.path, stale.place.line) == ("CFG105", str(tmp_path / "baseline.json"), 5)
    assert stale.message == ("this finding is no longer there: TTL103 placeholder-title in executables.json")


def test_nothing_is_concluded_about_files_that_were_not_looked_at(tmp_path: Path) -> None:
    known = baseline(findings([ENTRIES[1]], tmp_path), tmp_path)
    (tmp_path / "executables.json").touch()
    (tmp_path / "other").mkdir()
    assert findings([ENTRIES[0]], tmp_path / "other", known) == ()


def test_a_file_that_is_gone_leaves_stale_entries(tmp_path: Path) -> None:
    known = baseline(findings([ENTRIES[1]], tmp_path), tmp_path)
    assert left(findings([ENTRIES[0]], tmp_path / "other", known)) == ["CFG105"]


def test_without_a_uuid_file_and_pointer_are_known(tmp_path: Path) -> None:
    entry = {key: value for key, value in ENTRIES[1].items() if key != "uuid"}
    known = baseline(findings([entry], tmp_path), tmp_path)
    assert left(findings([entry], tmp_path, known)) == []
    assert "SCH011" in left(findings([entry], tmp_path / "other", known))


def test_what_cannot_be_suppressed_is_not_in_a_baseline(tmp_path: Path) -> None:
    entries = [ENTRIES[0], {**ENTRIES[1], "uuid": UUIDS[0]}]
    found = findings(entries, tmp_path)
    assert "IDN104" in left(found)
    text, _ = baseline_of(found, str(tmp_path))
    assert "IDN104" not in text
    forged = text.replace("TTL103", "IDN104").replace("/title", "/uuid")
    assert "IDN104" in forged
    known = baseline_in(forged, str(tmp_path / "baseline.json"))
    assert "IDN104" in left(findings(entries, tmp_path, known))


def test_a_baseline_is_sorted_and_says_what_people_can_read(tmp_path: Path) -> None:
    text, count = baseline_of(reversed(findings([ENTRIES[1], ENTRIES[2]], tmp_path)), str(tmp_path))
    plain = json.loads(text)
    assert (plain["version"], count) == (1, len(plain["findings"]))
    places = [(one["path"], one["uuid"], one["pointer"], one["rule"]) for one in plain["findings"]]
    assert places == sorted(places)
    assert {
        "rule": "TTL103",
        "name": "placeholder-title",
        "path": "executables.json",
        "uuid": UUIDS[1],
        "pointer": "/title",
    } in plain["findings"]
    assert text == baseline_of(findings([ENTRIES[2], ENTRIES[1]], tmp_path), str(tmp_path))[0]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"version": 2, "findings": []}', '{"version": 1}', '{"version": 1, "findings": [1]}'],
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(text)
    with pytest.raises(UsageError, match="this is no baseline of version 1"):
        read_baseline(str(file))


def test_a_baseline_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="the baseline cannot be read"):
        read_baseline(str(tmp_path / "none.json"))
