"""A look at the SVG of a chart, for tests: what stands where, in per cent across and em down."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree as ET

from ossr_catalogue.publish.charts.words import NARROWEST, width

_ASCENT, _DESCENT = 0.8, 0.25


@dataclass(frozen=True)
class Box:
    """What a text covers, in em."""

    words: str
    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether two texts cover each other."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True)
class Drawing:
    """A chart, taken apart."""

    root: ET.Element

    def all(self, look: str) -> list[ET.Element]:
        """Give the elements of a class, in their order."""
        return [one for one in self.root.iter() if look in (one.get("class") or "").split()]

    def spans(self, look: str) -> list[tuple[float, float]]:
        """Give beginning and length of the rectangles of a class."""
        return [(number(one.get("x")), number(one.get("width"))) for one in self.all(look)]

    def texts(self, hidden: str = "chart__long", wide: float = NARROWEST) -> list[Box]:
        """Give all texts but those that are *hidden*, on a chart so many em wide."""
        shown = (one for one in self.root.iter("text") if hidden not in (one.get("class") or "").split())
        return [_box(one, wide) for one in shown]

    def words(self) -> list[str]:
        """Give the words of all texts."""
        return ["".join(one.itertext()) for one in self.root.iter("text")]

    @property
    def height(self) -> float:
        """The height in em."""
        return number(self.root.get("height"))


def drawing(svg: str) -> Drawing:
    """Take a chart apart; it has to be well-formed."""
    return Drawing(ET.fromstring(svg))  # noqa: S314 - our own


def number(length: str | None) -> float:
    """Read a length without its unit."""
    assert length is not None
    return float(length.removesuffix("%").removesuffix("em"))


def meetings(boxes: list[Box]) -> list[tuple[str, str]]:
    """Name the texts that cover each other."""
    return [(one.words, other.words) for one, other in combinations(boxes, 2) if one.meets(other)]


def outside(chart: Drawing) -> Iterator[str]:
    """Name what reaches over the border of a chart, on the narrowest phone."""
    for box in chart.texts():
        if box.left < -0.01 or box.right > NARROWEST + 0.01 or box.top < 0 or box.bottom > chart.height:
            yield box.words
    for one in chart.root.iter("rect"):
        ends = number(one.get("x")) + (0 if one.get("width") == "3" else number(one.get("width")))
        bottom = number(one.get("y")) + number(one.get("height"))
        if not (number(one.get("x")) >= 0 and ends <= 100.01 and bottom <= chart.height):
            yield f"{one.get('class')} {one.attrib}"
    for point in chart.all("chart__point"):
        if not 0 <= number(point.get("x")) <= 100:
            yield f"point {point.attrib}"


def _box(text: ET.Element, wide: float) -> Box:
    words = "".join(text.itertext())
    at, room = number(text.get("x")) / 100 * wide, width(words)
    before = {"start": 0.0, "middle": room / 2, "end": room}[text.get("text-anchor") or "start"]
    base = number(text.get("y"))
    return Box(words, at - before, at - before + room, base - _ASCENT, base + _DESCENT)
