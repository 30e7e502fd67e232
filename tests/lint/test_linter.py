"""A run over many files: what is remembered of each."""

import tracemalloc

from ossr_catalogue.document.parse import parse
from ossr_catalogue.lint.configuration.configuration import NO_CONFIGURATION
from ossr_catalogue.lint.configuration.discovery import Configurations
from ossr_catalogue.lint.linter import Linter
from ossr_catalogue.lint.sound import SOUND_YAML


def test_little_but_its_path_is_remembered_of_a_file_about_which_nothing_is_chosen() -> None:
    linter = Linter(Configurations(only=NO_CONFIGURATION))
    paths = [f"{number}/executables.yaml" for number in range(500)]
    linter.judge_file(parse(SOUND_YAML, "first/executables.yaml"), ())
    tracemalloc.start()
    try:
        for path in paths:
            linter.judge_file(parse(SOUND_YAML, path), ())
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < len(paths) * 150
