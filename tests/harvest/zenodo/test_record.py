"""What a record says about itself becomes a component, whatever it says."""

import json
import warnings
from pathlib import Path
from typing import Any

import pytest

from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.zenodo.component import component_of
from ossr_catalogue.harvest.zenodo.eossr_record import read_record
from ossr_catalogue.model.component import Component, Person
from stored_records import StoredRecord

CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "zenodo"
SERVER = "https://zenodo.example"


def component(doi: str | None = "", **metadata: Any) -> Component:  # noqa: ANN401  as JSON has it
    return component_with(metadata, doi)


def component_with(metadata: dict[str, Any], doi: str | None = "") -> Component:
    stored = StoredRecord(number=4701489, concept=4701488, doi=doi, metadata=metadata)
    return component_of(read_record(stored.hit(SERVER)), base_url=SERVER)


def test_a_record_is_identified_by_its_concept_and_pinned_to_its_version() -> None:
    found = component(version="v2.1.0")
    assert (found.slug, found.revision, found.version) == ("zenodo-4701488", "4701489", "v2.1.0")


def test_its_page_is_where_it_lives() -> None:
    assert component().homepage == "https://zenodo.example/records/4701489"


@pytest.mark.parametrize(
    ("doi", "expected"),
    [
        pytest.param("", "10.5281/zenodo.4701489", id="of the version, not of the concept"),
        pytest.param("10.1051/0004-6361/202346488", "10.1051/0004-6361/202346488", id="external"),
        pytest.param(None, None, id="none"),
        pytest.param("see the paper", None, id="no DOI"),
    ],
)
def test_its_doi_is_the_one_that_cites_this_version(doi: str | None, expected: str | None) -> None:
    assert component(doi).doi == expected


def test_its_description_is_plain_text() -> None:
    html = "<p>Fits spectra &amp; images<br>of <b>gamma</b> rays.</p><script>alert(1)</script>"
    assert component(description=html).description == "Fits spectra & images of gamma rays."


def test_its_authors_are_read_in_the_order_of_names() -> None:
    creators = [
        {"name": "Lovelace, Ada", "affiliation": None, "orcid": "0000-0002-1825-0097"},
        {"name": "Hopper, Grace", "affiliation": "Navy", "orcid": "http://orcid.org/0000-0001-5109-3700"},
        {"name": "The Collaboration", "orcid": "unknown"},
        {"name": "", "orcid": "0000-0002-1825-0097"},
        "Nobody",
    ]
    assert component(creators=creators).authors == (
        Person(name="Ada Lovelace", orcid="0000-0002-1825-0097"),
        Person(name="Grace Hopper", orcid="0000-0001-5109-3700", affiliation="Navy"),
        Person(name="The Collaboration"),
    )


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ({"id": "bsd-3-clause"}, "BSD-3-Clause"),
        ({"id": "gpl-3.0-or-later"}, "GPL-3.0-or-later"),
        ({"id": "cc-by-4.0"}, "CC-BY-4.0"),
        ({"id": "other-open"}, None),
        ({"id": ""}, None),
        ({}, None),
        ("mit", None),
        (None, None),
    ],
)
def test_its_licence_is_written_as_spdx_does(licence: object, expected: str | None) -> None:
    assert component(license=licence).licence == expected


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        pytest.param(
            {"custom": {"code:codeRepository": "https://git.example.org/group/code.git"}},
            "https://git.example.org/group/code",
            id="declared, on any host",
        ),
        pytest.param(
            {"related_identifiers": [{"relation": "isSupplementTo", "identifier": "https://github.com/o/r/tree/v1.0"}]},
            "https://github.com/o/r",
            id="a release on GitHub",
        ),
        pytest.param(
            {"related_identifiers": [{"relation": "isDerivedFrom", "identifier": "https://gitlab.in2p3.fr/a/b/c/-/tree/v1"}]},
            "https://gitlab.in2p3.fr/a/b/c",
            id="a tag on a GitLab",
        ),
        pytest.param(
            {
                "related_identifiers": [
                    {"relation": "isDerivedFrom", "identifier": "https://github.com/o/origin"},
                    {"relation": "isSupplementTo", "identifier": "https://doi.org/10.5281/zenodo.1"},
                    {"relation": "isSupplementTo", "identifier": "https://github.com/o/r/"},
                ]
            },
            "https://github.com/o/r",
            id="what it supplements comes before what it derives from",
        ),
        pytest.param(
            {"related_identifiers": [{"relation": "cites", "identifier": "https://github.com/o/r"}]},
            None,
            id="a repository that it only cites",
        ),
        pytest.param(
            {"related_identifiers": [{"relation": "isSupplementTo", "identifier": "https://arxiv.org/abs/1"}]},
            None,
            id="a paper",
        ),
        pytest.param({"custom": {"code:codeRepository": "https://[::1"}}, None, id="no address"),
        pytest.param({"related_identifiers": "none"}, None, id="no list"),
    ],
)  # fmt: skip
def test_its_repository_is_the_one_that_it_archives(metadata: dict[str, Any], expected: str | None) -> None:
    assert component_with(metadata).repository == expected


