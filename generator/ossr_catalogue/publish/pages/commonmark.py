"""Harvested CommonMark to HTML in which nothing runs, loads or leads astray."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup, escape

from ossr_catalogue.model.web_address import leads_to_the_web

_LONGEST: Final = 20_000
"""Characters of a text that are shown; longer ones are no descriptions, and some are attacks."""
_SUMMARY: Final = 240
"""Characters of a summary."""
_BEGINNING: Final = 4_000
"""Characters of a text in which its first paragraph is looked for."""
_KEPT: Final = 16_384
"""Texts whose HTML is kept for whoever asks next."""
_TOP_LEVEL: Final = 3
"""The highest heading that a text may have: the page has a title, and a heading over the text."""


def to_html(text: str) -> Markup:
    r"""Render CommonMark: raw HTML is shown as text, images become links, links lead to the web only.

    >>> to_html("*a* <b>b</b> [c](javascript:d)")
    Markup('<p><em>a</em> &lt;b&gt;b&lt;/b&gt; [c](javascript:d)</p>\n')
    """
    return _rendered(text)[0]


def to_inline_html(text: str) -> Markup:
    """Render one line of our own words, as the titles of rules are.

    >>> to_inline_html("the key `executables`")
    Markup('the key <code>executables</code>')
    """
    return Markup(_RENDERER.renderInline(text))  # noqa: S704 - as above


@lru_cache(maxsize=1 << 17)  # pages, index, tables and feeds all ask for the same ones
def summary_of(text: str) -> str:
    r"""Give the first paragraph as plain text on one line, cut at a word.

    >>> summary_of("# Title\n\nFits *spectra*\nof `AGN`.\n\nMore.")
    'Fits spectra of AGN.'
    """
    return _rendered(text)[1] if len(text) <= _BEGINNING else _summary(_RENDERER.parse(text[:_BEGINNING]))


@lru_cache(maxsize=_KEPT)
def _rendered(text: str) -> tuple[Markup, str]:
    """Give the HTML and the summary of a text, which take one parsing together."""
    tokens = _RENDERER.parse(text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …")
    # Sound by construction: the renderer has `html` off, and escapes all else itself.
    html = Markup(_RENDERER.renderer.render(tokens, _RENDERER.options, {}))  # noqa: S704 - see above
    return html, _summary(tokens)


def _summary(tokens: Sequence[Token]) -> str:
    texts = [(before.type == "paragraph_open", after) for before, after in pairwise(tokens) if after.children]
    first = max(texts, key=itemgetter(0), default=None)
    words = " ".join(_plain(first[1].children or ()).split()) if first else ""
    return words if len(words) <= _SUMMARY else f"{words[:_SUMMARY].rpartition(' ')[0] or words[:_SUMMARY]} …"


def _plain(tokens: Sequence[Token]) -> str:
    return "".join(" " if token.type in {"softbreak", "hardbreak"} else token.content for token in tokens)


class _Renderer(RendererHTML):
    """What differs from plain CommonMark."""

    def heading_open(self, tokens: Sequence[Token], index: int, *_: Any) -> str:  # noqa: ANN401 - markdown-it's signature
        return f"<h{_level(tokens[index])}>"

    def heading_close(self, tokens: Sequence[Token], index: int, *_: Any) -> str:  # noqa: ANN401 - likewise
        return f"</h{_level(tokens[index])}>\n"

    def link_open(self, tokens: Sequence[Token], index: int, *_: Any) -> str:  # noqa: ANN401 - likewise
        return f'<a href="{escape(tokens[index].attrGet("href"))}" rel="nofollow noopener ugc">'

    def image(self, tokens: Sequence[Token], index: int, *_: Any) -> str:  # noqa: ANN401 - likewise
        """Name an image instead of loading it from another origin."""
        return f"[image: {escape(tokens[index].content or 'without words')}]"


def _level(heading: Token) -> int:
    return min(6, int(heading.tag[1]) + _TOP_LEVEL - 1)


class _CommonMark(MarkdownIt):
    """CommonMark whose links lead to the web only."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it's name
        return leads_to_the_web(url)


_RENDERER: Final = _CommonMark("commonmark", {"html": False}, renderer_cls=_Renderer)
