"""Whatever people write into metadata files becomes regular, or is reported with its place."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from fake_sources import AGNPY, as_bytes
from ossr_catalogue.harvest.metadata import Described, described, metadata_paths, setup_cfg
from ossr_catalogue.harvest.metadata.licence import licence
from ossr_catalogue.harvest.metadata.loading import load_toml, load_yaml
from ossr_catalogue.harvest.metadata.metadata import Metadata
from ossr_catalogue.model.component import Component, Person

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "metadata"
BARE = Component(slug="x", title="x", revision="r")


NAMES = {
    "codemeta": "codemeta.json",
    "cff": "CITATION.cff",
    "zenodo": ".zenodo.json",
    "pyproject": "pyproject.toml",
    "readme": "README.md",
    "rst": "README.rst",
    "license": "LICENSE",
}


def about(**files: bytes | str) -> Described:
    """Describe a component by files, `codemeta` for `codemeta.json` and so on."""
    return described(BARE, {NAMES[key]: as_bytes(content) for key, content in files.items()})


def from_codemeta(**keys: object) -> Component:
    return about(codemeta=json.dumps(keys)).component


def complaints(**files: bytes | str) -> tuple[tuple[str, str], ...]:
    return about(**files).complaints


@pytest.mark.parametrize(
    ("author", "person"),
    [
        pytest.param(
            {
                "givenName": "Ada",
                "familyName": "Nebot",
                "@id": "https://orcid.org/0000-0003-2373-451X",
                "affiliation": {"name": "CDS"},
                "email": "ada@example.org",
            },
            Person(name="Ada Nebot", orcid="0000-0003-2373-451X", affiliation="CDS"),
            id="in full",
        ),
        pytest.param(
            {"@type": "Organization", "name": "KM3NeT"}, Person(name="KM3NeT"), id="an organisation"
        ),
        pytest.param("Rico, Javier", Person(name="Javier Rico"), id="a text"),
        pytest.param(
            {"name": "Ada", "@id": "http://orcid.org/0000-0003-2373-451X"},
            Person(name="Ada", orcid="0000-0003-2373-451X"),
            id="orcid over http",
        ),
        pytest.param(
            {"name": "Ada", "@id": "https://orcid.org/0000-0003-2373-4510"},
            Person(name="Ada"),
            id="orcid with a wrong check digit",
        ),
        pytest.param({"name": "Ada", "@id": "-\\n"}, Person(name="Ada"), id="a placeholder"),
        pytest.param(
            {"name": "Ada Nebot <ada@example.org>"}, Person(name="Ada Nebot"), id="an address in the name"
        ),
        pytest.param(
            {"name": "Ada", "affiliation": ["CDS <cds@example.org>", "x"]},
            Person(name="Ada", affiliation="CDS"),
            id="an address in the affiliation",
        ),
    ],
)
def test_an_author_is_read_in_every_form_and_never_with_an_email(author: object, person: Person) -> None:
    assert from_codemeta(author=author).authors == (person,)


@pytest.mark.parametrize("author", [None, [], {}, "ada@example.org", 7, {"email": "a@b.org"}, [[["x"]]], "-"])
def test_what_is_no_author_is_none(author: object) -> None:
    assert from_codemeta(author=author).authors == ()


@pytest.mark.parametrize(
    "author", [{"@list": [{"name": "A"}, {"name": "B"}]}, [{"name": "A"}, {"name": "B"}]]
)
def test_several_authors_keep_their_order(author: object) -> None:
    assert [person.name for person in from_codemeta(author=author).authors] == ["A", "B"]


@pytest.mark.parametrize(
    ("keys", "field", "value"),
    [
        ({"description": "<p>A <b>framework</b>.</p>\n<p>Fast.</p>"}, "description", "A framework. Fast."),
        (
            {"keywords": ["Gaia; Content: Astronomy", "gaia", " - "]},
            "keywords",
            ("Gaia", "Content: Astronomy"),
        ),
        ({"keywords": "CTA, gamma rays"}, "keywords", ("CTA", "gamma rays")),
        ({"keywords": {"name": "CTA"}}, "keywords", ("CTA",)),
        ({"softwareVersion": "-\n", "version": 1.5}, "version", "1.5"),
        ({"identifier": "Euro-VO/ESCAPE tutorials"}, "doi", None),
        ({"identifier": "https://doi.org/10.5281/zenodo.3896282"}, "doi", "10.5281/zenodo.3896282"),
        ({"identifier": [{"value": "10.5281/zenodo.1"}]}, "doi", "10.5281/zenodo.1"),
        ({"codeRepository": "git+https://github.com/a/b.git/"}, "homepage", "https://github.com/a/b"),
        ({"codeRepository": "javascript:alert(1)"}, "homepage", None),
        ({"url": "javascript:alert(1)"}, "homepage", None),
        ({"url": "https://a@b.org/"}, "homepage", None),
        (
            {"programmingLanguage": ["Python 3", {"name": "C++17"}, "python3.*"]},
            "languages",
            ("Python", "C++"),
        ),
        ({"name": "Response functions."}, "title", "Response functions"),
        ({"name": "<i>agn</i>\u202epy"}, "title", "agn py"),
        ({"name": ["agnpy", "other"]}, "title", "agnpy"),
        ({"name": {"@value": "agnpy"}}, "title", "agnpy"),
        ({"name": None}, "title", "x"),
    ],
)
def test_values_are_made_regular(keys: dict[str, object], field: str, value: object) -> None:
    assert getattr(from_codemeta(**keys), field) == value


@pytest.mark.parametrize(
    ("written", "expression"),
    [
        ("https://spdx.org/licenses/BSD-3-Clause", "BSD-3-Clause"),
        ("https://spdx.org/licenses/MIT.html", "MIT"),
        ("https://opensource.org/licenses/MIT", "MIT"),
        ("https://spdx.org/licenses/SSPL-1.0", "SSPL-1.0"),
        ("GPL-2.0+", "GPL-2.0-or-later"),
        ("GPL-3.0", "GPL-3.0-only"),
        ("bsd-3-clause", "BSD-3-Clause"),
        ("mit OR apache-2.0", "MIT OR Apache-2.0"),
        ("(MIT AND CC-BY-4.0) OR Apache-2.0", "(MIT AND CC-BY-4.0) OR Apache-2.0"),
        ("GPL-3.0-or-later WITH GCC-exception-3.1", "GPL-3.0-or-later WITH GCC-exception-3.1"),
        ("MIT License", "MIT"),
        ("BSD", None),
        ("GPLv3", None),
        ("MIT Apache-2.0", None),
        ("MIT OR", None),
        ("(MIT", None),
        ("MIT)", None),
        ("OR MIT", None),
        ("", None),
        ("see LICENSE", None),
        ("https://example.org/licence", None),
    ],
)
def test_a_licence_is_an_spdx_expression_or_nothing(written: str, expression: str | None) -> None:
    assert licence(written) == expression


@pytest.mark.parametrize(
    ("content", "place"),
    [
        pytest.param('{\n "name": "x",,\n}', "line 2, column 14: found ','", id="a comma too many"),
        pytest.param('{"name": "x"', "found the end of the file", id="cut short"),
        pytest.param("[]", "found list at its top, expected a mapping", id="no mapping"),
        pytest.param(b'{\n"name": "caf\xe9"}', "not UTF-8 at line 2: found the byte 0xe9", id="latin-1"),
        pytest.param("[" * 100_000, "nested too deeply", id="a tower of brackets"),
        pytest.param("", "found the end of the file", id="empty"),
    ],
)
def test_a_broken_file_is_reported_with_its_place_and_the_rest_goes_on(
    content: str | bytes, place: str
) -> None:
    found = about(codemeta=content, zenodo='{"title": "From elsewhere"}')
    ((path, complaint),) = found.complaints
    assert (path, place in complaint) == ("codemeta.json", True)
    assert found.component.title == "From elsewhere"


def test_a_byte_order_mark_is_no_mistake() -> None:
    assert about(codemeta=b'\xef\xbb\xbf{"name": "agnpy"}').component.title == "agnpy"


def test_a_key_that_stands_twice_is_reported_and_the_last_one_counts() -> None:
    found = about(codemeta='{"name": "one", "name": "two"}')
    assert found.component.title == "two"
    assert found.complaints == (
        ("codemeta.json", "the key 'name' stands twice; the last one was used, remove the other"),
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            '{"license": "BSD"}',
            "its licence 'BSD' was not used; write an SPDX expression, such as BSD-3-Clause",
        ),
        (
            '{"license": ["MIT", "Apache-2.0"]}',
            "its licences (MIT, Apache-2.0) may all apply, or any one of them; write one SPDX expression",
        ),
        (
            '{"executables": ["a.json"]}',
            "its key 'executables' is not a text; expected the relative path of the list",
        ),
    ],
)
def test_what_cannot_be_understood_is_reported_not_guessed(content: str, expected: str) -> None:
    assert complaints(codemeta=content) == (("codemeta.json", expected),)


def test_versions_that_disagree_are_reported() -> None:
    found = about(codemeta='{"version": "0.6.0"}', zenodo='{"version": "0.11.3"}', cff="version: v0.6\n")
    assert found.component.version == "0.6.0"
    assert found.complaints == (
        (".zenodo.json", "its version 0.11.3 was not used: codemeta.json says 0.6.0; make them agree"),
    )


CFF = """\
cff-version: 1.1.0
title: HI-FRIENDS
abstract: >-
  It finds sources
  in cubes.
