"""The shopping list of the whole catalogue: grouped by content, paged, nothing guessed."""

import pytest

import sample_catalogue as sample
from built_site import Page, plain_press, read_page
from ossr_catalogue.model.catalogue import Catalogue, Entry
from ossr_catalogue.model.data import DataSlot, Direction
from ossr_catalogue.model.executable import Profile
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.quantity import Range
from ossr_catalogue.model.resources import Needs
from ossr_catalogue.publish.pages.places import data_page
from ossr_catalogue.publish.pages.wanted_data import how_much, wanted_data_pages

NOTEBOOK = JupyterNotebook(location="a.ipynb")
IMAGE = "urn:astronomy-image"
GB = 1000**3


def wanting(title: str, *slots: DataSlot, profile: DataSlot | None = None) -> Entry:
    profiles = (Profile(name="p", needs=Needs(data=(profile,))),) if profile else ()
    return sample.entry(NOTEBOOK, title, needs=Needs(data=slots), profiles=profiles)


def pages(catalogue: Catalogue) -> dict[str, Page]:
    return {one.path: read_page(one.content) for one in wanted_data_pages(plain_press(), catalogue)}


def pages_of(*entries: Entry) -> dict[str, Page]:
    return pages(sample.catalogue(*entries))


def size(least: int | None, most: int | None = None, *, unbounded: bool = False) -> DataSlot:
    return DataSlot(size_bytes=Range(minimum=least, maximum=most, unbounded=unbounded))


@pytest.mark.parametrize(
    ("slots", "said"),
    [
        pytest.param([], "", id="nothing is wanted"),
        pytest.param([DataSlot(), DataSlot()], "not declared", id="nobody says"),
        pytest.param([size(GB, GB)], "1 GB", id="one"),
        pytest.param([size(GB, 5 * GB)], "1 GB to 5 GB", id="one range"),
        pytest.param(
            [size(GB, GB), size(2 * GB, 3 * GB)], "1 GB to 3 GB; together at least 3 GB", id="a sum"
        ),
        pytest.param([size(GB), DataSlot()], "1 GB; 1 does not say how much", id="one of two says"),
        pytest.param([size(GB, unbounded=True)], "1 GB or more", id="no most"),
        pytest.param([size(None, GB)], "up to 1 GB", id="no least"),
        pytest.param([size(None)], "not declared", id="an empty size"),
    ],
)
def test_how_much_is_said_as_a_range_a_sum_and_who_does_not_say(slots: list[DataSlot], said: str) -> None:
    assert how_much(slots) == said


def test_who_wants_a_content_stands_under_it_with_the_words_of_the_vocabulary() -> None:
    read = pages_of(wanting("Stack", DataSlot(content=IMAGE, formats=("urn:fits-image",))))
    assert "Image 1 executable wants it" in read["data/"].text
    assert "An image of the sky with exactly two spatial axes." in read["data/"].text
    assert "Stack wants Data" in read["data/astronomy-image/"].text
    assert "../../catalogue/?data=Image" in read["data/astronomy-image/"].addresses()


def test_who_writes_is_told_from_who_wants_and_comes_last() -> None:
    written = DataSlot(content=IMAGE, direction=Direction.OUTPUT, name="mosaic")
    read = pages_of(wanting("A writes", written), wanting("B wants", DataSlot(content=IMAGE)))
    assert "1 executable wants it, 1 executable writes it" in read["data/"].text
    text = read["data/astronomy-image/"].text
    assert text.index("B wants") < text.index("A writes")
    assert "A writes writes mosaic" in text


def test_a_term_of_somebodys_own_is_shown_as_it_is_declared() -> None:
    own = "urn:x-lab:<b>own</b> data"
    read = pages_of(wanting("One", DataSlot(content=own)))
    path = data_page(own, is_known=False)
    assert own in read["data/"].text
    assert "A term of somebody's own" in read[path].text


