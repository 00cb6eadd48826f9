"""Rule files brought together: what they define, what local files change, and every mistake in and between them."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import fields
from itertools import pairwise
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from auditor.datafiles import rules_folder
from auditor.errors import RuleError
from auditor.rulebook import lint, load_rulebook, topics_in
from auditor.rulebook.files import RequirementChange, RuleFile, TopicChange, rule_schema
from auditor.rules import (
    KNOWN_DETECTORS,
    Category,
    Condition,
    Decide,
    Freshness,
    Genre,
    LabelExample,
    LabelKind,
    Obligation,
    PlacedWords,
    Requirement,
    Topic,
)

BASE = """
[pack]
id = "small"
version = "1"
title = { th = "เล็ก", en = "Small" }
citation = "ประกาศ"

[[category]]
id = "1"
title = { th = "หมวด", en = "Category" }

[[requirement]]
id = "1.fax"
category = "1"
title = { th = "โทรสาร", en = "Fax" }
wording = "หมายเลขโทรสาร"
citation = "ข้อ 1"
decide = "sitewide"
topics = ["fax"]
content = [{ detector = "fax" }]
remedy = { th = "เพิ่ม", en = "Add it" }
explain = { th = "ผ่านเมื่อ", en = "Met when" }

[[topic]]
id = "fax"
title = { th = "โทรสาร", en = "Fax" }
any = ["โทรสาร"]
examples = [{ text = "โทรสาร", match = true }, { text = "โทรศัพท์", match = false }]

[lists]
news-verbs = ["ประชุม"]

[tables.unit-types]
"สสอ." = ["สำนักงานสาธารณสุขอำเภอ"]
"""

MORE = """
[extend]
pack = "small"

[[requirement]]
id = "1.phone"
category = "1"
title = { th = "โทรศัพท์", en = "Phone" }
wording = "หมายเลขโทรศัพท์"
citation = "ข้อ 1"
decide = "sitewide"
topics = ["fax"]
content = [{ detector = "phone" }]
remedy = { th = "เพิ่ม", en = "Add it" }
explain = { th = "ผ่านเมื่อ", en = "Met when" }
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A small folder of rules in place of the program's own."""
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "base.toml").write_text(BASE, encoding="utf-8")
    return folder


def written(home: Path, text: str) -> Path:
    path = home.parent / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


def mistakes(home: Path, text: str) -> list[tuple[str, str, str]]:
    path = written(home, text)
    found = lint((path,), rules=home)
    assert {complaint.file for complaint in found} <= {str(path)}
    return [(each.where, each.problem, each.mend) for each in found]


# --- loading and extending ----------------------------------------------------------------------------------


def test_a_pack_holds_its_categories_and_requirements_in_order(home: Path) -> None:
    [pack] = load_rulebook((written(home, MORE),), rules=home).packs
    assert [category.id for category in pack.categories] == ["1"]
    assert [requirement.id for requirement in pack.requirements] == ["1.fax", "1.phone"]


def test_a_local_file_sets_a_requirement_aside_with_its_reason(home: Path) -> None:
    own = written(home, '[[requirement-change]]\nid = "1.fax"\noff = { th = "ไม่มี", en = "None" }\nweight = 0.5')
    [requirement] = load_rulebook((own,), rules=home).packs[0].requirements
    assert requirement.off is not None
    assert requirement.off.en == "None"
    assert requirement.weight == 0.5
    assert requirement.obligation is Obligation.REQUIRED


def test_a_local_file_changes_thresholds_periods_and_units(home: Path) -> None:
    own = written(
        home,
        """
        [[requirement-change]]
        id = "1.fax"
        obligation = "recommended"
        pass_from = 0.8
        fail_under = 0
        unit_types = ["สสอ."]
        freshness = { fiscal_years = [0] }
        add_topics = ["fax"]
        """,
    )
    [requirement] = load_rulebook((own,), rules=home).packs[0].requirements
    assert (requirement.pass_from, requirement.fail_under, requirement.unit_types) == (0.8, 0, ("สสอ.",))
    assert requirement.freshness == Freshness(fiscal_years=(0,))
    assert requirement.topics == ("fax", "fax")


