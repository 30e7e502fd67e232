"""Where a rule begins to speak, and what it must not be taken in by."""

from collections.abc import Mapping
from typing import Any

import pytest

from changed_lists import computing, described
from ossr_catalogue.lint.examples import findings_of
from ossr_catalogue.lint.rule import ABSENT
from ossr_catalogue.model.finding import Severity
from ossr_catalogue.model.kinds import KINDS

LONG = "Reduces one hour of observations, fits {} and shows it."


def titled(title: str) -> dict[str, Any]:
    return {"title": title}


def wanting(**data: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    known = {"name": "events", "data-format": "urn:fits-binary"}
    return {"data-resources": [{**known, **{key.replace("_", "-"): value for key, value in data.items()}}]}


def storing(path: str, **mount: str) -> dict[str, Any]:
    return {"storage-resources": [{"size": "1 GB", "mount": {"path": path, **mount}}]}


def located(location: str) -> dict[str, Any]:
    return wanting(locations=[location])


EDGES = {
    "three words are a title": (titled("Fit Crab spectra"), []),
    "three words can still be too short": (titled("Fit a Crab"), ["TTL101"]),
    "twelve letters are a title": (titled("Fit two data"), []),
    "eleven letters are none": (titled("Fit two dat"), ["TTL101"]),
    "a word with a hyphen is one": (titled("Spectro-polarimetric fits"), ["TTL101"]),
    "Japanese needs no spaces": (titled("かに星雲のスペクトル解析"), []),
    "signs are no words": (titled("?!? ?!? ?!? ?!?"), ["TTL101"]),
    "no title at all": ({"title": ABSENT}, ["SCH011"]),
    "120 letters fit": (titled(f"Fit the spectrum {'x' * 103}"), []),
    "121 letters do not": (titled(f"Fit the spectrum {'x' * 104}"), ["TTL102"]),
    "a number does not make a title of a placeholder": (titled("Untitled Notebook 3"), ["TTL103"]),
    "case and signs neither": (titled("__NEW PROJECT__"), ["TTL103"]),
    "a placeholder among other words is meant": (titled("Test the null hypothesis"), []),
    "a sentence may end in the name of a file": (titled("Read the events of data.py"), []),
    "the folder of a notebook is no part of its name": (
        {"title": "Notebooks for crab", "location": "notebooks/for/crab.ipynb"},
        [],
    ),
    "a module's name is one too": (
        {
            "title": "crab.fit.spectrum",
            "type": "urn:types/python-program",
            "module": "crab.fit.spectrum",
            "location": ABSENT,
        },
        ["TTL104"],
    ),
    "seven capital letters do not shout": (titled("CTA HESS 2026-11-22"), []),
    "eight do": (titled("CTA HESSX 2026-11-22"), ["TTL105"]),
    "an acronym alone does not shout": (titled("ABCDEFGHIJKLMNOPQ"), ["TTL101"]),
    "one lower-case letter in five is enough": (titled("AAAA BBBB of 2026"), []),
    "a link is markup": (titled("Fit the [Crab](https://crab.org) spectrum"), ["TTL106"]),
    "code is markup": (titled("Fit the spectrum with `gammapy`"), ["TTL106"]),
    "a hash in the middle is none": (titled("Fit run # 5 of 2026"), []),
    "brackets are none": (titled("Fit [OIII] lines (narrow)"), []),
    "a comparison is no tag": (titled("Fit spectra with E<5 TeV and a > b"), []),
    "a tab is untidy": (titled("Fit the Crab\tspectrum"), ["TTL107"]),
    "so is a blank before": (titled(" Fit the Crab spectrum"), ["TTL107"]),
    "and an escape character": (titled("Fit the \x1bCrab spectrum"), ["TTL107"]),
    "joined emoji are fine": (titled("Fit the Crab spectrum 👩\u200d🔬"), []),
    "signs describe nothing": (described("… … …"), ["DSC101"]),
    "four words of five": (
        {
            "title": "Fit Crab spectra today",
            "description": "Today: crab, fit of spectra; crab, spectra, fit today.",
        },
        ["DSC104"],
    ),
    "four words of six": (
        {
            "title": "Fit Crab spectra today",
            "description": "Today: crab, fit of some spectra; crab, fit of some.",
        },
        [],
    ),
    "seven words are too few": (described("Fits a parabola to data and residuals."), ["DSC101"]),
    "eight are enough": (described("Fits a parabola to data and their residuals."), []),
    "words left for you to replace": (described(LONG.format("<your line model>")), ["DSC102"]),
    "a less-than sign is no template": (described(LONG.format("x <your> y")), []),
    "lorem ipsum": (
        described("Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do."),
        ["DSC102"],
    ),
    "a generator of it": (described("Generates lorem ipsum in the dialect of astronomers of the past."), []),
    "title and three words": (
        described("Here: fit the Crab nebula spectrum with Gammapy, quickly now."),
        ["DSC104"],
    ),
    "title and four words": (
        described("Here: fit the Crab nebula spectrum with Gammapy, quickly now then."),
        [],
    ),
    "the title's words in another order": (
        described("With Gammapy: spectrum, the Crab nebula fit, fit, fit!"),
        ["DSC104"],
    ),
    "an unknown tag is prose": (described(LONG.format("the <ref> of each line")), []),
    "a closing tag": (described(LONG.format("the line</b>")), ["DSC105"]),
    "a comment": (described(LONG.format("it <!-- really -->")), ["DSC105"]),
    "a tag with attributes": (described(LONG.format('an <img src="x" onerror=y>')), ["DSC105"]),
    "a tag in a code block": (
        described("Reduces one hour of observations and writes this:\n\n```\n<b>x</b>\n```\n"),
        [],
    ),
    "an Ångström before a dash": (described(LONG.format("from 5000 Å\u20137000 Å")), []),
    "French": (described(LONG.format("« Âge, dés, â, où, Ã »")), []),
    "a degree sign": (described(LONG.format("30Â° of sky")), ["DSC106"]),
    "quotation marks": (described(LONG.format("â€œthisâ€\x9d line")), ["DSC106"]),
    "a quotation mark of an undefined byte": (described(LONG.format("lineâ€\x9d")), ["DSC106"]),
    "a name of a profile": ({"profiles": [{"name": "sÃ©rie", **computing(cores=2)}]}, ["DSC106"]),
    "a keyword": ({"keywords": ["nÃ©buleuse"]}, ["DSC106"]),
    "a bare address": (described("https://docs.gammapy.org"), ["DSC107"]),
    "an image alone": (
        described("![A picture of the very famous Crab nebula spectrum](crab.png)"),
        ["DSC107"],
    ),
    "The the": (described("The the spectrum of one hour is fitted and shown."), ["DSC110"]),
    "a the in a name": (described("Reads the-the files and shows what is in in-situ data."), []),
    "over two lines": (described("Reduces one hour of\nof observations and fits a spectrum."), ["DSC110"]),
    "an alias of a type": ({"type": "uri:jupyter-notebook-1.0"}, []),
    "a made-up uuid of four digits": ({"uuid": "11112222-1111-4222-8111-111122221111"}, ["IDN103"]),
    "a uuid of five": ({"uuid": "12341234-1234-4234-8234-123412341234"}, []),
    "min and max may be the same": (computing(cores={"min": 4, "max": 4}), []),
    "GiB and GB are compared in bytes": (computing(memory={"min": "2 GiB", "max": "2 GB"}), ["RES101"]),
    "GPU memory is a quantity": (computing(gpus={"min": 1, "max": 2, "memory": "16 Gb"}), ["RES104"]),
    "so is the size of data": (wanting(size="a lot"), ["RES110"]),
    "unbounded is no least": (computing(cores={"min": "unbounded", "max": 4}), ["RES110"]),
    "unbounded as a whole": (computing(cores="unbounded"), []),
    "half a core": (computing(cores=0.5), []),
    "true is no number": (computing(cores=True), ["SCH031"]),
    "4 TiB in one node": (computing(cores=64, memory="4 TiB"), []),
    "a little more": (computing(cores=64, memory="4097 GiB"), ["RES105"]),
    "8 TiB in two": (computing(nodes=2, cores=64, memory="8 TiB"), []),
    "256 GiB for a core": (computing(cores=2, memory="512 GiB"), []),
    "and a little more": (computing(cores=2, memory="513 GiB"), ["RES105"]),
    "for the only one too": (computing(cores=1, memory="257 GiB"), ["RES105"]),
    "half a core may have as much": (computing(cores=0.5, memory="256 GiB"), []),
    "1024 cores": (computing(cores=1024), []),
    "1025 cores": (computing(cores=1025), ["RES105"]),
    "2048 cores on two nodes": (computing(nodes=2, cores=2048), []),
    "64 GPUs": (computing(gpus=64), []),
    "65 GPUs": (computing(gpus=65), ["RES105"]),
    "65 GPUs on two nodes": (computing(nodes=2, gpus=65), []),
    "30 days": (computing(walltime="30 d"), []),
    "a second more": (computing(walltime="PT2592001S"), ["RES105"]),
    "no time": (computing(walltime="0 s"), ["RES105"]),
    "a second": (computing(walltime="1 s"), []),
    "a profile is looked at too": (
        {"profiles": [{"name": "all", "compute-resources": [{"cores": 5000}]}]},
        ["RES105"],
    ),
    "64 MiB": (computing(memory="64 MiB"), []),
    "a byte less": (computing(memory="67108863 B"), ["RES106"]),
    "little storage is no slip": ({"storage-resources": [{"size": "1 kB"}]}, []),
    "no GPUs": (computing(gpus=0), []),
    "no cores at least": (computing(cores={"min": 0, "max": 2}), []),
    "bytes go with any unit": (computing(memory={"min": "99999999 B", "max": "2 GiB"}), []),
    "a bare number is in GiB": (computing(memory={"min": 1, "max": "4 GB"}), ["RES114"]),
    "as many cores as nodes": (computing(nodes=8, cores=8), []),
    "one core less": (computing(nodes=8, cores=7), ["RES116"]),
    "cores that may be enough": (computing(nodes={"min": 2, "max": 8}, cores={"min": 1, "max": 2}), []),
    "k is a unit that is not there": (computing(memory={"min": "99999999 k", "max": "9 TiB"}), ["RES117"]),
    "output with storage of a profile": (
        {
            **wanting(direction="output"),
            "profiles": [{"name": "full", "storage-resources": [{"size": "1 GB"}]}],
        },
        ["STO102"],
    ),
    "a profile that has no storage any more": (
        {
            **wanting(direction="output"),
            "storage-resources": [{"size": "1 GB"}],
            "profiles": [{"name": "bare", "storage-resources": []}],
        },
        ["STO102"],
    ),
    "output on a mount of its own": (
        wanting(direction="output", mount={"path": "/out", "mode": "READWRITE"}),
        [],
    ),
    "output on one that is read-only": (
        wanting(direction="output", mount={"path": "/out", "mode": "READONLY"}),
        ["STO102"],
    ),
    "the same path in two profiles": (
        {
            "profiles": [
                {"name": "one", **storing("/data")},
                {"name": "two", **storing("/data"), **computing(cores=2)},
            ]
        },
        [],
    ),
    "paths are compared as paths": (
        {**storing("/data/./events"), **wanting(mount={"path": "/data/events"})},
        ["STO103"],
    ),
    "below the system is fine": (storing("/var/data"), []),
    "the top is not": (storing("/"), ["STO105"]),
    "nor by another way": (storing("/data/../etc"), ["STO105"]),
    "a path of a profile": ({"profiles": [{"name": "one", **storing("data")}]}, ["STO105"]),
    "output needs no format": (
        {
            "data-resources": [{"name": "spectrum", "direction": "output"}],
            "storage-resources": [{"size": "1 GB"}],
        },
        [],
    ),
    "input by name": (
        {"data-resources": [{"name": "spectrum", "direction": "input"}]},
        ["DAT101"],
    ),
    "a description is a clue": (
        {"data-resources": [{"description": "Any events", "data-format": "urn:fits-binary"}]},
        [],
    ),
    "a tag is a version": (located("https://github.com/a/b/raw/v1/x.fits"), []),
    "a branch by its full name": (
        located("https://raw.githubusercontent.com/a/b/refs/heads/next/x.fits"),
        ["DAT104"],
    ),
    "a page of a branch": (located("https://github.com/a/b/blob/main/x.fits"), ["DAT104"]),
    "a folder called main": (located("https://example.org/a/b/main/x.fits"), []),
    "a home folder": (located("~/x.fits"), ["DAT105"]),
    "a file URL": (located("file:///data/x.fits"), ["DAT105"]),
    "a network drive": (located("\\\\server\\x.fits"), ["DAT105"]),
    "a folder beside": (located("./x.fits"), ["DAT105"]),
    "a private network": (located("http://192.168.0.7/x.fits"), ["DAT105"]),
    "another": (located("http://172.20.1.1:80/x.fits"), ["DAT105"]),
    "not a private one": (located("http://172.33.1.1/x.fits"), []),
    "localhost as a part of a name": (located("https://localhost.example.org/x.fits"), []),
    "localhost after a user": (located("http://ada@localhost/x.fits"), ["DAT105"]),
    "a DOI": (located("doi:10.5281/zenodo.4701488"), []),
    "S3": (located("s3://bucket/x.fits"), []),
    "a location of a profile": (
        {"profiles": [{"name": "one", **located("/data/x.fits")}]},
        ["DAT105"],
    ),
    "a URN of one's own": (wanting(data_content="urn:ctao:dl1"), []),
    "a URN of one's own that is ours with a slip": (
        wanting(data_content="urn:astronomy:observation"),
        ["DAT106"],
    ),
    "a label": (wanting(data_content="Light curve"), ["DAT106"]),
    "an ending without its dot": (wanting(data_format="parquet"), ["DAT106"]),
    "a word": (wanting(data_content="stuff"), ["DAT106"]),
    "a content as a format": (wanting(data_format="urn:astronomy-image"), ["DAT106"]),
    "a signed address": (located("https://example.org/x.fits?a=b&X-Amz-Signature=0"), ["DAT108"]),
    "a user without a password": (located("https://ada@example.org/x.fits"), []),
    "a colon in a path": (located("https://example.org/a:b@c/x.fits"), []),
    "a secret in the notebook's address": (
        {"location": "https://example.org/x.ipynb?token=abc"},
        ["DAT108"],
    ),
    "a word of one's own": ({"x-note": {"cores": "a lot", "title": "TODO"}}, []),
}


@pytest.mark.parametrize(("keys", "codes"), EDGES.values(), ids=EDGES.keys())
def test_an_edge(keys: Mapping[str, Any], codes: list[str]) -> None:
    assert [found.code for found in findings_of(keys) if found.severity >= Severity.WARNING] == codes


NOTES = {
    "an ellipsis": (titled("Wait for the spectrum..."), []),
    "et al.": (titled("Reproduce the figures of Aharonian et al."), []),
    "a full stop": (titled("Fit the Crab nebula spectrum."), ["TTL109"]),
    "a min alone": (computing(cores={"min": 2}), ["RES109"]),
    "a max alone": (computing(cores={"max": 2}), ["RES109"]),
    "unbounded alone": (computing(cores={"max": "unbounded"}), []),
    "GPU memory alone": (computing(gpus={"memory": "16 GiB"}), []),
    "no size": (wanting(), ["DAT103"]),
    "a size": (wanting(size="1 GB"), []),
    "no size and no clue": ({"data-resources": [{"required": False}]}, []),
}


@pytest.mark.parametrize(("keys", "codes"), NOTES.values(), ids=NOTES.keys())
def test_a_note(keys: Mapping[str, Any], codes: list[str]) -> None:
    assert [found.code for found in findings_of(keys) if found.severity is Severity.NOTE] == codes


MESSAGES = {
    "a word": (described("Spectroscopy."), "the description has only 1 word"),
    "a title of a word": (titled("Spectroscopy"), "the title has only 1 word, 12 characters"),
    "no time": (computing(walltime="0 s"), "a walltime of 0 s is no time at all"),
    "a location in Unicode": (
        located("/données/x.fits"),
        '"/données/x.fits" is a place on somebody\'s own machine',
    ),
    "nodes of several cores": (
        computing(nodes={"min": 4, "max": 8}, cores=2),
        "2 cores cannot be spread over 4 nodes",
    ),
}


@pytest.mark.parametrize(("keys", "message"), MESSAGES.values(), ids=MESSAGES.keys())
def test_a_message_has_the_values(keys: Mapping[str, Any], message: str) -> None:
    (found,) = (found for found in findings_of(keys) if found.severity >= Severity.WARNING)
    assert found.message == message


ADVICE = {
    "bits": (computing(memory="1.5 kbit"), 'write "1.5 KiB" (powers of 1024) or "1.5 kB" (powers of 1000)'),
    "an assumed unit": (computing(memory="512000k"), 'write "512000 KiB" or "512000 kB"'),
    "mojibake": (described(LONG.format("prÃ¨s de lÃ ")), 'write "près"'),
    "capitals": (
        titled("FIT THE SPECTRUM"),
        'write "Fit the spectrum", and capitals where names have them',
    ),
    "a relative path": (storing("./data"), 'write "/data"'),
    "an unknown type with no likeness": (
        {"type": "urn:x:y"},
        f"known are urn:types/… {', '.join(kind.urn.removeprefix('urn:types/') for kind in KINDS)}",
    ),
    "too many cores on one node": (
        computing(cores=2000),
        "check the unit and the zeros, or say over how many nodes it is spread",
    ),
    "too many on several": (computing(cores=5000, nodes=2), "check the unit and the zeros"),
    "a term like no other": (
        wanting(data_content="stuff"),
        "the documentation of the format lists the terms",
    ),
    "too much time": (computing(walltime="99 d"), "check the unit and the zeros"),
}


@pytest.mark.parametrize(("keys", "advice"), ADVICE.values(), ids=ADVICE.keys())
def test_advice_can_be_pasted(keys: Mapping[str, Any], advice: str) -> None:
    (found,) = (found for found in findings_of(keys) if found.severity >= Severity.WARNING)
    assert found.advice == advice
