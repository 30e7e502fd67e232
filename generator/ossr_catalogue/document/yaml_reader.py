"""YAML to a tree: the events of libyaml on a stack of our own.

Nothing is composed or constructed: that recurses (60 kB of `[` end the process in libyaml's composer), and
would turn texts into other values. Lines and columns come from offsets, since libyaml also counts U+2028.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final

import yaml

from ossr_catalogue.document.builder import Reading, Scalar, TreeBuilder
from ossr_catalogue.document.node import Member, Node, Span, Step
from ossr_catalogue.document.problems import UnreadableError, unreadable
from ossr_catalogue.document.yaml_errors import explain
from ossr_catalogue.document.yaml_scalars import is_too_large, may_mean_more, read_plain, trap

LINE_BREAKS_OF_1_1: Final = "\x85\u2028\u2029"
"""Characters that end a line in YAML 1.1, and are text in JSON and YAML 1.2."""

_Event = Any
"""One of PyYAML's events; their types are not told apart by what all of them have."""
_Loader = Any
"""One of PyYAML's loader classes, which share no base."""

_FASTEST: Final[_Loader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Without libyaml the same events come 15 times slower."""


def read_yaml(text: str, loader: _Loader = _FASTEST) -> Reading:
    """Read the first document of a text as YAML; where it is none, one problem says why."""
    reader = _YamlReader(text, loader)
    try:
        reader.read()
    except UnreadableError as error:
        return Reading(root=None, problems=(error.problem,))
    return Reading(root=reader.builder.root, problems=tuple(reader.builder.problems))


def _events(text: str, loader: _Loader) -> Iterator[_Event]:
    """Give the events; what libyaml cannot read becomes our problem in our words."""
    hidden = _hiding(text)
    try:
        if hidden:
            yield from _shown(text, hidden, loader)
        else:
            yield from iter(loader(text).get_event, None)
    except yaml.YAMLError as error:
        raise explain(error, text) from error


def _shown(text: str, hidden: dict[str, str], loader: _Loader) -> Iterator[_Event]:
    """Give the events of a text in which something is hidden from libyaml, as if nothing were."""
    shown = {ord(stand_in): character for character, stand_in in hidden.items()}
    parser = loader(text.translate({ord(character): to for character, to in hidden.items()}))
    while event := parser.get_event():
        if isinstance(event, yaml.ScalarEvent):
            event.value = event.value.translate(shown)
        yield event


def _hiding(text: str) -> dict[str, str]:
    """Choose stand-ins of equal length for what libyaml takes for line breaks and YAML 1.2 does not."""
    to_hide = [character for character in LINE_BREAKS_OF_1_1 if character in text]
    if not to_hide:
        return {}
    unused = (chr(code) for code in range(0xE000, 0xF900) if chr(code) not in text)
    return dict(zip(to_hide, unused, strict=False))


class _YamlReader:
    def __init__(self, text: str, loader: _Loader) -> None:
        self.text = text
        self.builder = TreeBuilder()
        self._events = _events(text, loader)
        self._anchors: dict[str, tuple[Node, int, int]] = {}
        self._open: list[tuple[str | None, bool]] = []

    def read(self) -> None:
        """Read the first document, and see that it is the only one."""
        self._watch_line_breaks()
        documents = 0
        for event in self._events:
            handler = _HANDLERS.get(type(event))
            if handler:
                handler(self, event)
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
            if documents > 1:
                self._report_second(event)
                return
        if not documents:
            end = len(self.text)
            raise unreadable(
                "empty-document", end, end, "there is nothing in the file", advice="write executables: [ … ]"
            )

    def _watch_line_breaks(self) -> None:
        positions = (self.text.find(character) for character in LINE_BREAKS_OF_1_1)
        for position in positions:
            if position >= 0:
                code = f"U+{ord(self.text[position]):04X}"
                message = (
                    f"the character {code} was read as text; to programs that read YAML 1.1 it ends a line"
                )
                self.builder.report(
                    "yaml-trap", position, position + 1, message, "delete it, or start a new line"
                )

    def _report_second(self, event: _Event) -> None:
        start = event.start_mark.index
        self.builder.report(
            "several-documents",
            start,
            event.end_mark.index,
            "a second document starts here, and was not read",
            "put all executables under one `executables:`",
        )

    def scalar(self, event: _Event) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if event.style in {"|", ">"}:
            end = start + len(self.text[start:end].rstrip())
        if event.tag is not None:
            self._report_tag(event, start, end, None if event.style else event.value)
        plain = not event.style and event.implicit[0]
        if self.builder.wants_key:
            if plain and event.value == "<<":
                self._report_merge_key(start, end)
            self.builder.key(event.value, start, end)
            return
        value: Scalar = event.value
        if plain and may_mean_more(event.value):
            value = read_plain(event.value)
            if isinstance(value, str):
                self._watch_plain(value, start, end)
        node = self.builder.scalar(value, start, end)
        if event.anchor:
            self._anchors[event.anchor] = node, 1, 0

    def _report_merge_key(self, start: int, end: int) -> None:
        self.builder.report(
            "yaml-merge-key",
            start,
            end,
            '"<<" is not followed: only YAML 1.1 knows it',
            "write the keys out that it stands for",
        )

    def _watch_plain(self, text: str, start: int, end: int) -> None:
        if is_too_large(text):
            self.builder.report(
                "bad-number",
                start,
                end,
                f"a number of {end - start} characters is beyond every program",
                "write fewer digits, or put it in quotes",
            )
            return
        meaning = trap(text)
        if meaning and not _is_own(self.builder.path):
            from ossr_catalogue.document.yaml_corrections import quote_plain  # noqa: PLC0415 - few need any: 4 ms

            self.builder.report(
                "yaml-trap",
                start,
                end,
                f"{text} was read as text; to programs that read YAML 1.1 it is {meaning}",
                f'put it in quotes: "{text}"',
                fix=quote_plain(text, Span(start, end), self.builder.path),
            )

    def start(self, event: _Event) -> None:
        start = event.start_mark.index
        if self.builder.wants_key:
            raise unreadable(
                "yaml-key",
                start,
                event.end_mark.index,
                "a list or mapping stands where a key is expected",
                advice="put a text that starts with [ or { in quotes",
            )
        if event.tag is not None:
            self._report_tag(event, start, event.end_mark.index, None)
        if event.flow_style:
            self._refuse_bare_pair(event, start)
        self.builder.open(start, mapping=isinstance(event, yaml.MappingStartEvent))
        self._open.append((event.anchor, event.flow_style))

    def _refuse_bare_pair(self, event: _Event, start: int) -> None:
        """Stop at `[a: 1, b: 2]`: to YAML it is a list of two mappings, its author surely meant one."""
        if event.end_mark.index == start and not _is_own(self.builder.path):
            raise unreadable(
                "missing-brackets",
                start,
                start + 1,
                "a list holds `key: value` without braces",
                label="`{` is missing before this",
                advice="write [{key: value, key: value}], or a list of lines that start with `- `",
            )

    def end(self, event: _Event) -> None:
        anchor, is_flow = self._open.pop()
        node = self.builder.close(event.end_mark.index if is_flow else None)
        if anchor:
            nodes, height = _measure(node)
            self._anchors[anchor] = node, nodes, height

    def alias(self, event: _Event) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        known = self._anchors.get(event.anchor)
        if self.builder.wants_key:
            raise unreadable("yaml-key", start, end, "an alias stands where a key is expected", advice=_QUOTE)
        if not known:
            inside = any(anchor == event.anchor for anchor, _ in self._open)
            from ossr_catalogue.document.yaml_corrections import quote_alias  # noqa: PLC0415 - likewise

            found = "refers to the very thing it is part of" if inside else "refers to nothing"
            fix = None if inside else quote_alias(self.text, Span(start, end))
            raise unreadable("yaml-alias", start, end, f"*{event.anchor} {found}", fix=fix, advice=_QUOTE)
        node, nodes, height = known
        self.builder.unfold(nodes, start, end)
        self.builder.allow_depth(height, start)
        self.builder.add(_moved(node, self.builder.path, Span(start, end)))

    def _report_tag(self, event: _Event, start: int, end: int, plain: str | None) -> None:
        from ossr_catalogue.document.yaml_corrections import drop_tag  # noqa: PLC0415 - as above

        self.builder.report(
            "yaml-tag",
            start,
            end,
            f"the tag {event.tag} was ignored",
            "delete it: the format needs no tags",
            fix=drop_tag(self.text, Span(start, end), plain),
        )


_HANDLERS: Final[dict[type, Callable[[_YamlReader, _Event], None]]] = {
    yaml.ScalarEvent: _YamlReader.scalar,
    yaml.MappingStartEvent: _YamlReader.start,
    yaml.SequenceStartEvent: _YamlReader.start,
    yaml.MappingEndEvent: _YamlReader.end,
    yaml.SequenceEndEvent: _YamlReader.end,
    yaml.AliasEvent: _YamlReader.alias,
}

_QUOTE: Final = "put a text that starts with * in quotes"


def _is_own(path: tuple[Step, ...]) -> bool:
    """Say whether a place lies in anyone's own keys, which are never judged."""
    return any(isinstance(step, str) and step.startswith("x-") for step in path)


def _measure(node: Node) -> tuple[int, int]:
    """Count the values of a tree, and its levels below the top."""
    children = [*node.items, *(member.node for member in node.members.values())]
    measured = [_measure(child) for child in children]
    nodes = 1 + sum(nodes for nodes, _ in measured)
    return nodes, max((height + 1 for _, height in measured), default=0)


def _moved(node: Node, path: tuple[Step, ...], span: Span | None = None) -> Node:
    """Copy what an alias refers to; below the alias, places stay where the text to be mended stands."""
    span = span or node.span
    if isinstance(node.value, tuple):
        items = tuple(_moved(item, (*path, index)) for index, item in enumerate(node.value))
        return Node(items, span, path)
    if node.members:
        return Node({key: _moved_member(member, path) for key, member in node.members.items()}, span, path)
    return Node(node.value, span, path)


def _moved_member(member: Member, path: tuple[Step, ...]) -> Member:
    path = (*path, member.key.text)
    return Member(Node(member.key.value, member.key.span, path), _moved(member.node, path))
