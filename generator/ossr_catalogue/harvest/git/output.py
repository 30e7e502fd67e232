"""What git prints, taken apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.harvest.git.command import GitError

_REGULAR: Final = ("100644", "100755", "100664")
"""Modes of files; links (120000) and submodules (160000) are passed over."""
_MAX_LISTING_BYTES: Final = 32_000_000
"""A tree of some hundred thousand files; a hostile one names more than there are atoms."""
_MEANINGS: Final[Mapping[str, str]] = {
    "could not read Username": "it asks for a login: it is private or not there; only public ones are read",
    "couldn't find remote ref HEAD": "it has no commit yet",
}
"""What git says, and what it means."""


def advised(error: GitError) -> str:
    """Put what git says into words that the owner can act on."""
    said = str(error)
    for words, meaning in _MEANINGS.items():
        if words in said:
            return meaning
    return f"{said}; is the address right, and open to all?"


def tip(listing: bytes, ref: str) -> str | None:
    """Find the commit of a ref in what `git ls-remote` prints: `<name>`, a tab, the full ref.

    Of refs that end alike, the one that `git fetch` would take: https://git-scm.com/docs/gitrevisions.
    """
    lines = (line.partition("\t") for line in listing.decode("utf-8", "replace").splitlines())
    tips = {full: name for name, _, full in lines}
    for full in (shape.format(ref) for shape in ("{}", "refs/{}", "refs/tags/{}", "refs/heads/{}")):
        if full in tips:
            return tips.get(f"{full}^{{}}", tips[full])  # of an annotated tag the commit behind it
    return None


def batch(answer: bytes) -> Iterator[tuple[str, bytes]]:
    """Take apart what `git cat-file --batch` prints: `<name> blob <size>`, the content, an empty line."""
    position = 0
    while position < len(answer):
        end = answer.index(b"\n", position)
        name, _, size = answer[position:end].decode().split()
        start, position = end + 1, end + 2 + int(size)
        yield name, answer[start : position - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """What a commit holds, in the order in which git sorts it."""

    blobs: Mapping[str, str]
    """The objects of the regular files, by their paths."""
    others: tuple[str, ...]
    """The paths of links and submodules."""


def tree(listing: bytes) -> Tree:
    """Take apart what `git ls-tree -r -z` prints: `<mode> <type> <name>`, a tab, the path."""
    if len(listing) > _MAX_LISTING_BYTES:
        raise GitError(f"it is too large: its list of files has more than {_MAX_LISTING_BYTES:,} bytes")
    blobs: dict[str, str] = {}
    others: list[str] = []
    for entry in listing.split(b"\0")[:-1]:
        facts, _, said = entry.partition(b"\t")
        mode, _, name = facts.decode().split()
        path = said.decode("utf-8", "surrogateescape")
        if mode in _REGULAR:
            blobs[path] = name
        else:
            others.append(path)
    return Tree(blobs=blobs, others=tuple(others))
