from __future__ import annotations

import pytest

from auditor.crawl.targets import Target, is_button, target_of
from auditor.thai.commands import is_command
from auditor.urls import gives_out_file, is_document_elsewhere, is_print_view, is_second_view, shared_file, shown_file

HOST = "http://a.go.th"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param("/", Target.PAGE, id="start"),
        pytest.param("/แผน ปี 2567", Target.PAGE, id="thai-slug"),
        pytest.param("/index.php?id=1.5", Target.PAGE, id="a-number-with-a-dot-is-no-file"),
        pytest.param("/v1.2/about", Target.PAGE, id="a-dot-in-a-folder"),
        pytest.param("/สสอ.บ้านใหม่", Target.PAGE, id="an-abbreviation-is-no-file"),
        pytest.param("/files/แผน.PDF", Target.DOCUMENT, id="upper-case"),
        pytest.param("/plan.pdf?v=2", Target.DOCUMENT, id="query-behind-a-file"),
        pytest.param("/download.php?file=plan.docx", Target.DOCUMENT, id="file-named-in-the-query"),
        pytest.param("/order.jpg", Target.DOCUMENT, id="a-scan-as-a-picture"),
        pytest.param("/song.mp3", Target.RECORDING, id="sound"),
        pytest.param("/style.css", Target.PART, id="style-sheet"),
        pytest.param("/feed/", Target.PART, id="wordpress-feed"),
        pytest.param("/index.php?format=feed&type=rss", Target.PART, id="joomla-feed"),
        pytest.param("/feedback.php", Target.PAGE, id="feedback-is-no-feed"),
    ],
)
def test_an_address_promises_by_its_spelling(target: str, expected: Target) -> None:
    assert target_of(HOST + target) is expected


@pytest.mark.parametrize(
    ("target", "button"),
    [
        pytest.param("/logout", True, id="logout"),
        pytest.param("/user/logout/", True, id="logout-as-a-folder"),
        pytest.param("/logout.php", True, id="logout-program"),
        pytest.param("/wp-login.php?action=logout&_wpnonce=1", True, id="wordpress-logout"),
        pytest.param("/index.php?option=com_users&task=user.logout", True, id="joomla-logout"),
        pytest.param("/index.php?logout", True, id="bare-parameter"),
        pytest.param("/news_delete.php?id=3", True, id="delete-program"),
        pytest.param("/DeleteItem.aspx?id=3", True, id="delete-in-camel-case"),
        pytest.param("/index.php?op=del&id=3", True, id="short-for-delete"),
        pytest.param("/index.php?delete=3", True, id="delete-parameter"),
        pytest.param("/w/index.php?title=x&action=edit", True, id="edit"),
        pytest.param("/node/3/edit", True, id="edit-as-a-folder"),
        pytest.param("/how-to-delete-mosquito-larvae", False, id="an-article-about-deleting"),
        pytest.param("/edition.php?id=3", False, id="a-word-that-begins-like-edit"),
        pytest.param("/model.php?id=3", False, id="a-word-that-ends-like-del"),
        pytest.param("/show.php?title=delete", False, id="a-title"),
        pytest.param("/index.php?mo=10&art=42", False, id="plain"),
    ],
)
def test_rule_8_addresses_that_would_change_something_are_told_apart(target: str, *, button: bool) -> None:
    assert is_button(HOST + target) is button


@pytest.mark.parametrize(
    ("label", "command"),
    [
        pytest.param(" ออกจากระบบ ", True, id="log-out"),
        pytest.param("ลบ", True, id="delete"),
        pytest.param("[Delete]", True, id="english"),
        pytest.param("ลบล้างคำสั่งเดิม", False, id="revoking-an-order"),
        pytest.param("", False, id="empty"),
    ],
)
def test_rule_8_labels_that_say_delete_or_logout_are_told_apart(label: str, *, command: bool) -> None:
    assert is_command(label) is command


