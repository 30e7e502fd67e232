"""Where rules about identity and words begin to speak: each case says how often its rule does."""

import pytest

from changed_lists import OTHER_UUID, described, profiles, second_entry, two
from ossr_catalogue.lint.examples import findings_of
from ossr_catalogue.lint.rule import Example
from ossr_catalogue.lint.sound import SOUND, SOUND_YAML

BINDER = {"type": "urn:types/binder-repository", "location": "binder"}
LONG_LINK = "See [the manual of all the things that can be done here](https://docs.gammapy.org)"
WORDS = "Reduces one hour of observations, fits {} and shows it."


CASES: dict[str, tuple[Example, int]] = {
    "IDN107 deprecated": ({"status": "deprecated"}, 1),
    "IDN107 active": ({"status": "active"}, 0),
    "IDN108 deprecated": ({"status": "deprecated", "superseded-by": OTHER_UUID}, 0),
    "IDN108 its own uuid has its own rule": (
        {"superseded-by": "6f0d7a52-1c1e-4b7b-9d3a-5b8c2f4e7a10"},
        0,
    ),
    "IDN108 nothing": ({"superseded-by": ""}, 0),
    "IDN109 nothing": ({"uuid": "", "compute-resources": [{"uuid": "", "cores": 1}]}, 0),
    "IDN109 two executables, a resource of the second": (
        two() + f"    storage-resources: [{{uuid: {OTHER_UUID}, size: 1 GB}}]\n",
        1,
    ),
    "IDN109 a resource of a profile": (
        profiles(
            {
                "name": "big",
                "compute-resources": [{"uuid": "6f0d7a52-1c1e-4b7b-9d3a-5b8c2f4e7a10", "cores": 2}],
            }
        ),
        1,
    ),
    "IDN110 a kind of the broker": (
        {
            "type": "https://www.purl.org/ivoa.net/Calycopis-openapi/schema/v1.0/kinds/executable/"
            "jupyter-notebook.yaml"
        },
        1,
    ),
    "IDN110 a type that nobody knows": ({"type": "urn:x:y"}, 0),
    "IDN111 nothing": ({"license": " "}, 0),
    "IDN111 a slip that looks like an identifier": ({"license": "Apache2"}, 1),
    "IDN111 a name of before": ({"license": "Expat"}, 1),
    "IDN111 one identifier": ({"license": "BSD-3-Clause"}, 0),
    "IDN111 in small letters": ({"license": "bsd-3-clause"}, 0),
    "IDN111 an identifier of before": ({"license": "GPL-3.0"}, 0),
    "IDN111 or any later version": ({"license": "LGPL-2.1+"}, 0),
    "IDN111 one of one's own": ({"license": "LicenseRef-My-Institute"}, 0),
    "IDN111 operators in small letters": ({"license": "MIT or Apache-2.0"}, 0),
    "IDN111 a bracket too many": ({"license": "MIT OR (Apache-2.0))"}, 1),
    "IDN111 a bracket too few": ({"license": "(MIT OR Apache-2.0"}, 1),
    "IDN111 brackets around nothing": ({"license": "MIT OR ()"}, 1),
    "IDN111 brackets the wrong way round": ({"license": "MIT) OR (Apache-2.0"}, 1),
    "IDN111 a bracket after a name": ({"license": "MIT (Expat)"}, 1),
    "IDN111 nothing after the operator": ({"license": "MIT OR"}, 1),
    "IDN111 an operator first": ({"license": "OR MIT"}, 1),
    "IDN111 a page of SPDX": ({"license": "https://spdx.org/licenses/MIT.html"}, 1),
    "IDN111 a sign that no name has": ({"license": "CeCILL_2"}, 1),
    "IDN111 what leaves it open": ({"license": "BSD"}, 1),
    "IDN111 with a v": ({"license": "AGPL-v3"}, 1),
    "IDN111 in words": ({"license": "GNU LGPL version 2.1"}, 1),
    "DSC109 Japanese": (described("かに星雲のスペクトルを一時間の観測から求める。"), 1),
    "DSC109 three letters of ten": (described("αβγ abcdefg"), 0),
    "DSC109 four of ten": (described("αβγδ abcdef"), 1),
    "DSC109 French": (described("Réduit une heure d'observations près de Genève, à l'œil nu."), 0),
    "DSC109 Greek letters of physics": (described(WORDS.format("Hβ and Lyβ lines")), 0),
    **{
        f"DSC109 letter {letter:04X}": (described(" ".join([chr(letter) * 3] * 9)), times)
        for times, letters in (
            (1, (0x370, 0x1FFF, 0x2C00, 0x2DFF, 0x3040, 0xD7FF)),
            (0, (0x36F, 0x2000, 0x2BFF, 0x2E00, 0x303F, 0xE000)),
        )
        for letter in letters
    },
    "DSC111 240 characters": (described("x" * 239 + "."), 0),
    "DSC111 a sentence of 240 and another": (described("x" * 239 + ". More."), 0),
    "DSC111 of 241": (described("x" * 240 + ". More."), 1),
    "DSC111 no end at all": (described("x" * 240), 0),
    "DSC111 no end, and longer": (described("x" * 241), 1),
    "DSC111 an address does not count": (described(f"See [this](https://{'x' * 300}) and that. More."), 0),
    "DSC111 a paragraph ends it": (described(f"One\n\n{'x' * 300}"), 0),
    "DSC111 a question": (described(f"Why? {'x' * 300}"), 0),
    "DSC112 numbers": (described("1. calibrate the events of an hour\n2) select them by their energy"), 1),
    "DSC112 a paragraph": (described("# Crab\n\nReduces one hour of data and fits a spectrum."), 0),
    "DSC112 stars": (described("* calibrates the events of an hour\n\n---\n+ selects some of them"), 1),
    "DSC112 a number at the start": (described("3C 273 is the brightest quasar of the sky, seen here."), 0),
    "DSC112 headings of few words": (described("# Crab\n\n- fit"), 0),
    "DSC112 a link alone": (described("- [The manual of it](https://docs.gammapy.org)"), 1),
    "DSC112 a placeholder of words": (described("- Add your description here"), 0),
    "DSC112 a placeholder": (described("- TODO"), 0),
    "DSC113 an image alone": (described("![A plot of the spectrum that was fitted here](a.png)"), 0),
    "DSC113 code before a link": (described(WORDS.format("!`a`[it](https://a.org)")), 0),
    "DSC113 a reference": (described(WORDS.format("![plot][1]")), 1),
    "DSC113 an exclamation": (described(WORDS.format("wow! [sic] (really)")), 0),
    "DSC113 in a code block": (described(f"{WORDS}\n\n    ![plot](a.png)\n"), 0),
    "DSC114 three among others": ({"keywords": ["HPC", "a, b, c"]}, 1),
    "DSC114 two among others": ({"keywords": ["HPC", "galaxies, active"]}, 0),
    "DSC114 two alone": ({"keywords": ["a, b"]}, 1),
    "DSC114 a comma at the end": ({"keywords": ["a,"]}, 0),
    "DSC114 an address": ({"keywords": ["https://example.org/a,b,c"]}, 0),
    "DSC114 lines": ({"keywords": ["a\nb\nc"]}, 1),
    "DSC115 subjects": ({"subjects": ["Gamma-ray astronomy", "gamma-ray astronomy "]}, 1),
    "DSC115 empty": ({"keywords": ["", ""]}, 0),
    "DSC116 50 characters": ({"keywords": ["x" * 50]}, 0),
    "DSC116 51": ({"keywords": ["x" * 51]}, 1),
    "DSC116 a list has its own rule": ({"keywords": [f"{'x' * 40}, {'y' * 40}"]}, 0),
    "DSC117 of few words": (
        SOUND_YAML.replace(SOUND["description"], "Fits a spectrum.")
        + second_entry(title="Plot a light curve", description="Fits a spectrum."),
        0,
    ),
    "DSC117 links alone": (
        SOUND_YAML.replace(SOUND["description"], "See https://docs.gammapy.org")
        + second_entry(title="Plot it", description="See https://docs.gammapy.org"),
        0,
    ),
    "DSC117 placeholders": (
        SOUND_YAML.replace(SOUND["description"], "TODO") + second_entry(title="Plot it", description="TODO"),
        0,
    ),
    "DSC117 a long link": (
        SOUND_YAML.replace(SOUND["description"], LONG_LINK)
        + second_entry(title="Plot it", description=f"'{LONG_LINK}'"),
        0,
    ),
    "DSC117 one without a title": (
        two(title="Plot a light curve").replace("    title: Plot a light curve\n", ""),
        1,
    ),
    "DSC117 without a type": ("executables: [{description: a}, {description: a}]", 0),
    "DSC117 without a description": ("executables: [{type: a}, {type: a}]", 0),
    "DSC117 another type": (two(title="Plot a light curve", type=BINDER["type"]), 0),
    "DSC117 another title": (two(title="Plot a light curve"), 1),
    "DSC117 a title in other letters": (two(title="Fit the CRAB nebula spectrum with Gammapy"), 0),
    "DSC117 the whole entry was copied": (two(), 0),
    "DSC117 one entry": (SOUND_YAML, 0),
    "DSC118 a link alone": (described("[Documentation](docs/manual.md)"), 0),
    "DSC118 a place in the page": (described(WORDS.format("[it](#results)")), 1),
    "DSC118 two are told once": (described(WORDS.format("[a](a.md) [b](b.md)")), 1),
    "DSC118 after a good one": (described(WORDS.format("[a](https://a.org) [b](b.md)")), 1),
    "DSC118 an address of mail": (described(WORDS.format("[a](mailto:a@example.org)")), 0),
    "DSC118 in capital letters": (described(WORDS.format("[a](HTTPS://a.org)")), 0),
    "DSC118 code": (described(WORDS.format("`[a](b)`")), 0),
    "DSC118 an image has its own rule": (described(WORDS.format("![a](b.png)")), 0),
    "DSC104 23 of 29 words": (
        {
            "title": " ".join(letter * 3 for letter in "abcdefghijklmnopqrstuvwxyz"),
            "description": " ".join(letter * 3 for letter in "defghijklmnopqrstuvwxyz123"),
        },
        0,
    ),
    "DSC106 a control letter": (described(WORDS.format("\u00c3\x7f")), 0),
    "DSC106 two capitals": (described(WORDS.format("\u00c3\u00c0")), 0),
    "DSC106 the last letter of UTF-8": (described(WORDS.format("\u00c3\u00bf")), 1),
    "TTL111 a number": ({"title": "Fit spectra &#38; light curves"}, 1),
    "TTL111 an entity that begins like another": ({"title": "Fit spectra &notes; light curves"}, 0),
    "TTL111 a semicolon": ({"title": "Fit spectra&semi; light curves"}, 1),
    "TTL111 an ampersand": ({"title": "Fit spectra & light curves; R&D;"}, 0),
    "TTL111 no such letter": ({"title": "Fit spectra &nosuch; light curves"}, 0),
}


