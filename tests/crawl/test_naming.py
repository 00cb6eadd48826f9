from __future__ import annotations

import pytest

from auditor.crawl.naming import Naming


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        pytest.param("http://a.go.th/x?id=1", "https://www.a.go.th/x?id=1", id="neither-https-nor-www"),
        pytest.param("http://www.a.go.th/x", "https://www.a.go.th/x", id="http"),
        pytest.param("https://www.a.go.th/x", "https://www.a.go.th/x", id="its-own-name"),
        pytest.param("http://b.a.go.th/x", "http://b.a.go.th/x", id="a-sub-domain-is-another-site"),
        pytest.param("http://a.go.th:8080/x", "http://a.go.th:8080/x", id="another-port"),
    ],
)
def test_a_site_is_asked_by_the_name_its_start_page_was_read_from(url: str, asked: str) -> None:
    naming = Naming()
    naming.settle("https://www.a.go.th/index.php")
    assert naming.asked_as(url) == asked


def test_names_of_one_site_have_one_key_once_its_name_is_known() -> None:
    naming = Naming()
    spellings = ("http://a.go.th/x", "https://www.a.go.th/x")
    assert len({naming.key(url) for url in spellings}) == 2
    naming.settle("https://a.go.th/")
    assert {naming.key(url) for url in spellings} == {"https://a.go.th/x"}
