"""What becomes of questions to the network, asked of a small server of our own."""

import time
from collections.abc import Iterator

import pytest

from ossr_catalogue.harvest.web.address_guard import AddressGuard
from ossr_catalogue.harvest.web.asker import Asker, NotAnsweredError
from ossr_catalogue.harvest.web.image_registry import ImageRegistry
from ossr_catalogue.harvest.web.online_answers import OnlineAnswers
from ossr_catalogue.model.question import Answer, Question, Subject
from simulated_web import Web, serving


@pytest.fixture
def web() -> Iterator[Web]:
    """Give a web that runs while the test does."""
    with serving() as running:
        yield running


def asker_of(timeout_seconds: float = 5.0) -> Asker:
    return Asker(AddressGuard(allowed=("127.0.0.0/8",)), timeout_seconds=timeout_seconds)


def answers_of(
    web: Web, *, timeout_seconds: float = 5.0, most_questions: int = 500, patience_seconds: float = 90.0
) -> OnlineAnswers:
    asker = asker_of(timeout_seconds)
    return OnlineAnswers(
        asker,
        registry=ImageRegistry(asker, addresses={web.host: web.url, "docker.io": web.url}),
        doi_url=web.url,
        most_questions=most_questions,
        patience_seconds=patience_seconds,
    )


def page(web: Web, path: str) -> Question:
    return Question(Subject.PAGE, web.url + path)


def answer_to(answers: OnlineAnswers, question: Question) -> Answer:
    answers.ask([question])
    return answers.of(question)


PAGES = {
    "/here": Answer.THERE,
    "/status/404": Answer.GONE,
    "/status/410": Answer.GONE,
    "/status/401": Answer.NOT_CHECKED,
    "/status/403": Answer.NOT_CHECKED,
    "/status/429": Answer.NOT_CHECKED,
    "/status/500": Answer.NOT_CHECKED,
    "/status/503": Answer.NOT_CHECKED,
    "/no-head": Answer.THERE,
    "/head-lies": Answer.THERE,
    "/to/here": Answer.THERE,
    "/to/status/404": Answer.GONE,
    "/loop": Answer.NOT_CHECKED,
    "/nonsense": Answer.NOT_CHECKED,
    "/caf\u00e9 au lait?x=\u00e9 b": Answer.THERE,
    "/away?to=file:///etc/passwd": Answer.NOT_CHECKED,
    "/away?to=http://10.0.0.1/": Answer.NOT_CHECKED,
    "/away?to=http://user:word@127.0.0.1/": Answer.NOT_CHECKED,
    "/away?to=http://[::1/": Answer.NOT_CHECKED,
}


@pytest.mark.parametrize(("path", "answer"), PAGES.items(), ids=PAGES.keys())
def test_only_what_a_host_says_itself_counts(web: Web, path: str, answer: Answer) -> None:
    assert answer_to(answers_of(web), page(web, path)) is answer


IMAGES = {
    "space/name:1.3": Answer.THERE,
    "space/name:9.9": Answer.GONE,
    "space/name": Answer.GONE,
    "private/name:1.3": Answer.NOT_CHECKED,
    "basic/name:1.3": Answer.NOT_CHECKED,
}


@pytest.mark.parametrize(("name", "answer"), IMAGES.items(), ids=IMAGES.keys())
def test_an_image_is_looked_up_as_anybody_may(web: Web, name: str, answer: Answer) -> None:
    image = f"{web.host}/{name}"
    assert answer_to(answers_of(web), Question(Subject.IMAGE, image)) is answer


def test_a_bare_name_is_looked_up_in_the_library_of_docker_hub(web: Web) -> None:
    assert answer_to(answers_of(web), Question(Subject.IMAGE, "python:1.3")) is Answer.THERE
    assert web.asked[-1][1] == "/v2/library/python/manifests/1.3"


