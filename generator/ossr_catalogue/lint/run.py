"""Lint a document: every rule looks at it, and of one root cause one finding stays."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from typing import Final

from ossr_catalogue.document.changes import Correction, SaveAsUtf8
from ossr_catalogue.document.document import Document
from ossr_catalogue.document.node import Node, Step
from ossr_catalogue.lint.limits import NO_CHOICE, Limits
from ossr_catalogue.lint.online import Answers
from ossr_catalogue.lint.registry import content_rules, list_rules
from ossr_catalogue.lint.repository import Repository
from ossr_catalogue.lint.rule import Hides, ProblemRule, Remark, Rule
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Edit, Finding, Fix, Related, Severity

Path = tuple[Step, ...]

_MOST: Final = 1_000
"""Remarks of one rule on one file; of errors all are needed, since each costs its entry."""
_MIXTURES: Final = 64
"""Sets of keys for which it is known which rules look at them; the lists of one community share a few."""


def lint(
    document: Document,
    rules: Iterable[type[Rule]] | None = None,
    *,
    repository: Repository | None = None,
    answers: Answers | None = None,
    limits: Limits = NO_CHOICE,
) -> tuple[Finding, ...]:
    """Say what is wrong with a document, in the order of the file.

    Args:
        document: as `parse` gives it, whatever is wrong with it.
        rules: the rules that may speak; all about lists where None.
        repository: the files around the list; None where they are not known.
        answers: who asks the network what rules want to know of it; None where nobody does.
        limits: what is believed of machines.
    """
    view = View(document, repository, answers, limits)
    checks = _checks_of(_rules_for(document) if rules is None else tuple(rules), view)
    said = [_Said(rule, remark) for rule, check, most in checks for remark in islice(check(view), most)]
    kept = _without_consequences(_once_each(said))
    findings = (_finding(document, one) for one in kept)
    return tuple(sorted(findings, key=lambda found: (found.place.line, found.place.column, found.code)))


def sound_entries(document: Document, findings: Iterable[Finding]) -> tuple[Node, ...]:
    """Give the entries about which there is no error; none at all where the list itself has one.

    An error with another key of the document's top costs no entry.
    """
    broken = {found.pointer for found in findings if found.severity is Severity.ERROR}
    if not broken.isdisjoint({"", "/executables"}):
        return ()
    broken_entries = {"/".join(pointer.split("/", 3)[:3]) for pointer in broken}
    return tuple(entry for entry in document.executables if entry.pointer not in broken_entries)


def _rules_for(document: Document) -> tuple[type[Rule], ...]:
    return list_rules() if document.problems else content_rules()


_Check = tuple[type[Rule], Callable[[View], Iterator[Remark]], int | None]


def _checks_of(rules: tuple[type[Rule], ...], view: View) -> tuple[_Check, ...]:
    return _checks(rules, _wanted_keys(rules).intersection(view.by_key))


@cache
def _wanted_keys(rules: tuple[type[Rule], ...]) -> frozenset[str]:
    return frozenset(key for rule in rules for key in rule.wanted_keys())


@lru_cache(_MIXTURES)
def _checks(rules: tuple[type[Rule], ...], keys: frozenset[str]) -> tuple[_Check, ...]:
    """Give the rules that have something to look at where executables have some keys.

    Each is given with what it checks by, and how many of its remarks are heard; None where all are.
    """
    return tuple(
        (rule, rule().check, None if rule.severity is Severity.ERROR else _MOST)
        for rule in rules
        if not rule.wanted_keys() or not keys.isdisjoint(rule.wanted_keys())
    )


@dataclass(frozen=True, slots=True)
class _Said:
    rule: type[Rule]
    remark: Remark


def _once_each(said: Iterable[_Said]) -> list[_Said]:
    """Drop what a rule says again, as it does about needs that several profiles share."""
    return list({(one.rule.code, one.remark.span, one.remark.message): one for one in said}.values())


def _without_consequences(said: Sequence[_Said]) -> Iterator[_Said]:
    """Drop what only follows from something else that is said, or is said better by another rule."""
    closed = {one.remark.path for one in said if one.rule.hides is Hides.PLACE}
    incomplete = {one.remark.path[:-1] for one in said if one.rule.hides is Hides.OWNER}
    spoken = {(one.rule.name, one.remark.path) for one in said}
    for one in said:
        path = one.remark.path
        is_first_hand = issubclass(one.rule, ProblemRule)
        if not is_first_hand and (path in incomplete or _is_within(path, closed)):
            continue
        if not any((better, path) in spoken for better in one.rule.yields_to):
            yield one


def _is_within(path: Path, places: AbstractSet[Path]) -> bool:
    return any(path[:length] in places for length in range(len(path) + 1)) if places else False


def _finding(document: Document, said: _Said) -> Finding:
    rule, remark = said.rule, said.remark
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        confidence=rule.confidence,
        message=remark.message,
        path=document.path,
        place=document.place(remark.span),
        label=remark.label,
        related=tuple(Related(place=document.place(span), label=label) for span, label in remark.related),
        advice=remark.advice,
        where=document.describe(remark.path),
        pointer=Node(None, remark.span, remark.path).pointer,
        uuid=_uuid_of(document, remark.path),
        fix=_fix(document, remark.fix) if remark.fix else None,
    )


def _fix(document: Document, correction: Correction) -> Fix | None:
    """Say a correction in edits of the text; None where there are none that leave the rest as it is."""
    from ossr_catalogue.document.edits import edits_of  # noqa: PLC0415 - most files need no correction: 5 ms

    edits = edits_of(document, correction.changes)
    if edits is None:
        return None
    return Fix(
        title=correction.title,
        edits=tuple(
            Edit(start=edit.span.start, end=edit.span.end, text=edit.text, place=document.place(edit.span))
            for edit in edits
        ),
        is_safe=correction.is_safe,
        saves_as_utf_8=any(isinstance(change, SaveAsUtf8) for change in correction.changes),
    )


def _uuid_of(document: Document, path: Path) -> str | None:
    if document.root is None or path[:1] != ("executables",):
        return None
    found = next(document.root.select(*path[:2], "uuid"), None)
    return found.text or None if found else None