def test_a_local_file_adds_phrases_and_words(home: Path) -> None:
    own = written(
        home,
        """
        lists.news-verbs = ["อบรม"]
        tables.unit-types."สสอ." = ["สนง.สาธารณสุขอำเภอ"]
        tables.unit-types."รพ." = ["โรงพยาบาล"]
        [[topic-change]]
        id = "fax"
        add_any = ["แฟกซ์"]
        add_none = ["เครื่องแฟกซ์"]
        """,
    )
    book = load_rulebook((own,), rules=home)
    assert book.topics[0].any == ("โทรสาร", "แฟกซ์")
    assert book.topics[0].none == ("เครื่องแฟกซ์",)
    assert book.vocabulary.words("news-verbs") == ("ประชุม", "อบรม")
    assert book.vocabulary.table("unit-types") == (
        ("สสอ.", ("สำนักงานสาธารณสุขอำเภอ", "สนง.สาธารณสุขอำเภอ")),
        ("รพ.", ("โรงพยาบาล",)),
    )


@pytest.mark.parametrize(
    "change",
    [
        pytest.param('[[requirement-change]]\nid = "1.fax"\nweight = 2', id="requirement"),
        pytest.param('[[topic-change]]\nid = "fax"\nadd_any = ["แฟกซ์"]', id="topic"),
        pytest.param('lists.news-verbs = ["อบรม"]', id="word"),
    ],
)
def test_the_hash_of_a_pack_covers_all_that_decides_with_it(home: Path, change: str) -> None:
    before = load_rulebook(rules=home).packs[0].sha256
    assert load_rulebook((written(home, change),), rules=home).packs[0].sha256 != before


def test_the_hash_does_not_depend_on_comments_or_the_order_of_keys(home: Path) -> None:
    before = load_rulebook(rules=home).packs[0].sha256
    shuffled = BASE.replace('version = "1"\n', "").replace('id = "small"', '# new\nversion = "1"\nid = "small"')
    (home / "base.toml").write_text(shuffled, encoding="utf-8")
    assert load_rulebook(rules=home).packs[0].sha256 == before
    assert re.fullmatch(r"[0-9a-f]{64}", before)


def test_the_topics_of_a_file_are_those_it_defines_or_adds_to(home: Path) -> None:
    own = written(home, '[[topic-change]]\nid = "fax"\nadd_any = ["แฟกซ์"]')
    assert topics_in((own,)) == {"fax"}


