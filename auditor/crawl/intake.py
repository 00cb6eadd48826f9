"""What becomes of an address that was met: a place in the frontier, a check at the end, or a reason why not.

Each address is sorted once, by its first meeting; later meetings can only show a better way to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.crawl.resources import resource
from auditor.crawl.targets import Target, is_button
from auditor.crawl.traps import NO_NEWS
from auditor.facts import Kind, Skipped, SkipWhy
from auditor.marks import Marks
from auditor.thai.commands import is_command
from auditor.urls import is_document_elsewhere, parse, pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditor.crawl.frontier import Candidate, Frontier
    from auditor.crawl.traps import Traps
    from auditor.facts import Resource
    from auditor.urls import Scope


class Intake:
    """Sorts the addresses of one crawl."""

    def __init__(self, scope: Scope, frontier: Frontier, traps: Traps, record: Callable[[Resource], None]) -> None:
        self.to_check: list[Candidate] = []  # for being there only, after the site itself
        self._scope, self._frontier, self._traps, self._record = scope, frontier, traps, record
        self._met_elsewhere = Marks()
        self._held: dict[str, Candidate] = {}  # to which only pages of their own kind led so far

    def meet(self, candidate: Candidate) -> bool:
        """Sort an address; True if it is new and leads on to another pattern than that of the page it was met on."""
        elsewhere = bool(candidate.parent) and pattern(candidate.parent) != pattern(candidate.url)
        if elsewhere and self._held.pop(candidate.key, None) is not None:
            self._met_elsewhere.add(candidate.key)
            self._frontier.pages.put(candidate)
            return True
        if candidate.target is Target.PART or self._frontier.settled(candidate.key):
            return False
        if elsewhere:
            self._met_elsewhere.add(candidate.key)
        if self._scope.contains(candidate.url):
            return self._meet_inside(candidate) and elsewhere
        return self._meet_outside(candidate) and elsewhere

    def was_met_elsewhere(self, candidate: Candidate) -> bool:
        """Was it met on a page of another pattern, so that it is more than a step within one list?"""
        return not candidate.parent or candidate.key in self._met_elsewhere

    def _meet_inside(self, candidate: Candidate) -> bool:
        if is_button(candidate.url) or is_command(candidate.trail[-1].label):
            return self._set_aside(candidate, SkipWhy.LOGOUT)
        frontier = self._frontier
        queue = frontier.documents if candidate.target is Target.DOCUMENT else frontier.pages
        if frontier.waiting(candidate.key):
            return frontier.offer(candidate, queue)
        if candidate.target is Target.RECORDING:
            return self._check_later(candidate)
        if reason := self.trapped(candidate):
            return self._set_aside(candidate, SkipWhy.TRAP, reason)
        if self.enclosed(candidate):
            if frontier.admit(candidate.key):
                self.hold(candidate)
            return False
        return frontier.offer(candidate, queue)

    def trapped(self, candidate: Candidate) -> str | None:
        """Why the address looks endless; what a menu names is always asked for."""
        if candidate.from_menu:
            return None
        return self._traps.refuses(candidate.url, candidate.depth, candidate.parent)

    def enclosed(self, candidate: Candidate) -> bool:
        """Did only pages of its own kind lead to it, and do those lead nowhere else?"""
        if candidate.from_menu or candidate.key in self._met_elsewhere:
            return False
        return candidate.target is Target.PAGE and self._traps.encloses(candidate.url, candidate.parent)

    def settled(self, key: str) -> bool:
        """Is there nothing left to learn about this address from a link to it?"""
        return self._frontier.settled(key) and key not in self._held

    def hold(self, candidate: Candidate) -> None:
        """Keep an address back until a page of another kind leads to it, as the lists of an archive do."""
        self._held[candidate.key] = candidate

    def leave_held(self) -> None:
        """Say of those to which none did that they are part of a trap."""
        for candidate in self._held.values():
            self._traps.leave(candidate.url)
            self._record(resource(candidate, Skipped(why=SkipWhy.TRAP, detail=NO_NEWS)))
        self._held.clear()

    def _meet_outside(self, candidate: Candidate) -> bool:
        address = parse(candidate.url)
        if address is None or address.port is not None:
            return self._set_aside(candidate, SkipWhy.PRIVATE, "another port", kind=Kind.EXTERNAL)
        if is_document_elsewhere(candidate.url):
            return self._frontier.offer(candidate, self._frontier.elsewhere)
        return self._check_later(candidate)

    def _check_later(self, candidate: Candidate) -> bool:
        if self._frontier.admit(candidate.key):
            self.to_check.append(candidate)
            return True
        return False

    def _set_aside(self, candidate: Candidate, why: SkipWhy, detail: str = "", kind: Kind | None = None) -> bool:
        """Skip an address, also one that waits: a later label may tell what the first did not."""
        if self._frontier.admit(candidate.key) or self._frontier.claim(candidate.key) is not None:
            self._record(resource(candidate, Skipped(why=why, detail=detail), kind=kind))
        return False
