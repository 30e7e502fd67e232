"""The vocabularies hold together, and tie to the words that others use."""

import json
import re
from typing import Any
from urllib.parse import urlsplit

import pytest

from ossr_catalogue.document.vocabulary import NAMES, load_vocabulary
from ossr_catalogue.embedded import embedded
from ossr_catalogue.schemas import schema

PRODUCT_TYPES = frozenset(
    {
        "cube",
        "dynamic-spectrum",
        "event-bundle",
        "event-list",
        "image",
        "light-curve",
        "measurements",
        "polarization-cube",
        "polarized-spectrum",
        "sed",
        "slit-spectrum",
        "spatial-profile",
        "spectral-cube",
        "spectrum",
        "time-cube",
        "timeseries",
        "velocity-curve",
        "visibility",
    }
)
"""The terms of https://www.ivoa.net/rdf/product-type that annotate data, as of March 2026."""


def plain(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(embedded(f"catalogue/vocabulary/{name}.json").read_bytes())
    return content


@pytest.mark.parametrize("name", NAMES)
def test_a_vocabulary_is_what_the_model_expects_under_its_own_name(name: str) -> None:
    assert load_vocabulary(name).name == name


@pytest.mark.parametrize("name", NAMES)
def test_no_urn_and_no_label_is_given_twice(name: str) -> None:
    terms = load_vocabulary(name).terms
    assert len({term.urn for term in terms}) == len({term.label for term in terms}) == len(terms)


@pytest.mark.parametrize("name", NAMES)
def test_every_urn_is_lower_case_without_anything_to_escape(name: str) -> None:
    assert [
        term.urn for term in load_vocabulary(name).terms if not re.fullmatch(r"urn:[a-z0-9-]+", term.urn)
    ] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_description_is_a_sentence(name: str) -> None:
    odd = [
        term.urn
        for term in load_vocabulary(name).terms
        if not re.fullmatch(r"[A-Z].{14,}\.", term.description)
    ]
    assert odd == []


@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_known_is_absent_rather_than_empty(name: str) -> None:
    empty = [each["urn"] for each in plain(name)["terms"] if not all(each.values())]
    assert empty == []


def test_content_names_only_product_types_of_the_ivoa() -> None:
    used = {product for term in load_vocabulary("data-content").terms for product in term.product_types}
    assert used == PRODUCT_TYPES


def test_a_term_that_equals_a_product_type_also_lists_it() -> None:
    base = "http://www.ivoa.net/rdf/product-type#"
    exact = [term for term in load_vocabulary("data-content").terms if term.exact_match]
    assert len(exact) == 12
    assert all((term.exact_match or "").removeprefix(base) in term.product_types for term in exact)


def test_a_registered_format_points_at_the_registration_of_one_of_its_media_types() -> None:
    base = "https://www.iana.org/assignments/media-types/"
    exact = [term for term in load_vocabulary("data-format").terms if term.exact_match]
    assert exact
    assert all((term.exact_match or "").removeprefix(base) in term.media_types for term in exact)


def test_no_file_ending_stands_for_two_formats() -> None:
    endings = [ending for term in load_vocabulary("data-format").terms for ending in term.endings]
    assert len(set(endings)) == len(endings)


def test_every_file_ending_starts_with_a_dot_and_is_lower_case() -> None:
    endings = [ending for term in load_vocabulary("data-format").terms for ending in term.endings]
    assert [ending for ending in endings if not re.fullmatch(r"(\.[a-z0-9]+)+", ending)] == []


def test_every_exact_match_is_an_absolute_uri() -> None:
    matches = [term.exact_match for name in NAMES for term in load_vocabulary(name).terms if term.exact_match]
    assert all(urlsplit(match).netloc for match in matches)


@pytest.mark.parametrize(
    ("name", "urn", "label"),
    [
        ("data-content", "urn:astronomy-observation", "Astronomical observation"),
        ("data-format", "urn:parquet-binary", "Parquet"),
    ],
)
def test_the_terms_that_were_first_shown_are_known(name: str, urn: str, label: str) -> None:
    assert load_vocabulary(name).label(urn) == label


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_gives_only_known_terms_as_examples(name: str) -> None:
    examples = schema("executables-1")["$defs"]["data-resource"]["properties"][name]["examples"]
    urns = {urn for example in examples for urn in ([example] if isinstance(example, str) else example)}
    assert urns <= {term.urn for term in load_vocabulary(name).terms}
