"""A run over many files: what is found in each is judged by what is configured for it."""

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ossr_catalogue.document.document import Document, Problem
from ossr_catalogue.lint.choice import SUPPRESSION_MARK, FileChoice, with_unused
from ossr_catalogue.lint.configuration.discovery import Configurations
from ossr_catalogue.lint.decisions import Decisions
from ossr_catalogue.lint.limits import NO_CHOICE, Limits
from ossr_catalogue.lint.registry import configuration_rules, list_rules
from ossr_catalogue.lint.rule import Rule
from ossr_catalogue.lint.run import lint
from ossr_catalogue.model.finding import Finding, Severity

if TYPE_CHECKING:
    from ossr_catalogue.lint.baseline import Baseline
    from ossr_catalogue.lint.configuration.configuration import Configuration
    from ossr_catalogue.lint.rule_sets import Override
    from ossr_catalogue.lint.settings import Flags

_HIDING: Final = frozenset({"PAR", "SCH"})
"""Families whose findings keep others from being made."""
_NO_TEXT: Final = Document(path="", text="", root=None)
"""Has no comments."""


class _Scope:
    """One configuration, None where there is none, and what became of it in this run."""

    def __init__(self, configuration: "Configuration | None", flags: "Flags | None") -> None:
        self.configuration = configuration
        self.decisions = Decisions(configuration.settings if configuration else None, flags)
        self.met: set[int] = set()
        """The overrides whose executable or file was there."""
        self.used: set[tuple[int, str]] = set()
        """The overrides that let a finding stand, each with the word in it."""
        self.is_wholly_read = True
        """Whether no mistake kept rules from looking at some of it."""
        self.choice = FileChoice(_NO_TEXT, self.decisions, (), self.used)
        """Counts for every file that no override speaks about, and no comment of its own."""

    def choice_for(self, document: Document) -> FileChoice:
        """Give what is chosen for a file, and note which overrides meet something there."""
        overrides = _overrides(document, self)
        if not overrides and SUPPRESSION_MARK not in document.text:
            return self.choice
        return FileChoice(document, self.decisions, overrides, self.used)


class Linter:
    """Judges findings, file by file, and says in the end what is wrong with the configuration itself."""

    def __init__(
        self,
        configurations: Configurations,
        flags: "Flags | None" = None,
        baseline: "Baseline | None" = None,
    ) -> None:
        """Start a run.

        Args:
            configurations: where settings come from.
            flags: what the caller says, which counts more; None where that is nothing.
            baseline: findings that were there before; None where all count.
        """
        self._configurations = configurations
        self._flags = flags
        self._baseline = baseline
        self._scopes: dict[int, _Scope] = {}
        self._files: dict[str, FileChoice] = {}
        self._broken: set[str] = set()
        self._others: dict[str, FileChoice] = {}
        """The same of files that are no lists, and are complained about."""

    def excludes(self, path: str) -> bool:
        """Say whether a file is configured not to be looked at."""
        configuration = self._configurations.of(path)
        if not configuration or not configuration.settings.exclude:
            return False
        from ossr_catalogue.lint.patterns import is_among  # noqa: PLC0415 - few have any

        return is_among(_path_in(configuration, path), configuration.settings.exclude)

    def limits(self, path: str) -> Limits:
        """Give what is believed of machines where a file belongs."""
        configuration = self._configurations.of(path)
        return configuration.settings.limits if configuration else NO_CHOICE

    def judge_file(self, document: Document, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Judge what the rules found in one file; those that are not to be told are left out."""
        found = tuple(findings)
        scope = self._scope(self._configurations.of(document.path))
        self._files[document.path] = scope.choice_for(document)
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
        choice = self._files.get(found.path) or self._others[found.path]
        return choice.decisions.fails(found)

    def _scope(self, configuration: "Configuration | None") -> _Scope:
        scope = self._scopes.get(id(configuration))
        if scope is None:
            scope = self._scopes[id(configuration)] = _Scope(configuration, self._flags)
        return scope

    def _about_comments(self) -> Iterator[Finding]:
        for path, choice in self._files.items():
            document = choice.complaints(is_wholly_read=path not in self._broken)
            if document:
                yield from self._complain(document, choice.decisions)

    def _about_configurations(self, folders: Collection[str]) -> Iterator[Finding]:
        for scope in self._scopes.values():
            configuration = scope.configuration
            document = configuration.document if configuration else None
            if configuration and document:
                is_known = scope.is_wholly_read and _is_within(configuration.folder, folders)
                unused = _of_no_use(document, configuration, scope) if is_known else ()
                complaints = replace(document, problems=with_unused(document.problems, unused))
                yield from self._complain(complaints, scope.decisions)

    def _about_baseline(self) -> Iterator[Finding]:
        if self._baseline:
            document = self._baseline.complaints(self._files)
            scope = self._scope(self._configurations.of(document.path))
            yield from self._complain(document, scope.decisions)

    def _complain(self, document: Document, decisions: Decisions) -> Iterator[Finding]:
        """Let the rules speak that are about configuration."""
        choice = FileChoice(_NO_TEXT, decisions, (), set())
        self._others[document.path] = choice
        for found in lint(document, rules_about_configuration()):
            judged = choice.judge(found)
            if judged:
                yield judged


def rules_about_configuration() -> tuple[type[Rule], ...]:
    """Give the rules of CFG, and those of PAR, which speak about files that cannot be read."""
    reading = (one for one in list_rules() if one.family() == "PAR")
    return (*configuration_rules(), *reading)


def _overrides(document: Document, scope: _Scope) -> "tuple[Override, ...]":
    """Give the overrides that may speak about a file, and note which of them meet something there."""
    configuration = scope.configuration
    if not configuration or not configuration.settings.overrides:
        return ()
    from ossr_catalogue.lint.overrides import met_in, overrides_for  # noqa: PLC0415 - few have any

    overrides = overrides_for(_path_in(configuration, document.path), configuration)
    scope.met.update(met_in(document, overrides))
    return overrides


def _of_no_use(document: Document, configuration: "Configuration", scope: _Scope) -> tuple[Problem, ...]:
    if document.root is None:
        return ()
    from ossr_catalogue.lint.overrides import of_no_use  # noqa: PLC0415 - few have any

    return tuple(of_no_use(document.root, configuration, scope.met, scope.used))


def _path_in(configuration: "Configuration", path: str) -> str:
    return os.path.relpath(path, configuration.folder or None).replace(os.sep, "/")


def _is_within(folder: str, folders: Collection[str]) -> bool:
    return any(folder == whole or folder.startswith(whole.rstrip(os.sep) + os.sep) for whole in folders)
