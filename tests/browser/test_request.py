"""The page's own code, over the tables that Python runs over too."""

from typing import Any

import pytest
import yaml

from browsing import Visit
from ossr_catalogue.broker.writing import as_yaml
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
    assert yamls == [as_yaml(answer["body"]) if "body" in answer else None for answer in answers]


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
    assert text == as_yaml(value)


def test_a_platform_takes_every_type_where_none_is_said(visit: Visit) -> None:
    types = visit("404.html").page.evaluate("async () => (await import('/assets/my-platform.js')).TYPES")
    assert types == [kind.urn for kind in KINDS]


GB, GIB, HOUR = 1000**3, 1024**3, 3600
STEPS: list[tuple[str, dict[str, Any], list[float]]] = [
    ("cores", {"min": 1, "max": 4}, [1, 2, 3, 4]),
    ("cores", {"min": 0.5, "max": 5}, [0.5, 1, 2, 3, 4, 5]),
    ("cores", {"min": 8, "max": 8}, [8]),
    ("cores", {"min": 2000, "unbounded": True}, [2000]),
    ("memory_bytes", {"min": GB, "max": 6 * GB}, [GB, 2 * GB, 3 * GB, 4 * GB, 6 * GB]),
    ("memory_bytes", {"min": GIB, "max": 3 * GIB}, [GIB, 2 * GIB, 3 * GIB]),
    ("gpus", {"max": 2}, [0, 1, 2]),
    ("walltime_seconds", {"min": HOUR, "max": 4 * HOUR}, [HOUR, 2 * HOUR, 3 * HOUR, 4 * HOUR]),
]


def test_a_slider_stops_at_both_ends_and_at_round_amounts(visit: Visit) -> None:
    found = visit("404.html").page.evaluate(
        """async rows => {
            const { stepsOf } = await import("/assets/steps.js");
            return rows.map(([key, declared]) => stepsOf(key, declared));
        }""",
        STEPS,
    )
    assert found == [steps for _, _, steps in STEPS]
