"""security.hidden-links: links to other hosts that no reader is to see, put there for search engines.

Menus, dialogues, tabs, skip links and words for screen readers are hidden as well; they lead into the site or to
known hosts, and nobody buries them for good. What sells gambling and the like is certain; other hosts need a person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.assess.checks.hosts import defanged
from auditor.assess.checks.marks import Mark, doubt
from auditor.assess.checks.phrases import Phrases
from auditor.assess.quoting import shorten
from auditor.facts import LabelSource, Page
from auditor.findings import FindingRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.checks.gambling import GamblingSpam
    from auditor.assess.checks.hosts import Hosts
    from auditor.assess.lexicon import Lexicon
    from auditor.facts import Link, Resource

_LINKS, _HOSTS = 3, 2  # buried ones from which on a person must look
_SHOWN = 3
_LETTERS = 3  # of a label that names something


class HiddenLinks:
    """Reads pages of one site."""

    def __init__(self, lexicon: Lexicon, hosts: Hosts, gambling: GamblingSpam) -> None:
        self._hosts, self._gambling = hosts, gambling
        self._spam = Phrases(lexicon, "hidden-spam-words")

    def marks(self, resource: Resource) -> Iterator[Mark]:
        """The sign on a page, if there is one."""
        page = resource.content
        if not isinstance(page, Page):
            return
        unseen = [link for link in page.links if link.hidden or link.buried]
        selling = [link for link in unseen if self._sells(link) and self._hosts.outside(link.url)]
        if selling:
            yield self._mark(selling, certain=True)
            return
        buried = [link for link in unseen if _is_buried_word(link) and self._hosts.unknown(link.url)]
        if len(buried) >= _LINKS and len(self._names(buried)) >= _HOSTS:
            yield self._mark(buried, certain=False)

    def _sells(self, link: Link) -> bool:
        return self._gambling.sells(link) or bool(self._spam.found(link.label))

    def _names(self, links: list[Link]) -> tuple[str, ...]:
        found = (self._hosts.outside(link.url) for link in links)
        return tuple(dict.fromkeys(host for host in found if host))

    def _mark(self, links: list[Link], *, certain: bool) -> Mark:
        hosts = self._names(links)
        labels = dict.fromkeys(link.label for link in links if link.label)
        return Mark(
            rule=FindingRule.SECURITY_HIDDEN_LINKS,
            key=(str(certain), *sorted(hosts)),
            quote=shorten(" · ".join(labels)),
            params=(("links", len(links)), ("hosts", defanged(hosts[:_SHOWN])), *doubt(certain=certain)),
            certain=certain,
        )


def _is_buried_word(link: Link) -> bool:
    words = link.source is LabelSource.TEXT and len(link.label) >= _LETTERS
    return link.buried and not link.embedded and words
