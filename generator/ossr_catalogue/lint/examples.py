"""The examples of the rules as files: for their tests, their pages and `explain`."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ossr_catalogue.document.parse import parse
from ossr_catalogue.lint.across import Across
from ossr_catalogue.lint.baseline import Baseline, baseline_in
from ossr_catalogue.lint.configuration.configuration import NO_CONFIGURATION, Configuration
from ossr_catalogue.lint.configuration.discovery import FILE_NAME, Configurations
from ossr_catalogue.lint.configuration.reading import read_configuration
from ossr_catalogue.lint.linter import Linter
from ossr_catalogue.lint.rule import ABSENT, Example
from ossr_catalogue.lint.run import lint
from ossr_catalogue.lint.scene import BaselineText, Scene, Toml
from ossr_catalogue.lint.settings import Flags
from ossr_catalogue.lint.sound import SOUND, SOUND_YAML
from ossr_catalogue.model.finding import Finding

_CONFIGURATION: Final = FILE_NAME
_BASELINE: Final = "lint-baseline.json"
_SOUND: Final = (SOUND_YAML, "executables.yaml")


def as_document(example: Example) -> tuple[str | bytes, str]:
    """Give an example as the content of a file, and the name of the file; of a scene, its main one.

    Keys are laid over a sound executable, which becomes a list of one in JSON; those `ABSENT` leave it.
    """
    if isinstance(example, Scene):
        content, name = as_document(example.example)
        return content, example.path or name
    if isinstance(example, (Toml, BaselineText)):
        return example, _CONFIGURATION if isinstance(example, Toml) else _BASELINE
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
    """Lint a file with all rules, notes and doubts included; what is suppressed is left out.

    Args:
        content: the file.
        path: its name.
        example: what else there is around the file.
    """
    if isinstance(example, Toml):
        found = _findings(*_SOUND, Scene(configuration=example))
    elif isinstance(example, BaselineText):
        found = _findings(*_SOUND, Scene(baseline=example))
    else:
        found = _findings(content, path, example if isinstance(example, Scene) else Scene())
    return tuple(one for one in found if one.path == path and not one.suppression)


def _findings(content: str | bytes, path: str, scene: Scene) -> Iterator[Finding]:
    linter = Linter(
        Configurations(only=_configured(scene.configuration)),
        Flags(strict=True),
        _baseline(scene.baseline),
    )
    across = Across()
    for other, other_example in scene.lists.items():
        document = parse(as_document(other_example)[0], other)
        across.add(document)
        linter.judge_file(document, ())
    document = parse(content, path)
    across.add(document)
    yield from linter.judge_file(document, lint(document, repository=scene.repository, answers=scene.answers))
    yield from (judged for found in across.findings() if (judged := linter.judge(found)))
    yield from linter.conclude([str(Path.cwd())])


def _configured(text: Toml | None) -> Configuration:
    if text is None:
        return NO_CONFIGURATION
    return read_configuration(text.encode(), _CONFIGURATION, str(Path.cwd()))


def _baseline(text: BaselineText | None) -> Baseline | None:
    return None if text is None else baseline_in(text, _BASELINE)
