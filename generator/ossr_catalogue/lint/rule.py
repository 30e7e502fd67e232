"""What a rule is: a class whose docstring is its title, and whose examples are its tests and its page."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ossr_catalogue.document.document import Document
from ossr_catalogue.document.node import Node, Span
from ossr_catalogue.model.finding import Confidence, Severity

Example = str | Mapping[str, Any]
"""A whole file as text, or keys that replace those of a sound executable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a rule says about a node; `run` makes a `Finding` of it by adding file, line and column."""

    span: Span
    path: tuple[str | int, ...]
    message: str
    label: str = ""
    advice: str = ""
    related: tuple[tuple[Span, str], ...] = ()


class Rule(ABC):
    """Base of all rules. The docstring of a rule is its title: a sentence that says how things should be."""

    code: ClassVar[str]
    """Family (three letters) and three digits; printed, configured, never used again for anything else."""
    name: ClassVar[str]
    """kebab-case, says what is wrong: `min-exceeds-max`."""
    severity: ClassVar[Severity]
    confidence: ClassVar[Confidence] = Confidence.HIGH
    why: ClassVar[str]
    """CommonMark: what happens to whom if it is not mended."""
    good: ClassVar[tuple[Example, ...]]
    """Examples about which this rule says nothing."""
    bad: ClassVar[tuple[Example, ...]]
    """Examples about which this rule, and no other of warning or worse, speaks."""
    source: ClassVar[str] = ""
    """URL of the standard or the evidence behind it."""
    since: ClassVar[str] = "0.1.0"

    @abstractmethod
    def check(self, document: Document) -> Iterator[Remark]:
        """Look at a whole document, and say what is wrong."""

    @classmethod
    def title(cls) -> str:
        """The rule in one sentence."""
        return (cls.__doc__ or "").strip().splitlines()[0]

    @classmethod
    def family(cls) -> str:
        """The three letters."""
        return cls.code[:3]

    def remark(
        self,
        node: Node,
        message: str,
        *,
        label: str = "",
        advice: str = "",
        also: Node | None = None,
        also_label: str = "",
    ) -> Remark:
        """Speak about a node, and perhaps about the other half of a contradiction."""
        related = ((also.span, also_label),) if also else ()
        return Remark(
            span=node.span, path=node.path, message=message, label=label, advice=advice, related=related
        )


class ExecutableRule(Rule):
    """A rule that looks at one executable at a time."""

    def check(self, document: Document) -> Iterator[Remark]:
        """Look at every entry of the list that is a mapping."""
        for executable in document.executables:
            if executable.members:
                yield from self.check_executable(executable)

    @abstractmethod
    def check_executable(self, executable: Node) -> Iterator[Remark]:
        """Look at one entry, and say what is wrong."""


class ProblemRule(Rule):
    """A rule that reports what the readers met: the rule carries the words, the reader found the place."""

    kinds: ClassVar[tuple[str, ...]]
    """The kinds of `Problem` that this rule speaks for."""

    def check(self, document: Document) -> Iterator[Remark]:
        """Pass on the problems of these kinds."""
        for problem in document.problems:
            if problem.kind in self.kinds:
                yield Remark(
                    span=problem.span,
                    path=problem.path,
                    message=problem.message,
                    label=problem.label,
                    advice=problem.advice,
                    related=problem.related,
                )
