"""With which words a picture that has none of its own counts."""

from __future__ import annotations

import pytest

from tests.extract.markup import page


@pytest.mark.parametrize(
    ("html", "words"),
    [
        pytest.param("<h3>A</h3><p>a</p><img src=x><h3>B</h3><p>b</p>", "a", id="last in its part"),
        pytest.param("<h3>A</h3><p>a</p><p><img src=x></p><h3>B</h3>", "a", id="in a paragraph of its own"),
        pytest.param("<h3>A</h3><p><img src=x></p><h3>B</h3>", "A", id="alone under its heading"),
        pytest.param("<h3>A</h3><p>a</p><ul><li><img src=x></ul><h3>B</h3>", "a", id="an entry of a gallery"),
        pytest.param(
            "<div><h3>A</h3><p>a</p></div><div><figure><img src=x></figure><h3>B</h3></div>", "B", id="on a card"
        ),
        pytest.param(
            "<div><h3>A</h3><p>a</p></div><div><div><img src=x></div><div><h3>B</h3></div></div>",
            "B",
            id="in the first column of a card",
        ),
        pytest.param(
            "<div><h3>A</h3><p>a</p><figure><img src=x></figure></div><div><h3>B</h3></div>", "a", id="below a card"
        ),
        pytest.param(
            "<div><img src=w><h3>A</h3><p>a</p><img src=x><h3>B</h3><p>b</p></div>", "B", id="where pictures lead"
        ),
        pytest.param("<img src=x><h1>A</h1>", "A", id="first on the page"),
        pytest.param("<h3>A</h3><p>a</p><img src=x><p>b</p>", "b", id="between words of one part"),
        pytest.param("<h3>A</h3><p>a<img src=x>b</p><h3>B</h3>", "ab", id="within words"),
        pytest.param("<h3>A</h3><p>a</p><h3><img src=x>B</h3>", "B", id="within a heading"),
        pytest.param("<h3>A</h3><p>a<br>c</p><img src=x><h3>B</h3>", "c", id="behind lines"),
        pytest.param("<main><h3>A</h3><p>a</p><img src=x></main><footer><p>b</p></footer>", "a", id="above the foot"),
        pytest.param("<h3>A</h3><p>a</p><img src=x>", "a", id="last on the page"),
        pytest.param("<nav><p>a</p></nav><main><img src=x><h3>B</h3></main>", "B", id="behind another region"),
        pytest.param(
            "<h3>A</h3><table><tr><td>a<td>b<tr><td>c<td><img src=x></table><h3>B</h3>", "c", id="in a cell"
        ),
    ],
)
def test_a_picture_counts_with_the_words_of_its_part(html: str, words: str) -> None:
    found = page(html)
    image = found.images[-1]
    assert found.blocks[image.block].text == words


@pytest.mark.parametrize(
    ("html", "words"),
    [
        pytest.param("<h3>A</h3><p>a</p><a href=x.pdf><img src=x></a><h3>B</h3><p>b</p>", "a", id="a picture's link"),
        pytest.param("<h3>A</h3><p>a</p><iframe src=x.pdf></iframe><h3>B</h3>", "a", id="a frame"),
        pytest.param("<h3>A</h3><iframe src=x.pdf></iframe><h3>B</h3>", "A", id="a frame alone"),
        pytest.param("<h3>A</h3><p>a</p><p><a href=x.pdf>x</a></p><h3>B</h3>", "x", id="a link with words"),
        pytest.param("<h3>A</h3><p>a</p><a href=x.pdf><h3>B</h3></a>", "B", id="a heading's link"),
        pytest.param(
            "<div><h3>A</h3><p>a</p></div><div><a href=x.pdf><img src=x></a><h3>B</h3></div>", "B", id="on a card"
        ),
        pytest.param(
            "<div><iframe src=w.pdf></iframe><h3>A</h3><iframe src=x.pdf></iframe><h3>B</h3></div>",
            "B",
            id="where frames lead",
        ),
        pytest.param(
            "<main><h3>A</h3><iframe src=x.pdf></iframe></main><footer>b</footer>", "A", id="above the foot"
        ),
    ],
)
def test_a_link_counts_with_the_words_of_its_part(html: str, words: str) -> None:
    found = page(html)
    assert found.blocks[found.links[-1].block].text == words
