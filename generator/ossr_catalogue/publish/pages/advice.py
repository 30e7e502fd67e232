"""What to do, as a page shows it."""

from collections.abc import Iterable

from markupsafe import Markup, escape


def coded(text: str) -> Markup:
    """Set what stands between backticks as code; all of it is text, whoever wrote it.

    >>> coded("run `a <b>` first")
    Markup('run <code>a &lt;b&gt;</code> first')
    """
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return escape(text)
    frames = (("", ""), ("<code>", "</code>"))
    framed = (f"{frames[i % 2][0]}{escape(part)}{frames[i % 2][1]}" for i, part in enumerate(parts))
    return Markup("".join(framed))  # noqa: S704 - each part was escaped


def all_coded(lines: Iterable[str]) -> tuple[Markup, ...]:
    """Do so with several."""
    return tuple(map(coded, lines))
