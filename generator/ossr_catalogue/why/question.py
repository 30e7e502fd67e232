"""What people ask about, by a URL, DOI, uuid, path, title or name, and what of the catalogue that means."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import unquote

from ossr_catalogue.document.nearest import nearest
from ossr_catalogue.model.catalogue import Entry, Gone, LeftOut
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.forge import web_repository
from ossr_catalogue.why.account import ComponentAccount, SourceAccount, Standing

_UUID: Final = re.compile(r"(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.IGNORECASE)
_DOI: Final = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)?(10\.\d{4,}/\S+)", re.IGNORECASE)
_RECORD: Final = re.compile(
    r"(?:10\.\d{4,}/zenodo\.|https?://[^/]+/records?/)(\d+)(?:[/?#].*)?", re.IGNORECASE
)
_IN_A_TREE: Final = re.compile(r"(?:-/)?(?:blob|tree|raw|blame|edit)/[^/]+/(.*)")
"""How a forge shows a file of a repository at a version."""
_HOST: Final = re.compile(r"[a-z+.-]+://[^/]*/*", re.IGNORECASE)
_SHORTEST_PART: Final = 4
"""Of a title that is looked for in the middle of others."""
_MOST_NEAREST: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is known of what was asked."""

    question: str
    accounts: tuple[SourceAccount, ...] = ()
    """Only what the question is about; empty where nothing is known of it."""
    nearest: tuple[str, ...] = ()
    """Names of sources that may have been meant."""
    failed: tuple[str, ...] = ()
    """Names of sources that gave no full account: where nothing is known of it, it may be in one of these."""
    file: str = ""
    """A file of a known component that nothing was said of: it was not taken for anything that can be run."""

    @property
    def standing(self) -> Standing:
        """Whether all of it is listed."""
        if self.file:
            return Standing.NOT_LISTED
        standings = {account.standing for account in self.accounts}
        return standings.pop() if len(standings) == 1 else Standing.PARTLY


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """Which of the things that are told the question is about."""

    entry: Callable[[Entry], bool] = lambda _: False
    gap: Callable[[LeftOut], bool] = lambda _: False
    gone: Callable[[Gone], bool] = lambda _: False


def answer(question: str, accounts: Sequence[SourceAccount]) -> Answer:
    """Find what a question is about: a source, a component, or one executable, in this order."""
    wanted = question.strip()
    for find in (_sources, _components, _by_uuid, _by_record, _by_path, _by_title, _by_a_part):
        if found := tuple(find(wanted, accounts)):
            return Answer(question=question, accounts=found)
    failed = tuple(account.name for account in accounts if account.failure)
    unknown = Answer(question=question, nearest=_nearest(wanted, accounts), failed=failed)
    return _of_a_file(question, accounts) or unknown


def _sources(wanted: str, accounts: Iterable[SourceAccount]) -> Iterator[SourceAccount]:
    return (one for one in accounts if wanted in {one.name, one.name.partition(" ")[2]})


def _components(wanted: str, accounts: Iterable[SourceAccount]) -> Iterator[SourceAccount]:
    names = _names(wanted)
    for account in accounts:
        found = [one for one in account.components if names & _known_as(one.looked.component)]
        if found:
            yield _only(account, found)
        elif names & _names(account.name.partition(" ")[2]):
            yield account


def _by_uuid(wanted: str, accounts: Iterable[SourceAccount]) -> Iterator[SourceAccount]:
    if match := _UUID.search(wanted):
        uuid = match[1].lower()
        yield from _narrowed(
            accounts,
            _Wanted(
                entry=lambda one: one.executable.uuid == uuid,
                gap=lambda one: uuid in {one.uuid, *(found.uuid for found in one.findings)},
                gone=lambda one: one.uuid == uuid,
            ),
        )


def _by_record(wanted: str, accounts: Iterable[SourceAccount]) -> Iterator[SourceAccount]:
    """Find a record of which nothing but its number is known, since nothing of it could be had."""
    if match := _RECORD.search(wanted):
        place = f"records/{match[1]}"
        yield from _narrowed(accounts, _Wanted(gap=lambda one: f"{one.path}/".startswith(f"{place}/")))


def _by_path(wanted: str, accounts: Iterable[SourceAccount]) -> Iterator[SourceAccount]:
    repository, path = _in_repository(wanted, accounts)
    here = [one for account in accounts if (one := _of_repository(account, repository))]
    if path:
        yield from _narrowed(
            here,
            _Wanted(
                entry=lambda one: path in {one.provenance.path, *one.executable.kind.paths()},
                gap=lambda one: path == one.path,
            ),
        )


def _by_title(wanted: str, accounts: Iterable[SourceAccount]) -> Iterator[SourceAccount]:
    yield from _titled(accounts, lambda title: title.casefold() == wanted.casefold())


def _by_a_part(wanted: str, accounts: Iterable[SourceAccount]) -> Iterator[SourceAccount]:
    if len(wanted) >= _SHORTEST_PART and "://" not in wanted:
        yield from _titled(accounts, lambda title: wanted.casefold() in title.casefold())


