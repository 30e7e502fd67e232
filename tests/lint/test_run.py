"""One root cause, one finding; in the order of the file; and what is left to be read."""

import time
from collections.abc import Iterator

import pytest

from ossr_catalogue.document.document import Document
from ossr_catalogue.document.node import Node
from ossr_catalogue.document.parse import parse
from ossr_catalogue.lint.key_rules import KeyRule
from ossr_catalogue.lint.registry import rule
from ossr_catalogue.lint.rule import ExecutableRule, Remark
from ossr_catalogue.lint.run import lint, sound_entries
from ossr_catalogue.lint.sound import SOUND_YAML
from ossr_catalogue.lint.view import View
from ossr_catalogue.model.finding import Confidence, Edit, Finding, Fix, Place, Related, Severity

SECOND = SOUND_YAML.removeprefix("executables:\n").replace(
    "6f0d7a52-1c1e-4b7b-9d3a-5b8c2f4e7a10", "911e248b-3a85-46b0-b681-cfd5ed1c2fe4"
).replace("spectrum", "light curve")  # fmt: skip


def document(text: str, name: str = "executables.yaml") -> Document:
    return parse(text, name)


def codes(text: str, name: str = "executables.yaml") -> list[str]:
    return [found.code for found in lint(document(text, name))]


def test_a_sound_list_has_no_findings() -> None:
    assert lint(document(SOUND_YAML + SECOND)) == ()


def test_a_finding_says_all_that_is_known() -> None:
    text = SOUND_YAML + "    compute-resources:\n      - memory: {min: 64 GiB, max: 8 GiB}\n"
    excerpt = "      - memory: {min: 64 GiB, max: 8 GiB}"
    assert lint(document(text)) == (
        Finding(
            code="RES101",
            name="min-exceeds-max",
            severity=Severity.ERROR,
            confidence=Confidence.HIGH,
            message="memory asks for at least 64 GiB but at most 8 GiB",
            path="executables.yaml",
            place=Place(line=8, column=23, end_line=8, end_column=29, excerpt=excerpt),
            label="lower limit: 64 GiB",
            related=(
                Related(
                    place=Place(line=8, column=36, end_line=8, end_column=41, excerpt=excerpt),
                    label="upper limit: 8 GiB",
                ),
            ),
            advice="swap them, or raise max to at least 64 GiB",
            where='executables[0] "Fit the Crab nebula spectrum with Gammapy" → '
            "compute-resources[0].memory.min",
            pointer="/executables/0/compute-resources/0/memory/min",
            uuid="6f0d7a52-1c1e-4b7b-9d3a-5b8c2f4e7a10",
            fix=Fix(
                title="Swap them",
                edits=(
                    Edit(
                        start=text.index("64"),
                        end=text.index("64") + 2,
                        text="8",
                        place=Place(line=8, column=23, end_line=8, end_column=25, excerpt=excerpt),
                    ),
                    Edit(
                        start=text.index("8 GiB"),
                        end=text.index("8 GiB") + 1,
                        text="64",
                        place=Place(line=8, column=36, end_line=8, end_column=37, excerpt=excerpt),
                    ),
                ),
                is_safe=False,
            ),
        ),
    )


def test_findings_stand_in_the_order_of_the_file() -> None:
    text = SOUND_YAML.replace("title: Fit the Crab nebula spectrum with Gammapy", "title: TODO")
    text += "    status: gone\n    compute-resources: [{memory: 16 Gb, cores: 1.5 GB}]\n"
    assert codes(text) == ["TTL103", "SCH041", "RES104", "RES112"]


def test_only_the_rules_that_were_asked_for_speak() -> None:
    text = SOUND_YAML.replace("Crab nebula", "Crab  nebula") + "    compute-resources: [{memory: 16 Gb}]\n"
    assert [found.code for found in lint(document(text), rules=[rule("RES104")])] == ["RES104"]


def test_what_a_key_lacks_may_stand_under_its_misspelling() -> None:
    text = SOUND_YAML + "    data-resources: [{name: events, data-fromat: urn:fits-binary}]\n"
    assert "DAT101" not in codes(text)
    assert "SCH021" in codes(text)


