"""The page on which executables are laid side by side: a frame; the browser fills it from their documents."""

from ossr_catalogue.publish.pages.modules import modules_of
from ossr_catalogue.publish.pages.places import COMPARE
from ossr_catalogue.publish.pages.press import Press
from ossr_catalogue.publish.pages.shell import Stamp, way_up


def compare_page(press: Press) -> Stamp:
    """Give the one page that compares whatever its address names."""
    return press.page(
        "compare.html",
        COMPARE,
        title="Compare executables",
        description="What executables need, read and write, and where each of them runs, side by side.",
        head=press.templates.get_template("compare-head.html").render(
            root=way_up(COMPARE), modules=modules_of("compare.js")
        ),
        section="catalogue",
    )
