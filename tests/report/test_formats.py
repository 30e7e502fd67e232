"""Which formats there are."""

import re

import pytest

from ossr_catalogue.report import FORMATS, Run


def test_the_formats_are_those_that_the_command_offers() -> None:
    assert list(FORMATS) == [
        "text", "concise", "json", "json-lines", "sarif", "github", "gitlab", "junit", "rdjson", "markdown",
    ]  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_says_in_a_line_for_whom_it_is(name: str) -> None:
    assert re.fullmatch(r"[^\n]{20,90}[^.\n]", FORMATS[name].about)


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_ends_with_a_line_end_unless_it_is_empty(name: str) -> None:
    assert re.fullmatch(r"(.*\n)?", FORMATS[name].write((), Run()), re.DOTALL)
