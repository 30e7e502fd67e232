"""The colours of a terminal, https://en.wikipedia.org/wiki/ANSI_escape_code#Colors."""

from dataclasses import dataclass
from typing import Final

from ossr_catalogue.model.finding import Severity

_OF_SEVERITY: Final = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
_STRONG: Final = "1"
_FRAME: Final = "1;34"


@dataclass(frozen=True, slots=True, kw_only=True)
class Painter:
    """Colours text, or leaves it as it is."""

    color: bool

    def severity(self, severity: Severity, text: str) -> str:
        """Give a text the colour of how bad it is."""
        return self._paint(text, _OF_SEVERITY[severity])

    def strong(self, text: str) -> str:
        """Make a text bold."""
        return self._paint(text, _STRONG)

    def frame(self, text: str) -> str:
        """Set a text apart from what is quoted."""
        return self._paint(text, _FRAME)

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.color and text else text
