"""A plan for reading a file: levels of named SQL expressions, and what can be wrong with a row, built up column by column."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from frontdoor.intake.quoting import literal, named, quoted
from frontdoor.intake.raw import Raw

_TEXTS = re.compile(r"'(?:[^']|'')*'")  # SQL text literals
_REFERENCE = re.compile(r'"|\bc\d+\b')  # a quoted name, or a column of the raw relation


class Effect(StrEnum):
    """What a problem does to its row: refuse it, empty a column, only be counted, or leave a blank row out."""

    REJECT = "reject"
    NULL = "null"
    COUNT = "count"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that can be wrong: `predicate` finds it, `reason` says it to a person.

    `ours` is the column of ours it is about, `position` theirs (None when it is about no one column); with the effect
    NULL it leaves the columns `empties` empty. `suspicion` is cheaper SQL that is true wherever `predicate` is; the
    predicate is tried only on rows where some suspicion holds. `known` are the words of a vocabulary only the council knows.
    """

    name: str
    effect: Effect
    predicate: str
    reason: str
    ours: str = ""
    position: int | None = None
    is_vocabulary: bool = False
    suspicion: str = ""
    empties: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


@dataclass(slots=True)
class Plan:
    """Levels of expressions over a raw relation: each level may use the names of those before it.

    `columns` are our columns in terms of all levels; `problems` are tested on the same names; the columns `always` are
    stored even where every row has the same.
    """

    raw: Raw
    levels: list[dict[str, str]] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    personal: frozenset[int] = frozenset()
    always: frozenset[str] = frozenset()

    def put(self, level: int, name: str, sql: str) -> str:
        """Add an expression to a level and return its name as SQL."""
        while len(self.levels) <= level:
            self.levels.append({})
        self.levels[level][name] = sql
        return quoted(name)

    @property
    def stored(self) -> dict[str, str]:
        """Return the columns that differ from row to row; the others are worked out when they are shown."""
        return {
            name: sql
            for name, sql in self.columns.items()
            if name in self.always or _REFERENCE.search(_TEXTS.sub("", sql))
        }

    def shown(self, name: str) -> str:
        """Return SQL for one of our columns over the staged rows."""
        return quoted(name) if name in self.stored else self.columns[name]

    def bit(self, problem: Problem) -> int:
        return 1 << self.problems.index(problem)

    def mask(self, *effects: Effect) -> int:
        """Return the bits of all problems with these effects."""
        return sum(self.bit(problem) for problem in self.problems if problem.effect in effects)

    def sql(self) -> str:
        """Return the select that reads the file once: our columns, `problems` as bits, and `originals` of troubled rows."""
        relation = self.raw.relation
        for level in self.levels:
            relation = f"(select *, {named(level)} from {relation})"
        relation = f"(select *, {self._bits()} as problems from {relation})"
        kept = {name: self._nulled(name, sql) for name, sql in self.stored.items()}
        return f"select {named(kept)}, problems, {self._originals()} as originals from {relation}"

    def original_positions(self) -> list[int]:
        """Return which of their columns `originals` holds, in its order."""
        return sorted({problem.position for problem in self.problems if problem.position is not None})

    def _bits(self) -> str:
        if not self.problems:
            return "cast(0 as bigint)"
        tests = [f"case when {problem.predicate} then {self.bit(problem)} else 0 end" for problem in self.problems]
        suspicions = dict.fromkeys(problem.suspicion or problem.predicate for problem in self.problems)
        anything = " or ".join(f"({suspicion})" for suspicion in suspicions)
        return f"cast(case when {anything} then {' | '.join(tests)} else 0 end as bigint)"

    def _nulled(self, name: str, sql: str) -> str:
        bits = sum(self.bit(one) for one in self.problems if name in one.empties)
        return f"case when problems & {bits} = 0 then {sql} end" if bits else sql

    def _originals(self) -> str:
        troubled = self.mask(Effect.REJECT, Effect.NULL)
        cells = [self._shown(position) for position in self.original_positions()]
        if not cells:
            return "cast(null as varchar[])"
        return f"case when problems & {troubled} <> 0 then [{', '.join(cells)}] end"

    def _shown(self, position: int) -> str:
        text = self.raw.text(position)
        if position not in self.personal:
            return text
        return f"{literal('(personal, ')} || length({text}) || {literal(' characters)')}"
