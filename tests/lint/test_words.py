"""What people are told about the bad examples: message, label, advice, and the other half's label."""

import pytest

from ossr_catalogue.lint.examples import findings_of
from ossr_catalogue.lint.registry import rule
from ossr_catalogue.model.kinds import KINDS
from ossr_catalogue.model.quantity import BYTES_IN

WORDS: dict[str, list[tuple[str, ...]]] = {
    "DAT101": [
        ("the data have no format", "", 'add e.g. "data-format": "urn:fits-binary"'),
    ],
    "DAT102": [
        (
            "nothing says which data these are",
            "",
            "add `name`, `data-content` and `data-format`, or `locations`",
        ),
    ],
    "DAT103": [
        ("the data do not say how large they are", "", 'add e.g. "size": "5 GB"'),
    ],
    "DAT104": [
        (
            '"https://raw.githubusercontent.com/gammapy/gammapy/main/crab…" is the newest state of a branch',
            "",
            "name a tag or a commit instead of the branch",
        ),
        (
            '"https://gitlab.in2p3.fr/escape2020/data/-/raw/master/events…" is the newest state of a branch',
            "",
            "name a tag or a commit instead of the branch",
        ),
    ],
    "DAT105": [
        (
            '"/home/ada/data/events.fits" is a place on somebody\'s own machine',
            "",
            "give an https, s3, rucio or ivo address, or a DOI",
        ),
        (
            '"http://localhost:8000/events.fits" is a place on somebody\'s own machine',
            "",
            "give an https, s3, rucio or ivo address, or a DOI",
        ),
        (
            '"C:\\data\\events.fits" is a place on somebody\'s own machine',
            "",
            "give an https, s3, rucio or ivo address, or a DOI",
        ),
    ],
    "DAT106": [
        (
            '"urn:astronomy-observations" is not a term of the vocabulary data-content',
            'did you mean "urn:astronomy-observation"?',
            'write "urn:astronomy-observation"',
        ),
        (
            '".fits" is not a term of the vocabulary data-format',
            'did you mean "urn:fits-binary"?',
            'write "urn:fits-binary"',
        ),
        (
            '"application/fits" is not a term of the vocabulary data-format',
            'did you mean "urn:fits-binary"?',
            'write "urn:fits-binary"',
        ),
    ],
    "DAT108": [
        (
            "the address carries a password, which everybody can read",
            "",
            "withdraw it where it was issued, and give an address that needs none",
        ),
        (
            "the address carries `private_token`, which everybody can read",
            "",
            "withdraw it where it was issued, and give an address that needs none",
        ),
    ],
    "DSC101": [
        ("the description has only 5 words", "", "say what it does, for whom, and with what data"),
    ],
    "DSC102": [
        ('the description still has "TODO:" from a template', "", "replace it by what is meant"),
        ('the description still has "<your data>" from a template', "", "replace it by what is meant"),
    ],
    "DSC103": [
        (
            'the description "Add your description here" is a template\'s',
            "",
            "say what it does, for whom, and with what data",
        ),
        ('the description "TBD" is a template\'s', "", "say what it does, for whom, and with what data"),
    ],
    "DSC104": [
        (
            "the description only repeats the title",
            "",
            "say what it does, for whom, and with what data",
            "the title",
        ),
        (
            "the description only repeats the title",
            "",
            "say what it does, for whom, and with what data",
            "the title",
        ),
    ],
    "DSC105": [
        (
            'the description has the HTML "<p>", which is shown as text',
            "",
            "write CommonMark: *emphasis*, **strong**, [text](https://…), - items of a list",
        ),
    ],
    "DSC106": [
        ('"prÃ¨s" was decoded wrongly on its way here', "", 'write "près"'),
        ('"Crabâ€™s" was decoded wrongly on its way here', "", 'write "Crab\u2019s"'),
        ("a letter is lost: U+FFFD stands in its place", "", "write the letter again"),
    ],
    "DSC107": [
        (
            "the description is nothing but a link",
            "",
            "say what it does, for whom, and with what data; the link belongs into `documentation`",
        ),
        (
            "the description is nothing but a link",
            "",
            "say what it does, for whom, and with what data; the link belongs into `documentation`",
        ),
    ],
    "DSC108": [
        ("U+202E stands here, which changes the order of the letters", "", "delete it"),
    ],
    "DSC110": [
        ('"the the" stands in the description', "", "delete one of the two"),
    ],
    "IDN103": [
        ("this uuid is that of an example", "not unique", "make one with `uuidgen`"),
        ("this uuid is that of an example", "not unique", "make one with `uuidgen`"),
    ],
    "IDN104": [
        (
            "this uuid already belongs to another executable of the list",
            "again here",
            "make a new one with `uuidgen` for whichever of the two is younger",
            "first here",
        ),
    ],
    "IDN105": [
        (
            '"urn:types/jupyter-notbook" is a type that this catalogue does not know',
            'did you mean "urn:types/jupyter-notebook"?',
            'write "urn:types/jupyter-notebook"',
        ),
        (
            '"urn:x-campus:telescope-script" is a type that this catalogue does not know',
            "listed, never launched",
            f"known are urn:types/… {', '.join(kind.urn.removeprefix('urn:types/') for kind in KINDS)}",
        ),
    ],
    "IDN106": [
        (
            "the executable is superseded by itself",
            "the same uuid",
            "write the uuid of its successor, or delete the key",
            "its own",
        ),
    ],
    "RES101": [
        (
            "memory asks for at least 64 GiB but at most 8 GiB",
            "lower limit: 64 GiB",
            "swap them, or raise max to at least 64 GiB",
            "upper limit: 8 GiB",
        ),
        (
            "walltime asks for at least 2 h but at most 90 min",
            "lower limit: 2 h",
            "swap them, or raise max to at least 2 h",
            "upper limit: 90 min",
        ),
        (
            "nodes ask for at least 8 but at most 4",
            "lower limit: 8",
            "swap them, or raise max to at least 8",
            "upper limit: 4",
        ),
    ],
    "RES102": [
        (
            "cores cannot be negative: -1",
            "",
            'write a number from 0, or "max": "unbounded", or leave out what is not known',
        ),
        (
            "size cannot be negative: -5 GB",
            "",
            'write a number from 0, or "max": "unbounded", or leave out what is not known',
        ),
        (
            "cores cannot be negative: -1",
            "",
            'write a number from 0, or "max": "unbounded", or leave out what is not known',
        ),
    ],
    "RES103": [
        ("nodes are counted in whole numbers, not 1.5", "", "write 2"),
        ("gpus are counted in whole numbers, not 0.5", "", "write 1"),
    ],
    "RES104": [
        (
            'memory of "16 Gb" is in bits, not bytes',
            "bits",
            'write "16 GiB" (powers of 1024) or "16 GB" (powers of 1000)',
        ),
        (
            'size of "500 Mbit" is in bits, not bytes',
            "bits",
            'write "500 MiB" (powers of 1024) or "500 MB" (powers of 1000)',
        ),
    ],
    "RES105": [
        (
            "64 TiB of memory on one node is more than 4 TiB each",
            "",
            "check the unit and the zeros, or say over how many nodes it is spread",
        ),
        (
            "2 TiB of memory for 2 cores is more than 256 GiB each",
            "",
            "check the unit and the zeros, or say over how many nodes it is spread",
        ),
        ("10,000 cores on 2 nodes are more than 1,024 each", "", "check the unit and the zeros"),
        (
            "100 GPUs on one node are more than 64 each",
            "",
            "check the unit and the zeros, or say over how many nodes it is spread",
        ),
        ("a walltime of 190 d is more than 30 days", "", "check the unit and the zeros"),
    ],
    "RES106": [
        ("memory of 8 B is less than any program needs", "", 'check the unit: "8 GB", "8 GiB"?'),
        ("nothing runs on 0 cores", "", "write at least 1, or leave out what is not known"),
        ("nothing runs on 0 nodes", "", "write at least 1, or leave out what is not known"),
    ],
    "RES107": [
        ('size of "99999999 TB" is beyond every machine', "", 'check the unit, or write "max": "unbounded"'),
    ],
    "RES109": [
        ("memory has a min and no max", "", "add max, or write one value that stands for both"),
        ("size has a max and no min", "", "add min, or write one value that stands for both"),
    ],
    "RES110": [
        (
            '"a lot" is no amount of memory',
            "",
            'write e.g. "16 GiB", a range as min and max, or leave out what is not known',
        ),
        (
            '"PT2" is no amount of walltime',
            "",
            'write e.g. "PT2H" or "2 h", a range as min and max, or leave out what is not known',
        ),
        (
            '"2-4" is no amount of cores',
            "",
            "write e.g. 4 or 0.5, a range as min and max, or leave out what is not known",
        ),
    ],
    "RES111": [
        (
            'memory of "16 gb": "gb" is not a unit of bytes',
            "",
            f'did you mean "GB"? Upper and lower case matter; allowed: {", ".join(BYTES_IN)}',
        ),
        ('walltime of "2 hours": "hours" is not a unit of time', "", "allowed: s, min, h, d"),
    ],
    "RES112": [
        ('cores of "4 GiB": "GiB" is no unit of a plain number', "", "write 4"),
        ('walltime of "2 TB": "TB" is a unit of bytes, not of time', "", "write e.g. PT2H"),
        ('memory of "2 h": "h" is a unit of time, not of bytes', "", "write e.g. 16 GiB"),
        ('cores of "4 cores": "cores" is no unit of a plain number', "", "write 4"),
    ],
    "RES113": [
        ("walltime of 190 has no unit of time", "", 'write "PT190H" or "190 h" if hours were meant'),
    ],
    "RES114": [
        ("memory mixes GB with GiB", "", "write both in GiB, or both in GB", "in GiB"),
    ],
    "RES115": [
        (
            "memory is given in GB here, and in GiB elsewhere in this executable",
            "",
            "write both in GiB, or both in GB",
            "in GiB",
        ),
    ],
    "RES116": [
        (
            "4 cores cannot be spread over 8 nodes",
            "a total over all nodes",
            "write 32 if every node has 4",
            "8 nodes",
        ),
    ],
    "RES117": [
        ('"16G" does not say its unit; it is read as 16 GiB', "", 'write "16 GiB" or "16 GB"'),
        ('"2 T" does not say its unit; it is read as 2 TiB', "", 'write "2 TiB" or "2 TB"'),
    ],
    "STO102": [
        (
            'there is no storage to write "spectrum" to',
            "",
            'add "storage-resources": [{"size": "1 GB"}] with the size that it needs',
        ),
        (
            "there is no storage to write the output to",
            "",
            'add "storage-resources": [{"size": "1 GB"}] with the size that it needs',
        ),
    ],
    "STO103": [
        ('"/data/" is taken by another volume', "again here", "mount one of them elsewhere", "first here"),
    ],
    "STO105": [
        ('"data" is not an absolute path', "", 'write "/data"'),
        ('"/usr/" belongs to the system inside the executable', "", 'mount it elsewhere, e.g. at "/data"'),
    ],
    "TTL101": [
        (
            "the title has only 2 words, 13 characters",
            "all that people see in a list",
            'say what it does to which data, e.g. "Fit the Crab nebula spectrum with Gammapy"',
        ),
        (
            "the title has only 3 words, 10 characters",
            "all that people see in a list",
            'say what it does to which data, e.g. "Fit the Crab nebula spectrum with Gammapy"',
        ),
    ],
    "TTL102": [
        (
            "the title has 135 characters, 15 too many",
            "",
            "move what is not needed to choose it into the description",
        ),
    ],
    "TTL103": [
        (
            "the title is still the template's text",
            "shown as the heading of your catalogue page",
            'say what it does to which data, e.g. "Fit the Crab nebula spectrum with Gammapy"',
        ),
        (
            "the title is still the template's text",
            "shown as the heading of your catalogue page",
            'say what it does to which data, e.g. "Fit the Crab nebula spectrum with Gammapy"',
        ),
        (
            "the title is still the template's text",
            "shown as the heading of your catalogue page",
            'say what it does to which data, e.g. "Fit the Crab nebula spectrum with Gammapy"',
        ),
    ],
    "TTL104": [
        (
            'the title "notebooks/fit_crab_v2.ipynb" is the name of a file',
            "",
            'say what it does to which data, e.g. "Fit the Crab nebula spectrum with Gammapy"',
        ),
        (
            'the title "Fit crab spectrum v2" is the name of a file',
            "",
            'say what it does to which data, e.g. "Fit the Crab nebula spectrum with Gammapy"',
        ),
        (
            'the title "Fit the crab spectrum v2" is the name of a file',
            "",
            'say what it does to which data, e.g. "Fit the Crab nebula spectrum with Gammapy"',
        ),
    ],
    "TTL105": [
        (
            "the title is in capitals",
            "",
            'write "Fit the crab nebula spectrum", and capitals where names have them',
        ),
    ],
    "TTL106": [
        ('the title contains markup: "**Fit**"', "", "write it without"),
        ('the title contains markup: "#"', "", "write it without"),
        ('the title contains markup: "<i>"', "", "write it without"),
    ],
    "TTL107": [
        ("the title has two spaces in a row", "", 'write "Fit the Crab nebula spectrum"'),
        ("the title has a space at its end", "", 'write "Fit the Crab nebula spectrum"'),
        ("the title has the invisible character U+200B", "", "delete it"),
        ("the title has a line break", "", 'write "Fit the Crab nebula spectrum"'),
    ],
    "TTL108": [
        ("the title has U+202E, which changes the order of the letters", "", "delete it"),
    ],
    "TTL109": [
        ("the title ends with a full stop", "", "delete it"),
    ],
    "TTL110": [
        (
            "another executable of the same type has this title",
            "again here",
            "say what makes this one different",
            "first here",
        ),
    ],
}


@pytest.mark.parametrize("code", WORDS)
def test_the_words_of_a_rule(code: str) -> None:
    said = [
        (found.message, found.label, found.advice, *(other.label for other in found.related))
        for example in rule(code).bad
        for found in findings_of(example)
        if found.code == code
    ]
    assert said == WORDS[code]
