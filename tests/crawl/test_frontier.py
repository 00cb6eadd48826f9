from __future__ import annotations

from auditor.crawl.frontier import Candidate, Frontier
from auditor.crawl.targets import Target
from auditor.facts import Step


def met(
    name: str,
    depth: int = 1,
    parent: str = "start",
    *,
    from_menu: bool = False,
    preferred: bool = False,
    waits: bool = False,
    from_sitemap: bool = False,
) -> Candidate:
    return Candidate(
        key=name,
        url=name,
        target=Target.PAGE,
        depth=depth,
        trail=(Step(label=parent, url=parent), Step(label=name, url=name)),
        parent=parent,
        from_menu=from_menu,
        preferred=preferred,
        waits=waits,
        from_sitemap=from_sitemap,
    )


def frontier(*candidates: Candidate, max_pages: int = 100, max_documents: int = 100) -> Frontier:
    made = Frontier(max_pages=max_pages, max_documents=max_documents)
    for candidate in candidates:
        made.offer(candidate, made.documents if candidate.key.endswith(".pdf") else made.pages)
    return made


def order(made: Frontier) -> list[str]:
    taken = []
    while (candidate := made.take()) is not None:
        taken.append(candidate.key)
    return taken


def test_menu_comes_before_links_and_shallow_before_deep() -> None:
    made = frontier(met("deep", 2), met("news"), met("menu", from_menu=True))
    assert order(made) == ["menu", "news", "deep"]


def test_a_preferred_label_is_pulled_up_but_not_before_the_menu() -> None:
    made = frontier(met("menu", from_menu=True), met("second", 2), met("ita", 3, preferred=True))
    assert order(made) == ["menu", "ita", "second"]


def test_second_views_and_addresses_from_the_sitemap_alone_come_last() -> None:
    made = frontier(met("print", waits=True), met("orphan", 3, from_sitemap=True), met("second", 2))
    assert order(made) == ["second", "orphan", "print"]


def test_pages_take_turns_so_that_a_long_list_does_not_starve_a_short_one() -> None:
    long = [met(f"news{number}", 2, "news") for number in range(4)]
    made = frontier(*long, met("plan", 2, "plans"), met("budget", 2, "plans"))
    assert order(made) == ["news0", "plan", "news1", "budget", "news2", "news3"]


def test_an_address_is_handed_out_once() -> None:
    made = frontier(met("a"), met("a", 2), met("a"))
    assert order(made) == ["a"]
    assert not made.offer(met("a"), made.pages)


def test_a_shorter_way_replaces_the_trail_and_moves_the_address_up() -> None:
    made = frontier(met("b", 2), met("a", 4, "deep"), met("a", 1, "start"))
    first = made.take()
    assert first is not None
    assert (first.key, first.depth, first.trail[0].label) == ("a", 1, "start")
    assert order(made) == ["b"]


def test_a_link_is_a_better_way_than_a_sitemap_however_deep() -> None:
    made = frontier(met("a", 3, "sitemap", from_sitemap=True), met("a", 6, "page"))
    first = made.take()
    assert first is not None
    assert (first.depth, first.from_sitemap) == (6, False)


def test_documents_do_not_starve_pages_nor_pages_documents() -> None:
    pages = [met(f"p{number}") for number in range(4)]
    documents = [met(f"{number}.pdf") for number in range(4)]
    made = frontier(*documents, *pages, max_pages=100, max_documents=50)
    assert order(made) == ["p0", "0.pdf", "p1", "p2", "1.pdf", "p3", "2.pdf", "3.pdf"]


def test_each_budget_ends_only_its_own_kind() -> None:
    made = frontier(met("a"), met("b"), met("1.pdf"), met("2.pdf"), max_pages=1, max_documents=5)
    assert order(made) == ["a", "1.pdf", "2.pdf"]
    assert made.exhausted == ("max-pages",)
    assert [candidate.key for candidate in made.pages] == ["b"]


def test_a_page_that_was_a_document_is_charged_as_one() -> None:
    made = frontier(met("a"), met("b"), max_pages=1, max_documents=1)
    assert made.take() is not None
    made.charge_document()
    assert order(made) == ["b"]


def test_what_a_redirect_led_to_is_not_handed_out_again() -> None:
    made = frontier(met("a"), met("b"))
    claimed = made.claim("b")
    assert claimed is not None
    assert made.claim("c") is None
    assert made.settled("c")
    assert order(made) == ["a"]


def test_documents_on_other_hosts_share_the_budget_but_not_the_turns() -> None:
    made = frontier(met("1.pdf"), max_documents=2)
    for name in ("x.pdf", "y.pdf"):
        made.offer(met(name), made.elsewhere)
    first = made.take_elsewhere()
    assert first is not None
    assert first.key == "x.pdf"
    assert order(made) == ["1.pdf"]
    assert made.take_elsewhere() is None
    assert made.exhausted == ("max-documents",)
