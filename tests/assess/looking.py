"""One passage before one detector: what a rule file's condition sees, without a whole site around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.assess.detectors import detect
from auditor.assess.detectors.hits import Desk
from auditor.assess.identity import OwnName
from auditor.assess.lexicon import Lexicon
from auditor.assess.passages import Passage, document_passage
from auditor.facts import Document, Form, Page, Region
from auditor.findings import EvidenceKind, Identity
from auditor.rules import Condition
from auditor.urls import Scope, canonical
from tests.assess.building import AGENCY, AS_OF, HOST, document, page, rulebook

if TYPE_CHECKING:
    from auditor.assess.detectors.hits import Hit
    from auditor.facts import Block, Image, Link, Resource


def lexicon() -> Lexicon:
    return Lexicon(rulebook().vocabulary)


def desk(*others: Resource, agency: str = AGENCY) -> Desk:
    """What lies beside a passage: the vocabulary, our name, and these other resources of the site."""
    known = {resource.key: resource for resource in others}
    return Desk(
        lexicon=lexicon(),
        own=OwnName(Identity(name=agency)),
        as_of=AS_OF,
        look_up=lambda url: known.get(canonical(url)),
        in_site=Scope.of(HOST + "/", (), ()).contains,
    )


def passage(
    *blocks: Block,
    title: str = "",
    links: tuple[Link, ...] = (),
    images: tuple[Image, ...] = (),
    forms: tuple[Form, ...] = (),
    scripts: tuple[str, ...] = (),
) -> Passage:
    """A page's content as detectors get it."""
    resource = page("/here", *blocks, links=links, images=images)
    assert isinstance(resource.content, Page)
    resource = replace(resource, content=replace(resource.content, scripts=scripts))
    return Passage(
        resource=resource,
        kind=EvidenceKind.PAGE,
        title=title,
        blocks=blocks,
        links=links,
        images=images,
        forms=forms,
        numbers=tuple(range(len(blocks))),
    )


def paper(*pages: str, title: str = "") -> Passage:
    """A document's content as detectors get it."""
    resource = document("/paper.pdf", *pages, title=title)
    assert isinstance(resource.content, Document)
    return document_passage(resource, resource.content)


def found(
    detector: str,
    where: Passage,
    *others: Resource,
    words: tuple[str, ...] = (),
    section: int = 0,
    agency: str = AGENCY,
) -> Hit:
    """What the detector of this name sees there."""
    return detect(where, Condition(detector=detector, words=words, section=section), desk(*others, agency=agency))


def form(*fields: str, labels: tuple[str, ...] = (), block: int = 0) -> Form:
    return Form(action=HOST + "/send", method="post", fields=fields, labels=labels, region=Region.MAIN, block=block)


def with_forms(resource: Resource, *forms: Form) -> Resource:
    """The page with these forms in it."""
    assert isinstance(resource.content, Page)
    return replace(resource, content=replace(resource.content, forms=forms))
