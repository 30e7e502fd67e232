"""Make the pictures of the README again, of a built site: `python tests/screenshots.py site .github/images`.

`pngquant --ext .png --force .github/images/*.png` makes them a third as large.
"""

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from local_server import Files, listening
from run import find_chromium

SIZE = {"width": 1280, "height": 800}
SHOTS = {
    "landing": ("", "light"),
    "list": ("catalogue/?cores=8&memory=16GiB", "light"),
    "executable": ("executables/dba610d5-7096-425e-8059-79c82f72f53a/", "light"),
    "overview": ("overview/", "dark"),
}
"""Name of the picture, page, scheme."""


def shoot(browser: Browser, address: str, name: str, folder: Path) -> None:
    """Take the upper part of a page."""
    path, scheme = SHOTS[name]
    page = browser.new_page(viewport=SIZE, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.goto(f"{address}/{path}")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=folder / f"{name}.png")
    page.close()


def main(site: str, folder: str) -> None:
    """Take all pictures."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    with listening(Files, folder=site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        for name in SHOTS:
            shoot(browser, address, name, Path(folder))
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
