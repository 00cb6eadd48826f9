"""Many rule files to one set of topics, packs and words; what cannot be brought together is complained of."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from auditor.codec import key_path, nearest
from auditor.errors import Complaint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.rulebook.files import PackHead, RequirementChange, Source, TopicChange
    from auditor.rules import Category, Requirement, Topic

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed(Generic[T]):
    """A value and where it was written; after a change, where the change was written."""

    value: T
    file: str
    where: str

    def complain(self, key: str, problem: str, mend: str = "") -> Complaint:
        """A complaint about a key of this value."""
        return Complaint(
            file=self.file, where=f"{self.where}.{key}" if key else self.where, problem=problem, mend=mend
        )


@dataclass(slots=True, kw_only=True)
class Merged:
    """Everything that all files together say, by id, in the order of the files."""

    topics: dict[str, Placed[Topic]] = field(default_factory=dict)
    packs: dict[str, Placed[PackHead]] = field(default_factory=dict)
    categories: dict[str, dict[str, Placed[Category]]] = field(default_factory=dict)  # by pack
    requirements: dict[str, dict[str, Placed[Requirement]]] = field(default_factory=dict)  # by pack
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    tables: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    complaints: list[Complaint] = field(default_factory=list)

    @property
    def all_requirements(self) -> dict[str, Placed[Requirement]]:
        """The requirements of all packs by id."""
        return {key: placed for pack in self.requirements.values() for key, placed in pack.items()}


def merge(sources: Iterable[Source]) -> Merged:
    """Bring the files together: first what they define, then what they change in each other."""
    merged = Merged()
    every = tuple(sources)
    for source in every:
        _define_topics(merged, source)
        _define_pack(merged, source)
        _define_words(merged, source)
    for source in every:
        _define_requirements(merged, source)
    for source in every:
        _change(merged, source)
    return merged


def _define_topics(merged: Merged, source: Source) -> None:
    for number, topic in enumerate(source.content.topic):
        placed = Placed(value=topic, file=source.file, where=key_path(("topic", number)))
        _add(merged, merged.topics, topic.id, placed)


def _define_pack(merged: Merged, source: Source) -> None:
    if head := source.content.pack:
        placed = Placed(value=head, file=source.file, where="pack")
        _add(merged, merged.packs, head.id, placed)
        merged.categories.setdefault(head.id, {})
        merged.requirements.setdefault(head.id, {})


def _define_requirements(merged: Merged, source: Source) -> None:
    content = source.content
    if not (content.category or content.requirement):
        return
    pack = content.pack.id if content.pack else content.extend.pack if content.extend else ""
    if pack not in merged.packs:
        merged.complaints.append(_homeless(merged, source, pack))
        return
    for number, category in enumerate(content.category):
        here = Placed(value=category, file=source.file, where=key_path(("category", number)))
        _add(merged, merged.categories[pack], category.id, here)
    known = merged.all_requirements
    for number, requirement in enumerate(content.requirement):
        placed = Placed(value=requirement, file=source.file, where=key_path(("requirement", number)))
        if _add(merged, known, requirement.id, placed):
            merged.requirements[pack][requirement.id] = placed


def _homeless(merged: Merged, source: Source, pack: str) -> Complaint:
    if pack:
        mend = nearest(pack, merged.packs) or "known: " + ", ".join(merged.packs)
        return Complaint(file=source.file, where="extend.pack", problem=f'no pack is called "{pack}"', mend=mend)
    return Complaint(
        file=source.file,
        where="requirement" if source.content.requirement else "category",
        problem="belongs to no pack",
        mend='begin a pack with [pack], or name one: [extend] pack = "moph-web-2567"',
    )


def _define_words(merged: Merged, source: Source) -> None:
    for name, words in source.content.lists.items():
        if _is_addition(merged, source, "lists", name, merged.lists):
            merged.lists[name] = (*merged.lists[name], *words)
        else:
            merged.lists[name] = words
    for name, rows in source.content.tables.items():
        if _is_addition(merged, source, "tables", name, merged.tables):
            old = merged.tables[name]
            merged.tables[name] = {**old, **{code: (*old.get(code, ()), *words) for code, words in rows.items()}}
        else:
            merged.tables[name] = rows


def _is_addition(merged: Merged, source: Source, kind: str, name: str, known: dict[str, T]) -> bool:
    """Does a local file add to words that are there? Nobody would read a list of a new name."""
    if source.local == (name in known):
        return source.local
    problem = "no list of words has this name" if source.local else "stands in another file, too"
    mend = nearest(name, known) if source.local else "one list has one home"
    merged.complaints.append(Complaint(file=source.file, where=key_path((kind, name)), problem=problem, mend=mend))
    return False


def _change(merged: Merged, source: Source) -> None:
    for number, topic_change in enumerate(source.content.topic_change):
        where = key_path(("topic-change", number))
        if found := _find(merged, source, where, topic_change.id, merged.topics):
            value = changed_topic(found.value, topic_change)
            merged.topics[topic_change.id] = Placed(value=value, file=source.file, where=where)
    for number, change in enumerate(source.content.requirement_change):
        where = key_path(("requirement-change", number))
        if old := _find(merged, source, where, change.id, merged.all_requirements):
            pack = next(name for name, inside in merged.requirements.items() if change.id in inside)
            placed = Placed(value=changed_requirement(old.value, change), file=source.file, where=where)
            merged.requirements[pack][change.id] = placed


def _find(merged: Merged, source: Source, where: str, name: str, known: dict[str, Placed[T]]) -> Placed[T] | None:
    found = known.get(name)
    if found is None and name:
        problem = f'"{name}" is not known'
        merged.complaints.append(
            Complaint(file=source.file, where=f"{where}.id", problem=problem, mend=nearest(name, known))
        )
    return found


def changed_topic(topic: Topic, change: TopicChange) -> Topic:
    """The topic with what a local file adds to it."""
    return replace(
        topic,
        any=(*topic.any, *change.add_any),
        exact=(*topic.exact, *change.add_exact),
        starts=(*topic.starts, *change.add_starts),
        all=(*topic.all, *change.add_all),
        none=(*topic.none, *change.add_none),
        near=(*topic.near, *change.add_near),
        examples=(*topic.examples, *change.examples),
    )


def changed_requirement(requirement: Requirement, change: RequirementChange) -> Requirement:
    """The requirement with what a local file changes in it."""
    return replace(
        requirement,
        off=change.off or requirement.off,
        obligation=change.obligation or requirement.obligation,
        weight=requirement.weight if change.weight is None else change.weight,
        freshness=change.freshness or requirement.freshness,
        pass_from=requirement.pass_from if change.pass_from is None else change.pass_from,
        fail_under=requirement.fail_under if change.fail_under is None else change.fail_under,
        unit_types=requirement.unit_types if change.unit_types is None else change.unit_types,
        topics=(*requirement.topics, *change.add_topics),
    )


def _add(merged: Merged, known: dict[str, Placed[T]], name: str, placed: Placed[T]) -> bool:
    """Put in what is new; an id that is taken is complained of. An empty id was complained of before."""
    if not name:
        return False
    if first := known.get(name):
        problem = f'"{name}" is taken by {first.file}: {first.where}'
        merged.complaints.append(placed.complain("id", problem, "give it an id of its own"))
        return False
    known[name] = placed
    return True
