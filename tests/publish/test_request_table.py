"""The request as chosen, by the table that the page's own code runs over too."""

import pytest

from ossr_catalogue.broker import Request
from ossr_catalogue.publish.requests import request_for
from request_cases import CASES, Case, table

TABLE = table()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_request_is_as_the_table_says(case: Case) -> None:
    request = request_for(case.entry, case.chosen)
    said = (
        {"body": request.body, "unfilled": list(request.unfilled)}
        if isinstance(request, Request)
        else {"reason": request}
    )
    assert said == TABLE[case.name]


def test_the_table_has_a_row_for_each_case_and_no_other() -> None:
    assert set(TABLE) == {case.name for case in CASES}
