"""What a check may ask beside the resource it is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.assess.availability import says_not_found
from auditor.assess.passages import page_passage, page_title
from auditor.facts import Page

if TYPE_CHECKING:
    from auditor.assess.boilerplate import Boilerplate
    from auditor.assess.detectors.hits import Desk
    from auditor.assess.passages import Passage
    from auditor.facts import Coverage, Resource


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The site's frame, the words, the coverage."""

    frame: Boilerplate
    desk: Desk
    coverage: Coverage

    def passage(self, resource: Resource, page: Page) -> Passage:
        """The page's own content."""
        return page_passage(resource, page, self.frame)

    def title_of(self, url: str) -> str:
        """What the page at an address calls itself; "" where it was not read."""
        resource = self.desk.look_up(url)
        if resource is None or not isinstance(resource.content, Page):
            return ""
        return page_title(resource.content, self.frame)

    def not_found(self, resource: Resource) -> bool:
        """Is it the site's not-found answer under status 200?"""
        if resource.soft_404:
            return True
        return isinstance(resource.content, Page) and says_not_found(resource.content, self.desk)
