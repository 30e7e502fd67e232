"""The guide for platforms names every door, and nothing that is none."""

import re
from collections.abc import Iterator

import pytest

import sample_catalogue as sample
from ossr_catalogue.embedded import embedded
from ossr_catalogue.model.executable import Profile
from ossr_catalogue.model.kinds.docker_container import DockerContainer
from sample_site import files_of

GUIDE = embedded("catalogue/pages/for-platforms.md").read_text(encoding="utf-8")
ONLY_WHERE_MANY = {"index/<part>.json", "sources/<source>/<part>.json"}


def named() -> Iterator[str]:
    """Give the addresses in the first column of the table."""
    table = GUIDE.partition("## Every door")[2]
    for line in table.splitlines():
        if line.startswith("| `"):
            yield from re.findall(r"`([^`]+)`", line.split("|")[1])


def form(address: str) -> re.Pattern[str]:
    """Give what an address with holes stands for; the last hole of a registry takes the rest."""
    parts = re.split(r"(<[a-z]+>)", address)
    holes = {"<rest>": r".+", "<uuid>": r"[0-9a-f-]{36}"}
    return re.compile(
        "".join(holes.get(part, r"[^/]+") if part[:1] == "<" else re.escape(part) for part in parts)
    )


WITH_PROFILE = sample.entry(
    DockerContainer(image=sample.IMAGE),
    "With a profile",
    needs=sample.SMALL,
    profiles=(Profile(name="sample", needs=sample.SMALL),),
)
ENTRIES = [sample.dated(entry) for entry in (*sample.of_every_type(), WITH_PROFILE)]
PUBLISHED = sorted(files_of(sample.catalogue(*ENTRIES)))


def test_every_published_file_is_named() -> None:
    forms = [form(address) for address in named()]
    assert [path for path in PUBLISHED if not any(one.fullmatch(path) for one in forms)] == []


@pytest.mark.parametrize("address", sorted(set(named()) - ONLY_WHERE_MANY))
def test_everything_that_is_named_is_published(address: str) -> None:
    assert [path for path in PUBLISHED if form(address).fullmatch(path)]
