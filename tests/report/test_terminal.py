"""What terminals of all kinds show."""

import pytest

from ossr_catalogue.model.finding import Severity
from ossr_catalogue.report.terminal import BLUE, ORANGE, RED, TEAL, Terminal

LEVELS = (0, 95, 135, 175, 215, 255)
WHITE, DARK_GREY, BLACK = (255, 255, 255), (30, 30, 30), (0, 0, 0)


def rgb(number: int) -> tuple[int, int, int]:
    """Give a colour of the cube as red, green and blue."""
    cell = number - 16
    return LEVELS[cell // 36], LEVELS[cell // 6 % 6], LEVELS[cell % 6]


def luminance(color: tuple[int, int, int]) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    red, green, blue = (
        part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in color
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("background", [WHITE, DARK_GREY, BLACK], ids=["white", "dark grey", "black"])
@pytest.mark.parametrize("color", [RED, ORANGE, TEAL, BLUE])
def test_no_colour_vanishes_on_any_background(color: int, background: tuple[int, int, int]) -> None:
    light, dark = sorted((luminance(rgb(color)), luminance(background)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) > 3.5


def test_each_severity_has_its_colour() -> None:
    terminal = Terminal(color=True, encoding="utf-8")
    assert len({terminal.severity(severity, "x") for severity in Severity}) == 3


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "é → 名 …"),
        ("latin-1", "é -> <U+540D> ..."),
        ("ascii", "<U+00E9> -> <U+540D> ..."),
    ],
)
def test_what_a_terminal_does_not_have_is_written_out(encoding: str, shown: str) -> None:
    assert Terminal(color=False, encoding=encoding).visible("é → 名 …") == shown


@pytest.mark.parametrize(
    ("letter", "encoding", "columns"),
    [
        ("a", "ascii", 1),
        ("\t", "ascii", 4),
        ("é", "utf-8", 1),
        ("é", "ascii", 8),
        ("名", "utf-8", 2),
        ("🦀", "utf-8", 2),
        ("🦀", "latin-1", 9),
        ("\u0301", "utf-8", 0),
        ("\u200d", "utf-8", 0),
        ("\u115e", "utf-8", 2),
        ("\u1160", "utf-8", 0),
        ("\u11ff", "utf-8", 0),
        ("\ud83e", "utf-8", 8),
    ],
    ids=[
        "letter",
        "tab",
        "accented",
        "accented in ASCII",
        "wide",
        "emoji",
        "emoji in Latin 1",
        "accent",
        "joiner",
        "consonant of a syllable",
        "vowel of a syllable",
        "end of a syllable",
        "half a pair",
    ],
)
def test_a_letter_takes_its_columns(letter: str, encoding: str, columns: int) -> None:
    terminal = Terminal(color=False, encoding=encoding)
    assert terminal.width(letter) == columns


def test_nothing_is_painted_where_colours_are_not_wanted() -> None:
    terminal = Terminal(color=False, encoding="utf-8")
    assert terminal.strong("x") + terminal.frame("y") + terminal.severity(Severity.ERROR, "z") == "xyz"
    assert Terminal(color=True, encoding="utf-8").frame("") == ""
