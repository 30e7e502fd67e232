"""From a list to the model and back: nothing is lost, nothing is invented."""

import json
from dataclasses import fields
from typing import Any

import pytest
import yaml

from ossr_catalogue.document.parse import parse
from ossr_catalogue.document.reading import read_executable, to_plain
from ossr_catalogue.model.data import DataSlot, Direction
from ossr_catalogue.model.executable import Executable, Status
from ossr_catalogue.model.kinds import KINDS, UnknownKind, kind_of
from ossr_catalogue.model.kinds.aliases import canonical_urn, known_types
from ossr_catalogue.model.quantity import GIB, Range
from ossr_catalogue.model.resources import Compute, Gpus, Needs, Storage
from sample_lists import OWN_KEYS, UUID, entry, small


def read(plain: object) -> Executable:
    document = parse(json.dumps({"executables": [plain]}), "executables.json")
    assert document.problems == ()
    return read_executable(document.executables[0])


def compute(**declared: object) -> Compute:
    return read(small(compute_resources=[declared])).needs.compute[0]


@pytest.mark.parametrize("type_text", [*OWN_KEYS, *known_types()])
def test_what_is_read_written_and_read_again_is_the_same(type_text: str) -> None:
    executable = read(entry(canonical_urn(type_text) or type_text) | {"type": type_text})
    assert read(to_plain(executable)) == executable


@pytest.mark.parametrize("type_text", OWN_KEYS)
def test_what_is_written_is_read_by_yaml_too(type_text: str) -> None:
    executable = read(entry(type_text))
    text = yaml.safe_dump({"executables": [to_plain(executable)]}, allow_unicode=True, sort_keys=False)
    document = parse(text, "executables.yaml")
    assert document.problems == ()
    assert read_executable(document.executables[0]) == executable


@pytest.mark.parametrize("type_text", OWN_KEYS)
def test_nothing_of_an_entry_is_lost(type_text: str) -> None:
    written = to_plain(read(entry(type_text)))
    assert written.keys() == entry(type_text).keys()


def test_the_smallest_entry_is_written_as_it_was_declared() -> None:
    assert to_plain(read(small())) == small()


@pytest.mark.parametrize("type_text", known_types())
def test_every_alias_reads_as_its_kind_and_is_kept_as_written(type_text: str) -> None:
    urn = canonical_urn(type_text)
    assert urn is not None
    executable = read(entry(urn) | {"type": type_text})
    assert type(executable.kind) is kind_of(urn)
    assert executable.type == type_text


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.label)
def test_every_field_of_a_kind_is_read(kind: type[Any]) -> None:
    read_kind = read(entry(kind.urn)).kind
    assert all(getattr(read_kind, field.name) for field in fields(read_kind))


def test_a_type_that_nobody_knows_keeps_its_keys() -> None:
    kind = read(entry("urn:example:quantum-circuit")).kind
    assert isinstance(kind, UnknownKind)
    assert kind.type == "urn:example:quantum-circuit"
    assert dict(kind.own) == {"qubits": {"min": 3}, "gates": ["H", "CNOT"]}


def test_what_is_not_declared_is_not_there() -> None:
    executable = read(small())
    assert executable.needs == Needs()
    assert (executable.status, executable.licence, executable.profiles) == (Status.ACTIVE, None, ())


def test_a_data_resource_is_a_required_input_unless_it_says_otherwise() -> None:
    (slot,) = read(small(data_resources=[{"name": "events"}])).needs.data
    assert (slot.direction, slot.required, slot.formats) == (Direction.INPUT, True, ())


@pytest.mark.parametrize("formats", ["urn:fits", ["urn:fits"]], ids=["one", "a list of one"])
def test_one_data_format_needs_no_list(formats: object) -> None:
    (slot,) = read(small(data_resources=[{"data-format": formats}])).needs.data
    assert slot.formats == ("urn:fits",)


