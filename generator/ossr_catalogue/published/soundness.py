"""What is wrong with a published catalogue: its index against its schema, its files, its links, its age."""

import hashlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from jsonschema import Draft202012Validator

from ossr_catalogue.published.files import file_problems
from ossr_catalogue.published.links import link_problems
from ossr_catalogue.published.reading import Plain, Published
from ossr_catalogue.schemas import schema


def age_problems(published: Published, now: datetime, max_age: timedelta) -> Iterator[str]:
    """Say that it is too old, or of tomorrow."""
    built = published.index["built"]
    age = now - published.built
    if age > max_age:
        yield f"it was built {built}, {_days(age)} ago; expected at most {_days(max_age)}"
    if age < -timedelta(hours=1):
        yield f"it was built {built}, which is yet to come; one of two clocks is wrong"


def index_problems(published: Published) -> Iterator[str]:
    """Hold the index against its schema, its count, and the order that it promises."""
    index = published.index
    for error in Draft202012Validator(schema("index-1")).iter_errors(index):
        place = "/".join(str(step) for step in error.absolute_path)
        yield f"index.json at /{place}: {error.message[:200]}"
    uuids = [str(entry.get("uuid")) for entry in published.entries]
    # Of an index that was fetched alone, its parts are somewhere else.
    listed = sum(part["count"] for part in index["parts"]) if "parts" in index else len(uuids)
    if listed != index["count"]:
        yield f"index.json says that there are {index['count']} executables, and lists {listed}"
    if uuids != sorted(set(uuids)):
        yield "index.json lists an executable twice, or not in the order of the uuids"


def site_problems(published: Published) -> Iterator[str]:
    """Look at every file of a site: is it whole, is it what the index says, do its links lead somewhere?"""
    folder = published.folder
    yield from file_problems(folder)
    for file, digest in _promised(published.index, published.entries):
        yield from _unlike(folder, file, digest)
    for entry in published.entries:
        page = str(entry.get("page"))
        if not (folder / page / "index.html").is_file():
            yield f"{page}: the page of an executable is missing"
    yield from link_problems(folder, published.index["site"]["url"])


def _promised(index: Plain, entries: tuple[Plain, ...]) -> Iterator[tuple[str, str | None]]:
    """Give every file that the index speaks of, with its digest where it has one."""
    for part in index.get("parts", []):
        yield part["href"], f"sha256:{part['sha256']}"
    for door in index["doors"]:
        yield door["href"], door.get("digest")
    for entry in entries:
        yield str(entry.get("document")), entry.get("digest")
        if request := entry.get("request", {}).get("href"):
            yield request, None


def _unlike(folder: Path, href: str, digest: str | None) -> Iterator[str]:
    file = folder / href
    if not file.is_file():
        yield f"{href}: index.json names it, and it is missing"
    elif digest and digest != f"sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}":
        yield f"{href}: its content is not the one that index.json was made for"


def _days(age: timedelta) -> str:
    hours = int(age.total_seconds() // 3600)
    return f"{hours // 24} days" if hours >= 48 and hours % 24 == 0 else f"{hours} hours"  # noqa: PLR2004 - two days