def test_what_a_mapping_lacks_is_told_beside_what_is_wrong_in_it() -> None:
    text = SOUND_YAML + "    data-resources: [{name: events, size: 16 Gb}]\n"
    assert codes(text) == ["DAT101", "RES104"]


def test_a_thousand_warnings_of_a_rule_are_enough_but_every_error_counts() -> None:
    slots = ", ".join(["{name: events, size: 16 Gb}"] * 1_100)
    said = codes(SOUND_YAML + f"    data-resources: [{slots}]\n")
    assert (said.count("DAT101"), said.count("RES104")) == (1_000, 1_100)


def test_a_value_of_the_wrong_type_is_not_examined_further() -> None:
    text = SOUND_YAML + "    compute-resources: [{memory: [16 Gb]}]\n"
    assert codes(text) == ["SCH031"]


def test_a_missing_key_hides_nothing_else() -> None:
    text = SOUND_YAML.replace("    location: notebooks/crab.ipynb\n", "").replace(
        "Crab nebula", "Crab  nebula"
    )
    assert codes(text) == ["SCH011", "TTL107"]


def test_a_text_whose_half_is_lost_is_not_judged() -> None:
    text = '{"executables": [{"title": "\\ud83d"}]}'
    assert "TTL101" not in codes(text, "executables.json")


def test_needs_that_profiles_share_are_told_once() -> None:
    text = SOUND_YAML + (
        "    compute-resources: [{cores: 5000}]\n"
        "    profiles: [{name: first}, {name: second}, {name: third}]\n"
    )
    assert codes(text).count("RES105") == 1


def test_equal_slips_at_two_places_are_told_twice() -> None:
    text = SOUND_YAML + "    storage-resources: [{size: 16 Gb}, {size: 16 Gb}]\n"
    assert codes(text) == ["RES104", "RES104"]


def test_titles_of_signs_alone_are_not_compared() -> None:
    text = (SOUND_YAML + SECOND).replace("title: Fit", 'title: "???" # ').replace('"???"', '"!!!"', 1)
    assert codes(text) == ["TTL101", "TTL101"]


def test_a_crash_in_a_rule_is_not_swallowed() -> None:
    class Crashing(ExecutableRule):
        """Crashes."""

        code, name, severity = "XXX000", "crashing", Severity.NOTE

        def check_executable(self, executable: object) -> Iterator[Remark]:
            raise RuntimeError(executable)

    with pytest.raises(RuntimeError):
        lint(document(SOUND_YAML), rules=[Crashing])


def test_a_rule_about_keys_is_asked_only_where_some_executable_has_one() -> None:
    class Crashing(KeyRule):
        """Crashes."""

        code, name, severity = "XXX000", "crashing", Severity.NOTE
        keys = ("homepage", "license")

        def check(self, view: View) -> Iterator[Remark]:
            raise RuntimeError(view)

        def check_value(self, value: Node, executable: Node) -> Iterator[Remark]:
            raise NotImplementedError

    assert lint(document(SOUND_YAML), rules=[Crashing]) == ()
    with pytest.raises(RuntimeError):
        lint(document(SOUND_YAML + SECOND + "    license: MIT\n"), rules=[Crashing])


def test_a_rule_about_resources_hears_of_those_of_a_profile() -> None:
    output = "data-resources: [{name: spectrum, direction: output, required: true}]"
    text = SOUND_YAML + f"    profiles: [{{name: whole night, {output}}}]\n"
    assert "DAT109" in codes(text)


def test_a_broken_entry_costs_only_itself() -> None:
    parsed = document(SOUND_YAML + "    compute-resources: [{memory: 16 Gb}]\n" + SECOND)
    assert sound_entries(parsed, lint(parsed)) == parsed.executables[1:]


def test_a_warning_costs_nothing() -> None:
    parsed = document(SOUND_YAML + "    compute-resources: [{memory: 16G}]\n")
    findings = lint(parsed)
    assert [found.code for found in findings] == ["RES117"]
    assert sound_entries(parsed, findings) == parsed.executables