def test_anyones_own_keys_are_kept_with_what_they_belong_to() -> None:
    own = {"x-own": {"a": [1, None]}}
    resources = {f"{sort}_resources": [own] for sort in ("compute", "storage", "data")}
    executable = read(small(**resources, profiles=[{"name": "a"} | own]) | own)
    kept = (("x-own", {"a": [1, None]}),)
    assert executable.extras == executable.profiles[0].extras == kept
    assert executable.needs == Needs(
        compute=(Compute(extras=kept),), storage=(Storage(extras=kept),), data=(DataSlot(extras=kept),)
    )


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        pytest.param("16 GiB", Range(minimum=16 * GIB, maximum=16 * GIB, text="16 GiB"), id="one value"),
        pytest.param(16, Range(minimum=16 * GIB, maximum=16 * GIB, text="16 GiB"), id="a bare number of GiB"),
        pytest.param(
            "16", Range(minimum=16 * GIB, maximum=16 * GIB, text="16 GiB"), id="a bare number as text"
        ),
        pytest.param("16G", Range(minimum=16 * GIB, maximum=16 * GIB, text="16G"), id="an assumed unit"),
        pytest.param(
            {"min": "1 GB", "max": "16 GB"},
            Range(minimum=10**9, maximum=16 * 10**9, text="1 GB – 16 GB"),  # noqa: RUF001 - as people write ranges
            id="both",
        ),
        pytest.param({"min": "1 GB"}, Range(minimum=10**9, text="at least 1 GB"), id="only a minimum"),
        pytest.param({"max": 0.5}, Range(maximum=GIB // 2, text="at most 0.5 GiB"), id="only a maximum"),
        pytest.param(
            {"min": 1, "max": "unbounded"},
            Range(minimum=GIB, unbounded=True, text="at least 1 GiB, unbounded"),
            id="unbounded",
        ),
        pytest.param("unbounded", Range(unbounded=True, text="unbounded"), id="nothing but unbounded"),
        pytest.param({"max": "unbounded"}, Range(unbounded=True, text="unbounded"), id="only unbounded"),
        pytest.param({"min": 0}, Range(minimum=0, text="at least 0 GiB"), id="zero is declared"),
    ],
)
def test_a_quantity_is_a_range_in_base_units_with_its_text(declared: object, expected: Range) -> None:
    assert compute(memory=declared).memory_bytes == expected


@pytest.mark.parametrize("quantity", ["nodes", "cores", "gpus"])
@pytest.mark.parametrize("declared", [4, {"min": 1}, {"max": 4}, {"min": 1, "max": "unbounded"}, "unbounded"])
def test_numbers_are_written_as_numbers(quantity: str, declared: object) -> None:
    (written,) = to_plain(read(small(compute_resources=[{quantity: declared}])))["compute-resources"]
    assert written == {quantity: declared}


def test_a_fraction_of_a_core_is_written_as_declared() -> None:
    (written,) = to_plain(read(small(compute_resources=[{"cores": 0.5}])))["compute-resources"]
    assert written == {"cores": 0.5}


@pytest.mark.parametrize("declared", ["PT190H", "190 h", {"min": "30 min", "max": "P1DT12H"}])
def test_a_walltime_is_written_as_declared(declared: object) -> None:
    resource = compute(walltime=declared)
    assert resource.walltime_seconds is not None
    (written,) = to_plain(read(small(compute_resources=[{"walltime": declared}])))["compute-resources"]
    assert written == {"walltime": declared}


def test_gpus_have_memory_of_their_own() -> None:
    assert compute(gpus={"min": 1, "memory": "16 GiB"}).gpus == Gpus(
        count=Range(minimum=1, text="at least 1"),
        memory_bytes=Range(minimum=16 * GIB, maximum=16 * GIB, text="16 GiB"),
    )


@pytest.mark.parametrize(
    "declared",
    [
        Range(minimum=16 * GIB),
        Range(minimum=1, maximum=1),
        Range(minimum=10**9 + 1, maximum=344 * 10**9),
        Range(maximum=500 * 10**6),
        Range(minimum=7, unbounded=True),
        Range(unbounded=True),
    ],
)
def test_a_range_without_a_text_is_written_exactly(declared: Range) -> None:
    executable = read(small())
    wanted = Needs(compute=(Compute(memory_bytes=declared, walltime_seconds=declared),))
    changed = {field.name: getattr(executable, field.name) for field in fields(executable)} | {
        "needs": wanted
    }
    (resource,) = read(to_plain(Executable(**changed))).needs.compute
    for quantity in (resource.memory_bytes, resource.walltime_seconds):
        assert quantity is not None
        assert (quantity.minimum, quantity.maximum, quantity.unbounded) == (
            declared.minimum,
            declared.maximum,
            declared.unbounded,
        )


def test_a_profile_replaces_only_the_lists_that_it_has() -> None:
    executable = read(
        small(
            compute_resources=[{"cores": 8}],
            storage_resources=[{"size": "1 TB"}],
            profiles=[{"name": "small", "compute-resources": [{"cores": 1}]}],
        )
    )
    needs = executable.needs_in(executable.profiles[0])
    assert needs.compute[0].cores == Range(minimum=1, maximum=1, text="1")
    assert needs.storage == executable.needs.storage


def test_the_identity_is_read_as_it_stands() -> None:
    assert read(small()).uuid == UUID
