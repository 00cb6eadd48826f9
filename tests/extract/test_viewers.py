"""Flipbooks and other viewers: the file that only a script or an attribute names is shown in the page."""

from __future__ import annotations

import base64

import pytest

from tests.extract.markup import page

BASE = "https://www.example.go.th/dir/"
UP = "https://www.example.go.th/up/plan.pdf"
DEARFLIP = (
    '<div class="_df_book df-container df-loading" id="df_12" data-title="แผนปฏิบัติการ 2569"></div>'
    '<script class="df-shortcode-script">window.option_df_12 = {"outline":[],"source":'
    '"https:\\/\\/www.example.go.th\\/up\\/plan.pdf","wpOptions":"true"}; '
    "if(window.DFLIP && window.DFLIP.parseBooks){window.DFLIP.parseBooks();}</script>"
)
OPTIONS = "{&quot;pages&quot;:[],&quot;pdfUrl&quot;:&quot;https:\\/\\/www.example.go.th\\/up\\/plan.pdf&quot;}"
PACKED = base64.b64encode(
    b'{"posts":{"5":{"title":"x","data":{"guid":"https:\\/\\/www.example.go.th\\/up\\/plan.pdf"}}}}'
).decode()


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(DEARFLIP, id="dearflip"),
        pytest.param("<div class=_df_book webgl=true source='/up/plan.pdf' id=df_manual_book></div>", id="df-source"),
        pytest.param("<div class=_df_button source='../up/plan.pdf'>อ่าน</div>", id="df-button"),
        pytest.param("<div class=_3d-flip-book data-mode=fullscreen data-pdf='/up/plan.pdf'></div>", id="data-pdf"),
        pytest.param(
            "<div class=_3d-flip-book data-id=5></div><script>"
            "window.FB3D_CLIENT_DATA = window.FB3D_CLIENT_DATA || [];"
            f"FB3D_CLIENT_DATA.push('{PACKED}')</script>",
            id="3d-flipbook",
        ),
        pytest.param(
            f'<div class=real3dflipbook id=r1 data-flipbook-options="{OPTIONS}"></div>', id="real3d-attribute"
        ),
        pytest.param(
            "<div class=real3dflipbook></div><script>var real3dflipbook_1 = {'pdfUrl':'/up/plan.pdf'};</script>",
            id="real3d-script",
        ),
        pytest.param("<script>$('#b').FlipBook({pdf: '/up/plan.pdf', template: {}});</script>", id="jquery"),
        pytest.param("<script>$('#b').flipBook('/up/plan.pdf', options);</script>", id="jquery-call"),
        pytest.param("<script>PDFObject.embed(\"/up/plan.pdf\", '#viewer');</script>", id="pdfobject"),
        pytest.param("<script>pdfjsLib.getDocument({url: '/up/plan.pdf'}).promise</script>", id="pdf-js-script"),
        pytest.param("<iframe src='/pdfjs/web/viewer.html?file=%2Fup%2Fplan.pdf'></iframe>", id="pdf-js-frame"),
        pytest.param(
            "<iframe src='/pdfjs/web/viewer.html?file=../../up/plan.pdf#page=2'></iframe>", id="pdf-js-relative"
        ),
        pytest.param("<div class=embedpress-embed-document-pdf data-emsrc='/up/plan.pdf'></div>", id="embedpress"),
    ],
)
def test_the_file_of_a_viewer_is_embedded_in_the_page(markup: str) -> None:
    found = page(f"<main><h2>แผนงาน</h2><p>ปี 2569</p>{markup}<p>ท้าย</p></main>")
    (one,) = found.links
    assert (one.url, one.embedded, one.heading, found.needs_script) == (UP, True, "แผนงาน", False)


def test_a_flipbook_is_called_what_its_place_is_called_and_told_once() -> None:
    (one,) = page(DEARFLIP + DEARFLIP).links
    assert one.label == "แผนปฏิบัติการ 2569"


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(
            'window.option_df_7 = {"source":["\\/up\\/a-1.jpg","\\/up\\/a-2.jpg"]}; window.DFLIP.parseBooks();',
            id="dearflip",
        ),
        pytest.param("$('#b').flipBook({ pages: [{src: '/up/a-1.jpg'}, {src: '/up/a-2.jpg'}] });", id="real3d"),
    ],
)
def test_the_pictures_of_a_flipbook_are_pictures_of_its_page(script: str) -> None:
    found = page(f"<main><h2>แผนงาน</h2><div id=b></div><script>{script}</script><p>ท้าย</p></main>")
    assert [(one.url, one.alt) for one in found.images] == [
        ("https://www.example.go.th/up/a-1.jpg", ""),
        ("https://www.example.go.th/up/a-2.jpg", ""),
    ]
    assert found.links == ()


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param('<script>var files = [{"url": "/up/plan.pdf"}];</script>', id="no-viewer"),
        pytest.param(
            "<script>flipbook({source: '/up/page-', pages: 4, pdf: true, cover: 'c.jpg'})</script>", id="no-file"
        ),
        pytest.param("<script>$('#b').FlipBook({pdf: '/up/plan.pdf' + token})</script>", id="put-together"),
        pytest.param("<div source='/up/plan.pdf'></div>", id="source-of-something-else"),
        pytest.param("<div class=_df_book source='/up/plan'></div>", id="no-document"),
        pytest.param("<script>" + "flipbook source: '" * 5_000 + "</script>", id="values-without-end"),
        pytest.param("<script>" + "flipbook source: ['a.jpg'," * 2_000 + "</script>", id="lists-without-end"),
        pytest.param("<script>slider({images: ['/up/a.jpg', '/up/b.jpg']})</script>", id="pictures-of-no-viewer"),
    ],
)
def test_what_is_no_file_of_a_viewer_is_left_alone(markup: str) -> None:
    found = page(f"<p>ก</p>{markup}")
    assert (found.links, found.images) == ((), ())
