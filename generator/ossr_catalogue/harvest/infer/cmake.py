"""Propose the programs that CMake builds and installs, as far as its files say so in so many words."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ossr_catalogue.harvest.infer.commands import command, is_command, package_of
from ossr_catalogue.harvest.infer.evidence import PassedOver, Proposal, Repository
from ossr_catalogue.harvest.infer.places import refusal

_NAME: Final = "CMakeLists.txt"
_MAX_BYTES: Final = 200_000
_MAX_LISTS: Final = 200
_COMMENT: Final = re.compile(r"#\[(=*)\[.*?(?:\]\1\]|\Z)|#[^\n]*", re.DOTALL)
_CALL: Final = re.compile(r"\b(add_executable|install)\s*\(([^()]{1,20000})\)", re.IGNORECASE)
_EXAMPLES: Final = frozenset({"example", "examples", "demo", "demos", "tutorial", "tutorials", "templates"})
_NO_PROGRAMS: Final = frozenset({"IMPORTED", "ALIAS"})
_AFTER_TARGETS: Final = frozenset(
    {
        "EXPORT", "RUNTIME", "LIBRARY", "ARCHIVE", "OBJECTS", "FRAMEWORK", "BUNDLE", "DESTINATION",
        "PERMISSIONS", "CONFIGURATIONS", "COMPONENT", "PRIVATE_HEADER", "PUBLIC_HEADER", "RESOURCE",
        "INCLUDES", "OPTIONAL",
        "FILE_SET", "RUNTIME_DEPENDENCIES", "RUNTIME_DEPENDENCY_SET", "EXCLUDE_FROM_ALL", "NAMELINK_ONLY",
        "NAMELINK_SKIP", "NAMELINK_COMPONENT", "CXX_MODULES_BMI",
    }
)  # fmt: skip
_SHOWN: Final = 5


class CMakePrograms:
    """Each program with a literal name that `install(TARGETS …)` installs, https://cmake.org."""

    seeks = "programs that CMake installs"

    def wants(self, paths: Sequence[str]) -> Iterator[str]:
        """Choose CMake's files but for tests, the highest first."""
        lists = [path for path in paths if path.rsplit("/", 1)[-1] == _NAME and not refusal(path)]
        return iter(sorted(lists, key=lambda path: (path.count("/"), path))[:_MAX_LISTS])

    def propose(self, repository: Repository) -> Iterator[Proposal | PassedOver]:
        """Propose the programs, and name those that are built and not proposed."""
        read = {path: _calls(repository.files.get(path, b"")) for path in self.wants(repository.paths)}
        installed = {name for calls in read.values() for words in calls for name in _installed(words)}
        seen: set[str] = set()
        for path, calls in read.items():
            built = [words[1] for words in calls if _is_program(words)]
            left = [name for name in built if not _is_proposed(name, path, installed)]
            yield from (
                _proposal(name, path, repository)
                for name in dict.fromkeys(built)
                if name not in left and name not in seen
            )
            seen.update(built)
            if left:
                yield PassedOver(path=path, reason=_why(left, path))


def _proposal(name: str, path: str, repository: Repository) -> Proposal:
    return command(
        name,
        path=path,
        what=f"The command `{name}`, which `{path}` builds and installs",
        package=package_of("", "", "", repository),
        repository=repository,
    )


def _calls(content: bytes) -> list[list[str]]:
    """Give the calls that matter, each with its words, the first in lower case."""
    text = _COMMENT.sub("", content[:_MAX_BYTES].decode("utf-8", "replace"))
    return [[match[1].lower(), *match[2].replace('"', " ").split()] for match in _CALL.finditer(text)]


def _is_program(words: list[str]) -> bool:
    return words[0] == "add_executable" and len(words) > 1 and _NO_PROGRAMS.isdisjoint(words)


def _installed(words: list[str]) -> Iterator[str]:
    if words[:2] == ["install", "TARGETS"]:
        for word in words[2:]:
            if word in _AFTER_TARGETS:
                return
            yield word


def _is_proposed(name: str, path: str, installed: set[str]) -> bool:
    return is_command(name) and name in installed and not _is_example(path)


def _is_example(path: str) -> bool:
    return not _EXAMPLES.isdisjoint(path.lower().split("/")[:-1])


def _why(names: list[str], path: str) -> str:
    shown = ", ".join(name[:60] for name in names[:_SHOWN])
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    if _is_example(path):
        return f"builds {shown}{more}, which are examples for those who program with it"
    return f"builds {shown}{more}, and does not say in so many words that they are installed"
