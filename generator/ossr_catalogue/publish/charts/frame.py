"""What every chart has around it: its name and its meaning in words, and lines of text that never meet."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ossr_catalogue.model.quantity import Number
from ossr_catalogue.publish.charts.svg import across, down, element
from ossr_catalogue.publish.charts.words import NARROWEST, ROOMY, beside, shortened, width


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What a chart is called, and what it shows, for who does not see it."""

    key: str
    """Unique on its page, as part of an `id`: letters and hyphens."""
    title: str
    description: str


def framed(
    kind: str, caption: Caption, children: Iterable[Markup], *, height: float, links: bool = False
) -> Markup:
    """Put the parts of a chart together; *height* in em.

    A chart with links is a group, since what stands in an image cannot be reached.
    """
    title, description = f"{caption.key}-title", f"{caption.key}-desc"
    return element(
        "svg",
        element("title", caption.title, id=title),
        element("desc", caption.description, id=description),
        *children,
        class_=f"chart chart--{kind}",
        width="100%",
        height=down(height),
        role="group" if links else "img",
        aria_labelledby=title,
        aria_describedby=description,
        focusable="false",
    )


def line_of_text(label: str, value: str, top: float) -> Markup:
    """Write a label at the left and a value at the right, with their base line *top* em down.

    A label that has no room on a phone is there twice, shorter and longer; the style sheet shows one of them.
    """
    short, long = shortened(label, beside(value)), shortened(label, beside(value, ROOMY))
    wordings = [(short, "")] if short == long else [(short, " chart__short"), (long, " chart__long")]
    texts = [
        element("text", words, class_=f"chart__label{extra}", x="0", y=down(top)) for words, extra in wordings
    ]
    amount = element("text", value, class_="chart__value", x="100%", y=down(top), text_anchor="end")
    return Markup("").join([*texts, amount])


def scale_below(
    labelled: Iterable[tuple[Number, str]], place: Callable[[Number], float], top: float
) -> Iterator[Markup]:
    """Draw a line across, *top* em down, and the labelled amounts beneath it at their places in per cent."""
    line = down(top)
    yield element("line", class_="chart__axis", x1="0", x2="100%", y1=line, y2=line)
    for amount, label in labelled:
        at = across(place(amount))
        yield element("line", class_="chart__axis", x1=at, x2=at, y1=line, y2=down(top + 0.35))
        yield _centred(label, place(amount), top + 1.5)


def _centred(label: str, at: float, top: float) -> Markup:
    """Write a label under its place, or away from the border where it would reach over it."""
    here, half = at / 100 * NARROWEST, width(label) / 2
    anchor = "start" if here < half else "end" if NARROWEST - here < half else "middle"
    return element("text", label, class_="chart__tick", x=across(at), y=down(top), text_anchor=anchor)