def test_a_digest_is_asked_for_rather_than_a_tag(web: Web) -> None:
    digest = f"sha256:{'0123456789abcdef' * 4}"
    image = f"{web.host}/a/b:1.3@{digest}"
    assert answer_to(answers_of(web), Question(Subject.IMAGE, image)) is Answer.GONE
    assert web.asked[-1][1] == f"/v2/a/b/manifests/{digest}"


def test_what_names_no_image_is_not_asked_for(web: Web) -> None:
    assert answer_to(answers_of(web), Question(Subject.IMAGE, "A/B")) is Answer.NOT_CHECKED
    assert web.asked == []


DOIS = {
    "10.5281/zenodo.1": Answer.THERE,
    "10.5281/gone": Answer.GONE,
    "10.5281/broken": Answer.NOT_CHECKED,
}


@pytest.mark.parametrize(("doi", "answer"), DOIS.items(), ids=DOIS.keys())
def test_a_doi_is_looked_up_where_all_are_registered(web: Web, doi: str, answer: Answer) -> None:
    assert answer_to(answers_of(web), Question(Subject.DOI, doi)) is answer


def test_each_question_is_asked_once(web: Web) -> None:
    answers = answers_of(web)
    for _ in range(2):
        answers.ask([page(web, "/here")] * 3)
    assert [asked[:2] for asked in web.asked] == [("HEAD", "/here")]
    assert answers.asked == 1


def test_a_question_that_was_not_asked_is_not_checked(web: Web) -> None:
    assert answers_of(web).of(page(web, "/here")) is Answer.NOT_CHECKED


def test_what_is_beyond_the_most_is_not_asked(web: Web) -> None:
    answers = answers_of(web, most_questions=2)
    answers.ask(page(web, f"/{number}") for number in range(2))
    answers.ask([page(web, "/2")])
    assert len(web.asked) == 2
    assert answers.unchecked() == {"too many questions, or no answer in time": 1}


def test_no_host_is_asked_by_more_than_two_at_once(web: Web) -> None:
    answers = answers_of(web)
    questions = [page(web, f"/busy?{number}") for number in range(8)]
    answers.ask(questions)
    assert {answers.of(question) for question in questions} == {Answer.THERE}


def test_a_host_that_says_nothing_is_left(web: Web) -> None:
    answers = answers_of(web, timeout_seconds=0.2)
    assert answer_to(answers, page(web, "/slow")) is Answer.NOT_CHECKED
    assert answers.unchecked() == {"127.0.0.1: no answer in time": 1}


def test_a_host_that_sends_a_byte_now_and_then_is_left(web: Web) -> None:
    started = time.monotonic()
    assert answer_to(answers_of(web, timeout_seconds=0.3), page(web, "/drip")) is Answer.NOT_CHECKED
    assert time.monotonic() - started < 3


def test_nobody_waits_for_ever(web: Web) -> None:
    answers = answers_of(web, patience_seconds=0.2)
    started = time.monotonic()
    assert answer_to(answers, page(web, "/slow")) is Answer.NOT_CHECKED
    assert time.monotonic() - started < 2


def test_what_could_not_be_checked_is_counted_by_its_reason(web: Web) -> None:
    answers = answers_of(web)
    answers.ask([page(web, "/status/403"), page(web, "/status/403?again"), page(web, "/here")])
    assert answers.unchecked() == {"127.0.0.1: it says 403": 2}


def test_a_token_stays_with_the_host_that_it_is_for(web: Web) -> None:
    with serving() as other:
        for target in (web, other):
            asker_of().ask("GET", f"{web.url}/away?to={target.url}/here", {"Authorization": "Bearer x"})
        assert web.asked[1] == ("GET", "/here", "Bearer x")
        assert other.asked == [("GET", "/here", "")]


def test_six_redirects_are_too_many(web: Web) -> None:
    assert asker_of().ask("GET", f"{web.url}{'/to' * 5}/here").status == 200
    with pytest.raises(NotAnsweredError, match="more than 5 redirects"):
        asker_of().ask("GET", f"{web.url}{'/to' * 6}/here")
