"""The shape of a list: what is wrong, where, and what was surely meant; a sound list is never reported."""

import copy
import json
import random
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ossr_catalogue.document.document import Problem
from ossr_catalogue.document.parse import parse
from ossr_catalogue.model.kinds.aliases import canonical_urn, known_types
from ossr_catalogue.schemas import schema
from sample_lists import DIGEST, GAIA_CLUSTERING, OSSR_LIBRARY, OWN_KEYS, UUID, entry, small


def problems(plain: object) -> tuple[Problem, ...]:
    return parse(json.dumps(plain), "executables.json").problems


def of_entry(plain: object) -> tuple[Problem, ...]:
    return problems({"executables": [plain]})


def only(plain: object) -> Problem:
    (problem,) = of_entry(plain)
    return problem


@pytest.mark.parametrize("type_text", OWN_KEYS)
def test_an_entry_with_every_key_of_its_type_is_sound(type_text: str) -> None:
    assert of_entry(entry(type_text)) == ()


@pytest.mark.parametrize("type_text", known_types())
def test_an_alias_of_a_type_selects_the_same_keys(type_text: str) -> None:
    urn = canonical_urn(type_text)
    assert urn is not None
    assert of_entry(entry(urn) | {"type": type_text}) == ()
    assert only(entry(urn) | {"type": type_text, "foreign": 1}).kind == "unknown-key"


def test_a_type_that_nobody_knows_may_have_any_keys() -> None:
    assert of_entry(small(type="urn:example:circuit", gates=[{"H": None}])) == ()


def test_of_a_type_that_nobody_knows_a_required_key_is_known_in_spite_of_a_slip() -> None:
    plain = small(type="urn:example:circuit", gates=1)
    plain["titel"] = plain.pop("title")
    problem = only(plain)
    assert (problem.kind, problem.path[-1]) == ("unknown-key", "titel")


def test_anyones_own_keys_are_kept_at_every_level() -> None:
    own = {"x-own": [{"type": 5}]}
    plain = entry("urn:types/docker-container") | own
    plain["image"] |= own
    plain["image"]["platform"] |= own
    plain["network"] |= own
    plain["compute-resources"][0]["cores"] |= own
    plain["compute-resources"][0]["gpus"] |= own
    plain["storage-resources"][0]["mount"] |= own
    plain["profiles"][0] |= own
    assert problems({"executables": [plain]} | own) == ()


@pytest.mark.parametrize(
    ("document", "message", "advice"),
    [
        pytest.param(
            [small()],
            "the top of the file is a list; expected was a mapping with `executables`",
            'write {"executables": [ … ]} around it',
            id="a list",
        ),
        pytest.param(
            small(),
            "this is a single executable; expected was a mapping with `executables`",
            'write {"executables": [ … ]} around it',
            id="one executable",
        ),
        pytest.param(
            {"name": "gammapy", "version": "1"},
            "`executables` is missing; expected was a mapping with `executables`",
            'write {"executables": [ … ]}',
            id="another file",
        ),
        pytest.param(
            None,
            "the file holds nothing (null); expected was a mapping with `executables`",
            'write {"executables": [ … ]}',
            id="null",
        ),
    ],
)
def test_what_is_no_list_of_executables_is_told_what_to_write(
    document: object, message: str, advice: str
) -> None:
    (problem,) = problems(document)
    assert (problem.kind, problem.message, problem.advice) == ("not-a-list-of-executables", message, advice)


def test_the_key_of_the_list_misspelt_is_one_problem() -> None:
    (problem,) = problems({"Executable": [small()]})
    assert (problem.kind, problem.label) == ("unknown-key", 'did you mean "executables"?')


@pytest.mark.parametrize("key", ["uuid", "type", "title", "description", "location"])
def test_a_missing_key_is_named_with_what_belongs_there(key: str) -> None:
    plain = small()
    del plain[key]
    problem = only(plain)
    assert (problem.kind, problem.label) == ("missing-key", f"`{key}` is missing")
    assert problem.advice.startswith(f'add "{key}": ')
    assert problem.path == ("executables", 0)