# --- mistakes -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "where", "problem", "mend"),
    [
        pytest.param(
            MORE.replace('["fax"]', '["faxx"]'),
            "requirement[0].topics",
            '"faxx" is not known, in "1.phone"',
            'did you mean "fax"?',
            id="unknown topic",
        ),
        pytest.param(
            MORE.replace('"phone"', '"phones"'),
            "requirement[0].content[0].detector",
            '"phones" is not known, in "1.phone"',
            'did you mean "phone"?',
            id="unknown detector",
        ),
        pytest.param(
            MORE.replace('category = "1"', 'category = "2"'),
            "requirement[0].category",
            '"2" is not known, in "1.phone"',
            "known: 1",
            id="unknown category",
        ),
        pytest.param(
            MORE.replace('pack = "small"', 'pack = "smal"'),
            "extend.pack",
            'no pack is called "smal"',
            'did you mean "small"?',
            id="unknown pack",
        ),
        pytest.param(
            MORE.replace("[extend]\npack", 'lists.news-verbs = ["x"]\n#'),
            "requirement",
            "belongs to no pack",
            'begin a pack with [pack], or name one: [extend] pack = "moph-web-2567"',
            id="requirement without a pack",
        ),
        pytest.param(
            '[[requirement-change]]\nid = "1.fux"\nweight = 2',
            "requirement-change[0].id",
            '"1.fux" is not known',
            'did you mean "1.fax"?',
            id="change of an unknown requirement",
        ),
        pytest.param(
            '[[topic-change]]\nid = "fox"',
            "topic-change[0].id",
            '"fox" is not known',
            'did you mean "fax"?',
            id="change of an unknown topic",
        ),
        pytest.param(
            'lists.news-verb = ["x"]',
            "lists.news-verb",
            "no list of words has this name",
            'did you mean "news-verbs"?',
            id="unknown list",
        ),
        pytest.param(
            '[[requirement-change]]\nid = "1.fax"\nunit_types = ["สสอ"]',
            "requirement-change[0].unit_types",
            '"สสอ" is not known, in "1.fax"',
            'did you mean "สสอ."?',
            id="unknown unit type",
        ),
        pytest.param(
            '[[requirement-change]]\nid = "1.fax"\nfail_under = 0.99',
            "requirement-change[0].pass_from",
            "must lie between fail_under and 1",
            "",
            id="met below not met",
        ),
        pytest.param(
            '[[requirement-change]]\nid = "1.fax"\nweight = -1',
            "requirement-change[0].weight",
            "must not be negative",
            "",
            id="negative weight",
        ),
        pytest.param(
            '[[requirement-change]]\nid = "1.fax"\nfreshness = { undated = "fail" }',
            "requirement-change[0].freshness.undated",
            '"fail" is not known, in "1.fax"',
            "known: pass, partial, review",
            id="status that makes no sense",
        ),
        pytest.param(
            MORE + 'undecided = { th = "ข้อที่เปิดไว้", en = "" }',
            "requirement[0].undecided.en",
            "is empty",
            "",
            id="question without words",
        ),
        pytest.param(
            '[[requirement-change]]\nid = "1.fax"\noff = { th = " ", en = "x" }',
            "requirement-change[0].off.th",
            "is empty",
            "",
            id="empty words for people",
        ),
        pytest.param(
            MORE.replace('"sitewide"', '"part-of"\nof = "1.phone"'),
            "requirement[0].of",
            "runs in a circle: 1.phone → 1.phone",
            "",
            id="circle",
        ),
        pytest.param(
            MORE.replace('"sitewide"', '"pack"'),
            "requirement[0].of",
            'is needed to decide by "pack"',
            "",
            id="way of deciding without its key",
        ),
        pytest.param(
            MORE.replace('id = "1.phone"', 'id = "1.fax"'),
            "requirement[0].id",
            '"1.fax" is taken by',
            "give it an id of its own",
            id="id twice",
        ),
        pytest.param(
            '[[topic-change]]\nid = "fax"\nadd_any = ["***"]',
            "topic-change[0].any",
            '"***" has nothing to compare: no letter, no digit',
            "",
            id="phrase that folds to nothing",
        ),
        pytest.param(
            '[[topic-change]]\nid = "fax"\nadd_any = ["เครื่อง แฟกซ์"]\nadd_none = ["แฟกซ์"]',
            "topic-change[0].any",
            '"เครื่อง แฟกซ์" can never match: the veto "แฟกซ์" is in it',
            "",
            id="phrase that a veto forbids",
        ),
        pytest.param(
            '[[topic]]\nid = "map"\ntitle = { th = "แผนที่", en = "Map" }\nany = ["แผนที่"]\n'
            'examples = [{ text = "แผนที่", match = true }]',
            "topic[0].examples",
            'has no label that must not match, in "map"',
            "",
            id="examples of one kind only",
        ),
    ],
)
def test_lint_names_file_key_and_mend(home: Path, text: str, where: str, problem: str, mend: str) -> None:
    [(found_where, found_problem, found_mend)] = mistakes(home, text)
    assert found_where == where
    assert found_problem.startswith(problem)
    assert found_mend == mend


def test_lint_tells_mistakes_of_every_kind_at_once(home: Path) -> None:
    """RELIABILITY_RULES 24: a misspelt key does not hide an unknown name further down."""
    text = MORE.replace('wording = "หมายเลขโทรศัพท์"', "wordin = 1").replace('["fax"]', '["faxx"]')
    assert [where for where, _, _ in mistakes(home, text)] == [
        "requirement[0].wordin",
        "requirement[0].wording",
        "requirement[0].topics",
    ]


