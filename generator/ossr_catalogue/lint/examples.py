"""The examples of the rules as files: for their tests, their pages and `explain`."""

import json

from ossr_catalogue.document.parse import parse
from ossr_catalogue.lint.across import Across
from ossr_catalogue.lint.rule import ABSENT, Example
from ossr_catalogue.lint.run import lint
from ossr_catalogue.lint.scene import Scene
from ossr_catalogue.lint.sound import SOUND
from ossr_catalogue.model.finding import Finding


def as_document(example: Example) -> tuple[str | bytes, str]:
    """Give an example as the content of a file, and the name of the file; of a scene, its main one.

    Keys are laid over a sound executable, which becomes a list of one in JSON; those `ABSENT` leave it.
    """
    if isinstance(example, Scene):
        content, name = as_document(example.example)
        return content, example.path or name
    if isinstance(example, (str, bytes)):
        looks_like_json = example_text(example).lstrip("\ufeff \n")[:1] in {"{", "["}
        return example, "executables.json" if looks_like_json else "executables.yaml"
    executable = {key: value for key, value in {**SOUND, **example}.items() if value is not ABSENT}
    return json.dumps({"executables": [executable]}, indent=2, ensure_ascii=False) + "\n", "executables.json"


def example_text(example: Example) -> str:
    """Give an example as people are shown it: the whole file."""
    if isinstance(example, bytes):
        return example.decode("utf-8", "replace")
    if isinstance(example, str):
        return example
    return str(as_document(example)[0])


def around(example: Example) -> tuple[str, ...]:
    """Say in sentences what is around the file of an example, where that matters."""
    return tuple(example.around()) if isinstance(example, Scene) else ()


def findings_of(example: Example) -> tuple[Finding, ...]:
    """Lint an example, with all rules."""
    return findings_in(*as_document(example), example)


def findings_in(content: str | bytes, path: str, example: Example) -> tuple[Finding, ...]:
    """Lint a file with all rules, with that around it what is around an example."""
    document = parse(content, path)
    if not isinstance(example, Scene):
        return lint(document)
    across = Across()
    for other, other_example in example.lists.items():
        across.add(parse(as_document(other_example)[0], other))
    across.add(document)
    findings = lint(document, repository=example.repository, answers=example.answers)
    return (*findings, *(found for found in across.findings() if found.path == path))