def test_two_terms_never_share_a_page() -> None:
    names = ["urn:a b", "urn:a-b", "urn:A-b", "urn:astronomy-image ", "2", "not-declared", "é", "è", "../x"]
    paths = {data_page(name, is_known=False) for name in names} | {data_page(IMAGE, is_known=True)}
    assert len(paths) == len(names) + 1
    assert all(path.count("/") == 2 and ".." not in path for path in paths)
    assert not {"data/2/", "data/not-declared/"} & paths


def test_data_without_a_content_are_said_to_be_so_and_come_last() -> None:
    read = pages_of(
        wanting("One", DataSlot()), wanting("Two", DataSlot()), wanting("Three", DataSlot(content=IMAGE))
    )
    text = read["data/"].text
    assert text.index("Image") < text.index("Content not declared")
    assert "data/not-declared/" in read


def test_what_most_want_comes_first() -> None:
    spectrum = DataSlot(content="urn:astronomy-spectrum")
    read = pages_of(
        wanting("One", DataSlot(content=IMAGE)), wanting("Two", spectrum), wanting("Three", spectrum)
    )
    assert read["data/"].text.index("Spectrum") < read["data/"].text.index("Image 1")


def test_a_profile_wants_data_too_and_nothing_is_counted_twice() -> None:
    slot = DataSlot(content=IMAGE, extras=(("x-a", ["no hash"]),))
    read = pages_of(wanting("One", slot, profile=slot), wanting("Two", profile=DataSlot(content=IMAGE)))
    assert "2 executables want it" in read["data/"].text
    assert read["data/astronomy-image/"].text.count("One wants") == 1


def test_an_executable_that_wants_two_of_a_content_is_one() -> None:
    two = DataSlot(content=IMAGE, name="first"), DataSlot(content=IMAGE, name="second")
    assert "1 executable wants it" in pages_of(wanting("One", *two))["data/"].text


def test_many_formats_are_counted_and_the_most_frequent_named() -> None:
    slots = [DataSlot(content=IMAGE, formats=(f"urn:f{number}", "urn:z")) for number in range(9)]
    text = pages_of(*(wanting(f"W{number}", slot) for number, slot in enumerate(slots)))["data/"].text
    assert "Formats urn:z, urn:f0, urn:f1, urn:f2, urn:f3, urn:f4, urn:f5, urn:f6, 2 more" in text


def test_nobody_wanting_anything_is_said() -> None:
    read = pages_of(sample.entry(NOTEBOOK, "One"))
    assert list(read) == ["data/"]
    assert "Nobody asks for data yet" in read["data/"].text


def test_neither_list_grows_without_bound() -> None:
    lots = [wanting(f"W{number}", DataSlot(content=f"urn:own:{number}")) for number in range(60)]
    lots += [wanting(f"V{number}", DataSlot(content=IMAGE)) for number in range(60)]
    read = pages_of(*lots)
    assert {"data/", "data/2/", "data/3/"} <= read.keys()
    assert {"data/astronomy-image/", "data/astronomy-image/2/"} <= read.keys()


def test_known_places_are_links_only_where_a_browser_can_go() -> None:
    places = (
        "https://example.org/a.fits",
        "s3://bucket/a",
        "javascript:alert(1)",
        "https://example.org/b.fits",
    )
    page = pages_of(wanting("One", DataSlot(content=IMAGE, locations=places)))["data/"]
    assert "https://example.org/a.fits" in page.addresses()
    assert not any(address.startswith(("s3:", "javascript:")) for address in page.addresses())
    assert "s3://bucket/a" in page.text
    assert "1 more" in page.text
    assert "https://example.org/b.fits" not in page.addresses()


def test_a_hostile_catalogue_leaves_the_pages_sound() -> None:
    slot = DataSlot(
        content=sample.NASTY,
        name=sample.NASTY,
        description=sample.NASTY,
        formats=(sample.NASTY,),
        locations=(sample.NASTY,),
    )
    for page in pages_of(wanting(sample.NASTY, slot)).values():
        assert page.mistakes == []
        assert not {"script", "img"} & page.tags
