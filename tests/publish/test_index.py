"""`index.json` and what it promises."""

import hashlib
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

import sample_catalogue as sample
from ossr_catalogue.errors import PublishError
from ossr_catalogue.model.catalogue import Catalogue, LeftOut
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.data import DataSlot
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.kinds.jupyter_notebook import JupyterNotebook
from ossr_catalogue.model.kinds.kind import UnknownKind
from ossr_catalogue.model.resources import Needs
from ossr_catalogue.publish.files import SiteSettings
from ossr_catalogue.publish.index.build import machine_files
from ossr_catalogue.schemas import names, schema
from sample_site import SETTINGS, files_of, index_entry, read, sample_files, values_in


@cache
def validator(name: str) -> Draft202012Validator:
    loaded = {one: schema(one) for one in names()}
    registry = Registry().with_resources((one["$id"], Resource.from_contents(one)) for one in loaded.values())
    return Draft202012Validator(
        loaded[name], registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER
    )


def hrefs(tree: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    for value in values_in(tree):
        if isinstance(value, dict):
            yield from (value[key] for key in ("href", "page", "document") if key in value)


def shuffled(catalogue: Catalogue, seed: int) -> Catalogue:
    chance = random.Random(seed)  # noqa: S311 - the same order in every run
    return Catalogue(
        entries=tuple(chance.sample(catalogue.entries, len(catalogue.entries))),
        components=tuple(chance.sample(catalogue.components, len(catalogue.components))),
        left_out=tuple(chance.sample(catalogue.left_out, len(catalogue.left_out))),
    )


def test_the_index_follows_its_schema() -> None:
    validator("index-1").validate(read("index.json"))


@pytest.mark.parametrize("name", names())
def test_every_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


def test_everything_in_the_schema_of_the_index_is_explained() -> None:
    unexplained = [
        key
        for tree in values_in(schema("index-1"))
        if isinstance(tree, dict) and isinstance(tree.get("properties"), dict)
        for key, value in tree["properties"].items()
        if "$ref" not in value
        and not {"title", "description"} <= value.keys()
        and value.keys() - {"type", "items"}
        and "const" not in value
        and "minimum" not in value
    ]
    assert not unexplained


def test_every_key_of_an_entry_is_in_the_schema() -> None:
    known = schema("index-1")["$defs"]["entry"]["properties"].keys() | {"digest"}
    assert {key for entry in read("index.json")["executables"] for key in entry} <= known


def test_a_later_index_may_have_more() -> None:
    later = read("index.json") | {"version": "1.7.0", "news": []}
    later["executables"][0]["carbon_grams"] = {"min": 1}
    validator("index-1").validate(later)


def test_every_executable_of_the_catalogue_is_there_once_sorted() -> None:
    uuids = [one["uuid"] for one in read("index.json")["executables"]]
    assert uuids == sorted(set(uuids))
    assert len(uuids) == read("index.json")["count"] == len(sample.of_every_type()) + 1


def test_nothing_is_null() -> None:
    own = [path for path in sample_files() if path.endswith(".json") and not path.startswith("schemas/")]
    assert len(own) > 15
    for path in own:
        assert None not in list(values_in(read(path))), path


def test_two_builds_are_identical() -> None:
    catalogue = sample.catalogue(*sample.of_every_type(), sample.nasty())
    assert files_of(catalogue) == files_of(catalogue)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_input_changes_nothing(seed: int) -> None:
    gaps = tuple(LeftOut(source=f"s{n % 3}", path=f"p{n}", reason="r") for n in range(6))
    catalogue = sample.catalogue(*sample.of_every_type(), left_out=gaps)
    assert files_of(shuffled(catalogue, seed)) == files_of(catalogue)


def generation(catalogue: Catalogue, settings: SiteSettings = SETTINGS) -> str:
    return str(read("index.json", files_of(catalogue, settings))["generation"])


def test_the_time_of_the_build_is_not_in_the_generation() -> None:
    later = replace(SETTINGS, built=datetime(2030, 1, 1, tzinfo=UTC))
    first, second = files_of(sample.catalogue()), files_of(sample.catalogue(), later)
    assert read("index.json", first)["generation"] == read("index.json", second)["generation"]
    assert {path for path in first if first[path] != second[path]} == {"index.json", "health.json"}


def test_what_a_source_left_out_is_not_in_the_generation() -> None:
    failed = sample.catalogue(left_out=(LeftOut(source="s", path="", reason="The host is down."),))
    assert generation(failed) == generation(sample.catalogue())


@pytest.mark.parametrize(
    "change",
    [{"title": "Other"}, {"extras": (("x-mine", 1),)}, {"keywords": ("new",)}],
    ids=["a-title", "what-only-the-document-says", "a-keyword"],
)
def test_every_change_of_an_executable_is_another_generation(change: dict[str, Any]) -> None:
    entries = sample.of_every_type()
    changed = replace(entries[0], executable=replace(entries[0].executable, **change))
    assert generation(sample.catalogue(changed, *entries[1:])) != generation(sample.catalogue())


def test_every_href_leads_to_a_file_or_a_page() -> None:
    files, index = sample_files(), read("index.json")
    pages = {one["page"] for one in (*index["executables"], *index["components"])}
    for href in hrefs(index):
        assert href in files or href in pages, href
    assert pages == {
        *(f"executables/{one['uuid']}/" for one in index["executables"]),
        *(f"components/{one['slug']}/" for one in index["components"]),
    }


def test_the_digest_is_that_of_the_document() -> None:
    for entry in read("index.json")["executables"]:
        content = sample_files()[entry["document"]].content
        assert entry["digest"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_the_doors_are_as_they_say() -> None:
    doors = read("index.json")["doors"]
    assert {"esap-workflows", "esap-facilities", "schema", "vocabulary", "platforms", "table", "health"} <= {
        door["rel"] for door in doors
    }
    assert "robots.txt" not in {door["href"] for door in doors}
    for door in doors:
        file = sample_files()[door["href"]]
        assert door["type"] == file.media_type
        if "digest" in door:
            assert door["digest"] == f"sha256:{hashlib.sha256(file.content).hexdigest()}"
            assert door["size"] == len(file.content)


def test_numbers_are_in_base_units_beside_the_text() -> None:
    compute = index_entry("Explore the OSSR")["compute"][0]
    assert compute["memory_bytes"] == {"min": 1_000_000_000, "max": 16_000_000_000}
    assert compute["memory"] == "1 GB – 16 GB"  # noqa: RUF001 - an en dash, as people write it
    assert compute["cores"] == {"min": 1, "max": 4}
    assert "walltime_seconds" not in compute


def test_what_has_no_end_says_so() -> None:
    storage = index_entry("Gaia clustering with HDBSCAN")["storage"][0]
    assert storage["size_bytes"] == {"min": 21_474_836_480, "unbounded": True}


def test_needs_that_are_not_declared_are_absent() -> None:
    assert not {"compute", "storage", "data", "profiles"} & index_entry("Simulate showers").keys()


def test_a_profile_has_only_what_it_replaces() -> None:
    profile = index_entry("Gaia clustering with HDBSCAN")["profiles"][0]
    assert profile["name"] == "sample"
    assert profile["compute"][0]["nodes"] == {"min": 6, "max": 6}
    assert "storage" not in profile


def test_a_location_is_resolved_at_the_pinned_revision() -> None:
    assert index_entry("Explore the OSSR")["locations"][0] == {
        "path": "notebooks/Explore the OSSR.ipynb",
        "url": f"https://raw.githubusercontent.com/example/ossr-library/{sample.REVISION}/notebooks/"
        "Explore%20the%20OSSR.ipynb",
        "view": f"https://github.com/example/ossr-library/blob/{sample.REVISION}/notebooks/"
        "Explore%20the%20OSSR.ipynb",
    }


def test_a_registry_is_a_location_too() -> None:
    assert index_entry("CASA image")["locations"] == [
        {"path": "oras://ghcr.io/example/casa:6", "url": "oras://ghcr.io/example/casa:6"}
    ]


def test_an_alias_of_a_type_is_given_by_its_urn() -> None:
    alias = sample.entry(JupyterNotebook(location="a.ipynb"), "Alias", type="urn:jupyter-notebook-0.1")
    files = files_of(sample.catalogue(alias))
    entry = index_entry("Alias", files)
    assert entry["type"] == "urn:types/jupyter-notebook"
    assert read(entry["document"], files)["declared"]["type"] == "urn:jupyter-notebook-0.1"


def test_keys_of_an_unknown_type_never_replace_ours() -> None:
    kind = UnknownKind(type="urn:x:y", own=(("page", "https://evil.example"), ("digest", "sha256:0")))
    files = files_of(sample.catalogue(sample.entry(kind, "Strange", type="urn:x:y")))
    entry = index_entry("Strange", files)
    assert entry["page"] == f"executables/{entry['uuid']}/"
    assert read(entry["document"], files)["declared"]["page"] == "https://evil.example"


def test_the_licence_is_its_own_else_the_components() -> None:
    assert index_entry("OSSR library in a container")["license"] == "BSD-3-Clause"
    assert index_entry("Explore the OSSR")["license"] == "MIT"


def test_findings_are_counted_by_severity() -> None:
    assert index_entry("Explore the OSSR")["lint"] == {"errors": 0, "warnings": 1}


def test_a_note_is_no_warning() -> None:
    notes = (sample.finding(severity=Severity.NOTE), sample.finding(severity=Severity.ERROR))
    entry = sample.entry(JupyterNotebook(location="a.ipynb"), "Noted", findings=notes)
    assert index_entry("Noted", files_of(sample.catalogue(entry)))["lint"] == {"errors": 1, "warnings": 0}


def test_the_successor_is_named() -> None:
    entry = index_entry("Fetch CTA data")
    assert (entry["status"], entry["superseded_by"]) == ("deprecated", sample.uuid_of("Explore the OSSR"))


def test_data_that_may_be_missing_say_so() -> None:
    data = index_entry("Gaia clustering with HDBSCAN")["data"]
    assert [(one["name"], one["direction"], one["required"]) for one in data] == [
        ("gaia-dr3", "input", True),
        ("clusters", "output", False),
    ]


def test_a_platform_says_url_or_reason() -> None:
    launches = {one["platform"]: one for one in index_entry("Explore the OSSR")["launch"]}
    assert launches["mybinder"]["verdict"] == "fits-less"
    assert launches["mybinder"]["url"].startswith("https://mybinder.org/v2/git/https%3A%2F%2Fgithub.com")
    assert launches["mybinder"]["reason"] == "could use 16 GB of memory, offers 2 GB"
    assert launches["own-computer"]["reason"].endswith("; no link can start it there")


def test_a_link_that_opens_another_state_says_so() -> None:
    launches = {one["platform"]: one for one in index_entry("Explore the OSSR")["launch"]}
    newest = "the link opens the newest state of the repository, not the one described here"
    assert launches["codespaces"]["reason"] == newest
    assert launches["swan"]["reason"] == (
        f"needs 1 GB of memory, how much memory it offers is not known; {newest}"
    )


def test_platforms_that_do_not_take_the_type_are_left_out() -> None:
    assert {one["platform"] for one in index_entry("Calibrate LOFAR data")["launch"]} == {
        "codespaces",
        "own-computer",
        "reana",
    }
    assert "launch" not in index_entry("Quantum circuit")


def test_the_request_is_there_or_the_reason_why_not() -> None:
    entry = index_entry("Explore the OSSR")
    assert entry["request"] == {
        "href": f"executables/{entry['uuid']}.request.json",
        "yaml": f"executables/{entry['uuid']}.request.yaml",
    }
    assert index_entry("CASA image")["request"]["reason"].startswith("brokers cannot check Singularity")


def test_what_the_user_has_to_add_to_a_request_is_named() -> None:
    needs = Needs(data=(DataSlot(name="events", content="urn:event-list"),))
    entry = sample.entry(JupyterNotebook(location="a.ipynb"), "Hungry", needs=needs)
    assert index_entry("Hungry", files_of(sample.catalogue(entry)))["request"]["unfilled"] == ["events"]


def test_a_summary_is_plain_text_on_one_line() -> None:
    assert index_entry("Explore the OSSR")["summary"] == "Does what Explore the OSSR says."


def test_no_text_hides_its_direction() -> None:
    index = read("index.json")
    shown = [
        value
        for entry in index["executables"]
        for key in ("title", "summary", "description")
        for value in [entry[key]]
    ]
    assert not [text for text in shown if set(text) & set("\u202e\u202c\u2066\x00")]
    assert [text for text in shown if "<script>" in text], "the sample is hostile"


def test_no_address_of_the_index_can_run() -> None:
    hostile = replace(
        sample.LIBRARY, slug="h", repository="javascript://x/%0aalert(1)", homepage="data://text/html,x"
    )
    entry = sample.entry(
        JupyterNotebook(location="javascript://x/%0aalert(1)"),
        "Hostile",
        hostile,
        homepage="javascript:alert(1)",
        documentation="vbscript:x",
        citation="file:///etc/passwd",
    )
    files = files_of(sample.catalogue(entry))
    index = read("index.json", files)
    addresses = {
        "url",
        "view",
        "page",
        "homepage",
        "documentation",
        "citation",
        "repository",
        "href",
        "document",
    }
    for tree in (index, read(index["executables"][0]["document"], files)["component"]):
        for value in values_in(tree):
            for key in addresses & value.keys() if isinstance(value, dict) else ():
                assert (
                    value[key].startswith(("https://", "executables/", "components/"))
                    or "://" not in value[key]
                )
                assert not value[key].startswith(("javascript:", "vbscript:", "data:", "file:"))


def test_a_text_that_is_no_unicode_can_be_written() -> None:
    broken = sample.entry(
        JupyterNotebook(location="\ud800.ipynb"),
        "half \ud800 pair",
        replace(sample.LIBRARY, title="\ud800"),
        uuid=sample.uuid_of("half"),
        keywords=("\udfff",),
    )
    files = files_of(sample.catalogue(broken))
    assert read("index.json", files)["executables"][0]["title"] == "half pair"


def test_what_json_cannot_say_can_be_written() -> None:
    own = sample.entry(
        JupyterNotebook(location="a.ipynb"),
        "Own",
        extras=(("x-own", {"a": float("nan"), "b": None, "c": [None]}),),
    )
    files = files_of(sample.catalogue(own))
    document = read(f"executables/{own.executable.uuid}.json", files)
    assert document["declared"]["x-own"] == {"a": "nan", "c": []}


def test_an_empty_catalogue_is_one() -> None:
    files = {file.path: file for file in machine_files(Catalogue(entries=(), components=()), SETTINGS)}
    index = read("index.json", files)
    validator("index-1").validate(index)
    assert (index["count"], index["executables"]) == (0, [])
    assert files["index.csv"].content.startswith(b"uuid,type,title")


def test_one_uuid_cannot_be_two_executables() -> None:
    twice = sample.catalogue(
        sample.entry(JupyterNotebook(location="a.ipynb"), "A", uuid=sample.uuid_of("x")),
        sample.entry(JupyterNotebook(location="b.ipynb"), "B", uuid=sample.uuid_of("x")),
    )
    with pytest.raises(PublishError, match=f"two files would lie at .*{sample.uuid_of('x')}"):
        files_of(twice)


@pytest.mark.parametrize("uuid", ["../../etc/cron.d/x", "/etc/x", "a b", "", "..", "\u0661"])
def test_no_file_lies_outside_the_site(uuid: str) -> None:
    entry = sample.entry(JupyterNotebook(location="a.ipynb"), "A", uuid=uuid)
    with pytest.raises(PublishError):
        files_of(sample.catalogue(entry))


def test_an_index_that_would_break_its_promise_is_not_published() -> None:
    nameless = Component(slug="s", title="t", revision="r")
    entry = sample.entry(JupyterNotebook(location="a.ipynb"), "A", nameless, uuid="no-uuid")
    with pytest.raises(PublishError, match=r"break its schema at /executables/0/uuid"):
        files_of(sample.catalogue(entry))


def many(count: int, title: str = "n") -> Catalogue:
    return sample.catalogue(
        *(
            sample.entry(
                JupyterNotebook(location="a.ipynb"), f"{title} {number}", uuid=sample.uuid_of(str(number))
            )
            for number in range(count)
        )
    )


def parted(catalogue: Catalogue) -> dict[str, Any]:
    return {file.path: file for file in machine_files(catalogue, SETTINGS, whole_up_to=30)}


def test_a_large_index_names_its_parts() -> None:
    files = parted(many(60))
    index = read("index.json", files)
    validator("index-1").validate(index)
    assert "executables" not in index
    entries = []
    for part in index["parts"]:
        content = files[part["href"]].content
        assert (part["sha256"], part["size"]) == (hashlib.sha256(content).hexdigest(), len(content))
        executables = read(part["href"], files)["executables"]
        assert part["count"] == len(executables)
        entries.extend(executables)
    whole = read("index.json", files_of(many(60)))
    assert entries == whole["executables"]
    assert index["count"] == 60


def test_the_parts_keep_the_promise_too() -> None:
    nameless = sample.entry(JupyterNotebook(location="a.ipynb"), "A", uuid="no-uuid")
    with pytest.raises(PublishError, match=r"break its schema at /executables/\d+/uuid"):
        parted(sample.catalogue(*many(40).entries, nameless))


def test_a_small_index_is_whole() -> None:
    assert "parts" not in read("index.json", parted(many(30)))


def test_a_change_touches_one_part() -> None:
    before, after = parted(many(60)), parted(many(60))
    entries = many(60).entries
    changed = replace(entries[0], executable=replace(entries[0].executable, title="Changed"))
    after = parted(sample.catalogue(changed, *entries[1:]))
    parts = {path for path in before if path.startswith("index/")}
    assert len(parts - after.keys()) == 1
    assert read("index.json", before)["generation"] != read("index.json", after)["generation"]


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in sample_files()
        if path.startswith("executables/") and path.endswith(".json") and path.count(".") == 1
    ],
)
def test_every_document_follows_its_schema(path: str) -> None:
    validator("executable-document-1").validate(read(path))


def test_a_document_says_all_that_is_known() -> None:
    entry = index_entry("Explore the OSSR")
    document = read(entry["document"])
    assert document["entry"] == {key: value for key, value in entry.items() if key != "digest"}
    assert document["declared"]["compute-resources"][0]["memory"] == {"min": "1 GB", "max": "16 GB"}
    assert document["component"]["authors"][0]["orcid"] == "0000-0002-1825-0097"
    assert document["provenance"] == {
        "origin": "declared",
        "source": "git https://github.com/example/ossr-library",
        "path": "executables.json",
        "pointer": "/executables/0",
        "revision": sample.REVISION,
        "url": f"https://raw.githubusercontent.com/example/ossr-library/{sample.REVISION}/executables.json",
        "view": f"https://github.com/example/ossr-library/blob/{sample.REVISION}/executables.json",
    }
    finding = document["findings"][0]
    assert (finding["code"], finding["severity"], finding["line"]) == ("DSC101", "warning", 6)


def test_every_schema_is_where_documents_say() -> None:
    for path in ("index.json", read("index.json")["executables"][0]["document"]):
        address = read(path)["$schema"]
        assert address.removeprefix(SETTINGS.url) in sample_files()
