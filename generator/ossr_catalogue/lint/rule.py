"""What a rule is: a class whose docstring is its title, and whose examples are its tests and its page."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar, Final

from ossr_catalogue.document.changes import Correction
from ossr_catalogue.document.node import Node, Span
from ossr_catalogue.lint.prose import quoted
from ossr_catalogue.lint.quantities import Bound, Quantity
from ossr_catalogue.lint.scene import OneFile, Scene
from ossr_catalogue.lint.view import Needs, View
from ossr_catalogue.model.finding import Confidence, Severity
from ossr_catalogue.model.rule_card import FixAvailability

Example = OneFile | Scene
"""A whole file, or keys that replace those of a sound executable; with other things around it, a scene."""

ABSENT: Final = object()
"""Stands in an example for the value of a key that the executable does not have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a rule says about a node; `run` makes a `Finding` of it by adding file, line and column."""

    span: Span
    path: tuple[str | int, ...]
    message: str
    label: str = ""
    advice: str = ""
    related: tuple[tuple[Span, str], ...] = ()
    fix: Correction | None = None


class Hides(Enum):
    """What nobody need say any more once a rule has spoken."""

    NOTHING = "nothing"
    PLACE = "place"
    """Anything about the same place or below it: it could not be read as what it should be."""
    OWNER = "owner"
    """Anything about the mapping as a whole: what it seems to lack may stand there under a misspelt key."""


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
    points_at: ClassVar[tuple[str, ...]]
    """What the caret stands under in each bad example: the text of the file, without its quotes."""
    source: ClassVar[str] = ""
    """URL of the standard or the evidence behind it."""
    since: ClassVar[str] = "0.1.0"
    fix: ClassVar[FixAvailability] = FixAvailability.NONE
    """Whether its remarks may carry a correction, and of which kind the least safe of them is."""
    yields_to: ClassVar[tuple[str, ...]] = ()
    """Names of rules that say the same thing better: where one of them speaks, this one is silent."""
    hides: ClassVar[Hides] = Hides.NOTHING

    @abstractmethod
    def check(self, view: View) -> Iterator[Remark]:
        """Look at a whole document, and say what is wrong."""

    @classmethod
    def title(cls) -> str:
        """The rule in one sentence."""
        return (cls.__doc__ or "").strip().splitlines()[0]

    @classmethod
    def family(cls) -> str:
        """The three letters."""
        return cls.code[:3]

    @classmethod
    def wanted_keys(cls) -> tuple[str, ...]:
        """The keys of which some executable has to have one; none where the rule looks at any list."""
        return ()

    @classmethod
    def can_be_suppressed(cls) -> bool:
        """Say whether findings may stand; not where a file cannot be read as its writer meant it."""
        return cls.family() != "PAR"

    def remark(
        self,
        node: Node,
        message: str,
        *,
        label: str = "",
        advice: str = "",
        also: Node | None = None,
        also_label: str = "",
        fix: Correction | None = None,
    ) -> Remark:
        """Speak about a node, and perhaps about the other half of a contradiction.

        A mapping is pointed at by its first key: the whole may be a hundred lines.
        """
        related = ((also.span, also_label),) if also else ()
        first = next(iter(node.members.values()), None)
        return Remark(
            span=first.key.span if first else node.span,
            path=node.path,
            message=message,
            label=label,
            advice=advice,
            related=related,
            fix=fix,
        )


class ProblemRule(Rule):
    """A rule that reports what the readers met: the rule carries the words, the reader found the place."""

    kinds: ClassVar[tuple[str, ...]]
    """The kinds of `Problem` that this rule speaks for."""
    hides = Hides.PLACE

    def check(self, view: View) -> Iterator[Remark]:
        """Pass on the problems of these kinds."""
        for problem in view.problems(*self.kinds):
            yield Remark(
                span=problem.span,
                path=problem.path,
                message=problem.message,
                label=problem.label,
                advice=problem.advice,
                related=problem.related,
                fix=problem.fix,
            )


class ExecutableRule(Rule):
    """A rule that looks at one executable at a time."""

    def check(self, view: View) -> Iterator[Remark]:
        """Look at every entry of the list that is a mapping."""
        for executable in view.executables:
            yield from self.check_executable(executable)

    @abstractmethod
    def check_executable(self, executable: Node) -> Iterator[Remark]:
        """Look at one entry, and say what is wrong."""


class TitleRule(Rule):
    """A rule that looks at one title at a time."""

    def check(self, view: View) -> Iterator[Remark]:
        """Look at the title of every executable."""
        for title in view.titles:
            yield from self.check_title(title)

    @abstractmethod
    def check_title(self, title: Node) -> Iterator[Remark]:
        """Look at one title, which is not empty, and say what is wrong."""


class DescriptionRule(Rule):
    """A rule that looks at one description at a time."""

    def check(self, view: View) -> Iterator[Remark]:
        """Look at the description of every executable."""
        for description in view.descriptions:
            yield from self.check_description(description)

    @abstractmethod
    def check_description(self, description: Node) -> Iterator[Remark]:
        """Look at one description, which is not empty, and say what is wrong."""


class NeedsRule(Rule):
    """A rule that looks at the needs of one use at a time: the executable as such, and each profile."""

    def check(self, view: View) -> Iterator[Remark]:
        """Look at every use of every executable."""
        for needs in view.needs:
            yield from self.check_needs(needs)

    @abstractmethod
    def check_needs(self, needs: Needs) -> Iterator[Remark]:
        """Look at what one use needs, and say what is wrong."""


class QuantityRule(Rule):
    """A rule that looks at one quantity at a time, wherever it stands."""

    def check(self, view: View) -> Iterator[Remark]:
        """Look at every quantity of every executable."""
        for quantity in view.quantities:
            yield from self.check_quantity(quantity)

    @abstractmethod
    def check_quantity(self, quantity: Quantity) -> Iterator[Remark]:
        """Look at one quantity, and say what is wrong."""


class AmountRule(Rule):
    """A rule that reports amounts which could not be read."""

    problems: ClassVar[tuple[str, ...]]
    """The problems of a `QuantityError` that this rule speaks for; each has one rule."""

    def check(self, view: View) -> Iterator[Remark]:
        """Pass on these problems, wherever they stand."""
        for quantity, bound in view.unreadable_amounts:
            if bound.problem in self.problems:
                yield self.say(quantity, bound)

    def say(self, quantity: Quantity, bound: Bound) -> Remark:
        """Put the problem into words."""
        message = f"{quantity.what} of {quoted(str(bound.node.value))}: {bound.complaint}"
        return self.remark(bound.node, message, advice=bound.advice)
