"""What a page lets nobody do, even if something harvested should ever come through as HTML."""

import pytest

import sample_catalogue as sample
from browsing import Visit, Visited

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = {
    "stamped": f"executables/{sample.uuid_of('nasty')}/",
    "prose": "format/",
    "lost": "404.html",
}
ATTACKS = {
    "inline script": """
        const script = document.createElement("script");
        script.text = "window.hurt = 1";
        document.body.append(script);""",
    "handler": """
        document.body.insertAdjacentHTML("beforeend", '<b onclick="window.hurt = 1">x</b>');
        document.body.lastElementChild.click();""",
    "address": """
        const link = document.createElement("a");
        link.href = "javascript:window.hurt = 1";
        document.body.append(link);
        link.click();""",
}


def forget_refusals(visited: Visited, count: int, also: str = "Content Security Policy") -> None:
    """Wait for the browser to say what it refused, and take just that out of its complaints."""
    for _ in range(50):
        if len(visited.troubles) >= count:
            break
        visited.page.wait_for_timeout(20)
    assert any("Content Security Policy" in trouble for trouble in visited.troubles)
    assert all("Content Security Policy" in trouble or also in trouble for trouble in visited.troubles)
    visited.troubles.clear()


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_script_that_was_smuggled_in_does_not_run(visit: Visit, path: str) -> None:
    visited = visit(path)
    for attack in ATTACKS.values():
        visited.page.evaluate(f"() => {{ {attack} }}")
    assert visited.page.evaluate("window.hurt") is None
    forget_refusals(visited, len(ATTACKS))


def test_a_foreign_image_is_not_shown(visit: Visit) -> None:
    visited = visit("")
    # The browser announces the request, then refuses it: both are complaints.
    visited.page.evaluate(
        "document.body.append(Object.assign(new Image(), {src: 'https://example.org/a.png'}))"
    )
    forget_refusals(visited, 2, also="asks another origin")
