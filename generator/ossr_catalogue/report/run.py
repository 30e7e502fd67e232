"""What a report is told besides the findings."""

from dataclasses import dataclass

from ossr_catalogue import HOME_URL, __version__
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.rule_card import RuleCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of the linter; every format takes of it what it needs."""

    files: tuple[str, ...] = ()
    """What was looked at, called as in the findings; where nothing is given, nobody is told the sum of it."""
    rules: tuple[RuleCard, ...] = ()
    """The rules that may have spoken, for formats that describe them."""
    fail_on: Severity = Severity.ERROR
    """The severity from which on a finding makes the run fail."""
    shows_all: bool = False
    """Whether people are shown every finding of a rule that says the same all over a file."""
    shows_sum: bool = True
    """Whether people are told the sum of it all."""
    color: bool = False
    """Whether to use the colours of a terminal, where the format has any."""
    encoding: str = "utf-8"
    """What the terminal can show; letters that it cannot are written out."""
    folder: str = ""
    """Absolute, with forward slashes: from where the paths of the findings are relative; empty: unknown."""
    root: str = ""
    """Likewise: the top of the repository, from where forges count paths; empty: the same folder."""
    url: str = HOME_URL
    """Where the catalogue stands that explains the rules, with a final slash."""
    version: str = __version__

    def page_of(self, code: str) -> str:
        """Give the URL of the page that explains a rule."""
        return f"{self.url}rules/{code}/"
