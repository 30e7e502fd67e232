"""A token goes to its host alone, and is never shown."""

import stat
from pathlib import Path

import pytest

from ossr_catalogue.errors import SourceError, UsageError
from ossr_catalogue.harvest.forges.github import GitHub
from ossr_catalogue.harvest.forges.source import ForgeSource
from ossr_catalogue.harvest.forges.token import github_token, gitlab_token
from ossr_catalogue.harvest.git.command import Git
from ossr_catalogue.harvest.web.http import PoliteHttp
from simulated_forge import ForgeFault, SimulatedForge

SECRET = "glpat-s3cret"  # noqa: S105 - of nobody


def test_without_one_nothing_is_sent() -> None:
    assert (github_token({}), gitlab_token({}, "https://gitlab.com")) == ({}, {})


def test_github_is_given_the_one_of_github() -> None:
    assert github_token({"GITHUB_TOKEN": f" {SECRET}\n"}) == {"Authorization": f"Bearer {SECRET}"}


@pytest.mark.parametrize(
    ("environment", "url", "sent"),
    [
        ({}, "https://gitlab.com", True),
        ({}, "https://gitlab.in2p3.fr", False),
        ({}, "http://gitlab.com", False),
        ({}, "https://gitlab.com.evil.example", False),
        ({}, "https://gitlab.com:8443", False),
        ({"GITLAB_HOST": "gitlab.in2p3.fr"}, "https://gitlab.in2p3.fr", True),
        ({"GITLAB_HOST": "https://gitlab.in2p3.fr/"}, "https://gitlab.in2p3.fr", True),
        ({"GITLAB_HOST": "gitlab.in2p3.fr"}, "https://gitlab.com", False),
    ],
)
def test_a_gitlab_is_given_the_one_that_is_its_own(
    environment: dict[str, str], url: str, *, sent: bool
) -> None:
    headers = gitlab_token({"GITLAB_TOKEN": SECRET, **environment}, url)
    assert headers == ({"PRIVATE-TOKEN": SECRET} if sent else {})


@pytest.mark.parametrize("token", ["s3cret\nX-Evil: 1", "s3cret x", "s3crèt"])
def test_one_that_is_none_is_refused_and_not_repeated(token: str) -> None:
    with pytest.raises(UsageError) as refused:
        github_token({"GITHUB_TOKEN": token})
    assert "s3cr" not in str(refused.value)


def test_it_is_sent_with_every_page_and_stands_in_no_error(forge: SimulatedForge) -> None:
    forge.faults = [ForgeFault(path="/", status=401, body='{"message": "Bad credentials"}')]
    client = PoliteHttp(forge.base_url, headers={"Authorization": f"Bearer {SECRET}"}, pause_seconds=0)
    with pytest.raises(SourceError) as failed:
        GitHub("agn", http=client).listing()
    assert forge.headers[0]["Authorization"] == f"Bearer {SECRET}"
    assert "Bad credentials" in str(failed.value)
    assert SECRET not in str(failed.value)


def test_the_name_of_a_source_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", SECRET)
    monkeypatch.setenv("GITLAB_TOKEN", SECRET)
    hub = ForgeSource.of_github({"github": "agn"}, None)  # type: ignore[arg-type]
    lab = ForgeSource.of_gitlab({"gitlab": "https://gitlab.com/agn"}, None)  # type: ignore[arg-type]
    assert (hub.name, lab.name) == ("github agn", "gitlab https://gitlab.com/agn")


def test_git_is_given_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", SECRET)
    program = tmp_path / "git"
    program.write_text("#!/bin/sh\nexport\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    said = Git().local("status")
    assert b"GIT_TERMINAL_PROMPT" in said
    assert SECRET.encode() not in said
