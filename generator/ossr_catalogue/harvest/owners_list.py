"""A draft as its owner gets it: to be checked, finished and committed."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import yaml

from ossr_catalogue import HOME_URL
from ossr_catalogue.model.harvested import FoundList
from ossr_catalogue.model.inferred import DOUBT, EVIDENCE, IMAGES, INFERRED, VARIANTS
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
# 1. Check each title and description: people decide by them.
# 2. Fill in what only you know, where a line begins with "#:". Leave out what you don't know: it is then
#    shown as "not declared".
# 3. Take out what others are not meant to run. Keep each uuid for ever.
# 4. Check it with `ossr-catalogue lint`, and commit it at the top of the repository as executables.yaml.
#
# The format: {HOME_URL}
"""
_NEEDS: Final = """\
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
#: image:                                  # if it is published somewhere
#:   locations: [registry.example.org/space/name:1.0]
"""
_PACKAGE: Final = """\
#: package: pkg:pypi/NAME                  # what installs it, https://github.com/package-url/purl-spec
"""
_KEPT_TO_OURSELVES: Final = (INFERRED, EVIDENCE, DOUBT, VARIANTS, IMAGES)


def for_its_owner(found: FoundList, format_name: str) -> str:
    """Render a draft as `yaml`, with a comment wherever only its owner can fill something in, or as `json`.

    The uuids are those that the catalogue shows the draft under, so that its page stays where it is.
    """
    entries: list[dict[str, Any]] = json.loads(found.content)["executables"]
    return _RENDERERS[format_name](entries)


def _as_json(entries: list[dict[str, Any]]) -> str:
    plain = {"$schema": _SCHEMA, "x-to-do": list(_TO_DO), "executables": entries}
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _as_yaml(entries: list[dict[str, Any]]) -> str:
    parts = [_HEADER, f"$schema: {_SCHEMA}\n", "executables:\n"]
    return "".join((*parts, "\n".join(_entry(entry) for entry in entries)))


def _entry(entry: dict[str, Any]) -> str:
    own = {key: value for key, value in entry.items() if key not in _KEPT_TO_OURSELVES}
    written = yaml.dump([own], Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)
    return _indented("".join((*_notes(entry), written, *(_below(text) for text in _blanks(entry)))))


def _notes(entry: Mapping[str, Any]) -> Iterator[str]:
    yield f"# {_label(entry['type'])}, from {entry['x-inferred-from']}\n"
    if variants := entry.get("x-inferred-variants"):
        yield f"# There are variants: {', '.join(variants)}\n"
    if doubt := entry.get("x-inferred-doubt"):
        yield f"# It {doubt}: shall it stay in the list?\n"


def _blanks(entry: Mapping[str, Any]) -> Iterator[str]:
    """Give the keys that only the owner can fill in, each line commented out."""
    if "recipe" in entry:
        yield _IMAGE
    if "command" in entry and "package" not in entry:
        yield _PACKAGE
    yield _NEEDS


def _label(urn: str) -> str:
    kind = kind_of(urn)
    return kind.label if kind else urn


def _below(text: str) -> str:
    """Indent comments as the keys of a list item are, so that taking out `#: ` leaves them in place."""
    return re.sub(r"^#: ", "  #: ", text, flags=re.MULTILINE)


def _indented(text: str) -> str:
    return "".join(f"  {line}" if line.strip() else line for line in text.splitlines(keepends=True))


class _Dumper(yaml.SafeDumper):
    """Puts the items of a list below their key and further in, as people do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - the base class says so
        """Never leave a list at its key's indentation."""
        super().increase_indent(flow, indentless=False)


_RENDERERS: Final[Mapping[str, Callable[[list[dict[str, Any]]], str]]] = {"yaml": _as_yaml, "json": _as_json}