@pytest.mark.parametrize(
    ("url", "bytes_at"),
    [
        pytest.param(
            "https://drive.google.com/file/d/1AbC-def_GHIjkl/view?usp=sharing",
            "https://drive.google.com/uc?export=download&id=1AbC-def_GHIjkl",
            id="drive",
        ),
        pytest.param(
            "https://drive.google.com/open?id=1AbC-def_GHIjkl",
            "https://drive.google.com/uc?export=download&id=1AbC-def_GHIjkl",
            id="drive-open",
        ),
        pytest.param(
            "https://docs.google.com/document/d/1AbC-def_GHIjkl/edit",
            "https://docs.google.com/document/d/1AbC-def_GHIjkl/export?format=pdf",
            id="document",
        ),
        pytest.param("https://drive.google.com/drive/folders/1AbC-def_GHIjkl", None, id="folder"),
        pytest.param("https://docs.google.com/forms/d/e/1AbC-def_GHIjkl/viewform", None, id="form"),
        pytest.param("https://drive.google.com.evil.example/file/d/1AbC-def_GHIjkl/view", None, id="look-alike"),
    ],
)
def test_files_shared_at_google_have_an_address_for_their_bytes(url: str, bytes_at: str | None) -> None:
    assert shared_file(url) == bytes_at
    assert is_document_elsewhere(url) is (bytes_at is not None)


@pytest.mark.parametrize(
    ("url", "file"),
    [
        pytest.param(f"{HOST}/web/viewer.html?file=/up/plan.pdf", f"{HOST}/up/plan.pdf", id="pdf-js"),
        pytest.param(
            "https://docs.google.com/gview?url=http%3A%2F%2Fa.go.th%2Fplan.docx&embedded=true",
            f"{HOST}/plan.docx",
            id="google-viewer",
        ),
        pytest.param(f"{HOST}/web/viewer.html?file=../up/plan.pdf", f"{HOST}/up/plan.pdf", id="pdf-js-relative"),
        pytest.param(f"{HOST}/go.php?url=http://b.go.th/", None, id="a-page-is-no-file"),
        pytest.param(f"{HOST}/get.php?file=plan.pdf", None, id="a-name-without-a-place"),
    ],
)
def test_viewers_tell_which_file_they_show(url: str, file: str | None) -> None:
    assert shown_file(url) == file


@pytest.mark.parametrize(
    ("target", "second"),
    [
        pytest.param("/index.php?view=article&id=3&tmpl=component&print=1", True, id="joomla-print"),
        pytest.param("/2024/06/news/?replytocom=12", True, id="wordpress-reply"),
        pytest.param("/calendar.php?month=5&year=2567", True, id="calendar"),
        pytest.param("/tag/ไข้เลือดออก/", True, id="tag"),
        pytest.param("/print.php?id=2", True, id="print-program"),
        pytest.param("/news/print_news.php?id=2", True, id="print-program-of-news"),
        pytest.param("/printing-house.html", False, id="a-printing-house"),
        pytest.param("/index.php?id=3&catid=2", False, id="article"),
        pytest.param("/list.php?page=3", False, id="next-page-of-a-list"),
    ],
)
def test_second_views_can_wait(target: str, *, second: bool) -> None:
    assert is_second_view(HOST + target) is second


@pytest.mark.parametrize(
    ("target", "gives"),
    [
        pytest.param("/LinkClick.aspx?fileticket=cGxhbjY4&tabid=67", True, id="dnn"),
        pytest.param("/?wpdmdl=412&refresh=1", True, id="wordpress-download-manager"),
        pytest.param("/index.php?option=com_docman&task=doc_download&gid=3", True, id="joomla-docman"),
        pytest.param("/get_file.php?id=3", True, id="program"),
        pytest.param("/LinkClick.aspx?link=62&tabid=67", False, id="dnn-page"),
        pytest.param("/index.php?option=com_docman&task=cat_view&gid=3", False, id="joomla-list"),
        pytest.param("/download.php?cat=3", False, id="list"),
        pytest.param("/news/get-files-ready", False, id="title"),
    ],
)
def test_addresses_by_which_systems_give_out_files(target: str, *, gives: bool) -> None:
    assert gives_out_file(HOST + target) is gives


@pytest.mark.parametrize(
    ("target", "printed"),
    [
        pytest.param("/index.php?view=article&id=3&tmpl=component&print=1", True, id="joomla"),
        pytest.param("/2024/06/news/?print=1", True, id="wordpress"),
        pytest.param("/node/12/print/", True, id="drupal"),
        pytest.param("/printview?id=3", True, id="program"),
        pytest.param("/print/12", True, id="drupal-by-number"),
        pytest.param("/print/house.html", False, id="a-folder"),
        pytest.param("/index.php?year=2567", False, id="a-year-is-a-page-of-its-own"),
        pytest.param("/?printer=1", False, id="about-a-printer"),
    ],
)
def test_views_for_the_printer_are_told_from_pages(target: str, printed: bool) -> None:  # noqa: FBT001 - a table row
    assert is_print_view(HOST + target) is printed
