"""A run over many files: what is found in each is judged by what is configured for it."""

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from ossr_catalogue.document.document import Document, Problem
from ossr_catalogue.document.node import Node, Step
from ossr_catalogue.lint.choice import FileChoice, overrides_for, silence_proves_nothing, with_unused
from ossr_catalogue.lint.configuration.configuration import Configuration
from ossr_catalogue.lint.configuration.discovery import Configurations
from ossr_catalogue.lint.decisions import Decisions
from ossr_catalogue.lint.limits import Limits
from ossr_catalogue.lint.patterns import is_among
from ossr_catalogue.lint.registry import configuration_rules, list_rules
from ossr_catalogue.lint.rule import Rule
from ossr_catalogue.lint.run import lint
from ossr_catalogue.lint.settings import NO_FLAGS, Flags, Override
from ossr_catalogue.model.finding import Finding, Severity

if TYPE_CHECKING:
    from ossr_catalogue.lint.baseline import Baseline

_HIDING: Final = frozenset({"PAR", "SCH"})
"""Families whose findings keep others from being made."""


@dataclass(slots=True)
class _Scope:
    """One configuration, and what became of it in this run."""

    configuration: Configuration
    decisions: Decisions
    met: set[int] = field(default_factory=set)
    """The overrides whose executable or file was there."""
    used: set[tuple[int, str]] = field(default_factory=set)
    """The overrides that let a finding stand, each with the word in it."""
    is_wholly_read: bool = True
    """Whether no mistake kept rules from looking at some of it."""


