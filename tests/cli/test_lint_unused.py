"""`lint --fix` takes out comments that let nothing stand, and nothing else with them."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ossr_catalogue.cli.lint_fixing import Fixer, FixOptions
from ossr_catalogue.cli.lint_inputs import ListFile
from ossr_catalogue.lint.configuration.configuration import NO_CONFIGURATION
from ossr_catalogue.lint.configuration.discovery import Configurations
from ossr_catalogue.lint.linter import Linter
from ossr_catalogue.lint.selection import rule_set
from ossr_catalogue.lint.settings import Flags
from ossr_catalogue.lint.sound import SOUND_YAML

TITLE = "    title: Fit the Crab nebula spectrum with Gammapy\n"
NEXT = "    description"


def fixed(folder: Path, data: bytes, flags: Flags | None = None) -> bytes:
    """Give what the safe fixes make of a file."""
    file = folder / "executables.yaml"
    file.write_bytes(data)
    options = FixOptions(fix=True, unsafe_fixes=False, diff=False)
    configurations = Configurations(only=NO_CONFIGURATION)
    return Fixer(lambda: Linter(configurations, flags), options).read(ListFile(path=str(file)))


def with_title(lines: str) -> bytes:
    """Give a list in which these lines stand for the title."""
    assert TITLE in SOUND_YAML
    return SOUND_YAML.replace(TITLE, lines).encode()


UNUSED = {
    "after a value": (TITLE.replace("\n", "  # lint: ignore[TTL101] a name\n"), TITLE),
    "alone": (f"    # lint: ignore[TTL101] a name\n{TITLE}", TITLE),
    "two words": (TITLE.replace("\n", " # lint: ignore[TTL101, TTL102] a name\n"), TITLE),
    "after another comment": (
        TITLE.replace("\n", " # ours # lint: ignore[TTL101] a name\n"),
        TITLE.replace("\n", " # ours\n"),
    ),
    "before another comment": (
        TITLE.replace("\n", " # lint: ignore[TTL101] a name # ours\n"),
        TITLE.replace("\n", " # ours\n"),
    ),
    "of two comments": (
        f"    # lint: ignore[TTL101] a name\n    # lint: ignore[TTL102] a name\n{TITLE}",
        TITLE,
    ),
    "without a reason": (TITLE.replace("\n", " # lint: ignore[TTL101]\n"), TITLE),
    "with a word that nobody knows": (
        TITLE.replace("\n", " # lint: ignore[TTL101, TTL1o2] a name\n"),
        TITLE.replace("\n", " # lint: ignore[TTL1o2] a name\n"),
    ),
    "before a block of text": (
        "    title: >- # lint: ignore[TTL101] a name\n      Fit the Crab nebula spectrum with Gammapy\n",
        "    title: >-\n      Fit the Crab nebula spectrum with Gammapy\n",
    ),
    "where another fix ends what it was for": (
        TITLE.replace("Crab nebula", "Crab  nebula").replace("\n", " # lint: ignore[TTL101] a name\n"),
        TITLE,
    ),
}


@pytest.mark.parametrize(("before", "after"), UNUSED.values(), ids=UNUSED)
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"], ids=["LF", "CRLF", "CR"])
def test_a_comment_that_lets_nothing_stand_is_deleted(
    before: str, after: str, end: bytes, tmp_path: Path
) -> None:
    data = with_title(before).replace(b"\n", end)
    assert fixed(tmp_path, data) == with_title(after).replace(b"\n", end)


SHORT = "    title: Crab fit"
USED = {
    "the only word": ("TTL101", "TTL101"),
    "the first of two": ("TTL101,TTL102", "TTL101"),
    "the last of two": ("TTL102 , TTL101", "TTL101"),
    "the last of three": ("TTL102, TTL105 ,TTL101", "TTL101"),
    "the first of three": ("TTL101, TTL102, TTL105", "TTL101"),
    "the one between": ("TTL102, TTL101, TTL105", "TTL101"),
    "all around the last but one": ("TTL102, TTL103, TTL101, TTL105", "TTL101"),
}


@pytest.mark.parametrize(("before", "after"), USED.values(), ids=USED)
def test_of_several_words_those_of_use_stay(before: str, after: str, tmp_path: Path) -> None:
    data = with_title(f"{SHORT} # lint: ignore[{before}] a name\n")
    assert fixed(tmp_path, data) == with_title(f"{SHORT} # lint: ignore[{after}] a name\n")


def test_a_comment_in_the_last_line_leaves_the_line_before_it(tmp_path: Path) -> None:
    data = SOUND_YAML.encode()
    assert fixed(tmp_path, data + b"# lint: ignore[TTL101] a name") == data


@pytest.mark.parametrize(
    "comment",
    ["REF201] the network says", "CAT102] a name that another list has"],
    ids=["network", "other lists"],
)
def test_what_one_file_cannot_tell_stays(comment: str, tmp_path: Path) -> None:
    data = with_title(TITLE.replace("\n", f" # lint: ignore[{comment}\n"))
    assert fixed(tmp_path, data) == data


def test_what_was_not_asked_for_stays(tmp_path: Path) -> None:
    data = with_title(TITLE.replace("\n", " # lint: ignore[TTL101] a name\n"))
    assert fixed(tmp_path, data, Flags(select=(rule_set("RES"),))) == data


def test_where_something_could_not_be_read_all_comments_stay(tmp_path: Path) -> None:
    data = with_title(TITLE.replace("\n", " # lint: ignore[TTL101] a name\n    titel: x\n"))
    assert b"# lint: ignore[TTL101] a name" in fixed(tmp_path, data)


COMMENTS = st.lists(st.sampled_from(["TTL101", "DSC101", "RES", "ALL", "TTL1o1", "CAT102"]), min_size=1).map(
    lambda words: f" # lint: ignore[{', '.join(words)}] a reason"
)
UNPROVEN = {"ALL", "CAT102", "TTL1o1"}
"""Words that stay: what one file cannot tell, and what nobody knows."""
LINES = SOUND_YAML.splitlines()


@given(
    comments=st.lists(COMMENTS, min_size=len(LINES), max_size=len(LINES)),
    alone=st.lists(st.booleans(), min_size=len(LINES), max_size=len(LINES)),
)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_comments_wherever_they_are_leave_without_a_trace(
    comments: list[str], alone: list[bool], tmp_path: Path
) -> None:
    lines = (
        f"{comment}\n{line}\n" if is_alone else f"{line}{comment}\n"
        for line, comment, is_alone in zip(LINES, comments, alone, strict=True)
    )
    after = fixed(tmp_path, "".join(lines).encode()).decode()
    assert fixed(tmp_path, after.encode()).decode() == after
    assert "".join(f"{line}\n" for line in map(without_comment, after.splitlines()) if line) == SOUND_YAML
    words = [set(re.findall(r"\w+", line)) for line in after.splitlines() if "lint: ignore" in line]
    assert all(found & UNPROVEN for found in words)


def without_comment(line: str) -> str:
    return re.sub(r" *# lint: ignore.*", "", line)
