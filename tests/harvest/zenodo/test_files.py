"""The files of records: zips by ranges, and plain ones."""

import pytest

from simulated_zenodo import SimulatedZenodo
from stored_records import StoredFile, tar_of, zip_of
from zenodo_harvest import LARGE, TEXTS, TOP, ZIP, Harvest, reasons, the_snapshot


def test_the_members_of_a_zip_are_its_files_without_the_folder_around_them(harvested: Harvest) -> None:
    snapshot = the_snapshot(harvested(ZIP))
    assert snapshot.paths() == ("README.md", "executables.json", "notebooks/a b.ipynb")
    assert snapshot.read(["README.md", "missing.txt"]) == {"README.md": b"# Read me"}


def test_a_large_zip_is_read_without_downloading_it(zenodo: SimulatedZenodo, harvested: Harvest) -> None:
    snapshot = the_snapshot(harvested(LARGE))
    before = zenodo.bytes_sent
    assert snapshot.read(TEXTS) == {path: text.encode() for path, text in TEXTS.items()}
    assert len(zenodo.paths("/content")) == 1
    assert before < 70_000 < len(LARGE.content)


def test_files_have_the_address_that_gives_single_members(
    zenodo: SimulatedZenodo, harvested: Harvest
) -> None:
    address = the_snapshot(harvested(ZIP)).component.file_url("notebooks/a b.ipynb")
    assert address == (
        f"{zenodo.base_url}/api/records/12/files/owner%2Frepo-v1.0.zip/container/"
        "owner-repo-0123abc/notebooks/a%20b.ipynb"
    )
    assert zenodo.answer(address.removeprefix(zenodo.base_url), {}, "*/*").body == b"{}"


def test_plain_files_have_the_address_of_their_content(zenodo: SimulatedZenodo, harvested: Harvest) -> None:
    snapshot = the_snapshot(harvested(StoredFile(key="a.ipynb", content=b"{}")))
    assert snapshot.component.file_url("a.ipynb") == f"{zenodo.base_url}/api/records/12/files/a.ipynb/content"


@pytest.mark.parametrize("slash", ["%2F", "/"])
def test_a_key_with_a_slash_and_blanks_is_found_however_the_server_wants_it(
    zenodo: SimulatedZenodo, harvested: Harvest, slash: str
) -> None:
    zenodo.slash_in_keys = slash
    found = harvested(
        StoredFile(key="owner/my repo-v1.zip", content=ZIP.content),
        StoredFile(key="codemeta.json", content=b"{}"),
    )
    assert reasons(found) == {}
    component = the_snapshot(found).component
    assert component.files_url
    assert component.files_url.startswith(
        f"{zenodo.base_url}/api/records/12/files/owner{slash}my%20repo-v1.zip/"
    )


def test_plain_keys_with_slashes_and_blanks_are_read_too(zenodo: SimulatedZenodo, harvested: Harvest) -> None:
    zenodo.slash_in_keys = "/"
    snapshot = the_snapshot(harvested(StoredFile(key="my notebooks/a b.ipynb", content=b"{}")))
    assert snapshot.read(["my notebooks/a b.ipynb"]) == {"my notebooks/a b.ipynb": b"{}"}


def test_a_list_beside_the_zip_comes_before_the_one_inside(harvested: Harvest) -> None:
    snapshot = the_snapshot(
        harvested(
            ZIP,
            StoredFile(key="executables.json", content=b"beside"),
            StoredFile(key="codemeta.json", content=b"about"),
            StoredFile(key="paper.pdf", content=b"PDF"),
        )
    )
    assert snapshot.paths() == ("README.md", "codemeta.json", "executables.json", "notebooks/a b.ipynb")
    assert snapshot.read(["executables.json", "codemeta.json", "README.md"]) == {
        "executables.json": b"beside",
        "codemeta.json": b"about",
        "README.md": b"# Read me",
    }


def test_without_a_zip_all_plain_files_count(harvested: Harvest) -> None:
    snapshot = the_snapshot(
        harvested(StoredFile(key="a.ipynb", content=b"{}"), StoredFile(key="b.csv", content=b""))
    )
    assert snapshot.paths() == ("a.ipynb", "b.csv")


