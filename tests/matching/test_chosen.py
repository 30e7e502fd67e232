"""Amounts that somebody chose instead of what is declared."""

import pytest

import sample_catalogue as sample
from ossr_catalogue.matching import Chosen
from ossr_catalogue.model.executable import Executable, Profile
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.quantity import GIB, Range
from ossr_catalogue.model.resources import Compute, Gpus, Needs, Storage

FOUR_CORES = Compute(cores=Range(minimum=1, maximum=4), memory_bytes=Range(minimum=GIB, maximum=4 * GIB))
TEN_GIB = Storage(name="scratch", size_bytes=Range(minimum=10 * GIB))


def executable(*profiles: Profile, **needs: tuple[Compute, ...] | tuple[Storage, ...]) -> Executable:
    return sample.executable(
        JupyterNotebook(location="a.ipynb"),
        "t",
        needs=Needs(**needs),  # type: ignore[arg-type]
        profiles=profiles,
    )


def just(amount: float) -> Range:
    return Range(minimum=amount, maximum=amount)


def test_without_a_choice_everything_is_as_declared() -> None:
    one = executable(compute=(FOUR_CORES,), storage=(TEN_GIB,))
    assert Chosen().needs_of(one) == one.needs


def test_an_amount_takes_the_place_of_what_is_declared_and_of_nothing_else() -> None:
    needs = Chosen(cores=2, storage_bytes=20 * GIB).needs_of(
        executable(compute=(FOUR_CORES,), storage=(TEN_GIB,))
    )
    assert needs.compute == (Compute(cores=just(2), memory_bytes=FOUR_CORES.memory_bytes),)
    assert needs.storage == (Storage(name="scratch", size_bytes=just(20 * GIB)),)


def test_what_is_not_declared_can_be_chosen() -> None:
    needs = Chosen(memory_bytes=GIB, gpus=0, walltime_seconds=60, storage_bytes=GIB).needs_of(executable())
    assert needs.compute == (
        Compute(memory_bytes=just(GIB), gpus=Gpus(count=just(0)), walltime_seconds=just(60)),
    )
    assert needs.storage == (Storage(size_bytes=just(GIB)),)


def test_how_much_memory_a_gpu_needs_does_not_depend_on_how_many_are_chosen() -> None:
    gpu = Compute(gpus=Gpus(count=Range(minimum=1, maximum=4), memory_bytes=just(8 * GIB)))
    (compute,) = Chosen(gpus=2).needs_of(executable(compute=(gpu,))).compute
    assert compute.gpus == Gpus(count=just(2), memory_bytes=just(8 * GIB))


def test_amounts_are_chosen_for_the_profile() -> None:
    small = Profile(name="small", needs=Needs(compute=(Compute(cores=Range(minimum=1, maximum=2)),)))
    one = executable(small, compute=(FOUR_CORES,), storage=(TEN_GIB,))
    assert Chosen(profile=small, cores=2).needs_of(one) == Needs(
        compute=(Compute(cores=just(2)),), storage=(TEN_GIB,)
    )
    assert Chosen(profile=small, cores=3).objection(one) == "can use 2 cores at most, chosen: 3 cores"


@pytest.mark.parametrize(
    ("chosen", "objection"),
    [
        pytest.param(Chosen(cores=4, memory_bytes=GIB), None, id="at both ends"),
        pytest.param(Chosen(cores=0.5), "needs at least 1 core, chosen: 0.5 cores", id="too few cores"),
        pytest.param(
            Chosen(memory_bytes=5 * GIB), "can use 4 GiB of memory at most, chosen: 5 GiB", id="more memory"
        ),
        pytest.param(
            Chosen(storage_bytes=GIB), "needs at least 10 GiB of storage, chosen: 1 GiB", id="less storage"
        ),
        pytest.param(Chosen(storage_bytes=99 * GIB), None, id="no maximum is declared"),
        pytest.param(Chosen(gpus=8, walltime_seconds=60), None, id="nothing is declared"),
    ],
)
def test_an_amount_stays_within_what_is_declared(chosen: Chosen, objection: str | None) -> None:
    assert chosen.objection(executable(compute=(FOUR_CORES,), storage=(TEN_GIB,))) == objection


@pytest.mark.parametrize(
    ("chosen", "objection"),
    [
        pytest.param(
            Chosen(walltime_seconds=60),
            "declares 2 compute resources, and an amount could be of any of them",
            id="compute",
        ),
        pytest.param(
            Chosen(storage_bytes=GIB),
            "declares 2 storage resources, and an amount could be of any of them",
            id="storage",
        ),
        pytest.param(Chosen(), None, id="none chosen"),
    ],
)
def test_an_amount_is_chosen_for_the_only_resource_of_its_sort(chosen: Chosen, objection: str | None) -> None:
    two_of_each = executable(compute=(FOUR_CORES, FOUR_CORES), storage=(TEN_GIB, TEN_GIB))
    assert chosen.objection(two_of_each) == objection
