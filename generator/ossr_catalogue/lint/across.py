"""What several lists contradict each other in: of each executable a few facts are kept, never its tree.

The facts of most lists are packed away, and never looked at again: rules see those of the lists that share a
uuid, a title, a repository, and of those that name a successor.
"""

from abc import abstractmethod
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple, TypeVar

from ossr_catalogue.document.document import Document
from ossr_catalogue.document.locations import LIST_LOCATIONS
from ossr_catalogue.document.node import Node, Span
from ossr_catalogue.lint.archive import Archive, Meetings
from ossr_catalogue.lint.prose import normalised
from ossr_catalogue.lint.registry import content_rules
from ossr_catalogue.lint.repository import place_in_repository
from ossr_catalogue.lint.rule import Remark, Rule
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Finding, Place

_KEPT: Final = ("uuid", "title", "superseded-by")
"""The keys that rules may point at."""
_LONGEST_LINE: Final = 1_000
"""Characters; of a longer one the place is worked out at once, instead of keeping it."""
_Spot = tuple[int, str, int, int]
"""A stretch of one line: the number of lines before it, the line, where in it the stretch starts and ends."""
_TITLE: Final = 60
"""Letters of a title that a place is described with."""


class ListedFile(NamedTuple):
    """A list that was looked at; like all that is kept of it a tuple, since those are quickly packed."""

    path: str
    repository: str
    """What tells its repository from others."""
    name: str
    """What to call the list where another one is spoken about."""
    rank: int
    """Which of the lists of one repository counts: the one of the lowest rank."""


class Listed(NamedTuple):
    """What is kept of one executable."""

    file: ListedFile
    position: int
    """In its list, from 0."""
    uuid: str
    kind: str
    """Its type, as it is written."""
    title: str
    """As it is written, but no longer than it takes to name it."""
    likeness: int
    """Equal for equal titles, whatever their case, signs and spaces."""
    successor: str
    spots: dict[str, _Spot | Place]
    """Of the values of its keys, as far as they are there."""

    def say(self) -> str:
        """Name it where another one is spoken about."""
        return f'"{self.title}" in {self.file.name}' if self.title else f"an executable in {self.file.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What a rule says about an executable."""

    about: Listed
    key: str
    """The key whose value is pointed at."""
    message: str
    label: str = ""
    advice: str = ""


@dataclass(slots=True)
class Lists:
    """The executables of lists that a harvest would read; none is missing that has to do with another one."""

    executables: list[Listed] = field(default_factory=list)

    def by_uuid(self) -> dict[str, list[Listed]]:
        """Give the executables of each uuid."""
        return _grouped((one.uuid, one) for one in self.executables if one.uuid)

    def by_title(self) -> dict[tuple[str, int], list[Listed]]:
        """Give the executables of each type and title."""
        return _grouped(((one.kind, one.likeness), one) for one in self.executables if one.title)


_Name = TypeVar("_Name", bound=Hashable)


def _grouped(named: Iterable[tuple[_Name, Listed]]) -> dict[_Name, list[Listed]]:
    found = defaultdict(list)
    for name, one in named:
        found[name].append(one)
    return found


def same_thing(one: Listed, other: Listed) -> bool:
    """Say whether two executables of one uuid are one and the same, and not two that share it by mistake."""
    return one.kind == other.kind and one.likeness == other.likeness


def others(group: Sequence[Listed]) -> Iterator[tuple[Listed, Listed]]:
    """Give each executable of a group with the first one of it that is in another list, if there is one.

    What contradicts itself within a list is told by the rules that look at one list.
    """
    first = group[0]
    elsewhere = next((one for one in group if one.file is not first.file), None)
    for one in group if elsewhere else ():
        other = elsewhere if one.file is first.file else first
        if other:
            yield one, other


class CatalogueRule(Rule):
    """A rule that looks at all lists together."""

    def check(self, view: View) -> Iterator[Remark]:  # noqa: ARG002 - one list alone contradicts nobody
        """Say nothing about a list alone."""
        return iter(())

    @abstractmethod
    def check_lists(self, lists: Lists) -> Iterator[Saying]:
        """Look at all lists, and say what is wrong."""


