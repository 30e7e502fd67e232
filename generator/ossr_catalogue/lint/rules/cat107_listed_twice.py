"""CAT107: one executable in two lists."""

from collections.abc import Iterator

from ossr_catalogue.lint.across import CatalogueRule, Lists, Saying, others, same_thing
from ossr_catalogue.lint.scene import Scene
from ossr_catalogue.lint.sound import SOUND
from ossr_catalogue.model.finding import Severity


class ListedTwice(CatalogueRule):
    """An executable is in one list."""

    code, name, severity = "CAT107", "listed-twice", Severity.NOTE
    why = (
        "The same executable comes from two places, as from a repository and from its release: that is "
        "fine, and only one of the two entries is shown. Two lists that are both looked after by hand "
        "soon say different things."
    )
    good = (
        Scene(
            example={"uuid": "911e248b-3a85-46b0-b681-cfd5ed1c2fe4", "title": "Plot the Crab light curve"},
            path="b/executables.json",
            lists={"a/executables.json": {}},
        ),
    )
    bad = (Scene(path="b/executables.json", lists={"a/executables.json": {}}),)
    points_at = (SOUND["uuid"],)

    def check_lists(self, lists: Lists) -> Iterator[Saying]:
        for group in lists.by_uuid().values():
            for one, other in others(group):
                if same_thing(one, other):
                    yield Saying(
                        about=one,
                        key="uuid",
                        message=f"the same executable is also in {other.file.name}",
                        advice="keep it in one list",
                    )
