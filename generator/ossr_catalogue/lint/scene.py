"""An example that takes more than one file: a list, and what is around it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ossr_catalogue.lint.repository import ListedFiles, Repository
from ossr_catalogue.model.question import Answer, Question

OneFile = str | bytes | Mapping[str, Any]
"""A whole file, or keys that replace those of a sound executable."""


class Toml(str):
    """A configuration, of a repository that holds a sound list and nothing else."""

    __slots__ = ()


class BaselineText(str):
    """A baseline, of a repository that holds a sound list and nothing else."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A list that is looked at together with other things."""

    example: OneFile = field(default_factory=dict)
    path: str = ""
    """Where the list stands; empty for `executables.json` or `executables.yaml`, whichever it is."""
    files: tuple[str, ...] | None = None
    """The files of its repository; None where they are not known."""
    lists: Mapping[str, OneFile] = field(default_factory=dict)
    """Other lists that are looked at before it, by their paths."""
    configuration: Toml | None = None
    """What is configured for the repository."""
    baseline: BaselineText | None = None
    """What the findings are compared with."""
    gone: tuple[str, ...] | None = None
    """What the network does not have, everything else it has; None where it is not asked."""

    @property
    def repository(self) -> Repository | None:
        """The files as rules see them."""
        return None if self.files is None else ListedFiles(self.files)

    @property
    def answers(self) -> "ToldAnswers | None":
        """The network as rules see it."""
        return None if self.gone is None else ToldAnswers(self.gone)

    def around(self) -> Iterator[str]:
        """Say in sentences what is around the list."""
        if self.files is not None:
            yield f"The repository holds {', '.join(self.files)}."
        if self.configuration is not None:
            yield f"It is configured so: {' '.join(self.configuration.split())}"
        if self.baseline is not None:
            yield f"The baseline is {' '.join(self.baseline.split())}"
        yield from (f"There is another list, {path}." for path in self.lists)
        yield from (f"The network has no {text} any more." for text in self.gone or ())


class ToldAnswers:
    """A network of which all is known."""

    def __init__(self, gone: Collection[str]) -> None:
        """Take what is not there."""
        self._gone = gone

    def ask(self, questions: Iterable[Question]) -> None:
        """Ask nobody."""

    def of(self, question: Question) -> Answer:
        """Say whether a thing is among those that are gone."""
        return Answer.GONE if question.text in self._gone else Answer.THERE
