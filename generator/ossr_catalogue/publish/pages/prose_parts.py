"""Parts of the guide that the program itself knows: Markdown for the holes of its pages."""

import tomllib
from collections.abc import Iterator

from ossr_catalogue.lint.configuration.reference import SettingCard, settings_reference
from ossr_catalogue.lint.registry import FAMILIES, all_rules
from ossr_catalogue.publish.files import SiteSettings
from ossr_catalogue.report import FORMATS


def prose_parts(settings: SiteSettings) -> dict[str, str]:
    """Give Markdown by the names under which the pages ask for it, `<!-- generated: formats -->`."""
    return {
        "families": _table(("family", "rules", "what they look at"), _families()),
        "formats": _table(("`--format`", "for"), _formats()),
        "playground": _playground() if settings.pyodide else "",
        "settings": "\n\n".join(map(_setting, settings_reference())),
    }


def _families() -> Iterator[tuple[str, ...]]:
    for letters, words in FAMILIES.items():
        count = sum(rule.family() == letters for rule in all_rules())
        if count:
            yield f"[{letters}](../rules/#{letters})", str(count), words


def _formats() -> Iterator[tuple[str, ...]]:
    return ((f"`{one.name}`", one.about) for one in FORMATS.values())


def _playground() -> str:
    return (
        "## Without installing anything\n\n"
        "[The playground](../playground/) runs the same linter in your browser: paste a list, and see what "
        "it says while you type. Nothing is sent anywhere."
    )


def _setting(card: SettingCard) -> str:
    return "\n".join(
        (
            f"### `{card.name}`",
            "",
            card.description,
            "",
            f"Value: {card.type}. Default: {_default(card.default)}.",
            "",
            "```toml",
            card.example,
            "```",
        )
    )


def _default(text: str) -> str:
    """Set a value apart from words that say it."""
    try:
        tomllib.loads(f"value = {text}")
    except tomllib.TOMLDecodeError:
        return text
    return f"`{text}`"


def _table(heads: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = (f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |" for row in rows)
    return "\n".join((f"| {' | '.join(heads)} |", "|---" * len(heads) + "|", *lines))
