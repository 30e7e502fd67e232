"""Answers to what lint rules ask of the network: each question once, several at a time, never for long."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from http import HTTPStatus
from queue import Empty, SimpleQueue
from threading import Lock, Semaphore, Thread
from time import monotonic
from typing import Final
from urllib.parse import quote, urlsplit

from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.web.address_guard import AddressGuard
from ossr_catalogue.harvest.web.asker import Asker, NotAnsweredError
from ossr_catalogue.harvest.web.image_registry import ImageRegistry
from ossr_catalogue.model.image_name import DOCKER_HUB, image_name
from ossr_catalogue.model.question import Answer, Question, Subject

DOI_URL: Final = "https://doi.org"
_AT_ONCE: Final = 8
_AT_ONE_HOST: Final = 2
_GONE: Final = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_REGISTERED: Final = 1
"""What the Handle System answers for a handle that it knows."""


class OnlineAnswers:
    """Asks the public web, and remembers.

    Only what a host says itself counts: that it does not answer, forbids, limits or fails says nothing about
    what it was asked for.
    """

    def __init__(
        self,
        asker: Asker | None = None,
        *,
        registry: ImageRegistry | None = None,
        doi_url: str = DOI_URL,
        most_questions: int = 500,
        patience_seconds: float = 90.0,
    ) -> None:
        """Prepare; nothing is asked yet.

        Args:
            asker: who sends the requests.
            registry: who looks images up.
            doi_url: where DOIs are resolved.
            most_questions: what is beyond is not checked; a list that a person wrote asks ten.
            patience_seconds: for all questions that are asked together: looking up a name has no other limit.
        """
        self._asker = asker or Asker(AddressGuard())
        self._registry = registry or ImageRegistry(self._asker)
        self._doi_url = doi_url
        self._left = most_questions
        self._patience_seconds = patience_seconds
        self._answers: dict[Question, Answer] = {}
        self._reasons: dict[Question, str] = {}
        self._hosts: dict[str, Semaphore] = defaultdict(lambda: Semaphore(_AT_ONE_HOST))
        self._lock = Lock()

    def ask(self, questions: Iterable[Question]) -> None:
        """Ask what was not asked before, and wait for the answers."""
        new = [one for one in dict.fromkeys(questions) if one not in self._answers]
        self._answers |= dict.fromkeys(new, Answer.NOT_CHECKED)
        self._reasons |= dict.fromkeys(new, "too many questions, or no answer in time")
        asked, self._left = new[: self._left], self._left - min(self._left, len(new))
        queue: SimpleQueue[Question] = SimpleQueue()
        for one in asked:
            queue.put(one)
        workers = [Thread(target=self._work, args=[queue], daemon=True) for _ in asked[:_AT_ONCE]]
        deadline = monotonic() + self._patience_seconds
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join(max(0.0, deadline - monotonic()))

    def of(self, question: Question) -> Answer:
        """Give the answer to a question that was asked."""
        return self._answers.get(question, Answer.NOT_CHECKED)

    @property
    def asked(self) -> int:
        """How many questions there were."""
        return len(self._answers)

    def unchecked(self) -> Counter[str]:
        """Count the questions without an answer by why there is none."""
        open_questions = (one for one, answer in self._answers.items() if answer is Answer.NOT_CHECKED)
        return Counter(self._reasons[one] for one in open_questions)

    def _work(self, queue: SimpleQueue[Question]) -> None:
        while True:
            try:
                question = queue.get_nowait()
            except Empty:
                return
            try:
                with self._host(question):
                    status = self._status(question)
            except SourceError as error:
                self._note(question, Answer.NOT_CHECKED, str(error))
            except Exception as error:  # noqa: BLE001 - a host may answer anything; it costs only this question
                self._note(question, Answer.NOT_CHECKED, f"{type(error).__name__}: {error}")
            else:
                self._note(question, _answer(status), f"{_host_of(question)}: it says {status}")

    def _note(self, question: Question, answer: Answer, reason: str) -> None:
        with self._lock:
            self._answers[question] = answer
            self._reasons[question] = reason

    def _host(self, question: Question) -> Semaphore:
        with self._lock:
            return self._hosts[_host_of(question)]

    def _status(self, question: Question) -> int:
        if question.subject is Subject.PAGE:
            return self._status_of_page(question.text)
        if question.subject is Subject.DOI:
            return self._status_of_doi(question.text)
        return self._status_of_image(question.text)

    def _status_of_page(self, url: str) -> int:
        """Ask for the head, and where that is not answered well for the page: many servers know no HEAD."""
        status = self._asker.ask("HEAD", url).status
        return status if status < HTTPStatus.BAD_REQUEST else self._asker.ask("GET", url).status

    def _status_of_doi(self, doi: str) -> int:
        url = f"{self._doi_url}/api/handles/{quote(doi, safe='/')}"
        answer = self._asker.ask("GET", url, {"Accept": "application/json"}, with_body=True)
        if answer.status == HTTPStatus.OK and not _is_registered(answer.body):
            raise NotAnsweredError(f"{urlsplit(url).hostname}: an answer that cannot be read")
        return answer.status

    def _status_of_image(self, text: str) -> int:
        image = image_name(text)
        if image is None:
            raise NotAnsweredError(f"{text!r}: not the name of an image")
        registry, path = image.registry or DOCKER_HUB, image.path
        if registry == DOCKER_HUB and "/" not in path:
            path = f"library/{path}"
        return self._registry.status(registry, path, image.digest or image.tag or "latest")


def _answer(status: int) -> Answer:
    if status in _GONE:
        return Answer.GONE
    return Answer.THERE if status < HTTPStatus.BAD_REQUEST else Answer.NOT_CHECKED


def _host_of(question: Question) -> str:
    if question.subject is Subject.PAGE:
        return urlsplit(question.text).hostname or ""
    image = image_name(question.text) if question.subject is Subject.IMAGE else None
    return (image.registry or DOCKER_HUB) if image else question.subject.value


def _is_registered(body: bytes) -> bool:
    try:
        return bool(json.loads(body)["responseCode"] == _REGISTERED)
    except (ValueError, LookupError, TypeError, RecursionError):
        return False