@pytest.mark.parametrize(("example", "times"), CASES.values(), ids=CASES.keys())
def test_a_rule_speaks_where_it_should(example: Example, times: int, request: pytest.FixtureRequest) -> None:
    code = request.node.callspec.id.split()[0]
    assert [found.code for found in findings_of(example)].count(code) == times


ADVICE: dict[str, tuple[Example, str]] = {
    "DSC114 parts": ({"keywords": [" a ;b"]}, 'write "a", "b"'),
    "IDN111 a page": ({"license": "https://spdx.org/licenses/GPL-2.0+"}, 'write "GPL-2.0+"'),
    "IDN111 GPL": (
        {"license": "GPLv3"},
        'write "GPL-3.0-only", or "GPL-3.0-or-later" if any later version will do',
    ),
    "IDN111 LGPL": (
        {"license": "lgpl 2.1"},
        'write "LGPL-2.1-only", or "LGPL-2.1-or-later" if any later version will do',
    ),
    "IDN111 anything": (
        {"license": "My own, see below"},
        "https://spdx.org/licenses/ lists the identifiers, e.g. BSD-3-Clause",
    ),
    "TTL111 what nobody sees": (
        {"title": "Fit the spectra&#x202e; of it"},
        "write the letter that is meant, or nothing",
    ),
    "TTL111 both": ({"title": "A &lt;b&gt; of the spectrum"}, 'write "A <b> of the spectrum"'),
}


@pytest.mark.parametrize(("example", "advice"), ADVICE.values(), ids=ADVICE.keys())
def test_advice_can_be_pasted(example: Example, advice: str, request: pytest.FixtureRequest) -> None:
    code = request.node.callspec.id.split()[0]
    assert [found.advice for found in findings_of(example) if found.code == code] == [advice]
