"""A draft as its owner gets it: to be checked, finished and committed."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import yaml

from ossr_catalogue import HOME_URL
from ossr_catalogue.harvest.text.plain import one_line
from ossr_catalogue.model.harvested import FoundList
from ossr_catalogue.model.inferred import (
    DOUBT,
    IMAGES,
    INFERRED,
    INFERRED_FROM,
    VARIANTS,
    Ground,
    How,
    Sure,
    grounds_in,
)
from ossr_catalogue.model.kinds import kind_of

_SCHEMA: Final = f"{HOME_URL}schemas/executables-1.schema.json"
_WIDTH: Final = 100
_TO_DO: Final = (
    "Check each title and description: people decide by them.",
    "Add what only you know: compute-resources, storage-resources, data-resources. Leave out what you don't.",
    "Take out what others are not meant to run, and the x- keys. Keep each uuid for ever.",
    "Check it with `ossr-catalogue lint`, and commit it at the top of the repository as executables.json.",
)
_HEADER: Final = f"""\
# What can be run in this repository, drafted from what lies in it.
#
# 1. Search for "to do": there stands what only you can know, and why. Take the comment out when it is done.
# 2. Fill in what a line with "#:" offers. Leave out what you don't know: it is then shown as "not declared".
# 3. Take out what others are not meant to run. Keep each uuid for ever.
# 4. Check it with `ossr-catalogue lint`, and commit it at the top of the repository as executables.yaml.
#
# The format: {HOME_URL}
"""
_NEEDS: Final = """\
# to do: what it needs, where you know it
#: keywords: [what people will search for]
#: compute-resources:                      # totals over all nodes; min: it cannot run with less
#:   - cores: {min: 1, max: 4}             # max: it has no use for more
#:     memory: {min: 2 GiB, max: 16 GiB}
#:     walltime: 30 min
#: storage-resources:
#:   - size: 10 GB
#: data-resources:                         # what it reads; direction: output for what it writes
#:   - name: the data that it works on
#:     data-content: urn:astronomy-observation
#:     data-format: urn:fits-binary
#:     size: 500 MB
"""
_IMAGE: Final = """\
# to do: {}
#: image:
#:   locations: [{}]
"""
_UNKNOWN_IMAGE: Final = ("registry.example.org/space/name:1.0",)
_PACKAGE: Final = """\
# to do: what installs it, https://github.com/package-url/purl-spec
#: package: pkg:pypi/NAME
"""
_GROUNDS: Final = {
    How.DECLARED: "declared in {}",
    How.HEADING: "the heading of {}",
    How.PARAGRAPH: "from the introduction of {}",
    How.OUTLINE: "put together from the headings and imports of {}",
    How.FILE_NAME: "made of the name of {}",
    How.FOLDER_NAME: "made of the name of {}",
    How.KIND_OF_FILE: "found as {}",
    How.PLACE: "the nearest file of its kind",
    How.REPOSITORY: "about the repository as a whole, from {}",
}
_TO_BE_SAID: Final = {
    "title": "name it as people would search for it",
    "description": "say what it does, for whom",
}
_TOLD: Final = frozenset({"title", "description", "package", "requirements", "open", "image"})
"""Values of which an owner wants to know where they come from; the others are read off the file itself."""
_KEPT_TO_OURSELVES: Final = (INFERRED, INFERRED_FROM, DOUBT, VARIANTS, IMAGES)


def for_its_owner(found: FoundList, format_name: str, *, fresh: Callable[[], str] | None = None) -> str:
    """Render a draft as `yaml`, with a comment wherever only its owner can fill something in, or as `json`.

    Args:
        found: The draft.
        format_name: `yaml` or `json`.
        fresh: Gives a new uuid for each entry. Without it they stay those under which the catalogue shows the
            draft, so that its page stays where it is: only right for what has an address that is its own.
    """
    entries: list[dict[str, Any]] = json.loads(found.content)["executables"]
    if fresh:
        entries = [entry | {"uuid": fresh()} for entry in entries]
    return _RENDERERS[format_name](entries)


def _as_json(entries: list[dict[str, Any]]) -> str:
    plain = {"$schema": _SCHEMA, "x-to-do": list(_TO_DO), "executables": entries}
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _as_yaml(entries: list[dict[str, Any]]) -> str:
    parts = [_HEADER, f"$schema: {_SCHEMA}\n", "executables:\n"]
    return "".join((*parts, "\n".join(_entry(entry) for entry in entries)))


def _entry(entry: dict[str, Any]) -> str:
    own = {key: value for key, value in entry.items() if key not in _KEPT_TO_OURSELVES}
    grounds = grounds_in(entry.items())
    keys = "".join(_value(key, value, grounds.get(key)) for key, value in own.items())
    text = "".join((*_notes(entry), f"- {keys[2:]}", *(_below(text) for text in _blanks(entry))))
    return _indented(text)


def _value(key: str, value: object, ground: Ground | None) -> str:
    """Write a key with its value, and above it where that comes from and what is to be done."""
    written = yaml.dump({key: value}, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)
    lines = f"{_why(key, ground)}{written}".splitlines(keepends=True)
    return "".join(f"  {line}" for line in lines)


def _why(key: str, ground: Ground | None) -> str:
    if ground is None or key not in _TOLD:
        return ""
    known = _GROUNDS[ground.how].format(one_line(ground.path) or "its source")
    if ground.sure is Sure.HIGH:
        return f"# {known}\n"
    task = _TO_BE_SAID.get(key, "check it") if ground.sure is Sure.LOW else "check it"
    return f"# to do: {task}; this is {known}\n"


def _notes(entry: Mapping[str, Any]) -> Iterator[str]:
    yield f"# {_label(entry['type'])}, from {entry[INFERRED_FROM]}\n"
    if variants := entry.get(VARIANTS):
        yield f"# There are variants: {', '.join(variants)}\n"
    if doubt := entry.get(DOUBT):
        yield f"# to do: it {doubt}; keep it, or take the whole entry out\n"


def _blanks(entry: Mapping[str, Any]) -> Iterator[str]:
    """Give the keys that only the owner can fill in, each line commented out."""
    if "recipe" in entry:
        named = entry.get(IMAGES)
        choice = (
            "the name that it is published under; take out the others"
            if named
            else "if it is published, where"
        )
        yield _IMAGE.format(choice, ", ".join(json.dumps(image) for image in named or _UNKNOWN_IMAGE))
    if "command" in entry and "package" not in entry:
        yield _PACKAGE
    yield _NEEDS


def _label(urn: str) -> str:
    kind = kind_of(urn)
    return kind.label if kind else urn


def _below(text: str) -> str:
    """Indent comments as the keys of a list item are, so that taking out `#: ` leaves them in place."""
    return re.sub(r"^#", "  #", text, flags=re.MULTILINE)


def _indented(text: str) -> str:
    return "".join(f"  {line}" if line.strip() else line for line in text.splitlines(keepends=True))


class _Dumper(yaml.SafeDumper):
    """Puts the items of a list below their key and further in, as people do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - the base class says so
        """Never leave a list at its key's indentation."""
        super().increase_indent(flow, indentless=False)


_RENDERERS: Final[Mapping[str, Callable[[list[dict[str, Any]]], str]]] = {"yaml": _as_yaml, "json": _as_json}