def test_the_tenth_entry_is_not_taken_for_the_first() -> None:
    entries = [SECOND.replace("911e248b", f"911e{number:04}") for number in range(11)]
    entries[1] += "    compute-resources: [{memory: 16 Gb}]\n"
    parsed = document("executables:\n" + "".join(entries))
    assert len(sound_entries(parsed, lint(parsed))) == 10


def test_of_two_entries_with_one_uuid_the_first_stays() -> None:
    parsed = document(
        SOUND_YAML
        + SECOND.replace("911e248b-3a85-46b0-b681-cfd5ed1c2fe4", "6f0d7a52-1c1e-4b7b-9d3a-5b8c2f4e7a10")
    )
    assert sound_entries(parsed, lint(parsed)) == parsed.executables[:1]


def test_an_unknown_key_beside_the_list_costs_no_entry() -> None:
    parsed = document(SOUND_YAML + "executors: []\n")
    findings = lint(parsed)
    assert [found.code for found in findings] == ["SCH021"]
    assert sound_entries(parsed, findings) == parsed.executables


@pytest.mark.parametrize(
    "more", ["---\nexecutables: []\n", "executables: []\n"], ids=["second document", "second list"]
)
def test_where_two_lists_compete_none_is_read(more: str) -> None:
    parsed = document(SOUND_YAML + more)
    assert sound_entries(parsed, lint(parsed)) == ()


def test_what_is_looked_at_often_is_worked_out_once() -> None:
    view = View(document(SOUND_YAML + "    compute-resources: [{cores: 1}]\n"))
    assert view.quantities is view.quantities
    assert view.needs[0].compute[0]["cores"] is view.quantities[0]


def test_a_profile_falls_back_on_the_executable_not_on_the_profile_before() -> None:
    text = SOUND_YAML + (
        "    compute-resources: [{cores: 1}]\n"
        "    profiles: [{name: one, compute-resources: [{cores: 2}]}, {name: two}]\n"
    )
    uses = View(document(text)).needs
    assert [needs.compute[0]["cores"].minimum for needs in uses] == [1, 2, 1]


HOSTILE = {
    "sixty thousand brackets": "[" * 60_000,
    "sixty thousand brackets of YAML": "a: " + "[" * 60_000,
    "an alias bomb": "a: &a [x,x,x,x,x,x,x,x,x]\n"
    + "".join(
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ),
    "a title of a megabyte": SOUND_YAML.replace("Crab nebula", "<" * 1_000_000),
    "a description of spaces": SOUND_YAML.replace("Reduces", '"' + "a " * 200_000 + '"'),
    "backticks": SOUND_YAML.replace("Reduces", "`" * 20_000 + "<b"),
    "brackets in a title": SOUND_YAML.replace("title: Fit", "title: Fit " + "[" * 20_000),
    "stars in a title": SOUND_YAML.replace("title: Fit", "title: Fit " + "**a" * 20_000),
    "an amount of digits": SOUND_YAML + f"    compute-resources: [{{memory: {'9' * 100_000} GiB}}]\n",
    "digits without end": SOUND_YAML + f"    compute-resources: [{{memory: {'9' * 100_000}!}}]\n",
    "a very long way": SOUND_YAML.replace("crab.ipynb", "a" * 100_000 + "/"),
    "many unknown formats": SOUND_YAML
    + f"    data-resources: [{{data-format: [{', '.join(f'urn:f{number}' for number in range(20_000))}]}}]\n",
    "many unknown keys": SOUND_YAML + "".join(f"    k{number}: 1\n" for number in range(300)),
    "many wrong amounts": SOUND_YAML
    + f"    compute-resources: [{', '.join(['{memory: 1 Gb, cores: -1}'] * 5_000)}]\n",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_input_is_told_about_in_time(text: str) -> None:
    started = time.process_time()
    findings = lint(document(text))
    assert all(len(found.message) < 500 for found in findings)
    assert time.process_time() - started < 3
