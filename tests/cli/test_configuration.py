"""`auditor config check` as a webmaster meets it: every mistake of every file at once, each with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.test_check import auditor, is_mendable

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "config.toml": """
[auditor]
rules = ["local"]
include = ["sites.toml", "sites.csv"]
[crawl]
delay = -1
max_page = 3
[[site]]
url = "https://a.go.th/"
reviews = "reviews.toml"
register = "register.csv"
[[site]]
name = "no url"
""",
    "sites.toml": '[[site]]\nurl = "https://b.go.th/"\n\n[[site]]\nurl = "https://c.go.th/"\ndelai = 1\n',
    "sites.csv": "url,name\nhttps://d.go.th/,x\nnot a url,y\n",
    "reviews.toml": '[[review]]\nrequirement = "1.1.fex"\nstatus = "pass"\nby = ""\nat = 2024-01-01\nreason = "x"\n',
    "register.csv": "wrong,heads\n1,2\n",
    "local/mine.toml": '# ours\n[[topic-change]]\nid = "visoin"\nadd_any = ["x"]\n',
}
MISTAKES = (
    "config.toml:6: crawl.delay: ",
    "config.toml:7: crawl.max_page: ",
    "config.toml:12: site[1].url: is missing",
    "sites.toml:6: site[1].delai: ",
    "sites.csv: row 3, url: ",
    "reviews.toml:2: review[0].requirement: ",
    "reviews.toml:4: review[0].by: ",
    "register.csv: ",
    "local/mine.toml:3: topic-change[0].id: ",
)


def test_every_mistake_of_every_file_is_said_at_once_with_its_line(tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = auditor("config", "check", "config.toml", cwd=tmp_path)
    is_mendable(done, *MISTAKES)
    assert len(done.stderr.splitlines()) == len(MISTAKES), done.stderr


def test_what_is_no_toml_is_said_with_its_line_alone(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[auditor]\nlang = "th\n', encoding="utf-8")
    done = auditor("config", "check", "config.toml", cwd=tmp_path)
    is_mendable(done, "config.toml: line 2, column ")


def test_the_mistakes_of_rule_files_have_lines_too(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('\n[[topic-change]]\nid = "visoin"\nad_any = ["x"]\n', encoding="utf-8")
    done = auditor("rules", "lint", "mine.toml", cwd=tmp_path)
    assert done.returncode == 2
    assert "mine.toml:3: topic-change[0].id: " in done.stdout
    assert "mine.toml:4: topic-change[0].ad_any: " in done.stdout
