"""Comments of YAML in which somebody lets a finding stand: `# lint: ignore[RES105] needs that much`."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from ossr_catalogue.document.document import Document, Problem
from ossr_catalogue.document.node import Node, Span
from ossr_catalogue.errors import UsageError
from ossr_catalogue.lint.configuration import complaints
from ossr_catalogue.lint.rule_sets import RuleSet
from ossr_catalogue.lint.selection import is_firm, rule_set

_COMMENT: Final = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*lint:[ \t]*(?P<said>[^\r\n]*)", re.MULTILINE)
_IGNORE: Final = re.compile(r"ignore[ \t]*\[(?P<words>[^\]\r\n]*)\](?P<reason>[^\r\n]*)")
_LOOKS_LIKE: Final = re.compile(r"(?:ignore|disable|skip|allow|off|suppress|noqa)\b", re.IGNORECASE)
_EMPTY: Final = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r|$)")
_MOST_WORDS: Final = 1_000
"""Suppressions of one file that are read."""
_MOST_MISTAKES: Final = 20
"""Problems of one file: who made as many meant something else, and the nearest rule takes time to find."""
_MOST_LINES: Final = 100
"""Lines of comments and of nothing that may stand before what a comment is for."""
_TO_WRITE: Final = "write # lint: ignore[RES105] and why"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """One word of one comment."""

    rules: RuleSet
    line: int
    """The line whose findings may stand."""
    reason: str
    span: Span
    """Where the word stands."""
    comment: Span
    """From its `#` to the end of the line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InlineSuppressions:
    """All of a file, and what is wrong with them."""

    found: tuple[Suppression, ...]
    problems: tuple[Problem, ...]

    by_line: Mapping[int, Sequence[Suppression]]
    """The same by the lines whose findings may stand."""

    def on(self, line: int, code: str) -> Suppression | None:
        """Give the one that lets findings of a rule on a line stand."""
        return next((one for one in self.by_line.get(line, ()) if code in one.rules.codes), None)


def inline_suppressions(document: Document) -> InlineSuppressions:
    """Find the comments of a document; JSON has none, and a `#` within a text is no comment."""
    found: list[Suppression] = []
    reader = _Reader(document, _scalars(document.root) if document.root else [])
    if document.root:
        said = (one for comment in _COMMENT.finditer(document.text) for one in reader.read(comment))
        found.extend(islice(said, _MOST_WORDS))
    by_line = defaultdict(list)
    for one in found:
        by_line[one.line].append(one)
    return InlineSuppressions(found=tuple(found), problems=tuple(reader.problems), by_line=by_line)


def words_of(text: str, comment: Span) -> tuple[tuple[Span, ...], Span]:
    """Give where the words of a comment that suppresses something stand, and where its reason does."""
    said = _IGNORE.search(text, comment.start, comment.end)
    return (tuple(_words(said)), Span(*said.span("reason"))) if said else ((), comment)


def _words(said: re.Match[str]) -> Iterator[Span]:
    for word in re.finditer(r"[^,\s][^,]*", said["words"]):
        start = said.start("words") + word.start()
        yield Span(start, start + len(word.group().rstrip()))


def _scalars(root: Node) -> list[tuple[int, int]]:
    """Give start and end of every key and text, in the order of the file."""
    nodes = tuple(root.walk())
    keys = (member.key for node in nodes for member in node.members.values())
    values = (node for node in nodes if not isinstance(node.value, (dict, tuple)))
    return sorted({(node.span.start, node.span.end) for node in (*keys, *values)})


class _Reader:
    def __init__(self, document: Document, scalars: list[tuple[int, int]]) -> None:
        self.problems: list[Problem] = []
        self._document = document
        self._scalars = scalars

    def read(self, comment: re.Match[str]) -> Iterator[Suppression]:
        """Give the suppressions of one comment, if it is one."""
        if len(self.problems) >= _MOST_MISTAKES or self._is_text(comment.start()):
            return
        said = _IGNORE.match(self._document.text, comment.start("said"))
        if said and said["words"].strip():
            yield from self._read(said, comment)
        elif _LOOKS_LIKE.match(comment["said"]):
            span = Span(comment.start(), comment.end())
            message = "this comment suppresses nothing"
            kind = "malformed-suppression"
            self.problems.append(Problem(kind=kind, span=span, message=message, advice=_TO_WRITE))

    def _read(self, said: re.Match[str], comment: re.Match[str]) -> Iterator[Suppression]:
        reason = said["reason"].strip(" \t:-")
        line = self._line_of(comment)
        whole = Span(comment.start(), comment.end())
        for span in _words(said):
            if len(self.problems) >= _MOST_MISTAKES:
                return
            place = Node(said.string[span.start : span.end], span)
            rules = self._rules(place)
            if rules:
                yield Suppression(rules=rules, line=line, reason=reason, span=span, comment=whole)
                self._ask_for_reason(place, rules, reason)

    def _rules(self, place: Node) -> RuleSet | None:
        try:
            rules = rule_set(place.text)
        except UsageError as error:
            self.problems.append(complaints.unknown_rule(place, str(error)))
            return None
        if is_firm(rules):
            self.problems.append(complaints.not_suppressible(place, rules.word))
            return None
        return rules

    def _ask_for_reason(self, place: Node, rules: RuleSet, reason: str) -> None:
        if not reason:
            advice = f"give a reason: # lint: ignore[{rules.word}] why it may stand"
            self.problems.append(complaints.without_reason(place, rules.word, advice))

    def _line_of(self, comment: re.Match[str]) -> int:
        """Say for which line a comment is: its own, or if it stands alone the next that is not empty."""
        text = self._document.text
        line_start = max(text.rfind("\n", 0, comment.start()), text.rfind("\r", 0, comment.start())) + 1
        at = comment.start()
        if not text[line_start:at].strip():
            at = comment.end()
            for _ in range(_MOST_LINES):
                empty = _EMPTY.match(text, at)
                at = empty.end() if empty else at
        return self._document.place(Span(at, at)).line

    def _is_text(self, at: int) -> bool:
        before = bisect_right(self._scalars, (at, len(self._document.text)))
        start, end = self._scalars[before - 1] if before else (0, 0)
        return start <= at < end and not self._heads(start, at)

    def _heads(self, start: int, at: int) -> bool:
        """Say whether this is the comment after the `|` or `>` with which a block of text starts."""
        text = self._document.text
        return text[start] in "|>" and "\n" not in text[start:at].replace("\r", "\n")