class Across:
    """Collects lists one by one, and says in the end what only shows when they are seen together."""

    def __init__(self, rules: Iterable[type[Rule]] | None = None) -> None:
        """Take the rules that may speak; all of them where None."""
        chosen = content_rules() if rules is None else rules
        self._rules = tuple(rule for rule in chosen if issubclass(rule, CatalogueRule))
        self._archive: Archive[tuple[ListedFile, tuple[Listed, ...]]] = Archive()
        self._meetings = Meetings()
        self._with_successor: set[int] = set()

    def add(self, document: Document, *, repository: str | None = None, name: str = "") -> None:
        """Remember what may matter of a list; the document itself is not kept.

        Args:
            document: as `parse` gives it.
            repository: what tells its repository from all others, where its path does not.
            name: what to call the list where another one is spoken about; its path where empty.
        """
        if self._rules:
            file = _file(document.path, repository, name or document.path)
            found = tuple(_listed(document, entry, file) for entry in document.executables if entry.members)
            number = self._archive.put((file, found))
            for common in _names(file, found):
                self._meetings.note(common, number)
            if any(one.successor for one in found):
                self._with_successor.add(number)

    def findings(self) -> tuple[Finding, ...]:
        """Say what is wrong with all lists together, file by file."""
        return tuple(finding for _, finding in self.told())

    def told(self) -> Iterator[tuple[str, Finding]]:
        """Say the same, each time with the repository of the list that is spoken about."""
        kept = tuple(self._archive.take(self._meetings.met() | self._with_successor))
        read = _read(file for file, _ in kept)
        lists = Lists([one for file, found in kept if id(file) in read for one in found])
        said = [(rule, saying) for rule in self._rules for saying in rule().check_lists(lists)]
        order = {id(file): number for number, (file, _) in enumerate(kept)}
        said.sort(key=lambda one: (order[id(one[1].about.file)], one[1].about.position))
        for rule, saying in said:
            yield saying.about.file.repository, _finding(rule, saying)


def _names(file: ListedFile, found: Iterable[Listed]) -> Iterator[Hashable]:
    """Give all by which a list may have to do with another one."""
    yield "repository", file.repository
    for one in found:
        yield from (("uuid", uuid) for uuid in (one.uuid, one.successor) if uuid)
        if one.title:
            yield "title", one.kind, one.likeness


def _read(files: Iterable[ListedFile]) -> set[int]:
    """Give the ids of the files that count: of one repository the first that a harvest finds."""
    first: dict[str, ListedFile] = {}
    for file in files:
        first[file.repository] = min(first.get(file.repository, file), file, key=lambda one: one.rank)
    return {id(file) for file in first.values()}


def _file(path: str, repository: str | None, name: str) -> ListedFile:
    folder, location = place_in_repository(path)
    if repository is not None or not location:
        return ListedFile(path=path, repository=repository or path, name=name, rank=0)
    return ListedFile(path=path, repository=folder, name=name, rank=LIST_LOCATIONS.index(location))


def _listed(document: Document, entry: Node, file: ListedFile) -> Listed:
    nodes = {key: node for key in _KEPT if (node := entry.get(key)) and node.text}
    text = {key: node.text for key, node in nodes.items()}
    kind = entry.get("type")
    return Listed(
        file=file,
        position=int(entry.path[1]),
        uuid=text.get("uuid", "").lower(),
        kind=kind.text if kind else "",
        title=text.get("title", "")[:_TITLE],
        likeness=hash(normalised(text.get("title", ""))),
        successor=text.get("superseded-by", "").lower(),
        spots={key: _spot(document, node.span) for key, node in nodes.items()},
    )


def _spot(document: Document, span: Span) -> _Spot | Place:
    """Keep of a place what is quickly had; the few that are told of are worked out in the end."""
    text = document.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.start)
    end = len(text) if end < 0 else end
    if end - start > _LONGEST_LINE or span.end > end or "\r" in text:
        return document.place(span)
    return text.count("\n", 0, start), text[start:end], span.start - start, span.end - start


def _place(spot: _Spot | Place) -> Place:
    if isinstance(spot, Place):
        return spot
    lines, text, start, end = spot
    place = Document("", text, None).place(Span(start, end))
    return replace(place, line=place.line + lines, end_line=place.end_line + lines)


def _finding(rule: type[Rule], saying: Saying) -> Finding:
    about = saying.about
    title = f' "{about.title}"' if about.title else ""
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        confidence=rule.confidence,
        message=saying.message,
        path=about.file.path,
        place=_place(about.spots[saying.key]),
        label=saying.label,
        advice=saying.advice,
        where=f"executables[{about.position}]{title} → {saying.key}",
        pointer=f"/executables/{about.position}/{saying.key}",
        uuid=about.uuid or None,
    )
