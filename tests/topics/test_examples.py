"""The topic files: their own examples hold, and everything that names a topic finds it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from auditor.evaluation.examples import failing_examples
from auditor.rulebook import lint, load_rulebook
from auditor.rules import LabelKind, Topic
from auditor.topics import TopicMatcher

BOOK = load_rulebook()
MATCHER = TopicMatcher(BOOK.topics)
LABELS = Path(__file__).parents[1] / "data" / "labels.csv"
each_topic = pytest.mark.parametrize("topic", BOOK.topics, ids=lambda topic: topic.id)


@each_topic
def test_every_example_of_a_topic_holds(topic: Topic) -> None:
    assert list(failing_examples([topic], MATCHER)) == []


@each_topic
def test_every_topic_shows_enough_that_is_it_and_that_is_not(topic: Topic) -> None:
    assert sum(example.match for example in topic.examples) >= 6
    assert sum(not example.match for example in topic.examples) >= 5


def test_every_topic_of_a_pack_and_of_the_labelled_set_is_there() -> None:
    asked = {topic for pack in BOOK.packs for wanted in pack.requirements for topic in wanted.topics}
    with LABELS.open(encoding="utf-8", newline="") as file:
        labels = {label for row in csv.DictReader(file) for label in row["label"].split("|")}
    named = {label for label in labels if label != "none" and not label.startswith("moit-")}
    assert asked | named <= {topic.id for topic in BOOK.topics}


def test_no_phrase_is_useless() -> None:
    assert [str(complaint) for complaint in lint() if "topics" in complaint.file] == []


@pytest.mark.parametrize(
    "code", ["MOIT 1", "MOIT15", "O12", "EB 4", "ข้อ 2", "1.1", "moit-12-2567", "ITA 2567", "ตัวชี้วัดที่ 3"]
)
def test_the_code_of_an_item_alone_names_nothing(code: str) -> None:
    assert MATCHER.match(code, LabelKind.LINK).matches == ()
