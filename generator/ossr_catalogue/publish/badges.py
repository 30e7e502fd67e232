"""Badges for READMEs: small pictures that say what the catalogue has, and lead there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.plain_text import one_line
from ossr_catalogue.publish.charts.words import width
from ossr_catalogue.publish.files import SiteSettings
from ossr_catalogue.publish.pages.places import component_page, executable_page

_FONT_SIZE: Final = 11
_PADDING: Final = 7
_HEIGHT: Final = 20
_ICON: Final = 18
"""Pixels that the catalogue's sign takes up before the first words."""
_SVG: Final = """\
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" role="img" aria-label={label}>
<title>{title}</title>
<clipPath id="r"><rect width="{width}" height="{height}" rx="4"/></clipPath>
<g clip-path="url(#r)">
<rect width="{left}" height="{height}" fill="#1b2430"/>
<rect x="{left}" width="{right}" height="{height}" fill="#14607a"/>
</g>
<circle cx="13" cy="10" r="5.6" fill="none" stroke="#7fc4d8" stroke-width="1.4"/>
<path d="M11.4 7.2v5.6l4.4-2.8z" fill="#7fc4d8"/>
<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="{font}">
<text x="{name_at}" y="14" textLength="{name_room}" lengthAdjust="spacingAndGlyphs">{name}</text>
<text x="{words_at}" y="14" textLength="{words_room}" lengthAdjust="spacingAndGlyphs">{words}</text>
</g>
</svg>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """A badge and where it leads."""

    path: str
    page: str
    name: str
    """Of the catalogue."""
    words: str

    @property
    def said(self) -> str:
        """What it says to who does not see it."""
        return f"{self.name}: {self.words}"

    def markdown(self, site: SiteSettings) -> str:
        """Give what a README shows it with."""
        alt = re.sub(r"([\\`*_\[\]<>!])", r"\\\1", self.said)
        return f"[![{alt}]({site.url}{self.path})]({site.url}{self.page})"

    def svg(self) -> str:
        """Draw it; each text is set to the room that was reckoned for it, whatever font there is."""
        name_room, words_room = _room(self.name), _room(self.words)
        left, right = _ICON + name_room + 2 * _PADDING, words_room + 2 * _PADDING
        return _SVG.format(
            width=left + right,
            height=_HEIGHT,
            left=left,
            right=right,
            font=_FONT_SIZE,
            label=quoteattr(self.said),
            title=escape(self.said),
            name=escape(self.name),
            words=escape(self.words),
            name_at=_ICON + _PADDING,
            name_room=name_room,
            words_at=left + _PADDING,
            words_room=words_room,
        )


def badge_of(entry: Entry, site: SiteSettings) -> Badge:
    """Say of what type an executable is."""
    uuid = entry.executable.uuid
    return Badge(
        path=f"badges/{uuid}.svg",
        page=executable_page(uuid),
        name=one_line(site.name),
        words=entry.executable.kind.label,
    )


def badge_of_component(component: Component, entries: Sequence[Entry], site: SiteSettings) -> Badge:
    """Say how many executables a component has."""
    return Badge(
        path=f"badges/component/{component.slug}.svg",
        page=component_page(component.slug),
        name=one_line(site.name),
        words=f"{len(entries):,} executable{'' if len(entries) == 1 else 's'}",
    )


def _room(text: str) -> int:
    """Reckon the pixels that a text takes."""
    return round(width(text) * _FONT_SIZE)
