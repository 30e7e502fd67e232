"""An index of executables, and one of the guide and the rules, each complete in itself."""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from markupsafe import Markup

from ossr_catalogue.lint.registry import all_rules
from ossr_catalogue.model.catalogue import Catalogue, Entry
from ossr_catalogue.model.plain_text import one_line
from ossr_catalogue.model.platform import Platform
from ossr_catalogue.publish.facets import facets_of
from ossr_catalogue.publish.files import JSON, PublishedFile, json_bytes
from ossr_catalogue.publish.pages.card import Card, card_of
from ossr_catalogue.publish.pages.commonmark import to_html
from ossr_catalogue.publish.pages.rules import view_of as rule_view
from ossr_catalogue.publish.search.packing import (
    PER_CARDS,
    facet,
    generation,
    packed,
    spelling_parts,
    word_parts,
)
from ossr_catalogue.publish.search.weighing import MOST_WEIGHT, Field, weigh
from ossr_catalogue.publish.search.words import IGNORED

FOLDER: Final = "search"
START: Final = f"{FOLDER}/start.json"
_UUID_MARK: Final = "#"
"""Begins the word by which a uuid is found; no text has such a word."""
_UUID_DIGITS: Final = 12
"""By which one is told from all others."""
_MOST_WORDS: Final = 60_000
"""That a slip is compared with: the commonest."""
_EXCERPT: Final = 600
_LONGEST: Final = 20_000
"""Characters of a description that are searched."""
_MARKUP: Final = re.compile(r"\]\([^)]*\)|[*_`#\[\]]+")

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Anything that is found by its words alone: a page of prose, a rule."""

    path: str
    title: str
    summary: str
    body: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """What is found, as the index sees it."""

    title: str
    fields: tuple[Field, ...]
    card: Plain
    """What a page shows of it; nothing that is empty."""
    doubt: bool = False
    uuid: str = ""
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()


def build_index(
    catalogue: Catalogue, texts: Iterable[Text], platforms: tuple[Platform, ...]
) -> tuple[PublishedFile, ...]:
    """Give the files of the index.

    Args:
        catalogue: what is found.
        texts: what is found beside it.
        platforms: where an executable can run, to narrow a search by.
    """
    # Neighbours in this order share most values of facets, which makes short runs of numbers.
    entries = sorted(catalogue.entries, key=_by_component)
    files: list[PublishedFile] = []
    start: Plain = {
        "executables": _index("executables", (_executable(one, platforms) for one in entries), files),
        "guide": _index("guide", (_text(one) for one in (*texts, *_rules())), files),
    }
    name = generation(files)
    start |= {"version": 1, "folder": name, "ignored": sorted(IGNORED)}
    return (
        PublishedFile(path=START, content=json_bytes(start), media_type=JSON),
        *(replace(file, path=f"{FOLDER}/{name}/{file.path}") for file in files),
    )


def _by_component(entry: Entry) -> tuple[str, str, str]:
    return entry.component.title.casefold(), entry.executable.title.casefold(), entry.executable.uuid


def _index(name: str, items: Iterable[_Item], files: list[PublishedFile]) -> Plain:
    """Add the files of one index; give what a page has to know before it asks for them."""
    places: dict[str, array[int]] = defaultdict(lambda: array("I"))
    facets: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    cards: list[Plain] = []
    titles: list[str] = []
    for number, item in enumerate(items):
        for word, weight in weigh(item.title, item.fields, doubt=item.doubt).items():
            places[word].extend((number, weight.weight, weight.share))
        if item.uuid:
            places[_UUID_MARK + item.uuid.replace("-", "")[:_UUID_DIGITS]].extend((number, MOST_WEIGHT, 0))
        for one, values in item.facets:
            facets[one].append(values)
        cards.append(item.card)
        titles.append(item.title.casefold())
    files.extend(_card_files(name, cards))
    by_title = sorted(range(len(titles)), key=lambda one: (titles[one], one))
    files.append(packed(f"{name}/by-title.bin", by_title))
    files.append(packed(f"{name}/facets.bin", {one: facet(values) for one, values in sorted(facets.items())}))
    return {
        "count": len(cards),
        "per_cards": PER_CARDS,
        "words": _add_parts(f"{name}/words", word_parts(places), files),
        "spelling": _add_parts(f"{name}/spelling", spelling_parts(_frequencies(places)), files),
    }


def _card_files(name: str, cards: Sequence[Plain]) -> Iterator[PublishedFile]:
    for start in range(0, len(cards), PER_CARDS):
        yield packed(f"{name}/cards/{start // PER_CARDS}.bin", cards[start : start + PER_CARDS])


def _add_parts(path: str, parts: Iterable[tuple[str, Any]], files: list[PublishedFile]) -> list[str]:
    """Add numbered files; give the first word of each."""
    firsts = []
    for number, (first, part) in enumerate(parts):
        files.append(packed(f"{path}/{number}.bin", part))
        firsts.append(first)
    return firsts


def _frequencies(places: dict[str, "array[int]"]) -> dict[str, int]:
    known = ((word, len(one) // 3) for word, one in places.items() if not word.startswith(_UUID_MARK))
    commonest = sorted(known, key=lambda one: (-one[1], one[0]))[:_MOST_WORDS]
    return dict(commonest)


def _executable(entry: Entry, platforms: tuple[Platform, ...]) -> _Item:
    card, executable, component = card_of(entry), entry.executable, entry.component
    return _Item(
        title=one_line(card.title),
        fields=(
            Field(text=", ".join(executable.keywords), weight=6),
            Field(text=card.component, weight=3),
            Field(text=card.kind, weight=3),
            Field(text=", ".join((*executable.subjects, *component.keywords)), weight=1.5),
            Field(text=executable.description[:_LONGEST], weight=1.2, is_prose=True),
            Field(text=", ".join(one.name for one in component.authors), weight=0.5),
        ),
        card=_card(card, executable.description),
        doubt=bool(card.doubt),
        uuid=card.uuid,
        facets=tuple((one.name, _shown(one.values)) for one in facets_of(entry, card, platforms)),
    )


def _shown(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(one_line, values)))


def _card(card: Card, description: str) -> Plain:
    shown = {
        "path": card.path,
        "uuid": card.uuid,
        "title": one_line(card.title),
        "summary": one_line(card.summary),
        "kind": card.kind,
        "icon": card.kind_name,
        "component": one_line(card.component),
        "needs": card.needs,
        "origin": card.origin,
        "status": card.status,
        "text": _excerpt(description),
    }
    return {name: value for name, value in shown.items() if value}


def _excerpt(description: str) -> str:
    return one_line(_MARKUP.sub("", description[: 2 * _EXCERPT]))[:_EXCERPT]


def _text(text: Text) -> _Item:
    words = text.body.striptags()
    return _Item(
        title=one_line(text.title),
        fields=(Field(text=text.summary, weight=3), Field(text=words, weight=1.2, is_prose=True)),
        card={"path": text.path, "title": one_line(text.title)},
    )


def _rules() -> Iterator[Text]:
    for rule in all_rules():
        view = rule_view(rule)
        yield Text(
            path=view.path, title=f"{view.code} {view.name}", summary=view.title, body=to_html(rule.why)
        )