def test_a_missing_key_points_at_the_first_key_of_its_mapping() -> None:
    text = '{"executables": [\n  {"title": "x", "description": "x", "type": "urn:x:y"}]}'
    document = parse(text, "executables.json")
    place = document.place(document.problems[0].span)
    assert (place.line, place.column, place.end_column) == (2, 4, 11)


def test_a_docker_container_needs_an_image_or_a_recipe() -> None:
    plain = small(type="urn:types/docker-container")
    del plain["location"]
    assert only(plain).message == "a Docker container needs `image` or `recipe`"
    assert of_entry(plain | {"recipe": "Dockerfile"}) == ()


def test_a_python_program_needs_a_script_or_a_module() -> None:
    plain = small(type="urn:types/python-program")
    del plain["location"]
    assert only(plain).message == "a Python program needs `location` or `module`"
    assert of_entry(plain | {"module": "fit.main"}) == ()


@pytest.mark.parametrize(
    ("changed", "message", "label", "advice"),
    [
        pytest.param(
            {"keyword": ["x"]},
            '"keyword" is not a key of a Jupyter notebook',
            'did you mean "keywords"?',
            'write "keywords"',
            id="nearly a key",
        ),
        pytest.param(
            {"computeResources": []},
            '"computeResources" is not a key of a Jupyter notebook',
            'did you mean "compute-resources"?',
            'write "compute-resources"',
            id="camel case",
        ),
        pytest.param(
            {"memory": "16 GiB"},
            '"memory" is not a key of a Jupyter notebook',
            "not known here",
            "it is a key of `compute-resources`",
            id="a level too high",
        ),
        pytest.param(
            {"module": "a.b"},
            '"module" is not a key of a Jupyter notebook',
            "not known here",
            "it is a key of a Python program",
            id="of another type",
        ),
        pytest.param(
            {"Location": "a.ipynb"},
            '"Location" is not a key of a Jupyter notebook',
            "not known here",
            'delete it: "location" is there already',
            id="there already",
        ),
        pytest.param(
            {"colour": "red"},
            '"colour" is not a key of a Jupyter notebook',
            "not known here",
            'delete it, or call it "x-colour" if it is your own',
            id="like nothing",
        ),
    ],
)
def test_an_unknown_key_is_told_where_it_belongs(
    changed: dict[str, object], message: str, label: str, advice: str
) -> None:
    problem = only(small() | changed)
    assert problem.kind == "unknown-key"
    assert (problem.message, problem.label, problem.advice) == (message, label, advice)
    assert problem.path == ("executables", 0, *changed)


def test_a_mapping_that_is_no_item_of_a_list_is_called_by_its_key() -> None:
    plain = entry("urn:types/docker-container")
    plain["image"]["tag"] = "1.2"
    assert only(plain).message == '"tag" is not a key of `image`'


def test_a_required_key_misspelt_is_one_problem() -> None:
    plain = small()
    plain["titel"] = plain.pop("title")
    problem = only(plain)
    assert problem.kind == "unknown-key"
    assert problem.advice == 'write "title", which is required and missing'


def test_an_alternative_misspelt_is_one_problem() -> None:
    assert only(small(compute_resources=[{"cores": {"mn": 1}}])).label == 'did you mean "min"?'


@pytest.mark.parametrize(
    ("changed", "message", "advice"),
    [
        pytest.param(
            {"keywords": "x"}, "`keywords` should be a list, not text", 'write ["x"]', id="one of a list"
        ),
        pytest.param(
            {"title": 5}, "`title` should be text, not a number", "put it in quotes", id="number as text"
        ),
        pytest.param(
            {"kernel": None},
            "`kernel` should be text, not nothing (null)",
            "write a value, or delete the key",
            id="null",
        ),
        pytest.param(
            {"data_resources": [{"required": "no"}]},
            "`required` should be true or false, not text",
            "write false, without quotes",
            id="no",
        ),
        pytest.param(
            {"data_resources": [{"required": "Yes"}]},
            "`required` should be true or false, not text",
            "write true, without quotes",
            id="yes",
        ),
        pytest.param(
            {"keywords": ["a", 2]},
            "`keywords[1]` should be text, not a number",
            "put it in quotes",
            id="in a list",
        ),
        pytest.param(
            {"compute_resources": [{"cores": True}]},
            "`cores` should be text or a number or a mapping, not true or false",
            "How many cores, as a total over the nodes. Write e.g. 1",
            id="true as a quantity",
        ),
    ],
)
def test_a_value_of_another_type_is_told_what_to_write(
    changed: dict[str, object], message: str, advice: str
) -> None:
    problem = only(small(**changed))
    assert (problem.kind, problem.message, problem.advice) == ("wrong-type", message, advice)


