"""Propose the workflows of Nextflow, https://nextflow.io; what others include is no workflow of its own."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from typing import Final

from ossr_catalogue.harvest.infer.evidence import PassedOver, Proposal, Repository, declared
from ossr_catalogue.harvest.infer.workflows import is_whole, workflow
from ossr_catalogue.harvest.text.plain import shortened, without_html
from ossr_catalogue.model.inferred import Ground
from ossr_catalogue.model.kinds.nextflow_workflow import NextflowWorkflow

_MAX_BYTES: Final = 200_000
_DEEPEST: Final = 2
"""Folders above a script."""
_MAX_DESCRIPTION: Final = 500
_ENTRY: Final = re.compile(r"^[ \t]*workflow[ \t]*\{", re.MULTILINE)
"""A workflow without a name is what `nextflow run` starts."""
_INCLUDED: Final = re.compile(
    r"^[ \t]*include\s*\{[^{}]{0,2000}\}\s*from\s*['\"]([^'\"\n]{1,300})['\"]", re.MULTILINE
)
_BLOCK: Final = re.compile(r"^[ \t]*manifest[ \t]*\{", re.MULTILINE)
_MAX_BLOCK: Final = 5_000
_SAID: Final = r"^[ \t]*{prefix}{key}[ \t]*=[ \t]*(\"\"\"|'''|\"|')(.{{0,2000}}?)\1"


class NextflowWorkflows:
    """Each main script: `main.nf`, what the manifest names, or one that has a workflow to start."""

    seeks = "Nextflow workflows"

    def wants(self, paths: Sequence[str]) -> Iterator[str]:
        """Choose the scripts and their configurations."""
        for path in paths:
            name = path.rsplit("/", 1)[-1]
            if (name == "nextflow.config" or name.endswith(".nf")) and _is_candidate(path):
                yield path

    def propose(self, repository: Repository) -> Iterator[Proposal | PassedOver]:
        """Propose those that no other script includes."""
        scripts = {
            path: _letters(repository, path) for path in self.wants(repository.paths) if path.endswith(".nf")
        }
        scripts = {path: text for path, text in scripts.items() if path in repository.files}
        included = {other for path, text in scripts.items() for other in _included(path, text)}
        for path, text in scripts.items():
            if path not in included and _is_main(path, text, repository):
                told = _told(path, repository)
                yield workflow(path, NextflowWorkflow.urn, "a Nextflow workflow", repository, told)


def _is_candidate(path: str) -> bool:
    return path.count("/") <= _DEEPEST and is_whole(path)


def _letters(repository: Repository, path: str) -> str:
    return repository.files.get(path, b"")[:_MAX_BYTES].decode("utf-8", "replace")


def _included(path: str, text: str) -> Iterator[str]:
    for match in _INCLUDED.finditer(text):
        place = posixpath.normpath(posixpath.join(posixpath.dirname(path), match[1]))
        yield from (place, f"{place}.nf", f"{place}/main.nf")


def _is_main(path: str, text: str, repository: Repository) -> bool:
    named = _manifest(_beside(path), "mainScript", repository)
    folder, _, name = path.rpartition("/")
    if named:
        return name == named
    if name == "main.nf":
        return not folder or _beside(path) in repository.paths
    return folder.count("/") < 1 and bool(_ENTRY.search(text))


def _beside(path: str) -> str:
    return posixpath.join(posixpath.dirname(path), "nextflow.config")


def _told(path: str, repository: Repository) -> tuple[str, Ground] | None:
    """Give the description of the manifest as a sentence."""
    said = _manifest(_beside(path), "description", repository)
    text = shortened(without_html(said), _MAX_DESCRIPTION).rstrip(" .")
    return (f"{text}.", declared(_beside(path))) if text else None


def _manifest(path: str, key: str, repository: Repository) -> str:
    """Read one text of `manifest { … }`; empty where it is computed, https://nextflow.io/docs/latest/reference/config.html."""
    text = _letters(repository, path)
    if begin := _BLOCK.search(text):
        inside = text[begin.end() : begin.end() + _MAX_BLOCK].partition("\n}")[0]
        found = re.search(_SAID.format(prefix="", key=key), inside, re.MULTILINE | re.DOTALL)
    else:
        found = re.search(_SAID.format(prefix=r"manifest\.", key=key), text, re.MULTILINE | re.DOTALL)
    return found[2] if found and not (found[1].startswith('"') and "$" in found[2]) else ""
