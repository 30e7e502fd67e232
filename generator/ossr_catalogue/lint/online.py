"""Who answers what rules ask of the network; how they do it is not for rules to know."""

from collections.abc import Iterable
from typing import Protocol

from ossr_catalogue.model.question import Answer, Question


class Answers(Protocol):
    """Who answers."""

    def ask(self, questions: Iterable[Question]) -> None:
        """Ask what was not asked before, several questions at a time."""
        ...

    def of(self, question: Question) -> Answer:
        """Give the answer; a question that was not asked is not checked."""
        ...
