"""What a search can be narrowed by: needs as values that a page computes with, and where something runs."""

import json
from collections.abc import Mapping

import pytest

import sample_catalogue as sample
from ossr_catalogue.model.catalogue import Entry
from ossr_catalogue.model.executable import Profile, Status
from ossr_catalogue.model.kinds.docker_container import DockerContainer, Image
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.platform import Limits, Platform
from ossr_catalogue.model.quantity import Range
from ossr_catalogue.model.resources import Compute, Needs, Storage
from ossr_catalogue.publish.facets import facets_of, needs_value
from ossr_catalogue.publish.pages.card import card_of

NOTEBOOK = JupyterNotebook(location="a.ipynb")
LAPTOP = Platform(
    id="laptop",
    title="My “laptop” & co.",
    description="",
    homepage="https://example.org/",
    types=(JupyterNotebook.urn,),
    limits=Limits(cores=4, memory_bytes=8 * 1000**3),
)


def memory(least: int, most: int | None = None, name: str | None = None) -> Needs:
    """Give needs of one core and some GB."""
    return Needs(
        compute=(
            Compute(
                name=name,
                cores=Range(minimum=1, maximum=1, text="1"),
                memory_bytes=Range(minimum=least * 1000**3, maximum=(most or least) * 1000**3, text="some"),
            ),
        )
    )


def notebook(needs: Needs, *profiles: Needs) -> Entry:
    named = tuple(
        Profile(name=f"p{number}", title="", needs=profile) for number, profile in enumerate(profiles)
    )
    return sample.entry(NOTEBOOK, "Any", needs=needs, profiles=named)


def values(entry: Entry, *platforms: Platform) -> Mapping[str, tuple[str, ...]]:
    return {facet.name: facet.values for facet in facets_of(entry, card_of(entry), platforms)}


def test_needs_are_numbers_in_the_shape_of_the_index() -> None:
    assert values(notebook(memory(1, 16)))["needs"] == (
        '{"compute":[{"cores":{"max":1,"min":1},"memory_bytes":{"max":16000000000,"min":1000000000}}]}',
    )


def test_who_declares_nothing_has_a_value_too() -> None:
    assert values(notebook(Needs()))["needs"] == ("{}",)


def test_names_do_not_part_equal_needs() -> None:
    assert needs_value(notebook(memory(1, name="a")).executable) == needs_value(
        notebook(memory(1, name="b")).executable
    )


def test_the_order_of_resources_and_profiles_does_not_part_equal_needs() -> None:
    small, large = memory(1), memory(64)
    both = Needs(compute=(*small.compute, *large.compute))
    turned = Needs(compute=(*large.compute, *small.compute))
    assert needs_value(notebook(both, small, large).executable) == needs_value(
        notebook(turned, large, small).executable
    )


def test_a_profile_stands_there_with_what_it_shares() -> None:
    storage = (Storage(size_bytes=Range(minimum=5, maximum=5, text="5 B")),)
    said = json.loads(
        needs_value(
            notebook(Needs(compute=memory(64).compute, storage=storage), memory(1), memory(64)).executable
        )
    )
    assert said["profiles"] == [
        {
            "compute": [
                {"cores": {"max": 1, "min": 1}, "memory_bytes": {"max": 1000000000, "min": 1000000000}}
            ],
            "storage": [{"size_bytes": {"max": 5, "min": 5}}],
        }
    ]


@pytest.mark.parametrize(
    ("container", "said"),
    [
        pytest.param(DockerContainer(), '{"image":{}}', id="nothing is said"),
        pytest.param(
            DockerContainer(image=Image(digest=sample.DIGEST, architecture="arm64"), privileged=True),
            '{"image":{"digest":"declared","platform":{"architecture":"arm64"}},"privileged":true}',
            id="all that a platform may insist on",
        ),
    ],
)
def test_a_container_says_what_a_platform_may_insist_on(container: DockerContainer, said: str) -> None:
    assert needs_value(sample.entry(container, "Any").executable) == said


@pytest.mark.parametrize(
    ("entry", "runs"),
    [
        pytest.param(notebook(memory(4)), True, id="fits"),
        pytest.param(notebook(memory(4, 16)), True, id="fits with less"),
        pytest.param(notebook(memory(16)), False, id="too much"),
        pytest.param(notebook(memory(16), memory(4)), True, id="a profile fits"),
        pytest.param(notebook(Needs()), False, id="not declared"),
    ],
)
def test_it_runs_where_it_is_known_to_fit(entry: Entry, *, runs: bool) -> None:
    assert values(entry, LAPTOP)["runs"] == (("My “laptop” & co.",) if runs else ())


def test_what_is_withdrawn_runs_nowhere_as_the_numbers_of_the_platforms_say() -> None:
    withdrawn = sample.entry(NOTEBOOK, "Any", needs=memory(1), status=Status.WITHDRAWN)
    assert values(withdrawn, LAPTOP)["runs"] == ()
