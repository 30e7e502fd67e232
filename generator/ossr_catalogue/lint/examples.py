"""The examples of the rules as files: for their tests, their pages and `explain`."""

import json

from ossr_catalogue.document.parse import parse
from ossr_catalogue.lint.rule import ABSENT, Example
from ossr_catalogue.lint.run import lint
from ossr_catalogue.lint.sound import SOUND
from ossr_catalogue.model.finding import Finding


def as_document(example: Example) -> tuple[str | bytes, str]:
    """Give an example as the content of a file, and the name of the file.

    Keys are laid over a sound executable, which becomes a list of one in JSON; those `ABSENT` leave it.
    """
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


def findings_of(example: Example) -> tuple[Finding, ...]:
    """Lint an example, with all rules."""
    return lint(parse(*as_document(example)))