def test_the_zip_that_github_made_is_preferred_and_the_other_named(harvested: Harvest) -> None:
    found = harvested(StoredFile(key="data.zip", content=zip_of({"data.csv": ""})), ZIP)
    assert "README.md" in the_snapshot(found).paths()
    assert reasons(found) == {
        "records/12/files/data.zip": "one archive of a record is read, and 'owner/repo-v1.0.zip' "
        "comes first; put what can be run into that one"
    }


def test_a_list_beside_an_archive_that_is_not_read_still_counts(harvested: Harvest) -> None:
    found = harvested(
        StoredFile(key="code.7z", content=b""), StoredFile(key="executables.json", content=b"{}")
    )
    assert the_snapshot(found).paths() == ("executables.json",)
    assert list(reasons(found)) == ["records/12/files/code.7z"]


@pytest.mark.parametrize(("doi", "expected"), [(None, None), ("10.1000/external.1", "10.1000/external.1")])
def test_a_record_without_a_doi_of_zenodo_is_harvested_all_the_same(
    harvested: Harvest, doi: str | None, expected: str | None
) -> None:
    assert the_snapshot(harvested(ZIP, doi=doi)).component.doi == expected


def test_no_link_of_a_reply_is_followed_to_a_file(zenodo: SimulatedZenodo, harvested: Harvest) -> None:
    zenodo.file_links_on = "https://elsewhere.example"
    snapshot = the_snapshot(harvested(ZIP, StoredFile(key="codemeta.json", content=b"{}")))
    assert snapshot.read(["codemeta.json", "README.md"]).keys() == {"codemeta.json", "README.md"}
    assert snapshot.component.files_url
    assert snapshot.component.files_url.startswith(zenodo.base_url)


def test_without_a_zip_a_tar_is_downloaded_once_and_its_members_are_the_files(
    zenodo: SimulatedZenodo, harvested: Harvest
) -> None:
    content = tar_of(TEXTS, top=TOP)
    snapshot = the_snapshot(
        harvested(
            StoredFile(key="code.tar.gz", content=content), StoredFile(key="codemeta.json", content=b"{}")
        )
    )
    assert snapshot.paths() == ("README.md", "codemeta.json", "executables.json", "notebooks/a b.ipynb")
    assert snapshot.read(["README.md"]) == {"README.md": b"# Read me"}
    assert snapshot.read(["executables.json"]) == {"executables.json": TEXTS["executables.json"].encode()}
    assert snapshot.component.files_url is None
    assert len(zenodo.paths("/code.tar.gz/content")) == 1


def test_a_zip_comes_before_a_tar(zenodo: SimulatedZenodo, harvested: Harvest) -> None:
    found = harvested(
        StoredFile(key="a.tar.gz", content=tar_of({"a": ""})), StoredFile(key="b.zip", content=ZIP.content)
    )
    assert "README.md" in the_snapshot(found).paths()
    assert list(reasons(found)) == ["records/12/files/a.tar.gz"]
    assert zenodo.paths("a.tar.gz") == []


def test_a_tar_that_is_too_large_is_not_asked_for(zenodo: SimulatedZenodo, harvested: Harvest) -> None:
    found = harvested(StoredFile(key="data.tar", content=b"", announced_size=200_000_001))
    assert "only read as a whole, up to 200,000,000" in reasons(found)["records/12/files/data.tar"]
    assert zenodo.paths("/content") == []


def test_archives_inside_of_an_archive_are_named_and_not_opened(harvested: Harvest) -> None:
    inner = {"data/inner.zip": zip_of({"evil.ipynb": "{}"}), "more.tar.gz": b"", "a.ipynb": "{}"}
    found = harvested(StoredFile(key="code.zip", content=zip_of(inner)))
    assert the_snapshot(found).paths() == ("a.ipynb", "data/inner.zip", "more.tar.gz")
    assert reasons(found) == {
        "records/12": "archives inside of its archive, which are not opened: 2, the first is 'data/inner.zip'"
    }
