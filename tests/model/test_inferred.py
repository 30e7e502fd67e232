"""The grounds of a draft's values are read back as they are written, and anything else is passed over."""

import pytest

from ossr_catalogue.model.inferred import Ground, How, Sure, grounds_in

GROUND = Ground(path="a.ipynb#cell0", how=How.HEADING, sure=Sure.HIGH)


def test_what_is_written_is_read_back() -> None:
    extras = (("x-other", 1), ("x-inferred", {"title": GROUND.to_plain()}))
    assert grounds_in(extras) == {"title": GROUND}


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(7, id="a number"),
        pytest.param({"title": "heading"}, id="a text"),
        pytest.param({"title": {"from": 7, "how": "heading", "sure": "high"}}, id="no file"),
        pytest.param({"title": {"from": "a", "how": "magic", "sure": "high"}}, id="another way"),
        pytest.param({"title": {"from": "a", "how": "heading"}}, id="not how sure"),
    ],
)
def test_what_has_another_form_is_passed_over(said: object) -> None:
    assert grounds_in((("x-inferred", said),)) == {}


def test_an_entry_without_them_has_none() -> None:
    assert grounds_in(()) == {}