def _titled(accounts: Iterable[SourceAccount], meant: Callable[[str], bool]) -> Iterator[SourceAccount]:
    """Find by a title; of what was refused, the linter's words for its place have it."""
    wanted = _Wanted(
        entry=lambda one: meant(one.executable.title),
        gap=lambda one: any(meant(part) for found in one.findings for part in found.where.split('"')[1::2]),
        gone=lambda one: meant(one.title),
    )
    for account in accounts:
        whole = [one for one in account.components if any(map(meant, _titles(one.looked.component)))]
        if whole:
            yield _only(account, whole)
        elif meant(account.name):
            yield account
        else:
            yield from _narrowed([account], wanted)


def _titles(component: Component) -> Iterator[str]:
    yield component.title
    if component.repository:
        yield _on_host(component.repository)


def _of_a_file(question: str, accounts: Sequence[SourceAccount]) -> Answer | None:
    """Answer for an address in a known repository at which nothing to run was seen."""
    repository, path = _in_repository(question.strip(), accounts)
    if not (repository and path):
        return None
    here = (one for account in accounts if (one := _of_repository(account, repository)))
    bare = (
        replace(one, components=tuple(map(_bare, one.components)), left_out=(), remarks=()) for one in here
    )
    return Answer(question=question, accounts=tuple(bare), file=path)


def _bare(account: ComponentAccount) -> ComponentAccount:
    return replace(account, listed=(), left_out=(), remarks=(), gone=())


def _in_repository(wanted: str, accounts: Iterable[SourceAccount]) -> tuple[str, str]:
    """Part an address into that of a known repository and a path in it; a bare path is in any of them."""
    if "://" not in wanted:
        return "", wanted.removeprefix("./").strip("/")
    address = web_repository(wanted) or ""
    known = {one.looked.component.repository for account in accounts for one in account.components}
    inside = [one for one in known if one and address.startswith(f"{one}/")]
    if not inside:
        return "", ""
    repository = max(inside, key=len)
    rest = address[len(repository) + 1 :]
    shown = _IN_A_TREE.fullmatch(rest)
    return repository, unquote(shown[1] if shown else rest)


def _of_repository(account: SourceAccount, repository: str) -> SourceAccount | None:
    if not repository:
        return account
    found = [one for one in account.components if one.looked.component.repository == repository]
    return _only(account, found) if found else None


def _only(account: SourceAccount, components: Iterable[ComponentAccount]) -> SourceAccount:
    """Leave out what is about others; why the source failed concerns all of it."""
    return replace(account, components=tuple(components), left_out=(), remarks=(), gone=())


def _narrowed(accounts: Iterable[SourceAccount], wanted: _Wanted) -> Iterator[SourceAccount]:
    """Give of each source what is wanted, and nothing of those that have none of it."""
    for account in accounts:
        components = tuple(one for one in (_part(each, wanted) for each in account.components) if one)
        left_out = tuple(filter(wanted.gap, account.left_out))
        remarks = tuple(filter(wanted.gap, account.remarks))
        gone = tuple(filter(wanted.gone, account.gone))
        if components or left_out or remarks or gone:
            yield replace(
                account,
                components=components,
                left_out=left_out,
                remarks=remarks,
                gone=gone,
                is_whole=False,
            )


def _part(account: ComponentAccount, wanted: _Wanted) -> ComponentAccount | None:
    part = replace(
        account,
        listed=tuple(filter(wanted.entry, account.listed)),
        left_out=tuple(filter(wanted.gap, account.left_out)),
        remarks=tuple(filter(wanted.gap, account.remarks)),
        gone=tuple(filter(wanted.gone, account.gone)),
    )
    return part if part.listed or part.left_out or part.remarks or part.gone else None


def _known_as(component: Component) -> frozenset[str]:
    """Give the names by which people know a component, as `_names` writes them."""
    said = (component.slug, component.repository, component.doi, component.homepage)
    return frozenset(name for one in said if one for name in _names(one))


def _names(text: str) -> frozenset[str]:
    """Write an address, DOI or name in the ways that are compared, so that small differences do not count."""
    doi = _DOI.fullmatch(text)
    address = web_repository(text)
    said = (text, doi[1] if doi else "", address or "")
    return frozenset(one.casefold().rstrip("/") for one in said if one)


def _nearest(wanted: str, accounts: Sequence[SourceAccount]) -> tuple[str, ...]:
    """Name the sources that are most like it: of the same host and owner, or of similar letters."""
    known = {account.name.partition(" ")[2]: account.name for account in accounts}
    repositories = (one.looked.component.repository for account in accounts for one in account.components)
    known |= {place: place for place in repositories if place and place not in known}
    on_hosts = {_on_host(place): name for place, name in known.items()}
    alike = on_hosts.get(nearest(_on_host(wanted), on_hosts), "")
    folder = (web_repository(wanted) or "").rpartition("/")[0]
    has_owner = bool(_on_host(f"{folder}/"))
    beside = [name for place, name in sorted(known.items()) if has_owner and place.startswith(f"{folder}/")]
    return tuple(dict.fromkeys(name for name in (alike, *beside) if name))[:_MOST_NEAREST]


def _on_host(address: str) -> str:
    """Leave out the host, which many addresses share, and on which a repository may have moved to another."""
    return _HOST.sub("", address, count=1).rstrip("/")
