"""A plain MkDocs site of the same texts, to measure ours beside."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path


def build_mkdocs(config: str, texts: Iterable[tuple[str, str]], folder: Path) -> None:
    """Build a page `executables/<uuid>/` of each text; the site is `site/` in the folder."""
    write_pages(config, texts, folder)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file"]
    subprocess.run([*command, str(folder / "mkdocs.yml")], check=True, capture_output=True)


def write_pages(config: str, texts: Iterable[tuple[str, str]], folder: Path) -> None:
    """Write what MkDocs is given.

    Args:
        config: the content of `mkdocs.yml`.
        texts: uuid and Markdown of each page.
        folder: an empty one, or none yet.
    """
    pages = folder / "docs" / "executables"
    pages.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Peer\n", encoding="utf-8")
    for uuid, text in texts:
        (pages / f"{uuid}.md").write_text(text, encoding="utf-8", errors="replace")
