"""A page that a browser looks at in a test, and a watch over what it does."""

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page

Visit = Callable[..., "Visited"]


@dataclass
class Visited:
    """A page that is being looked at, with what went wrong meanwhile."""

    page: Page
    base: str
    runs_scripts: bool = True
    troubles: list[str] = field(default_factory=list)

    def go(self, path: str = "") -> Page:
        """Open a page of the site and wait until it has come to rest."""
        self.page.goto(self.base + path)
        return self.settle()

    def settle(self) -> Page:
        """Wait until nothing is loading and no search is under way."""
        if self.page.locator("script[src$='listing.js']").count() and self.runs_scripts:
            self.page.wait_for_selector("#listing[data-alive] #results:not([aria-busy])")
        return self.page


def watch(visited: Visited) -> None:
    """Note what a page complains about, what it cannot get, and whom else it asks."""
    page, troubles = visited.page, visited.troubles
    page.on("console", lambda said: troubles.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("dialog", lambda dialog: troubles.append(f"dialog: {dialog.message}"))
    page.on("response", lambda reply: troubles.extend(failed(reply.status, reply.url)))
    page.on("request", lambda request: troubles.extend(foreign(request.url, visited.base)))


def foreign(url: str, base: str) -> list[str]:
    """Name a request to another origin."""
    return [] if url.startswith((base, "data:", "blob:")) else [f"asks another origin: {url}"]


def failed(status: int, url: str) -> list[str]:
    """Name an answer that is none."""
    return [f"{status} {url}"] if status > 399 else []
