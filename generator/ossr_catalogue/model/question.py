"""What only the network knows: a question, and what can come of it."""

from dataclasses import dataclass
from enum import Enum


class Subject(Enum):
    """What a question is about."""

    PAGE = "page"
    """Whether something is at an http or https address."""
    IMAGE = "image"
    """Whether a registry has a container image."""
    DOI = "doi"
    """Whether a DOI, without any prefix, leads somewhere."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that only the network knows; equal ones are asked once."""

    subject: Subject
    text: str


class Answer(Enum):
    """What came of a question."""

    THERE = "there"
    GONE = "gone"
    """Somebody who must know says that there is no such thing."""
    NOT_CHECKED = "not checked"
    """No answer, or none that says anything about the thing itself."""
