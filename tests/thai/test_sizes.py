"""File sizes, types and names: THAI_WEB 6.8 and 6.9."""

from __future__ import annotations

import pytest

from auditor.thai.sizes import find_file_names, find_file_types, find_sizes

KB, MB, GB = 1024, 1024**2, 1024**3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Download (PDF, 3.04MB)", round(3.04 * MB)),
        ("ขนาดไฟล์ : 81.91 MB", round(81.91 * MB)),
        ("ขนาดไฟล์ 532 KB", 532 * KB),
        ("1,234 KB", 1234 * KB),
        ("1.234 KB", round(1.234 * KB)),
        ("๑.๒ เมกะไบต์", round(1.2 * MB)),
        ("5 กิโลไบต์", 5 * KB),
        ("3 เมกกะไบต์", 3 * MB),
        ("3 เม็กกะไบต์", 3 * MB),
        ("3 เมก", 3 * MB),
        ("3 เมกาไบต์", 3 * MB),
        ("512 ไบต์", 512),
        ("2048 bytes", 2048),
        ("1 GB", GB),
        ("2 MiB", 2 * MB),
        ("(PDF, 1.2M)", round(1.2 * MB)),
        ("ขนาด 532K", 532 * KB),
        ("2026-01-05 14:22  1.3M", round(1.3 * MB)),
        ("05-Jan-2026 14:22   20K", 20 * KB),
        ("ประกาศ.docx (23.4 kb)", round(23.4 * KB)),
    ],
)
def test_a_shown_size_is_read(text: str, expected: int) -> None:
    assert [size.bytes for size in find_sizes(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "ไฟล์ไม่เกิน 2 Mbytes ****",
        "ขนาดไม่เกิน 10MB",
        "ขนาดสูงสุด 5 MB",
        "max 8 MB",
        "up to 20 MB",
        "1024x768",
        "ดาวน์โหลด 532",
        "ดาวน์โหลด 12 ครั้ง",
        "RAM 8 GB",
        "ความเร็ว 100 Mbps",
        "อินเทอร์เน็ต 50 MB ต่อวินาที",
        "เน็ต 30 GB นาน 30 วัน",
        "จัดซื้อแฟลชไดร์ฟ 64GB จำนวน 10 อัน",
        "Flash drive 32GB",
        "แนบได้ 3 ไฟล์ ไฟล์ละ 5 MB",
        "ไฟล์ใหญ่กว่า 25 MB ส่งทางอีเมล",
        "กระดาษขนาด A4 ยางขนาด 15 นิ้ว",
        "เวลา 16.00 น.",
        "2026-01-05 14:22  204",
        "2026-01-05 14:22  5G ready",
    ],
)
def test_limits_dimensions_and_counts_are_no_sizes(text: str) -> None:
    assert find_sizes(text) == ()


@pytest.mark.parametrize(
    ("shown", "actual", "agrees"),
    [
        ("3.04 MB", 3_040_000, True),
        ("3.04 MB", 3_187_671, True),
        ("3.04 MB", 3_500_000, False),
        ("1 MB", 1_900_000, True),
        ("1.0 MB", 1_400_000, False),
        ("532 KB", 544_768, True),
        ("0 KB", 900, True),
    ],
)
def test_a_size_agrees_within_five_percent_or_its_last_digit(shown: str, actual: int, agrees: bool) -> None:  # noqa: FBT001 - a column
    (size,) = find_sizes(shown)
    assert size.agrees_with(actual) is agrees