def test_its_languages_are_those_that_it_declares() -> None:
    languages = [{"id": "python", "title": {"en": "Python"}}, {"id": "c++"}, {}, 3]
    assert component(custom={"code:programmingLanguage": languages}).languages == ("Python", "C++")


def test_its_keywords_come_once_and_only_if_they_are_words() -> None:
    assert component(keywords=["IACT", " IACT ", "", None, "gamma rays"]).keywords == (
        "IACT",
        "gamma rays",
    )


@pytest.mark.parametrize(
    "value", [None, 0, True, [], {}, "text", ["text"], [None], [[]], {"id": []}, "\ud800"]
)
def test_no_value_of_its_metadata_breaks_the_reading(value: object) -> None:
    names = (
        "description", "creators", "license", "keywords", "version", "communities", "custom", "access_right",
        "related_identifiers", "relations", "doi",
    )  # fmt: skip
    for name in names:
        found = component_with({name: value})
        assert found.slug == "zenodo-4701488"
        repr(found).encode("utf-8")


@pytest.mark.parametrize(
    "hit",
    [
        None,
        [],
        "text",
        {},
        {"id": 5},
        {"id": 5, "metadata": None},
        {"id": "../5", "metadata": {"title": "a"}},
    ],
)
def test_what_is_no_record_is_an_error_of_the_source(hit: object) -> None:
    with pytest.raises(SourceError, match="record"):
        read_record(hit)


@pytest.mark.parametrize(
    ("key", "size"), [(None, 1), (3, 1), ("a\nb", 1), ("a", None), ("a", "1"), ("a", -1), ("", 1)]
)
def test_a_file_that_cannot_be_fetched_is_none(key: object, size: object) -> None:
    hit = StoredRecord(number=5).hit(SERVER)
    hit["files"] = [{"key": key, "size": size}, {"key": "good.txt", "size": 3}]
    assert [file.key for file in read_record(hit).files] == ["good.txt"]


def test_without_a_concept_a_record_stands_for_itself() -> None:
    hit = StoredRecord(number=5).hit(SERVER)
    del hit["conceptrecid"]
    assert read_record(hit).concept_id == "5"


def test_the_concept_may_stand_among_the_relations_only() -> None:
    hit = StoredRecord(number=5).hit(SERVER)
    del hit["conceptrecid"]
    hit["metadata"]["relations"] = {"version": [{"parent": {"pid_type": "recid", "pid_value": "4"}}]}
    assert read_record(hit).concept_id == "4"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the stored replies of Zenodo are not here")
@pytest.mark.parametrize("name", ["record-legacy-sandbox-346365.json", "record-legacy-sandbox-393433.json"])
def test_real_records_are_read(name: str) -> None:
    hit = json.loads((CORPUS / name).read_text(encoding="utf-8"))
    record = read_record(hit)
    found = component_of(record, base_url="https://sandbox.zenodo.org")
    assert found.slug == f"zenodo-{hit['conceptrecid']}"
    assert found.homepage == hit["links"]["self_html"]
    assert found.doi == hit["doi"]
    assert found.authors[0].name == "Fabrice Brito"
    assert [file.key for file in record.files] == [file["key"] for file in hit["files"]]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the stored replies of Zenodo are not here")
def test_a_real_page_of_a_search_is_read() -> None:
    page = json.loads((CORPUS / "search-legacy-3hits.json").read_text(encoding="utf-8"))
    records = [read_record(hit) for hit in page["hits"]["hits"]]
    assert [record.record_id for record in records] == [str(hit["id"]) for hit in page["hits"]["hits"]]


def test_eossr_is_read_without_its_warnings() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read_record(StoredRecord(number=5).hit(SERVER)).record_id == "5"