def test_a_word_that_is_not_allowed_is_told_the_nearest() -> None:
    problem = only(small(status="activ"))
    assert problem.kind == "wrong-value"
    assert problem.message == '`status` is "activ", expected was one of "active", "deprecated", "withdrawn"'
    assert problem.advice == 'write "active"'


@pytest.mark.parametrize("port", [0, 65536, -1])
def test_a_port_has_to_be_one(port: int) -> None:
    plain = entry("urn:types/docker-container", network={"ports": [port]})
    assert only(plain).message == f"`ports[0]` is {port}, expected was 1 to 65535"


@pytest.mark.parametrize(
    "changed",
    [
        {"title": ""},
        {"description": " \n"},
        {"uuid": ""},
        {"location": ""},
        {"keywords": [" "]},
        {"type": " "},
    ],
    ids=["title", "description", "uuid", "location", "keyword", "type"],
)
def test_an_empty_text_is_empty_whatever_belongs_there(changed: dict[str, object]) -> None:
    assert only(small(**changed)).kind == "empty"


def test_a_list_without_executables_is_empty() -> None:
    assert [problem.kind for problem in problems({"executables": []})] == ["empty"]


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        (UUID.upper(), f'write "{UUID}"'),
        ("{" + UUID + "}", f'write "{UUID}"'),
        ("urn:uuid:" + UUID, f'write "{UUID}"'),
        ("not a uuid", "make one with `uuidgen`, and never change it again"),
        ("00000000-0000-0000-0000-000000000000", "make one with `uuidgen`, and never change it again"),
    ],
    ids=["upper case", "braces", "urn", "text", "nil"],
)
def test_a_bad_uuid_is_told_how_to_write_it(written: str, advice: str) -> None:
    problem = only(small(uuid=written))
    assert (problem.kind, problem.advice) == ("bad-uuid", advice)


def test_a_bad_uuid_is_told_apart_from_one_in_another_spelling() -> None:
    assert only(small(uuid="x")).message == '"x" is not a UUID of RFC 9562'
    assert only(small(uuid=UUID.upper())).message == (
        f'"{UUID.upper()}" is not how a UUID is written here: in lower case, with nothing around it'
    )


def test_a_type_that_is_no_urn_is_told_the_nearest_and_nothing_else_is_judged_by_it() -> None:
    problem = only(entry("urn:types/docker-container", type="docker-container"))
    assert (problem.kind, problem.advice) == ("bad-format", 'write "urn:types/docker-container"')


def test_without_a_type_the_keys_of_any_type_will_do() -> None:
    plain = entry("urn:types/docker-container")
    del plain["type"]
    assert only(plain).label == "`type` is missing"


@pytest.mark.parametrize(
    "changed",
    [
        {"homepage": "javascript:alert(1)"},
        {"documentation": "www.example.org"},
        {"citation": "Abbott et al. 2016"},
        {"location": "/home/me/crab.ipynb"},
        {"location": "../other/crab.ipynb"},
        {"location": "notebooks/../../crab.ipynb"},
        {"location": "C:\\crab.ipynb"},
        {"location": "http://example.org/crab.ipynb"},
        {"location": "javascript:alert(1)"},
    ],
    ids=lambda changed: " ".join(changed.values()),
)
def test_a_text_of_another_form_is_told_an_example(changed: dict[str, object]) -> None:
    problem = only(small(**changed))
    assert problem.kind == "bad-format"
    assert "expected was something like" in problem.message


@pytest.mark.parametrize(
    "location", ["crab.ipynb", "a b/ü.ipynb", ".hidden/x..y.ipynb", "https://example.org/crab.ipynb"]
)
def test_a_path_inside_the_repository_is_sound(location: str) -> None:
    assert of_entry(small(location=location)) == ()