authors:
  - {family-names: Javier, given-names: Moldon, orcid: https://orcid.org/0000-0002-8079-7608}
  - {name: The team, email: team@example.org}
doi: https://doi.org/10.5281/zenodo.5167659
license: [MIT, Apache-2.0]
date-released: 2021-02-30
"""


def test_a_citation_file_is_read_as_it_stands() -> None:
    component = about(cff=CFF).component
    assert (component.title, component.description) == ("HI-FRIENDS", "It finds sources in cubes.")
    assert component.authors == (
        Person(name="Moldon Javier", orcid="0000-0002-8079-7608"),
        Person(name="The team"),
    )
    assert (component.doi, component.licence) == ("10.5281/zenodo.5167659", "MIT OR Apache-2.0")


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("title: [", "not YAML at line 1"),
        ("a: &a [x]\nb: *c", "not YAML at line 2, column 4: found undefined alias"),
        ("title: !!python/object:os.system x", "not YAML at line 1"),
        ("- a", "expected a mapping"),
    ],
)
def test_a_broken_citation_file_is_reported(content: str, place: str) -> None:
    ((path, complaint),) = complaints(cff=content)
    assert path == "CITATION.cff"
    assert place in complaint


def test_zenodo_metadata_turn_names_round() -> None:
    content = (
        '{"creators": [{"name": "Rico, Javier", "orcid": " 0000-0003-4137-1134"}], "license": "bsd-3-clause"}'
    )
    component = about(zenodo=content).component
    assert component.authors == (Person(name="Javier Rico", orcid="0000-0003-4137-1134"),)
    assert component.licence == "BSD-3-Clause"


PYPROJECT = """\
[project]
name = "agnpy"
description = "Modelling jets"
license = {file = "LICENSE"}
dynamic = ["version"]
authors = [{name = "Ada", email = "ada@example.org"}, {email = "bob@example.org"}]
urls = {Homepage = "https://agnpy.org"}
"""


def test_a_python_project_says_what_it_is_and_its_name_is_no_title() -> None:
    component = about(pyproject=PYPROJECT).component
    assert (component.title, component.description) == ("x", "Modelling jets")
    assert component.authors == (Person(name="Ada"),)
    assert (component.licence, component.version) == (None, None)
    assert component.homepage == "https://agnpy.org"


@pytest.mark.parametrize(
    ("readme", "title"),
    [
        ("# cta-lstchain [![CI](a.svg)](b) [![DOI](c.svg)](d)\n", "cta-lstchain"),
        ("[![badge](a.svg)](b)\n\n## Summary\n", "x"),
        ("Agnpy\n=====\n", "Agnpy"),
        ("# Gaia data analysis platform.\n", "Gaia data analysis platform"),
        ("no heading", "x"),
    ],
)
def test_a_readme_titles_by_its_highest_heading(readme: str, title: str) -> None:
    assert about(readme=readme).component.title == title


def test_a_readme_in_restructured_text_is_read() -> None:
    sentence = "This package computes the radiative processes in the jets of galaxies."
    component = about(rst=f"agnpy\n=====\n\n.. image:: x.svg\n\n{sentence}\n").component
    assert (component.title, component.description) == ("agnpy", sentence)


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("Permission is hereby granted, free of charge, to any\nperson obtaining a copy", "MIT"),
        ("Apache License\n   Version 2.0, January 2004", "Apache-2.0"),
        ("Redistribution and use in source and binary\n forms … Neither the name of", "BSD-3-Clause"),
        ("Redistribution and use in source and binary forms", "BSD-2-Clause"),
        ("GNU GENERAL PUBLIC LICENSE Version 3", None),
        ("All rights reserved.", None),
    ],
)
def test_the_text_of_a_licence_counts_where_nothing_else_names_it(text: str, expression: str | None) -> None:
    assert about(license=text).component.licence == expression


def test_the_files_are_trusted_in_order() -> None:
    found = about(
        readme="# Readme\n",
        zenodo='{"title": "Zenodo"}',
        cff="title: Citation",
        codemeta='{"name": "Codemeta"}',
    )
    assert found.component.title == "Codemeta"


def test_what_is_pinned_stays_the_sources_own() -> None:
    claim = json.dumps(
        {"codeRepository": "https://github.com/gammapy/gammapy", "version": "9", "name": "Mine"}
    )
    pinned = replace(AGNPY, version="v2.1", doi="10.5281/zenodo.1")
    component = described(pinned, {"codemeta.json": claim.encode()}).component
    assert (component.version, component.doi) == ("v2.1", "10.5281/zenodo.1")
    assert component.repository == "https://github.com/agn/agnpy"
    assert component.revision == AGNPY.revision
    assert component.homepage == "https://github.com/gammapy/gammapy"


def test_only_files_at_the_top_describe_the_whole() -> None:
    paths = ("README.md", "codemeta.json", "docs/README.md", "sub/codemeta.json", "LICENCE", "readme.txt")
    assert metadata_paths(paths) == ("codemeta.json", "README.md", "LICENCE")


@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"needs real metadata files in {CORPUS}")
def test_real_metadata_give_a_title_and_authors_without_addresses() -> None:
    folders = sorted(CORPUS.iterdir())
    assert len(folders) == 12
    for folder in folders:
        found = described(BARE, {path.name: path.read_bytes() for path in folder.iterdir()})
        assert found.component.title != "x", folder.name
        assert found.component.authors, folder.name
        assert "@" not in repr(found.component.authors), folder.name


@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"needs real metadata files in {CORPUS}")
@pytest.mark.parametrize(
    ("folder", "expression"),
    [
        ("aardk__jupyter-casa", "GPL-2.0-or-later"),
        ("javierrico__gLike", "GPL-3.0-only"),
        ("gammapy__gammapy", "BSD-3-Clause"),
        ("HI-FRIENDS-SDC2__hi-friends", None),
    ],
)
def test_real_licences_become_spdx(folder: str, expression: str | None) -> None:
    files = {path.name: path.read_bytes() for path in (CORPUS / folder).iterdir()}
    assert described(BARE, files).component.licence == expression


@pytest.mark.parametrize(
    ("text", "description", "authors", "version"),
    [
        pytest.param(
            "description = 'Fits jets.'\nauthor = Jane Doe, John Doe and Max Doe\nversion = 1.2",
            "Fits jets.",
            ["Jane Doe", "John Doe", "Max Doe"],
            "1.2",
            id="written out",
        ),
        pytest.param(
            "summary = Fits jets.\nauthor = Doe, Jane", "Fits jets.", ["Jane Doe"], "", id="old keys"
        ),
        pytest.param(
            "version = attr: agnpy.__version__\ndescription = file: README", "", [], "", id="computed"
        ),
    ],
)
def test_setup_cfg_says_what_is_written_out(
    text: str, description: str, authors: list[str], version: str
) -> None:
    said = setup_cfg.read(f"[metadata]\n{text}\n".encode(), "setup.cfg")
    assert (said.description, [one.name for one in said.authors], said.version) == (
        description,
        authors,
        version,
    )


@pytest.mark.parametrize("text", ["", "no section", "[other]\na = b\n", "[metadata\n"])
def test_a_setup_cfg_of_another_form_says_nothing(text: str) -> None:
    assert setup_cfg.read(text.encode(), "setup.cfg") == Metadata()


def test_a_toml_file_of_megabytes_is_not_read() -> None:
    loaded = load_toml(b"a = 1\n" * 200_000)
    assert loaded.complaints == ("longer than 1000000 bytes; nothing of it was used; mend it there",)


def test_a_tag_of_yaml_is_no_mistake() -> None:
    assert load_yaml(b"a: !reference [b, c]\nd: 1\n").mapping == {"a": None, "d": 1}
