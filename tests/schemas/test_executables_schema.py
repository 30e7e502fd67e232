"""The published schema: valid, complete, and readable in an editor."""

import pytest
from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for

from ossr_catalogue import HOME_URL
from ossr_catalogue.document.reading import COMMON_KEYS
from ossr_catalogue.document.shape import executable_shape, kind_name
from ossr_catalogue.model.kinds import KINDS, Kind
from ossr_catalogue.model.kinds.aliases import canonical_urn, known_types
from ossr_catalogue.schemas import schema
from sample_lists import GAIA_CLUSTERING, OSSR_LIBRARY, OWN_KEYS, entry
from schema_places import places_of

SCHEMA = schema("executables-1")


PLACES = dict(places_of(SCHEMA))


def test_it_is_a_valid_schema_of_draft_2020_12() -> None:
    assert validator_for(SCHEMA) is Draft202012Validator
    Draft202012Validator.check_schema(SCHEMA)


def test_it_says_where_it_is_published() -> None:
    assert SCHEMA["$id"] == f"{HOME_URL}schemas/executables-1.schema.json"


@pytest.mark.parametrize("place", PLACES)
def test_every_place_has_a_title_and_a_description(place: str) -> None:
    part = PLACES[place]
    reference = part.get("$ref", "").removeprefix("#/$defs/")
    shown = SCHEMA["$defs"].get(reference, {}) | part
    assert shown["title"]
    assert shown["description"].endswith((".", ":tag"))


def test_every_reference_stays_inside_the_file() -> None:
    references = {part["$ref"] for part in PLACES.values() if "$ref" in part}
    assert references <= {f"#/$defs/{name}" for name in SCHEMA["$defs"]}


def test_every_example_is_valid_where_it_stands() -> None:
    for place, part in PLACES.items():
        validator = Draft202012Validator({"$defs": SCHEMA["$defs"]} | part)
        for example in part.get("examples", ()):
            assert validator.is_valid(example), (place, example)


def test_every_spelling_of_a_type_selects_its_branch() -> None:
    selected = {type_text: f"urn:types/{kind_name(type_text)}" for type_text in known_types()}
    assert selected == {type_text: canonical_urn(type_text) for type_text in known_types()}


def test_the_branch_for_other_types_knows_every_type() -> None:
    *_, other = SCHEMA["$defs"]["executable"]["allOf"]
    assert set(other["if"]["not"]["properties"]["type"]["enum"]) == set(known_types())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.label)
def test_each_type_has_the_keys_that_the_model_reads(kind: type[Kind]) -> None:
    branch = SCHEMA["$defs"][kind_name(kind.urn)]
    assert set(branch["properties"]) == set(kind.keys())
    assert branch["title"] == kind.label


def test_all_types_have_the_common_keys() -> None:
    assert set(executable_shape("").properties) == set(COMMON_KEYS)


def test_editors_offer_every_type() -> None:
    offered = SCHEMA["$defs"]["executable"]["properties"]["type"]["examples"]
    assert offered == [kind.urn for kind in KINDS]


@pytest.mark.parametrize(
    "document",
    [OSSR_LIBRARY, GAIA_CLUSTERING, *({"executables": [entry(type_text)]} for type_text in OWN_KEYS)],
    ids=["OSSR library", "Gaia", *OWN_KEYS],
)
def test_any_validator_accepts_sound_lists(document: object) -> None:
    Draft202012Validator(SCHEMA).validate(document)
