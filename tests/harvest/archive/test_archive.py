"""What is looked at of any archive, whatever its kind."""

import pytest

from ossr_catalogue.harvest.affordable import Announced, affordable
from ossr_catalogue.harvest.archive.archive import inside

KIB, MIB = 1024, 1_000_000


def test_files_are_seen_without_the_folder_that_wraps_them_and_what_leads_outside_is_named() -> None:
    found = inside({"a-1/z.py": 1, "a-1/b.py": 2, "../x": 3, "__MACOSX/._z.py": 4})
    assert (found.top, found.entries, found.skipped) == ("a-1/", {"b.py": 2, "z.py": 1}, ["../x"])
    assert found.paths == ("b.py", "z.py")


TOO_LARGE = {
    "larger than a file may be": (Announced(size=20_000_001), "it has 20,000,001 bytes, at most 20,000,000"),
    "larger packed than unpacked": (Announced(size=1, packed=20_000_001), "it has 20,000,001 bytes"),
    "bomb": (Announced(size=201 * 2 * KIB, packed=2 * KIB), "it would grow from 2,048 to 411,648 bytes"),
}


@pytest.mark.parametrize(("announced", "reason"), TOO_LARGE.values(), ids=TOO_LARGE)
def test_what_is_too_large_costs_only_itself(announced: Announced, reason: str) -> None:
    wanted, failed = affordable({"large": announced, "small": Announced(size=9, packed=7)})
    assert wanted == {"small"}
    assert failed["large"].startswith(reason)


def test_what_shrinks_well_is_no_bomb_while_it_is_small_or_not_packed_alone() -> None:
    wanted, _ = affordable({"a": Announced(size=200 * KIB, packed=1), "b": Announced(size=19 * MIB)})
    assert wanted == {"a", "b"}


def test_many_files_together_are_read_up_to_a_limit_the_first_first() -> None:
    asked = {f"{number:02}": Announced(size=20 * MIB) for number in range(14)}
    wanted, failed = affordable({**asked, "small": Announced(size=15 * MIB)})
    assert sorted(wanted) == [*(f"{number:02}" for number in range(12)), "small"]
    assert failed["12"] == "the files before it have 240,000,000 bytes, at most 256,000,000 are read in all"