def test_what_a_quantity_says_is_no_question_of_shape() -> None:
    quantities = [{"cores": {"min": 8, "max": 1}, "memory": "16 Gb", "walltime": 5, "nodes": -1.5}]
    assert of_entry(small(compute_resources=quantities)) == ()


def test_an_entry_that_is_no_mapping_does_not_hide_the_others() -> None:
    found = problems({"executables": [1, small(), small(titel="x")]})
    assert [problem.path for problem in found] == [("executables", 0), ("executables", 2, "titel")]


def test_no_message_speaks_of_schemas_or_repeats_a_whole_value() -> None:
    long = "x" * 5000
    texts = [
        f"{problem.message} {problem.label} {problem.advice}"
        for changed in ({"uuid": long}, {"status": long}, {long: 1}, {"homepage": long}, {"type": long})
        for problem in of_entry(small(**changed))
    ]
    assert len(texts) == 5
    assert not any("schema" in text.lower() or long in text or len(text) > 600 for text in texts)


VALUES: tuple[Any, ...] = (
    *(
        None,
        True,
        5,
        -1,
        2.5,
        70000,
        "",
        " ",
        "x",
        "yes",
        UUID,
        DIGEST,
        "urn:x:y",
        "urn:types/python-program",
    ),
    *("https://example.org/", "../x", "/x", "10.1/x", "10.5281/zenodo.1", "unbounded", "16 GiB", "active"),
    *(
        [],
        {},
        [{}],
        ["x"],
        [1],
        {"min": 1},
        {"max": "x", "x-y": 1},
        {"foo": 1},
        {"path": "/x"},
        {"name": "x"},
    ),
)
KEYS = ("foo", "x-own", "titel", "min", "location", "module", "package", "path", "name", "image", "<<", "")


def places(value: object) -> list[Any]:
    """Give every list and mapping of a document."""
    if not isinstance(value, list | dict):
        return []
    below = value.values() if isinstance(value, dict) else value
    return [value, *(place for one in below for place in places(one))]


def mutate(document: object, chance: random.Random) -> None:
    """Delete, replace, rename or add something, anywhere."""
    filled = [place for place in places(document) if place]
    if not filled:
        return
    place = chance.choice(filled)
    key = chance.choice(list(place)) if isinstance(place, dict) else chance.randrange(len(place))
    action = chance.choice(("delete", "replace", "replace", "rename", "add"))
    if action == "replace":
        place[key] = copy.deepcopy(chance.choice(VALUES))
    elif action == "add" and isinstance(place, dict):
        place[chance.choice(KEYS)] = copy.deepcopy(chance.choice(VALUES))
    elif action == "rename" and isinstance(place, dict):
        place[chance.choice(KEYS)] = place.pop(key)
    else:
        del place[key]


def test_a_validator_of_json_schema_agrees_on_what_is_valid() -> None:
    validator = Draft202012Validator(schema("executables-1"))
    chance = random.Random(2012)  # noqa: S311 - no secret
    seeds = [OSSR_LIBRARY, GAIA_CLUSTERING, *({"executables": [entry(type_text)]} for type_text in OWN_KEYS)]
    verdicts = set()
    for turn in range(1300):
        document = copy.deepcopy(seeds[turn % len(seeds)])
        for _ in range(chance.randint(1, 2)):
            mutate(document, chance)
        valid = validator.is_valid(document)
        assert (problems(document) == ()) is valid, document
        verdicts.add((valid, turn % len(seeds)))
    assert len(verdicts) > len(seeds) + 3, "both verdicts for most of the seeds"


def test_a_thousand_mistakes_are_told_one_by_one() -> None:
    assert len(of_entry({**small(), **{f"key {number}": 0 for number in range(1000)}})) == 1000


def test_a_file_in_which_next_to_nothing_is_right_costs_one_problem() -> None:
    (problem,) = of_entry({**small(), **{f"key {number}": 0 for number in range(5000)}})
    assert (problem.kind, problem.path) == ("too-large", ())
    assert problem.message == "more than 1,000 keys or values are none of a list of executables"
