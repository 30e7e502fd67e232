"""A built site on this machine, and a browser that looks at it; nothing else is let through."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from browsing import Visit, Visited, watch
from built_site import build_sample
from local_server import Files, listening
from run import find_chromium

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of the sample, hostile entry included; nobody may change it."""
    folder = tmp_path_factory.mktemp("browser") / "site"
    build_sample(folder)
    return folder


@pytest.fixture(scope="module")
def built(sample_site: Path) -> Path:
    """Give the site that a file of tests looks at; one may put its own in this place."""
    return sample_site


@pytest.fixture(scope="module")
def site(built: Path) -> Iterator[str]:
    """Serve a site on this machine."""
    with listening(Files, folder=str(built)) as address:
        yield f"{address}/"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Chromium, where there is one; its event loop must not outlive the tests that look at pages."""
    path = find_chromium()
    if path is None:
        pytest.skip("there is no Chromium, neither on PATH nor from Playwright")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def visit(site: str, browser: Browser) -> Iterator[Visit]:
    """Give a function that opens a fresh browser; a test fails if a page complains or asks another origin."""
    opened: list[Visited] = []

    def open_one(path: str | None = None, **settings: Any) -> Visited:  # noqa: ANN401 - Playwright's own
        context = browser.new_context(**settings)
        visited = Visited(
            page=context.new_page(), base=site, runs_scripts=settings.get("java_script_enabled", True)
        )
        watch(visited)
        opened.append(visited)
        if path is not None:
            visited.go(path)
        return visited

    yield open_one
    for visited in opened:
        visited.page.context.close()
    assert [trouble for visited in opened for trouble in visited.troubles] == []
