"""The landing page: what this is, a search, the types, some of the best."""

from collections import Counter
from typing import Final

from markupsafe import Markup

from ossr_catalogue.model.catalogue import Catalogue, Entry, Origin
from ossr_catalogue.model.executable import Status
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.publish.pages.card import card_of
from ossr_catalogue.publish.pages.listing import type_counts
from ossr_catalogue.publish.pages.press import Press
from ossr_catalogue.publish.pages.shell import Stamp

_FEATURED: Final = 6
_KEYWORDS: Final = 6


def landing_page(press: Press, catalogue: Catalogue, prose: str) -> Stamp:
    """Render the landing page; *prose* is the HTML of `catalogue/pages/index.md`."""
    return press.page(
        "landing.html",
        "",
        title=press.settings.name,
        description="Find, understand and launch the executables of the ESCAPE OSSR.",
        executables=len(catalogue.entries),
        components=len(catalogue.components),
        types=type_counts(catalogue),
        featured=tuple(card_of(entry) for entry in featured(catalogue)),
        keywords=_keywords(catalogue),
        # Our own prose, as MkDocs rendered it.
        prose=Markup(prose),  # noqa: S704 - see above
    )


def featured(catalogue: Catalogue) -> tuple[Entry, ...]:
    """Choose the entries that tell most, as different as possible: first one of each type and component."""
    ranked = sorted(catalogue.entries, key=_rank)
    seen: Counter[object] = Counter()
    chosen = []
    for entry in ranked:
        familiarity = seen[type(entry.executable.kind)] + seen[entry.component.slug]
        chosen.append((familiarity, entry))
        seen.update((type(entry.executable.kind), entry.component.slug))
    chosen.sort(key=lambda pair: pair[0])
    return tuple(entry for _, entry in chosen[:_FEATURED])


def _rank(entry: Entry) -> tuple[bool, bool, bool, int, str]:
    executable = entry.executable
    worst = max((found.severity for found in entry.findings), default=Severity.NOTE)
    return (
        executable.status is not Status.ACTIVE,
        entry.origin is not Origin.DECLARED,
        not executable.needs.compute,
        worst,
        executable.uuid,
    )


def _keywords(catalogue: Catalogue) -> tuple[str, ...]:
    """Give the keywords that most executables have: something to click for who does not know what to type."""
    counts = Counter(keyword for entry in catalogue.entries for keyword in set(entry.executable.keywords))
    common = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(keyword for keyword, _ in common[:_KEYWORDS])
