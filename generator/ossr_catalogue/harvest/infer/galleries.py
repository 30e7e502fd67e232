"""Propose the tutorials that are written as scripts for Sphinx-Gallery, https://sphinx-gallery.github.io."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from ossr_catalogue.harvest.infer.evidence import (
    PassedOver,
    Proposal,
    Repository,
    by_place,
    described,
    rounded_off,
    the_file_itself,
)
from ossr_catalogue.harvest.infer.places import doubts, nearest_requirements, refusal
from ossr_catalogue.harvest.text.markdown import Block, Part
from ossr_catalogue.harvest.text.plain import shortened
from ossr_catalogue.harvest.text.prose import description
from ossr_catalogue.harvest.text.rest import blocks, inline
from ossr_catalogue.model.inferred import Ground, How, Sure
from ossr_catalogue.model.kinds.python_program import PythonProgram

_SPHINX: Final = re.compile(r"(?:docs?/|documentation/)?(?:source/)?conf\.py")
_TUTORIAL: Final = re.compile(r"(?:.*/)?tutorials?/(?:.*/)?(?!__)[^/]+\.py")
_DOCSTRING: Final = re.compile(r'\s*(?:#[^\n]*\n\s*)*r?("""|\'\'\')(.*?)\1', re.DOTALL)
_MAX_LETTERS: Final = 20_000
_MAX_TITLE: Final = 120


class GalleryTutorials:
    """Each script with a heading in a folder of tutorials, if the documentation uses Sphinx-Gallery."""

    seeks = "tutorials of a Sphinx gallery"

    def wants(self, paths: Sequence[str]) -> Iterator[str]:
        """Choose the configuration of the documentation, and the scripts if there is one."""
        configurations = [path for path in paths if _SPHINX.fullmatch(path)]
        scripts = (path for path in paths if _TUTORIAL.fullmatch(path) and not refusal(path))
        return iter((*configurations, *scripts)) if configurations else iter(())

    def propose(self, repository: Repository) -> Iterator[Proposal | PassedOver]:
        """Propose them; a script without a heading is a module of the others."""
        wanted = [path for path in self.wants(repository.paths) if path in repository.files]
        if any(_SPHINX.fullmatch(path) and b"sphinx_gallery" in repository.files[path] for path in wanted):
            for path in filter(_TUTORIAL.fullmatch, wanted):
                yield from _proposals(path, repository)


def _proposals(path: str, repository: Repository) -> Iterator[Proposal]:
    text = repository.files[path].decode("utf-8-sig", "replace")[:_MAX_LETTERS]
    docstring = _DOCSTRING.match(text)
    said = tuple(blocks(docstring[2].strip("\n"))) if docstring else ()
    if not said or said[0].part is not Part.HEADING:
        return
    own: dict[str, Any] = {"location": path}
    grounds = {"title": _says(path, How.HEADING), "location": the_file_itself(path)}
    if requirements := nearest_requirements(path, frozenset(repository.paths)):
        own["requirements"] = requirements
        grounds["requirements"] = by_place(requirements)
    told = description(said[1:], inline)
    grounds["description"] = _says(path, How.PARAGRAPH) if told else repository.ground("description")
    known = f"A tutorial of {repository.name}, written as a Python script."
    yield Proposal(
        type=PythonProgram.urn,
        path=path,
        title=_title(said[0], repository),
        description=rounded_off(told, known) if told else described(known, repository.component),
        own=own,
        doubts=doubts(path),
        grounds=grounds,
    )


def _says(path: str, how: How) -> Ground:
    return Ground(path=path, how=how, sure=Sure.HIGH)


def _title(heading: Block, repository: Repository) -> str:
    return shortened(f"{inline(heading.text).rstrip(' .')}, a tutorial of {repository.name}", _MAX_TITLE)
