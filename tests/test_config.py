"""The configuration file: complete example, every mistake at once, values that fit together."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, get_type_hints

import pytest

from auditor.cli.configuration import toml_lines
from auditor.configchecks import id_complaints, rule_complaints
from auditor.configfile import Config, SiteTable, load_config, store_url
from auditor.errors import ConfigError
from tests.shared_data import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLE = REPOSITORY / "config.example.toml"
MAIL = '[[notify.mail]]\nhost = "smtp.x.go.th"\nfrom = "a@x.go.th"\nto = ["w@x.go.th"]\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def complaints(folder: Path, text: str) -> dict[str, str]:
    with pytest.raises(ConfigError) as caught:
        load_config(written(folder, text))
    return {each.where: f"{each.problem} ({each.mend})" for each in caught.value.complaints}


def keys_of(table: type[Any]) -> set[str]:
    return {each.name for each in fields(table)}


def test_the_example_can_be_used_as_it_is() -> None:
    config = load_config(EXAMPLE)
    assert [site.url for site in config.site] == ["https://www.example.go.th/"]


@pytest.mark.parametrize("table", [each.name for each in fields(Config) if each.name != "site"])
def test_the_example_has_every_key_with_its_default(table: str) -> None:
    shown = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))[table]
    default = tomllib.loads("\n".join(toml_lines(Config())))[table]
    assert shown == default


def test_every_key_of_the_example_has_a_comment() -> None:
    bare = [
        line
        for line in EXAMPLE.read_text(encoding="utf-8").splitlines()
        if re.match(r"[a-z_]+ = ", line) and "#" not in line and not line.startswith("url")
    ]
    assert bare == []


def test_the_example_shows_every_key_of_a_site() -> None:
    part = EXAMPLE.read_text(encoding="utf-8").partition("\n[[site]]\n")[2]
    shown = set(re.findall(r'^(?:# )?"?([a-z_]+)"? = |^\[site\.([a-z_]+)\]', part, flags=re.MULTILINE))
    names = {name for pair in shown for name in pair if name}
    hints = get_type_hints(SiteTable)
    inner = {key for hint in hints.values() if is_dataclass(hint) and isinstance(hint, type) for key in keys_of(hint)}
    assert names == keys_of(SiteTable) | inner


def test_what_is_shown_can_be_read_again(tmp_path: Path) -> None:
    config = load_config(EXAMPLE)
    again = load_config(written(tmp_path, "\n".join(toml_lines(config))))
    assert again == config


def test_all_mistakes_are_said_at_once(tmp_path: Path) -> None:
    """RELIABILITY_RULES 24: every error at once, with its key and how to mend it."""
    said = complaints(
        tmp_path,
        """
        [auditor]
        stor = "x"
        lang = "fr"
        [crawl]
        delay = "1"
        [[site]]
        name = "no address"
        """,
    )
    assert set(said) == {"auditor.stor", "auditor.lang", "crawl.delay", "site[0].url"}
    assert "store" in said["auditor.stor"]
    assert "th" in said["auditor.lang"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        pytest.param('[auditor]\nstore = "mysql://x"', "auditor.store", id="unknown store"),
        pytest.param("[auditor]\npacks = []", "auditor.packs", id="no pack"),
        pytest.param('[auditor]\ntimezone = "Asia/Bankok"', "auditor.timezone", id="misspelt time zone"),
        pytest.param('[auditor]\nrules = ["absent"]', "auditor.rules[0]", id="absent rules"),
        pytest.param("[retention]\ntext_days = 0", "retention.text_days", id="nothing kept"),
        pytest.param("[crawl]\nmax_pages = 0", "crawl.max_pages", id="no pages"),
        pytest.param("[crawl]\ndelay = -1.0", "crawl.delay", id="negative delay"),
        pytest.param("[politeness]\nretry_waits = [1.0, -4.0]", "politeness.retry_waits", id="negative wait"),
        pytest.param('[schedule]\ncron = "2 o\'clock"', "schedule.cron", id="no cron time"),
        pytest.param('[schedule]\nwindow = "25:00-05:00"', "schedule.window", id="no hour"),
        pytest.param('[schedule]\nwindow = "05:00-05:00"', "schedule.window", id="no span"),
        pytest.param('[schedule]\ncron = "0 2 30 2 *"', "schedule.cron", id="never"),
        pytest.param("[limits]\ntotal_memory_bytes = -1", "limits.total_memory_bytes", id="negative limit"),
        pytest.param(
            '[[site]]\nurl = "https://x.go.th/"\n[site.schedule]\njitter = -1',
            "site[0].schedule.jitter",
            id="negative jitter of a site",
        ),
        pytest.param('[[site]]\nurl = "ftp://x.go.th/"', "site[0].url", id="no web address"),
        pytest.param('[notify]\nlink = "output"', "notify.link", id="no address of reports"),
        pytest.param("[[notify.url]]", "notify.url[0]", id="no receiver at all"),
        pytest.param('[[notify.url]]\nenv = "tgram://1/2"', "notify.url[0].env", id="a secret for a name"),
        pytest.param('[[notify.url]]\nfile = "absent"', "notify.url[0].file", id="no file of a receiver"),
        pytest.param(
            '[[notify.url]]\nenv = "A"\n[[notify.url]]\nenv = "A"', "notify.url[1].name", id="called the same"
        ),
        pytest.param(f"{MAIL}port = 70000", "notify.mail[0].port", id="no port"),
        pytest.param(f'{MAIL}tls = "none"', "notify.mail[0].tls", id="in the clear"),
        pytest.param(f'{MAIL}user = "u"', "notify.mail[0].user", id="no password"),
        pytest.param(f'{MAIL}password_env = "P"', "notify.mail[0].user", id="no user"),
        pytest.param(f'{MAIL}ca_file = "absent"', "notify.mail[0].ca_file", id="no certificates"),
        pytest.param(MAIL.replace("w@", "W w@"), "notify.mail[0].to[0]", id="no e-mail address"),
        pytest.param(MAIL.replace('"w@x.go.th"', ""), "notify.mail[0].to", id="to nobody"),
        pytest.param(MAIL.replace("a@", "a\\n@"), "notify.mail[0].from", id="no sender"),
        pytest.param(MAIL.replace("smtp", "u:p@smtp"), "notify.mail[0].host", id="no server"),
        pytest.param(
            f'{MAIL}name = "office"\n[[site]]\nurl = "https://x.go.th/"\n[site.notify]\nto = ["ofice"]',
            "site[0].notify.to[0]",
            id="no such receiver",
        ),
        pytest.param(
            '[[site]]\nurl = "https://x.go.th/"\n[site.notify]\nto = ["a@x.go.th"]',
            "site[0].notify.to[0]",
            id="no server to send by",
        ),
        pytest.param('[[site]]\nurl = "https://x.go.th/"\nalso = [""]', "site[0].also[0]", id="empty host"),
        pytest.param('[[site]]\nurl = "https://x.go.th/"\nid = "../up"', "site[0].id", id="id that is no folder"),
        pytest.param('[[site]]\nurl = "https://x.go.th/"\nregister = "r.csv"', "site[0].register", id="absent file"),
        pytest.param(
            '[[site]]\nurl = "https://x.go.th/"\nset_aside = { "1.1.fax" = " " }',
            'site[0].set_aside."1.1.fax"',
            id="set aside without reason",
        ),
        pytest.param(
            '[[site]]\nurl = "https://x.go.th/"\nid = "a"\n[[site]]\nurl = "https://y.go.th/"\nid = "a"',
            "site[1].id",
            id="one id twice",
        ),
    ],
)
def test_values_must_make_sense(tmp_path: Path, text: str, where: str) -> None:
    assert where in complaints(tmp_path, text)


@pytest.mark.parametrize(
    ("line", "mend"),
    [
        ('[[notify.mail]]\npassword = "hunter2"', "password_file"),
        ('[[notify.url]]\nurl = "tgram://hunter2/1"', "env"),
        ('[[notify.url]]\nenv = "tgram://hunter2/1"', "name of a variable"),
        ('[[notify.mail]]\npassword_env = "hunter2!"', "name of a variable"),
    ],
)
def test_a_secret_in_the_file_is_refused_and_not_repeated(tmp_path: Path, line: str, mend: str) -> None:
    said = "\n".join(complaints(tmp_path, line).values())
    assert mend in said
    assert "hunter2" not in said


def test_receivers_are_taken_as_they_are_written(tmp_path: Path) -> None:
    (tmp_path / "pw").write_text("x")
    text = f'[notify]\non = "any"\n{MAIL}user = "u"\npassword_file = "pw"\n[[notify.url]]\nenv = "A"\n'
    config = load_config(written(tmp_path, text))
    (mail,), (url,) = config.notify.mail, config.notify.url
    assert (mail.from_, mail.at_port, mail.password_file, url.label) == ("a@x.go.th", 587, tmp_path / "pw", "A")
    again = load_config(written(tmp_path, "\n".join(toml_lines(config))))
    assert again == config


@pytest.mark.parametrize("text", ["[crawl]\ndelay = 0.0", "[crawl]\nmax_documents = 0", "[schedule]\njitter = 0"])
def test_nothing_at_all_is_allowed_where_it_means_something(tmp_path: Path, text: str) -> None:
    assert isinstance(load_config(written(tmp_path, text)), Config)


@pytest.mark.parametrize(("key", "mend"), [("delay", "write 0 or more"), ("max_pages", "write a number above 0")])
def test_the_mend_of_a_negative_number_says_whether_nothing_at_all_is_allowed(
    tmp_path: Path, key: str, mend: str
) -> None:
    with pytest.raises(ConfigError, match=mend):
        load_config(written(tmp_path, f"[crawl]\n{key} = -1"))


def test_paths_are_taken_from_the_folder_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    config = load_config(written(tmp_path, '[auditor]\noutput = "out"\nrules = ["mine"]'))
    assert (config.auditor.output, config.auditor.rules) == (tmp_path / "out", (tmp_path / "mine",))


@pytest.mark.parametrize(
    ("line", "store"),
    [
        ("", "sqlite:///{folder}/auditor.db"),
        ('store = "sqlite:///here.db"', "sqlite:///{folder}/here.db"),
        ('store = "sqlite:////var/lib/auditor/a.db"', "sqlite:////var/lib/auditor/a.db"),
        ('store = "postgresql://host/audits"', "postgresql://host/audits"),
    ],
)
def test_the_store_is_beside_the_file_unless_told_otherwise(tmp_path: Path, line: str, store: str) -> None:
    config = load_config(written(tmp_path, f"[auditor]\n{line}"))
    assert store_url(config, tmp_path / "config.toml") == store.format(folder=tmp_path)


def test_sites_that_would_share_a_history_are_refused(tmp_path: Path) -> None:
    sites = '[[site]]\nurl = "https://x.go.th/"\n[[site]]\nurl = "http://www.x.go.th/"\n'
    config = load_config(written(tmp_path, sites))
    assert [each.where for each in id_complaints(config, "f", ())] == ["site[1].id"]
    config = load_config(written(tmp_path, sites + 'id = "other"\n'))
    assert list(id_complaints(config, "f", ())) == []


def test_settings_reach_the_crawl(tmp_path: Path) -> None:
    limits = "[crawl]\ndelay = 2.0\nmax_pages = 7\n[traps]\nmax_depth = 3\n"
    network = "[network]\nredirects = 4\n[politeness]\nretries = 0"
    settings = load_config(written(tmp_path, limits + network)).crawl_settings()
    assert (settings.politeness.delay, settings.politeness.retries) == (2.0, 0)
    assert (settings.limits.max_pages, settings.limits.max_depth, settings.network.redirects) == (7, 3, 4)


def test_packs_and_requirements_must_be_known_to_the_rules(tmp_path: Path) -> None:
    site = '[[site]]\nurl = "https://x.go.th/"\npacks = ["p"]\nset_aside = { "1.1.fex" = "-" }'
    text = f'[auditor]\npacks = ["moph"]\n{site}'
    config = load_config(written(tmp_path, text))
    said = {each.where: each.mend for each in rule_complaints(config, "f", {"p": frozenset({"1.1.fax"})})}
    assert set(said) == {"auditor.packs", 'site[0].set_aside."1.1.fex"'}
    assert "1.1.fax" in said['site[0].set_aside."1.1.fex"']


def test_the_staff_of_a_site_goes_with_it(tmp_path: Path) -> None:
    text = '[[site]]\nurl = "https://x.go.th/"\n[site.staff]\nhead = "ก"\nwebmasters = ["ข", "ค"]\ngroups = ["ง"]\n'
    staff = load_config(written(tmp_path, text)).site[0].site().staff
    assert (staff.head, staff.webmasters, staff.groups) == ("ก", ("ข", "ค"), ("ง",))


def test_a_pipe_is_no_configuration(tmp_path: Path) -> None:
    """It might never end."""
    os.mkfifo(tmp_path / "config.toml")
    with pytest.raises(ConfigError, match="pipe"):
        load_config(tmp_path / "config.toml")


def test_a_site_has_the_schedule_of_all_but_for_what_it_says_itself(tmp_path: Path) -> None:
    text = '[schedule]\ncron = "0 1 * * *"\nwindow = "22:00-05:00"\n[[site]]\nurl = "https://x.go.th/"\n'
    config = load_config(written(tmp_path, text + '[site.schedule]\nwindow = ""\njitter = 0\n'))
    found = config.schedule_of(config.site[0])
    assert (found.cron, found.window, found.jitter) == ("0 1 * * *", "", 0)