class Linter:
    """Judges findings, file by file, and says in the end what is wrong with the configuration itself."""

    def __init__(
        self, configurations: Configurations, flags: Flags = NO_FLAGS, baseline: "Baseline | None" = None
    ) -> None:
        """Start a run.

        Args:
            configurations: where settings come from.
            flags: what the caller says; it counts more.
            baseline: findings that were there before; None where all count.
        """
        self._configurations = configurations
        self._flags = flags
        self._baseline = baseline
        self._scopes: dict[int, _Scope] = {}
        self._files: dict[str, FileChoice] = {}
        self._broken: set[str] = set()
        self._decisions: dict[str, Decisions] = {}

    def excludes(self, path: str) -> bool:
        """Say whether a file is configured not to be looked at."""
        configuration = self._configurations.of(path)
        exclude = configuration.settings.exclude
        return bool(exclude) and is_among(_path_in(configuration, path), exclude)

    def limits(self, path: str) -> Limits:
        """Give what is believed of machines where a file belongs."""
        return self._configurations.of(path).settings.limits

    def judge_file(self, document: Document, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Judge what the rules found in one file; those that are not to be told are left out."""
        found = tuple(findings)
        scope = self._scope(self._configurations.of(document.path))
        self._decisions[document.path] = scope.decisions
        overrides = _overrides_about(document, scope)
        self._files[document.path] = FileChoice(document, scope.decisions, overrides, scope.used)
        if document.root is None or any(one.code[:3] in _HIDING for one in found):
            self._broken.add(document.path)
            scope.is_wholly_read = False
        return tuple(judged for one in found if (judged := self.judge(one)))

    def judge(self, found: Finding) -> Finding | None:
        """Judge a finding about a file that was judged before; None where it is not to be told."""
        judged = self._files[found.path].judge(found)
        return self._baseline.judge(judged) if judged and self._baseline else judged

    def conclude(self, folders: Collection[str] = ()) -> tuple[Finding, ...]:
        """Say what is wrong with suppressions and configurations, now that all files were seen.

        Args:
            folders: of these every file was seen: only then it is known which overrides are of no use.
        """
        whole = tuple(map(os.path.abspath, folders))
        return (*self._about_comments(), *self._about_configurations(whole), *self._about_baseline())

    def in_order(self, findings: Iterable[Finding]) -> list[Finding]:
        """Sort findings by file, in the order in which files were seen, then by place; others come last."""
        order = {path: number for number, path in enumerate(self._files)}
        return sorted(
            findings,
            key=lambda found: (
                order.get(found.path, len(order)),
                found.path,
                found.place.line,
                found.place.column,
                found.code,
            ),
        )

    @property
    def lowest(self) -> Severity:
        """The severity from which on a finding fails the run, by the configuration of the working folder."""
        scope = self._scope(self._configurations.of("-"))
        return scope.decisions.lowest or Severity.ERROR

    def fails(self, found: Finding) -> bool:
        """Say whether the run fails because of a finding."""
        return self._decisions[found.path].fails(found)

    def _scope(self, configuration: Configuration) -> _Scope:
        scope = self._scopes.get(id(configuration))
        if scope is None:
            decisions = Decisions(configuration.settings, self._flags)
            scope = self._scopes[id(configuration)] = _Scope(configuration, decisions)
        return scope

    def _about_comments(self) -> Iterator[Finding]:
        for path, choice in self._files.items():
            document = choice.complaints(is_wholly_read=path not in self._broken)
            if document:
                yield from self._complain(document, self._decisions[path])

    def _about_configurations(self, folders: Collection[str]) -> Iterator[Finding]:
        for scope in self._scopes.values():
            document = scope.configuration.document
            if document:
                unused = tuple(_of_no_use(scope)) if _is_within(scope.configuration.folder, folders) else ()
                complaints = replace(document, problems=with_unused(document.problems, unused))
                yield from self._complain(complaints, scope.decisions)

    def _about_baseline(self) -> Iterator[Finding]:
        if self._baseline:
            document = self._baseline.complaints(self._files)
            scope = self._scope(self._configurations.of(document.path))
            yield from self._complain(document, scope.decisions)

    def _complain(self, document: Document, decisions: Decisions) -> Iterator[Finding]:
        """Let the rules speak that are about configuration."""
        self._decisions[document.path] = decisions
        choice = FileChoice(replace(document, text=""), decisions, (), set())
        for found in lint(document, rules_about_configuration()):
            judged = choice.judge(found)
            if judged:
                yield judged


def rules_about_configuration() -> tuple[type[Rule], ...]:
    """Give the rules of CFG, and those of PAR, which speak about files that cannot be read."""
    reading = (one for one in list_rules() if one.family() == "PAR")
    return (*configuration_rules(), *reading)


def _overrides_about(document: Document, scope: _Scope) -> tuple[Override, ...]:
    """Give the overrides that may speak about a file, and note which of them meet something there."""
    configured = scope.configuration.settings.overrides
    if not configured:
        return ()
    overrides = overrides_for(_path_in(scope.configuration, document.path), configured)
    there = {uuid.text.lower() for entry in document.executables if (uuid := entry.get("uuid"))}
    scope.met.update(one.number for one in overrides if not one.uuid or one.uuid in there)
    return overrides


def _of_no_use(scope: _Scope) -> Iterator[Problem]:
    """Say which overrides could as well be taken out."""
    for override in scope.configuration.settings.overrides if scope.is_wholly_read else ():
        table = _table_of(scope.configuration, override)
        if table is None:
            continue
        if override.number not in scope.met:
            yield _unmatched(override, table)
            continue
        for ignored in override.ignore:
            word = ignored.rules.word
            if (override.number, word) not in scope.used and not silence_proves_nothing(ignored.rules.codes):
                yield _unused(table, word)


def _table_of(configuration: Configuration, override: Override) -> Node | None:
    root = configuration.document.root if configuration.document else None
    path: tuple[Step, ...] = (*configuration.table, "override", override.number)
    return next(root.select(*path), None) if root else None


def _unmatched(override: Override, table: Node) -> Problem:
    key = "uuid" if override.uuid else "paths"
    what = "executable of this uuid" if override.uuid else "file that these patterns mean"
    place = table.get(key) or table
    return Problem(
        kind="unmatched-override",
        span=place.span,
        path=place.path,
        message=f"there is no {what}",
        advice="correct it, or take the override out",
    )


def _unused(table: Node, word: str) -> Problem:
    ignore = table.get("ignore") or table
    keys = (member.key for member in ignore.members.values())
    place = next((key for key in keys if key.text.strip() == word), ignore)
    return Problem(
        kind="unused-suppression",
        span=place.span,
        path=place.path,
        message=f"no finding of {word} is there to be suppressed",
        advice="take it out",
    )


def _path_in(configuration: Configuration, path: str) -> str:
    return os.path.relpath(path, configuration.folder or None).replace(os.sep, "/")


def _is_within(folder: str, folders: Collection[str]) -> bool:
    return any(folder == whole or folder.startswith(whole.rstrip(os.sep) + os.sep) for whole in folders)
