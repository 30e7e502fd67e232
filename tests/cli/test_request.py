"""`ossr-catalogue request`: from a list or a published catalogue to a broker's offers."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import sample_catalogue as sample
from ossr_catalogue.broker.offers import answer_of
from ossr_catalogue.cli.main import _status
from ossr_catalogue.errors import SourceError
from ossr_catalogue.lint.sound import SOUND, container
from published_site import contents, put
from request_cases import CASES, Case, table
from stub_broker import SESSION, answer_to, broker, judge

Run = Callable[..., tuple[int, str, str]]

SOUND_CONTAINER = (
    SOUND
    | container("x")
    | {
        "image": {"locations": ["ghcr.io/gammapy/gammapy:1.3"], "digest": sample.DIGEST},
        "compute-resources": [{"cores": {"min": 2, "max": 64}, "memory": {"min": "4 GiB", "max": "8 GiB"}}],
        "profiles": [{"name": "small", "compute-resources": [{"cores": 1}]}],
    }
)
del SOUND_CONTAINER["location"]
OTHER = SOUND | {"uuid": "0f0d7a52-1c1e-4b7b-9d3a-5b8c2f4e7a10", "location": "https://example.org/a.ipynb"}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def start(*arguments: str) -> tuple[int, str, str]:
        status = _status(["request", *arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return start


@pytest.fixture
def listed(tmp_path: Path) -> str:
    path = tmp_path / "executables.json"
    path.write_text(json.dumps({"executables": [SOUND_CONTAINER]}))
    return str(path)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> str:
    entries = {case.entry.executable.uuid: case.entry for case in CASES}
    folder = tmp_path_factory.mktemp("site")
    return str(put(contents(of=sample.catalogue(*entries.values())), folder))


def options(case: Case) -> Iterator[str]:
    """Give what is chosen in a case as the command takes it."""
    units = {"memory_bytes": " B", "storage_bytes": " B", "walltime_seconds": " s"}
    for name, value in case.chosen_in_page.items():
        yield f"--{name.partition('_')[0]}={value}{units.get(name, '')}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_command_asks_for_what_the_page_asks_for(case: Case, site: str, run: Run) -> None:
    status, out, err = run(case.entry.executable.uuid, "--index", site, *options(case))
    expected = table()[case.name]
    if "body" in expected:
        assert (status, json.loads(out)) == (0, expected["body"])
        assert all(name in err for name in expected["unfilled"])
    else:
        assert (status, out) == (1, "")
        assert err == f"ossr-catalogue: there can be no request: {expected['reason']}\n"


@pytest.mark.parametrize("name", [name for name, row in table().items() if "body" in row])
def test_the_broker_refuses_nothing_that_we_write(name: str) -> None:
    assert judge(table()[name]["body"])[0] == []


def test_a_request_is_written_from_a_list(listed: str, run: Run) -> None:
    status, out, err = run(listed, "--cores", "4", "--memory", "5GiB", "--walltime", "2h")
    body = json.loads(out)
    assert (status, err) == (0, "")
    assert body["compute"]["cores"] == {"min": 4, "max": 4}
    assert body["compute"]["memory"] == {"min": 5, "max": 5}
    assert body["schedule"] == {"requested": {"duration": "PT7200S"}}
    assert body["executable"]["meta"]["description"].startswith("Reduces one hour")


def test_yaml_is_the_same_request(listed: str, run: Run) -> None:
    _, in_json, _ = run(listed)
    status, in_yaml, _ = run(listed, "--format", "yaml")
    assert status == 0
    assert yaml.safe_load(in_yaml) == json.loads(in_json)


def test_a_profile_is_chosen_by_its_name(listed: str, run: Run) -> None:
    assert json.loads(run(listed, "--profile", "small")[1])["compute"]["cores"] == {"min": 1, "max": 1}


@pytest.mark.parametrize("which", ["1", OTHER["uuid"], OTHER["uuid"].upper()])
def test_one_of_several_is_named_by_its_place_or_its_uuid(which: str, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "executables.yaml"
    path.write_text(yaml.safe_dump({"executables": [SOUND_CONTAINER, OTHER]}))
    status, out, _ = run(f"{path}#{which}")
    assert (status, json.loads(out)["executable"]["location"]) == (0, "https://example.org/a.ipynb")


WRONG = [
    (["{list}", "--cores", "many"], 2, "not a number|is no|cannot"),
    (["{list}", "--memory", "16 Gb"], 2, "16 GB|bits|GiB"),
    (["{list}", "--gpus", "0.5"], 2, "whole"),
    (["{list}", "--profile", "large"], 2, "it has small"),
    (["{list}", "--cores", "17"], 1, "needs 17 cores"),
    (["{list}", "--cores", "1"], 1, "needs at least 2 cores, chosen: 1 core"),
    (["{list}#1"], 3, "has no executable '1'"),
    (["{list}#x"], 3, "has no executable 'x'"),
    (["nowhere.json"], 2, "cannot be read"),
    ([OTHER["uuid"], "--index", "{site}"], 3, "has no executable"),
    ([OTHER["uuid"], "--index", "nowhere"], 2, "nowhere"),
    (["{list}", "--broker", "ftp://example.org"], 2, "expected an address like https://"),
    (["{list}", "--broker", "http://broker.example.org"], 2, "not encrypted; write https://"),
    (["{list}", "--broker", "http://[x"], 2, "is no address"),
]


@pytest.mark.parametrize(("arguments", "status", "said"), WRONG, ids=[" ".join(row[0][-2:]) for row in WRONG])
def test_what_is_wrong_is_said_with_what_to_do(
    arguments: list[str], status: int, said: str, listed: str, site: str, run: Run
) -> None:
    given = [one.replace("{list}", listed).replace("{site}", site) for one in arguments]
    left, out, err = run(*given)
    assert (left, out) == (status, "")
    assert re.search(said, err)


def test_of_several_one_has_to_be_named(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "executables.json"
    path.write_text(json.dumps({"executables": [SOUND_CONTAINER, OTHER]}))
    status, _, err = run(str(path))
    assert status == 2
    assert f"say which, {path}#0 to {path}#1" in err


def test_an_entry_with_errors_is_not_sent(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "executables.json"
    path.write_text(json.dumps({"executables": [SOUND_CONTAINER | {"title": 7}]}))
    status, _, err = run(str(path))
    assert status == 2
    assert f"`ossr-catalogue lint {path}` says which" in err


def test_an_empty_list_is_nothing_to_ask_for(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "executables.json"
    path.write_text("{}")
    assert run(str(path))[0] == 3


@pytest.mark.parametrize("form", ["json", "yaml"])
@pytest.mark.parametrize("behaviour", [{}, {"redirects": True}, {"endpoint": "/offersets"}], ids=str)
def test_offers_are_shown(form: str, behaviour: dict[str, Any], listed: str, run: Run) -> None:
    with broker(**behaviour) as (address, state):
        status, out, err = run(listed, "--broker", f"{address}/", "--format", form)
    assert (status, err) == (0, "")
    ((_, media_type, sent),) = state.received
    assert media_type == f"application/{form}"
    assert sent["compute"]["cores"] == {"min": 2, "max": 64}
    update = '{"kind": "uri:enum-value-update", "path": "phase", "value": "ACCEPTED"}'
    accept = f"curl -X POST '{address}/sessions/{SESSION}' -H 'Content-Type: application/json' -d '{update}'"
    assert out.splitlines() == [
        f"1 offer of {address}",
        "  cores capped at 16",
        "",
        f"1. {SESSION} OFFERED",
        "   resources: 2 to 4 cores, 4 to 8 GiB of memory",
        "   start: 2026-11-23T12:00:00Z/PT5M",
        "   duration: PT7200S",
        "   accept until: 2026-11-23T12:05:00Z",
        f"   accept: {accept}",
    ]


def test_a_refusal_is_told_with_its_reason(listed: str, run: Run) -> None:
    no = json.dumps(answer_to({})).encode()
    with broker(answer=no) as (address, _):
        status, out, _ = run(listed, "--broker", address)
    assert (status, out) == (1, "The broker says no.\n  no executable\n")


def test_an_answer_in_yaml_is_read(listed: str, run: Run) -> None:
    with broker(answer=b"result: 'NO'\n", answer_type="application/yaml") as (address, _):
        status, out, _ = run(listed, "--broker", address, "--format", "yaml")
    assert (status, out) == (1, "The broker says no.\n  It gives no reason.\n")


FAILING = [
    ({"status": 500}, "500 Internal Server Error, with a page of HTML"),
    ({"status": 503}, "503 Service Unavailable"),
    ({"status": 400}, "400 Bad Request"),
    ({"answer": b"<html></html>", "answer_type": "text/html"}, "text/html that is no JSON"),
    ({"answer": b"[]"}, "expected an object with `result`"),
    ({"answer": b'{"result": "MAYBE"}'}, "expected an object with `result`"),
    ({"answer": b"a: [", "answer_type": "application/yaml"}, "YAML that cannot be read"),
    ({"endpoint": "/elsewhere"}, "has neither /requests nor /offersets"),
    ({"delay_seconds": 0.5}, "no answer in time"),
]


@pytest.mark.parametrize(("behaviour", "said"), FAILING, ids=[row[1] for row in FAILING])
def test_a_broker_that_fails_is_told_of(behaviour: dict[str, Any], said: str, listed: str, run: Run) -> None:
    with broker(**behaviour) as (address, state):
        status, out, err = run(listed, "--broker", address, "--timeout", "0.2")
    assert (status, out) == (1, "")
    assert said in err
    assert len(state.received) <= 1


def test_nobody_listening_is_told_of(listed: str, run: Run) -> None:
    with broker() as (address, _):
        pass
    status, _, err = run(listed, "--broker", address)
    assert status == 1
    assert "no answer" in err


REFUSED: list[Callable[[Any], object]] = [
    lambda body: body.pop("executable"),
    lambda body: body["executable"].update(kind="urn:types/docker-container"),
    lambda body: body["executable"]["image"].pop("digest"),
    lambda body: body["executable"]["image"].update(platform={"architecture": "arm64"}),
    lambda body: body["executable"].update(privileged=True),
    lambda body: body["compute"].update(cores={"min": 17, "max": 17}),
    lambda body: body["compute"].update(memory={"min": 0.5, "max": 1}),
    lambda body: body.update(data=[{"kind": "rucio"}]),
]


@pytest.mark.parametrize("spoil", REFUSED)
def test_the_stand_in_refuses_what_the_broker_does(spoil: Callable[[Any], object]) -> None:
    body = json.loads(json.dumps(table()["as declared"]["body"]))
    spoil(body)
    assert answer_to(body)["result"] == "NO"


def test_what_a_broker_writes_cannot_become_a_command_or_move_the_cursor() -> None:
    option = {"path": "x'; rm -rf /; '", "values": ["ACCEPTED"]}
    said = {
        "result": "YES",
        "meta": {"messages": [{"message": "a\x1b[2J\nb"}]},
        "offers": [
            {"meta": {"uuid": "'; rm -rf /"}},
            {"meta": {"uuid": SESSION, "options": [option]}, "phase": "OFF\x07ERED", "expires": {"a": 1}},
            "none",
        ],
    }
    answer = answer_of(said)
    (offer,) = answer.offers
    assert answer.messages == ("a[2J b",)
    assert (offer.uuid, offer.state, offer.state_path, offer.expires) == (SESSION, "OFFERED", "phase", "")


def test_a_message_template_is_filled() -> None:
    message = {"template": "[{class}] is no {kind}", "values": {"class": "X"}}
    assert answer_of({"result": "NO", "messages": [message]}).messages == ("[X] is no {kind}",)


def test_what_is_no_answer_is_an_error() -> None:
    with pytest.raises(SourceError, match="is this the broker's address"):
        answer_of(None)