def test_loading_refuses_what_lint_refuses(home: Path) -> None:
    own = written(home, MORE.replace('["fax"]', '["faxx"]'))
    with pytest.raises(RuleError, match="faxx"):
        load_rulebook((own,), rules=home)


def test_lint_of_one_file_is_silent_on_the_others(home: Path) -> None:
    (home / "broken.toml").write_text("x = ", encoding="utf-8")
    assert mistakes(home, 'lists.news-verbs = ["x"]') == []
    assert [Path(each.file).name for each in lint(rules=home)] == ["broken.toml"]


def test_a_folder_without_rule_files_is_a_mistake(tmp_path: Path, home: Path) -> None:
    (tmp_path / "empty").mkdir()
    [complaint] = lint((tmp_path / "empty",), rules=home)
    assert complaint.problem == "holds no rule file"


# --- the program's own rules --------------------------------------------------------------------------------


def test_the_programs_own_rules_are_without_mistakes() -> None:
    assert lint() == ()


def test_the_schema_file_is_that_of_the_types() -> None:
    """After a change of the types: `auditor rules schema > rules/schema.json`."""
    assert (rules_folder() / "schema.json").read_text(encoding="utf-8") == rule_schema()


@pytest.mark.parametrize(
    "kind",
    [
        RuleFile,
        RequirementChange,
        TopicChange,
        Category,
        Condition,
        Freshness,
        LabelExample,
        PlacedWords,
        Requirement,
        Topic,
    ],
)
def test_the_readme_explains_every_key(kind: type[RuleFile]) -> None:
    readme = (rules_folder() / "README.md").read_text(encoding="utf-8").replace("-change", "_change")
    assert [field.name for field in fields(kind) if field.name not in readme] == []


@pytest.mark.parametrize("kind", [LabelKind, Genre, Obligation, Decide])
def test_the_readme_explains_every_value(kind: type[LabelKind]) -> None:
    readme = (rules_folder() / "README.md").read_text(encoding="utf-8")
    assert [value for value in kind if f"`{value}`" not in readme] == []


def test_the_readme_explains_every_detector() -> None:
    readme = (rules_folder() / "README.md").read_text(encoding="utf-8")
    assert [name for name in KNOWN_DETECTORS if f"`{name}`" not in readme] == []


def test_what_the_papers_leave_open_is_marked_and_says_what_is_done_until_then() -> None:
    [pack] = load_rulebook().packs
    open_questions = {asked.id: asked.undecided for asked in pack.requirements if asked.undecided}
    assert {"1.1.executives", "1.1.action-plan", "1.1.phone", "3.announcement"} <= set(open_questions)
    assert all("ระหว่างนี้" in text.th and "Until then" in text.en for text in open_questions.values())


def test_the_readmes_example_of_a_local_file_works(tmp_path: Path) -> None:
    readme = (rules_folder() / "README.md").read_text(encoding="utf-8")
    [example] = re.findall(r"```toml\n(# my-rules\.toml.*?)```", readme, re.DOTALL)
    own = tmp_path / "my-rules.toml"
    own.write_text(example, encoding="utf-8")
    assert lint((own,)) == ()
    book = load_rulebook((own,))
    assert "local.blood-donation" in {each.id for each in book.packs[0].requirements}


def test_every_list_of_words_says_what_it_is_for() -> None:
    unexplained = []
    for path in sorted((rules_folder() / "vocabulary").glob("*.toml")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for before, line in pairwise(lines):
            if re.match(r"[a-z0-9-]+ = \[|\[tables\.", line) and not before.startswith("#"):
                unexplained.append(f"{path.name}: {line[:40]}")
    assert unexplained == []


def test_all_77_provinces_are_known() -> None:
    provinces = load_rulebook().vocabulary.words("provinces")
    assert len(set(provinces)) == len(provinces) == 77


def test_every_rule_file_fits_the_schema() -> None:
    schema = Draft202012Validator(json.loads(rule_schema()))
    for path in rules_folder().rglob("*.toml"):
        wrong = [error.message for error in schema.iter_errors(tomllib.loads(path.read_text(encoding="utf-8")))]
        assert wrong == [], path.name
