"""A generated website as a value: what it answers at every address, and the edits that mutations are made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tests.loopback import LoopbackSite, Reply
from tests.sites.papers import Paper, pdf, poster

if TYPE_CHECKING:
    from collections.abc import Mapping

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What stands at one address. Text is encoded when it is sent, so that edits see letters."""

    body: str | bytes | Paper
    content_type: str = HTML
    charset: str = "utf-8"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()

    @classmethod
    def picture(cls, name: str, *lines: str) -> Answer:
        """A picture of words, of the kind that its name says."""
        kind = name.rpartition(".")[2].replace("jpg", "jpeg")
        return cls(body=poster(kind, *lines), content_type=f"image/{kind}")

    def reply(self) -> Reply:
        """The answer as the loopback server sends it."""
        if isinstance(self.body, Paper):
            return Reply(pdf(self.body), "application/pdf", self.status, self.headers)
        body = self.body.encode(self.charset) if isinstance(self.body, str) else self.body
        return Reply(body, self.content_type, self.status, self.headers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Website:
    """A site of a fictional agency. Addresses are paths with their query, in plain letters."""

    answers: Mapping[str, Answer]
    missing: Answer
    start: str = "/"  # where an audit begins; anything else makes it one of many sites on its host

    def loopback(self) -> LoopbackSite:
        """A server for it; it runs while its context is open."""
        pages = {address: answer.reply() for address, answer in self.answers.items()}
        return LoopbackSite(pages, missing=self.missing.reply())

    def with_answer(self, address: str, answer: Answer) -> Website:
        """The site with another answer at an address, which may be new."""
        return replace(self, answers={**self.answers, address: answer})

    def with_body(self, address: str, body: str | Paper) -> Website:
        """The site with another text or paper at an address that it has."""
        return self.with_answer(address, replace(self.answers[address], body=body))

    def with_status(self, status: int, *addresses: str) -> Website:
        """The site answering with an error at these addresses."""
        broken = {address: replace(self.answers[address], body="", status=status) for address in addresses}
        return replace(self, answers={**self.answers, **broken})

    def without(self, *addresses: str) -> Website:
        """The site with nothing at these addresses any more; the links to them stay."""
        gone = set(addresses)
        unknown = gone - self.answers.keys()
        assert not unknown, f"no such address: {sorted(unknown)}"
        return replace(self, answers={key: value for key, value in self.answers.items() if key not in gone})

    def edited(self, address: str, old: str, new: str) -> Website:
        """The site with words of one page exchanged; they must stand there."""
        body = self.answers[address].body
        assert isinstance(body, str), f"{address} is no page"
        assert old in body, f"{address} does not hold {old!r}"
        return self.with_body(address, body.replace(old, new))

    def edited_everywhere(self, old: str, new: str) -> Website:
        """The site with words exchanged on every page; they must stand somewhere."""
        answers = {
            address: replace(answer, body=answer.body.replace(old, new)) if isinstance(answer.body, str) else answer
            for address, answer in self.answers.items()
        }
        assert answers != self.answers, f"no page holds {old!r}"
        return replace(self, answers=answers)

    def recoded(self, charset: str, content_type: str) -> Website:
        """The site with its HTML in another charset, under this header."""
        answers = {
            address: replace(answer, charset=charset, content_type=content_type)
            if isinstance(answer.body, str) and answer.content_type.startswith("text/html")
            else answer
            for address, answer in self.answers.items()
        }
        return replace(self, answers=answers)