@pytest.mark.parametrize(
    ("text", "extension"),
    [
        ("Download (PDF, 3.04MB)", "pdf"),
        ("งานพัสดุ – PDF 8.1 กิโลไบต์", "pdf"),
        ("[PDF]", "pdf"),
        ("ไฟล์ PDF", "pdf"),
        ("PDF", "pdf"),
        ("PDF ดาวน์โหลด", "pdf"),
        ("ประกาศรับสมัครPDF ดาวน์โหลด", "pdf"),
        ("PDF 1.2 MB", "pdf"),
        ("512 KB • DOCX", "docx"),
        ("รูปแบบไฟล์ PDF", "pdf"),
        ("ประเภทไฟล์ : .docx", "docx"),
        ("นามสกุลของไฟล์ API", "api"),
        ("Format XLSX", "xlsx"),
        ('"data_format": ["XLS"]', "xls"),
        ("ประกาศกระทรวงสาธารณสุข.PDF", "pdf"),
        ("ประกาศ.jpg", "jpg"),
        ("ไฟล์เวิร์ด", "docx"),
        ("ไฟล์เอ็กเซล", "xlsx"),
        ("พาวเวอร์พอยท์", "pptx"),
        ("เอกสาร Excel", "xlsx"),
        ("คลิกดาวน์โหลด pdf", "pdf"),
        ("ประเภทไฟล์ : Word", "docx"),
        ("ชนิดไฟล์ Excel ขนาด 12 KB", "xlsx"),
        ("ประเภทไฟล์ : Microsoft Word", "docx"),
        ("ชนิดไฟล์ : Power Point", "pptx"),
        ("Type: Adobe PDF", "pdf"),
        ("ประเภทไฟล์ : image/jpeg", "jpeg"),
        ("File type: text/csv", "csv"),
        ("ชนิดของไฟล์แนบ: PDF", "pdf"),
        ("รูปแบบการเก็บข้อมูล CSV", "csv"),
    ],
)
def test_a_shown_type_is_read(text: str, extension: str) -> None:
    assert [seen.extension for seen in find_file_types(text)] == [extension]


@pytest.mark.parametrize(
    "text",
    [
        "ไฟล์แนบ",
        "เอกสารแนบ สิ่งที่แนบมาด้วย",
        "https://example.go.th/a/b.pdf",
        "file_download/1668754121.pdf",
        "download.php?file=a.pdf",
        "ita2567.php",
        "16-9-52.GIF",
        "logo.png",
        "รองรับไฟล์ .pdf .jpg",
        "The type of cancer",
        "รูปแบบเอกสาร A4",
        "Type: link",
        "ประเภทข้อมูล : text",
        "tronhospital.moph.go.th",
    ],
)
def test_what_names_no_type_to_a_reader_gives_none(text: str) -> None:
    assert find_file_types(text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("เอกสารที่แนบมา : ประกาศกระทรวงสาธารณสุข.PDF,", "ประกาศกระทรวงสาธารณสุข.PDF"),
        ("https://example.go.th/documents/140D229S0000000000100.pdf", "140D229S0000000000100.pdf"),
        ("4.2-ประกาศรับสมัคร-18ธค66_compressed.pdf", "4.2-ประกาศรับสมัคร-18ธค66_compressed.pdf"),
        ("(แผนพัฒนา 2556-2558.pdf)", "แผนพัฒนา 2556-2558.pdf"),
    ],
)
def test_a_file_name_is_read_as_shown(text: str, name: str) -> None:
    assert [found.raw for found in find_file_names(text)] == [name]


def test_offsets_lead_to_the_words_of_the_page() -> None:
    text = "ขนาด\u200b ๑.๒ เมกะไบต์ (ＰＤＦ)"
    (size,), (seen,) = find_sizes(text), find_file_types(text)
    assert (text[size.start : size.end], text[seen.start : seen.end]) == ("๑.๒ เมกะไบต์", "ＰＤＦ")


@pytest.mark.parametrize("unit", ["1", "1,", "1,111", "a.pdf", "(pdf ", "ขนาด 1", "ไฟล์ ", "type "])
def test_a_long_hostile_text_is_read_in_linear_time(unit: str) -> None:
    """Rule 13."""
    text = unit * (150_000 // len(unit))
    assert len(find_sizes(text)) + len(find_file_types(text)) + len(find_file_names(text)) < len(text)
