"""The pages of the rules: what the linter really says, what a fix really changes, how to choose otherwise."""

import re
import shlex
import tomllib
from functools import cache
from html import unescape
from pathlib import Path

import pytest

import sample_catalogue as sample
from built_site import Page, read_page, stamps
from ossr_catalogue.cli.main import _status
from ossr_catalogue.embedded import embedded
from ossr_catalogue.lint.examples import findings_of
from ossr_catalogue.lint.registry import FAMILIES, all_rules, rule
from ossr_catalogue.lint.rule import Rule
from ossr_catalogue.model.rule_card import FixAvailability
from ossr_catalogue.publish.pages.rule_examples import shown_bad
from ossr_catalogue.publish.pages.rules import view_of
from ossr_catalogue.publish.pages.terminal import terminal_html
from ossr_catalogue.report import FORMATS, Run
from sample_site import SETTINGS

URL = SETTINGS.url


@cache
def html_by_path() -> dict[str, str]:
    return {
        stamp.path: stamp.content for stamp in stamps(sample.catalogue()) if stamp.path.startswith("rules/")
    }


def page(path: str) -> Page:
    return read_page(html_by_path()[path])


def words(text: str) -> str:
    return " ".join(text.split())


def test_every_rule_is_in_the_overview_under_its_family() -> None:
    overview = page("rules/")
    assert {f"../rules/{one.code}/" for one in all_rules()} <= overview.addresses()
    letters = [code for code in FAMILIES if any(one.family() == code for one in all_rules())]
    places = [html_by_path()["rules/"].index(f'<section class="family" id="{code}">') for code in letters]
    assert places == sorted(places)
    assert {f"#{code}" for code in letters} <= overview.addresses()


def test_the_overview_counts_what_it_shows() -> None:
    html = html_by_path()["rules/"]
    assert f"All {len(all_rules())} " in page("rules/").text
    for severity in ("error", "warning", "note"):
        count = html.count(f'<li data-severity="{severity}"')
        assert f"{severity}s {count} " in page("rules/").text
    assert f"Can be fixed {html.count(' data-fixable>')} " in page("rules/").text
    assert html.count("<li data-severity=") == len(all_rules())


def test_the_overview_can_be_narrowed_without_a_script() -> None:
    overview = page("rules/")
    assert {"show-all", "show-error", "show-warning", "show-note", "show-fixable"} <= overview.ids
    assert "script" not in overview.tags


@pytest.mark.parametrize("one", all_rules(), ids=lambda one: one.code)
def test_the_page_of_a_rule_shows_it_at_work(one: type[Rule]) -> None:
    text = page(f"rules/{one.code}/").text
    says = words(FORMATS["text"].write(findings_of(one.bad[0]), Run(shows_all=True, url=URL)))
    assert f"{one.severity.word}[{one.code}] {one.name}: " in says
    assert says in text
    assert text.index("Why") < text.index("What it finds") < text.index("How it should be")
    assert f"ossr-catalogue explain {one.code}" in text


@pytest.mark.parametrize("one", all_rules(), ids=lambda one: one.code)
def test_the_page_of_a_rule_says_how_to_choose_otherwise(one: type[Rule]) -> None:
    text = page(f"rules/{one.code}/").text
    assert (f'ignore = {{ {one.code} = "why it may stand" }}' in text) is one.can_be_suppressed()
    assert ("cannot be suppressed" in text) is not one.can_be_suppressed()
    assert "../../linting-configuration/" in page(f"rules/{one.code}/").addresses()


@pytest.mark.parametrize(
    "one", [one for one in all_rules() if one.fix is not FixAvailability.NONE], ids=lambda one: one.code
)
def test_the_page_of_a_rule_that_is_fixed_shows_what_changes(one: type[Rule]) -> None:
    text = page(f"rules/{one.code}/").text
    assert f"fixed by {view_of(one).fix}" in text
    fixable = [
        example
        for example in one.bad
        if any(found.fix and found.code == one.code for found in findings_of(example))
    ]
    shown = [example for example in shown_bad(one, URL) if example.diff]
    assert len(shown) == len(fixable) > 0
    assert all(re.search(r"^[-+]", example.diff, re.MULTILINE) for example in shown)


def test_what_a_fix_changes_is_shown_line_by_line() -> None:
    (shown, *_) = shown_bad(rule("memory-in-bits"), URL)
    assert shown.diff.splitlines()[1:] == [
        "         {",
        '-          "memory": "16 Gb"',
        '+          "memory": "16 GB"',
        "         }",
    ]
    assert not shown.is_fixed_safely


def test_a_rule_without_fixes_promises_none() -> None:
    text = page("rules/TTL101/").text
    assert "fixed by" not in text.lower()


def test_what_a_page_says_that_a_command_writes_is_what_it_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _, override, command, *_ = re.findall(r"<pre><code>(.*?)</code>", configure_of("RES104"), re.DOTALL)
    assert _status(shlex.split(unescape(command))[1:]) == 0
    assert tomllib.loads(Path(".ossr-catalogue.toml").read_text()) == tomllib.loads(unescape(override))


def configure_of(code: str) -> str:
    """Give the part of a rule's page about choosing otherwise."""
    return html_by_path()[f"rules/{code}/"].partition('id="configure"')[2]


def test_the_lines_of_the_findings_are_marked() -> None:
    (shown, *_) = shown_bad(rule("memory-in-bits"), URL)
    assert [line.text for line in shown.lines if line.flagged] == ['          "memory": "16 Gb"']


def test_what_is_around_an_example_is_told() -> None:
    assert "The repository holds " in page(f"rules/{rule('missing-file').code}/").text


def test_what_is_reported_only_on_request_says_so() -> None:
    assert view_of(rule("memory-in-bits")).is_told
    assert not view_of(rule("full-stop-in-title")).is_told
    assert "Reported with --strict" in page(f"rules/{rule('full-stop-in-title').code}/").text


def test_colours_of_a_terminal_become_classes_and_hostile_text_stays_text() -> None:
    html = terminal_html("\x1b[1;38;5;196merror\x1b[0m <script>\x1b[1m&\x1b[0m")
    assert (
        html == '<span class="ansi-1-38-5-196">error</span> &lt;script&gt;<span class="ansi-1">&amp;</span>'
    )


def test_every_colour_of_a_report_is_drawn() -> None:
    used = {name for html in html_by_path().values() for name in re.findall(r'class="(ansi-[0-9-]+)"', html)}
    css = embedded("catalogue/theme/assets/pages.css").read_text(encoding="utf-8")
    assert used
    assert {name for name in used if f".{name} " not in css and name != "ansi-1"} == set()
