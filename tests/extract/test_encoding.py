"""RELIABILITY_RULES 15: letters as browsers read them, with two corrections."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

import pytest

from auditor.extract.charsets import charset_of, decode
from auditor.extract.encoding import browser_charset, decode_html, is_thai
from auditor.extract.prescan import declared_in_html
from tests.shared_data import conformance

if TYPE_CHECKING:
    from pathlib import Path

OFFICE = "สำนักงานสาธารณสุขอำเภอ"


def cases(suite: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads((conformance(suite) / "cases.json").read_text(encoding="utf-8"))
    return loaded


def test_rule_15_labels_mean_what_the_encoding_standard_says() -> None:
    wrong = [
        (c["label"], charset_of(c["label"])) for c in cases("encoding-labels") if charset_of(c["label"]) != c["name"]
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "label", ["rot13", "base64", "utf-7", "idna", "punycode", "cp874", "unicode_escape", "", "x"]
)
def test_rule_15_labels_known_only_to_python_are_unknown(label: str) -> None:
    assert charset_of(label) is None


def test_rule_15_windows_874_decodes_by_the_standard_table() -> None:
    for case in cases("encoding-windows-874"):
        expected = "\ufffd" if case["codepoint"] is None else chr(case["codepoint"])
        assert decode(bytes([case["byte"]]), "windows-874") == expected


def test_rule_15_the_prescan_agrees_with_html5lib() -> None:
    wrong = []
    for case in cases("encoding-prescan-html5lib"):
        body = base64.b64decode(case["data_b64"])
        found = declared_in_html(body) or ("UTF-8" if body.startswith(b"\xef\xbb\xbf") else "windows-1252")
        if found.lower() != (charset_of(case["encoding"]) or "").lower():
            wrong.append((case["id"], found, case["encoding"]))
    assert wrong == []


def test_rule_15_sniffing_agrees_with_jsdom() -> None:
    root = conformance("encoding-sniff-jsdom") / "files"
    for path in sorted(root.rglob("*.html")):
        _, used, _ = browser_charset(path.read_bytes(), None)
        assert used == expected_by_name(path), path.name


def expected_by_name(path: Path) -> str:
    if path.parent.name == "utf":
        return "UTF-8"
    return path.stem if path.parent.name == "bom" else path.stem.rpartition("_")[2]


@pytest.mark.parametrize(
    ("body", "content_type", "used", "reason"),
    [
        pytest.param(OFFICE.encode("cp874"), None, "windows-874", "detected", id="undeclared-thai"),
        pytest.param(OFFICE.encode(), None, "utf-8", "detected", id="undeclared-utf8"),
        pytest.param(b"plain", None, "utf-8", "default", id="ascii"),
        pytest.param(OFFICE.encode("cp874"), "text/html; charset=TIS-620", "windows-874", "header", id="tis-620"),
        pytest.param(OFFICE.encode("cp874"), 'text/html;charset="iso-8859-11"', "windows-874", "header", id="quoted"),
        pytest.param(OFFICE.encode(), "text/html; charset=tis-620", "utf-8", "utf8-override", id="utf8-as-tis"),
        pytest.param(OFFICE.encode(), "text/html; charset=iso-8859-1", "utf-8", "utf8-override", id="utf8-as-latin"),
        pytest.param(
            OFFICE.encode("cp874"), "text/html; charset=utf-8", "windows-874", "thai-override", id="tis-as-utf8"
        ),
        pytest.param(
            b'<meta charset="utf-8"><p>' + OFFICE.encode("cp874"),
            None,
            "windows-874",
            "thai-override",
            id="meta-lies",
        ),
        pytest.param(
            OFFICE.encode("cp874"), "text/html; charset=latin1", "windows-874", "thai-override", id="tis-as-latin"
        ),
        pytest.param(
            "naïve café".encode("latin-1"), "text/html; charset=latin1", "windows-1252", "header", id="latin"
        ),
        pytest.param("naïve café".encode("latin-1"), None, "windows-1252", "detected", id="undeclared-latin"),
        pytest.param("Grüße\u00a0über".encode("cp1252"), "a; charset=utf-8", "utf-8", "header", id="latin-as-utf8"),
        pytest.param(b"\xef\xbb\xbf" + OFFICE.encode(), "text/html; charset=tis-620", "utf-8", "bom", id="bom-wins"),
        pytest.param(b"\xff\xfe" + OFFICE.encode("utf-16-le"), None, "utf-16le", "bom", id="utf-16-bom"),
        pytest.param(b"<p>plain</p>", "text/html; charset=utf-16", "utf-8", "utf8-override", id="utf-16-that-is-not"),
        pytest.param(OFFICE.encode(), "text/html; charset=rot13", "utf-8", "detected", id="label-of-a-python-codec"),
    ],
)
def test_rule_15_declared_and_true_charset(body: bytes, content_type: str | None, used: str, reason: str) -> None:
    charset = decode_html(body, content_type).charset
    assert (charset.used, charset.reason) == (used, reason)


def test_rule_15_damaged_utf8_stays_utf8_and_counts_the_damage() -> None:
    body = (OFFICE * 3).encode() + b"\xb8\xff" + (OFFICE * 3).encode()
    decoded = decode_html(body, "text/html; charset=utf-8")
    assert decoded.charset.used == "utf-8"
    assert decoded.charset.replaced == 2
    assert decoded.text.count(OFFICE) == 6


def test_rule_15_an_authors_own_replacement_signs_are_not_counted() -> None:
    assert decode_html("ก\ufffdข".encode(), "text/html; charset=utf-8").charset.replaced == 0


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "windows-874", "shift_jis", "gbk", "euc-kr", "iso-2022-jp"])
def test_rule_15_any_bytes_become_valid_unicode(charset: str) -> None:
    body = bytes(range(256)) * 4 + b"\xed\xa0\x80\xd8\x00"
    decoded = decode_html(body, f"text/html; charset={charset}")
    assert decoded.text.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "thai"),
    [
        pytest.param("โรงพยาบาลส่งเสริมสุขภาพตำบล", True, id="words"),
        pytest.param("กรณีเร่งด่วน โทร ๑๖๖๙ ฯลฯ", True, id="digits-and-signs"),
        pytest.param("หน้าหลัก ข้อมูลแผน".replace("แ", "เเ"), True, id="sara-ae-typed-as-two"),
        pytest.param("สำนักงานประจำตำบล".replace("ำ", "\u0e4d\u0e32"), True, id="sara-am-typed-as-two"),
        pytest.param("ก", False, id="too-short"),
        pytest.param("ะิื่ะิื่ะิื่กกกก", False, id="marks-without-letters"),
    ],
)
def test_thai_clusters_are_told_from_other_bytes(text: str, thai: bool) -> None:  # noqa: FBT001 - a table row
    assert is_thai(text.encode("cp874")) is thai
