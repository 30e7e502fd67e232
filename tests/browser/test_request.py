"""The page's own code, over the tables that Python runs over too."""

from typing import Any

import pytest
import yaml

from browsing import Visit
from ossr_catalogue.model.kinds import KINDS
from ossr_catalogue.publish.index.entry import entry_fields
from request_cases import CASES, table
from sample_site import SETTINGS

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ALL_REQUESTS = """async rows => {
    const { requestFor } = await import("/assets/request.js");
    const { toYaml } = await import("/assets/yaml.js");
    return rows.map(({ entry, chosen }) => {
        const request = requestFor(entry, chosen);
        return { ...request, yaml: request.body && toYaml(request.body) };
    });
}"""


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    return [
        {"entry": entry_fields(case.entry, SETTINGS), "chosen": case.chosen_in_page, "name": case.name}
        for case in CASES
    ]


def test_the_page_asks_a_broker_for_what_python_asks_for(visit: Visit, rows: list[dict[str, Any]]) -> None:
    answers = visit("404.html").page.evaluate(ALL_REQUESTS, rows)
    yamls = [answer.pop("yaml", None) for answer in answers]
    said = dict(zip((row["name"] for row in rows), answers, strict=True))
    assert said == table()
    assert [text and yaml.safe_load(text) for text in yamls] == [answer.get("body") for answer in answers]


def test_texts_stay_texts_in_yaml(visit: Visit) -> None:
    value = {
        "no": "no",
        "n-1": ["1", 1, 1.5, True, [], {}, [["a"], {"b": []}]],
        "": 'a: "b" #c\n\t\u2028\x7f \U0001f600 ---',
        "x y": {"2026-11-22": "2026-11-22"},
    }
    page = visit("404.html").page
    text = page.evaluate("async value => (await import('/assets/yaml.js')).toYaml(value)", value)
    assert yaml.safe_load(text) == value


def test_a_platform_takes_every_type_where_none_is_said(visit: Visit) -> None:
    types = visit("404.html").page.evaluate("async () => (await import('/assets/my-platform.js')).TYPES")
    assert types == [kind.urn for kind in KINDS]
