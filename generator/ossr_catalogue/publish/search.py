"""The search index: one small record for each executable, page of prose and rule, indexed by Pagefind.

The records are HTML files in a folder that Pagefind, a program, reads in one go. Its Python interface is not
used: it ends the program as soon as that says that all is written, which it says before it is, so that files
stay empty or cut off (https://github.com/Pagefind/pagefind/issues/1271). Left to itself, it ends complete.
"""

import asyncio
import os
import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jinja2 import Environment
from markupsafe import Markup
from pagefind.service import get_executable

from ossr_catalogue.errors import PublishError
from ossr_catalogue.lint.registry import all_rules
from ossr_catalogue.model.catalogue import Catalogue
from ossr_catalogue.model.platform import Platform
from ossr_catalogue.publish.facets import Facet, facets_of
from ossr_catalogue.publish.pages.card import card_of
from ossr_catalogue.publish.pages.commonmark import to_html
from ossr_catalogue.publish.pages.rules import view_of as rule_view
from ossr_catalogue.publish.search_order import settle_order

FOLDER: Final = "pagefind"
_KEPT: Final = ("pagefind.js", "pagefind-entry.json", "pagefind-worker.js")
"""Of Pagefind's own files; the rest are user interfaces that we do not use, 400 kB of them."""
_PATIENCE_SECONDS: Final = 1800
"""Far more than 100,000 executables take."""
_SECTION: Final = Facet(name="in", values=("executables",))
_GUIDE: Final = "guide"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Anything that is found by its words alone: a page of prose, a rule."""

    path: str
    title: str
    summary: str
    body: Markup


def build_index(
    catalogue: Catalogue,
    texts: Iterable[Text],
    site: Path,
    templates: Environment,
    platforms: tuple[Platform, ...],
) -> None:
    """Write the index into the folder `pagefind/` of a site.

    Args:
        catalogue: what is found.
        texts: what is found beside it.
        site: where the index is put.
        templates: how the records look.
        platforms: where an executable can run, to narrow a search by.

    Raises:
        PublishError: if Pagefind does not run on this machine.
    """
    site = site.resolve()
    records = site / ".search-records"
    for path, html in _records(catalogue, texts, templates, platforms):
        folder = records / path
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(html, encoding="utf-8")
    try:
        # In a thread of its own: the caller's may have a loop already, as in a notebook, and bears no second.
        with ThreadPoolExecutor(max_workers=1) as thread:
            thread.submit(asyncio.run, _index(records, site / FOLDER)).result()
    except OSError as error:
        raise PublishError(f"Pagefind, which makes the search index, did not run: {error}") from error
    finally:
        shutil.rmtree(records)
    _drop_unused(site / FOLDER)
    settle_order(site / FOLDER)


async def _index(records: Path, output: Path) -> None:
    program = get_executable()
    if program is None:
        raise FileNotFoundError("its program is not installed")
    process = await asyncio.create_subprocess_exec(
        program,
        *("--silent", "--site", str(records), "--output-path", str(output)),
        # Neither a configuration file nor the environment shall change what comes out.
        cwd=records,
        env={name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        said, _ = await asyncio.wait_for(process.communicate(), _PATIENCE_SECONDS)
    except BaseException:
        process.kill()
        raise
    if process.returncode:
        words = " ".join(said.decode(errors="replace").split())[-300:]
        raise OSError(f"it left with status {process.returncode}: {words}")


def _records(
    catalogue: Catalogue, texts: Iterable[Text], templates: Environment, platforms: tuple[Platform, ...]
) -> Iterator[tuple[str, str]]:
    executable = templates.get_template("search-record.html")
    for entry in catalogue.entries:
        card = card_of(entry)
        yield (
            card.path,
            executable.render(
                card=card,
                entry=entry,
                facets=(_SECTION, *facets_of(entry, card, platforms)),
                text=to_html(entry.executable.description),
            ),
        )
    guide = templates.get_template("search-text.html")
    for text in (*texts, *_rules()):
        yield text.path, guide.render(text=text, section=_GUIDE)


def _rules() -> Iterator[Text]:
    for rule in all_rules():
        view = rule_view(rule)
        yield Text(
            path=view.path, title=f"{view.code} {view.name}", summary=view.title, body=to_html(rule.why)
        )


def _drop_unused(folder: Path) -> None:
    for path in folder.iterdir():
        if path.suffix in {".js", ".css"} and path.name not in _KEPT:
            path.unlink()
