"""The findings that were there before the linter was: they stay, but count no more.

A finding is known again by rule, executable and place within it: lines may move, and executables change their
order. Where an executable has no uuid, it is known by file and pointer.
"""

import json
import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from ossr_catalogue.document.document import Document, Problem
from ossr_catalogue.document.json_reader import read_json
from ossr_catalogue.document.node import Node
from ossr_catalogue.errors import UsageError
from ossr_catalogue.lint.registry import CONFIGURATION, rule
from ossr_catalogue.lint.scope import place_within, silence_proves_nothing
from ossr_catalogue.model.finding import Finding, Suppression, SuppressionKind

VERSION: Final = 1
"""Raised only where an older linter would read something else."""
_STALE: Final = "this finding is no longer there"
_KNOWN: Final = Suppression(kind=SuppressionKind.BASELINE)


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Known:
    """What a finding is known by again."""

    path: str
    """Relative to the folder of the baseline; empty where there is a uuid, which may move to another file."""
    uuid: str
    pointer: str
    """From the executable on, where there is a uuid."""
    rule: str


class Baseline:
    """A baseline that was read; it remembers which entries were of use."""

    def __init__(self, document: Document, folder: str) -> None:
        """Take a document that `read_baseline` has checked."""
        self._document = document
        self._folder = folder
        items = document.root.select("findings", ...) if document.root else iter(())
        self._entries = {_known_by(entry): entry for entry in items}
        self._used: set[Known] = set()

    def judge(self, found: Finding) -> Finding:
        """Give a finding suppressed, if it is in the baseline and may be."""
        known = _known(found, self._folder)
        if found.suppression or known not in self._entries or not may_be_known(found):
            return found
        self._used.add(known)
        return replace(found, suppression=_KNOWN)

    def complaints(self, paths: Collection[str]) -> Document:
        """Give the file with the entries that are of no use any more.

        Args:
            paths: the files that were looked at; nothing is said about any other that is there.
        """
        looked_at = {_relative(path, self._folder) for path in paths}
        problems = tuple(self._stale(looked_at))
        return replace(self._document, problems=problems)

    def _stale(self, looked_at: Collection[str]) -> Iterator[Problem]:
        for known, entry in self._entries.items():
            path = _text(entry, "path")
            is_proven = path in looked_at or not Path(self._folder, path).exists()
            if known not in self._used and is_proven and not silence_proves_nothing(frozenset({known.rule})):
                what = f"{known.rule} {_text(entry, 'name')}".rstrip()
                advice = "write the baseline anew with --write-baseline"
                message = f"{_STALE}: {what} in {path}"
                place = entry.get("rule") or entry
                yield Problem(
                    kind="stale-baseline-entry",
                    span=place.span,
                    path=place.path,
                    message=message,
                    advice=advice,
                )


def read_baseline(file: str) -> Baseline:
    """Read a baseline.

    Raises:
        UsageError: where there is none, or the file is something else.
    """
    try:
        text = Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: the baseline cannot be read: {error}") from error
    return baseline_in(text, file)


def baseline_in(text: str, file: str) -> Baseline:
    """Read a text as a baseline; its paths are relative to the folder of the file.

    Raises:
        UsageError: where it is something else.
    """
    root = read_json(text).root
    document = Document(path=Path(file).as_posix(), text=text, root=root)
    if root is None or not _is_baseline(root):
        raise UsageError(
            f"{file}: this is no baseline of version {VERSION}; `--write-baseline {file}` writes one"
        )
    return Baseline(document, str(Path(file).resolve().parent))


def baseline_of(findings: Iterable[Finding], folder: str) -> tuple[str, int]:
    """Write the findings that may be in a baseline, which is to lie in a folder; say how many they are."""
    kept = {
        (_relative(found.path, folder), known): found
        for found in findings
        if not found.suppression and may_be_known(found)
        for known in (_known(found, folder),)
    }
    entries = [_plain(found, path) for (path, _), found in sorted(kept.items(), key=lambda pair: pair[0])]
    return json.dumps({"version": VERSION, "findings": entries}, indent=2) + "\n", len(entries)


def may_be_known(found: Finding) -> bool:
    """Say whether a finding may be in a baseline."""
    return not found.code.startswith(CONFIGURATION) and rule(found.code).can_be_suppressed()


def _plain(found: Finding, path: str) -> dict[str, Any]:
    plain = {
        "rule": found.code,
        "name": found.name,
        "path": path,
        "uuid": (found.uuid or "").lower(),
        "pointer": _pointer(found),
    }
    return {key: value for key, value in plain.items() if value or key == "pointer"}


def _known(found: Finding, folder: str) -> Known:
    return Known(
        path="" if found.uuid else _relative(found.path, folder),
        uuid=(found.uuid or "").lower(),
        pointer=_pointer(found),
        rule=found.code,
    )


def _known_by(entry: Node) -> Known:
    uuid = _text(entry, "uuid")
    path = "" if uuid else _text(entry, "path")
    return Known(path=path, uuid=uuid, pointer=_text(entry, "pointer"), rule=_text(entry, "rule"))


def _pointer(found: Finding) -> str:
    return place_within(found) if found.uuid else found.pointer


def _text(entry: Node, key: str) -> str:
    node = entry.get(key)
    return node.text if node else ""


def _is_baseline(root: Node) -> bool:
    version, findings = root.get("version"), root.get("findings")
    return (
        version is not None
        and version.value == VERSION
        and findings is not None
        and isinstance(findings.value, tuple)
        and all(_text(entry, "rule") for entry in findings.items)
    )


def _relative(path: str, folder: str) -> str:
    return os.path.relpath(path, folder).replace(os.sep, "/")
