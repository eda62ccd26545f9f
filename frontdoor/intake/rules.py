"""What every kind of record reads alike: its key, its version, whole numbers and texts made by a column rule."""

from collections.abc import Mapping

from frontdoor.intake import values
from frontdoor.intake.plan import Effect, Plan, Problem
from frontdoor.intake.quoting import literal
from frontdoor.intake.source_types import ColumnRule, Form, Source
from frontdoor.intake.times import Moment, Zones, put_moment

UNKNOWN = "unknown"


def key_sql(plan: Plan, source: Source) -> str:
    """Return SQL for a row's key, its parts joined by a bar; a row without any part is rejected."""
    parts = [plan.raw.text_of(name) for name in source.key]
    for name, part in zip(source.key, parts, strict=True):
        position = plan.raw.position((name,))
        reason = "the row has no key: nothing tells it from another"
        plan.problems.append(Problem(f"no_key_{name}", Effect.REJECT, f"{part} is null", reason, position=position))
    return parts[0] if len(parts) == 1 else f"concat_ws('|', {', '.join(parts)})"


def put_version(plan: Plan, source: Source, zones: Zones) -> None:
    """Read when the source last changed the row, in UTC."""
    position = plan.raw.position((source.version,)) if source.version else None
    if position is not None:
        plan.columns["updated_at"] = put_moment(plan, "version", position, source.date_formats, zones).utc


def put_date_problems(plan: Plan, started: Moment) -> None:
    """Refuse rows whose own date is missing or impossible; count those whose hour the clocks passed twice."""
    suspicion = f"({started.utc} is null or {started.is_suspect})"
    for name, predicate, reason in (
        ("no_date", f"c{started.position} is null", "the row has no date"),
        ("bad_date", started.is_unreadable, "this cannot be read as a date that exists"),
        ("outside_years", started.is_outside, "no contact can be dated so"),
        ("skipped_hour", started.is_impossible, "this time did not exist: the clocks went forward over it that night"),
    ):
        plan.problems.append(Problem(name, Effect.REJECT, predicate, reason, "", started.position, suspicion=suspicion))
    twice = "the clocks passed this time twice; the first was taken"
    plan.problems.append(Problem("ambiguous_time", Effect.COUNT, started.is_twice, twice, suspicion=suspicion))


def rule_text(plan: Plan, source: Source, name: str) -> str | None:
    """Return SQL for the text a column rule gives, or None when the source or the file has no such column."""
    rule = source.columns.get(name)
    if rule is None:
        return None
    if rule.first_given:
        cases = [
            f"when {plan.raw.text_of(column)} is not null then {literal(word)}" for column, word in rule.first_given
        ]
        return f"case {' '.join(cases)} else {literal(rule.otherwise or None)} end"
    position = plan.raw.position(rule.names)
    return None if position is None else plan.raw.text(position)


def put_places(plan: Plan, source: Source) -> None:
    """Read service and queue; what the source does not say is `unknown`."""
    for name in ("service", "queue"):
        put_text_or(plan, source, name, UNKNOWN)


def put_text_or(plan: Plan, source: Source, name: str, otherwise: str) -> None:
    """Read a text; where there is none it is `otherwise`."""
    put_text(plan, source, name)
    plan.columns[name] = f"coalesce({plan.columns[name]}, {literal(otherwise)})"


def put_text(plan: Plan, source: Source, name: str) -> None:
    """Read a text: tidied, rewritten by the source's patterns, and in our words where the source gives them."""
    if name in source.constants:
        plan.columns[name] = literal(source.constants[name])
    elif (text := rule_text(plan, source, name)) is not None:
        if name in source.columns and source.columns[name].form is Form.FIRST_OF_LIST:
            text = _first_of_list(plan, name, text, plan.raw.position(source.columns[name].names))
        text = plan.put(0, f"{name}_text", values.tidy(text))
        text = values.rewritten(text, source.rewrites.get(name, ()))
        if words := source.values.get(name):
            text = f"coalesce({values.word(text, words)}, {text})"
        plan.columns[name] = plan.put(1, f"{name}_value", text)


def _first_of_list(plan: Plan, name: str, text: str, position: int | None) -> str:
    """Return SQL for the first of a list joined by commas; longer lists are counted."""
    reason = f"several stand in {name}; the first was taken"
    plan.problems.append(Problem(f"several_{name}", Effect.COUNT, f"contains({text}, ',')", reason, name, position))
    return f"trim(split_part({text}, ',', 1))"


def put_words(plan: Plan, source: Source, name: str, known: Mapping[str, str], *, is_needed: bool = False) -> None:
    """Read a column of a closed vocabulary; a word nobody told us rejects the row, or is the rule's `otherwise`."""
    if name in source.constants:
        plan.columns[name] = literal(source.constants[name])
        return
    text = rule_text(plan, source, name)
    if text is None:
        return
    position = plan.raw.position(source.columns[name].names)
    plan.columns[name] = plan.put(0, f"{name}_value", values.word(text, source.values.get(name) or known))
    if otherwise := source.columns[name].otherwise:
        plan.columns[name] = f"coalesce({plan.columns[name]}, {literal(otherwise)})"
        return
    reason = f"no {name} is known by this word"
    bad = f"{text} is not null and {plan.columns[name]} is null"
    plan.problems.append(Problem(f"unknown_{name}", Effect.REJECT, bad, reason, name, position, is_vocabulary=True))
    if is_needed:
        plan.problems.append(
            Problem(f"no_{name}", Effect.REJECT, f"{text} is null", f"the row has no {name}", name, position)
        )


def put_known(plan: Plan, source: Source, name: str, known: Mapping[str, str], what: str) -> None:
    """Read a column of a closed vocabulary; a word nobody knows is left empty and counted, the row is kept."""
    text = rule_text(plan, source, name)
    if text is None:
        return
    value = plan.put(0, f"{name}_value", values.word(text, source.values.get(name) or known))
    plan.columns[name] = value
    position = plan.raw.position(source.columns[name].names)
    bad, reason = f"{text} is not null and {value} is null", f"no {what} is known by this word; left empty"
    plan.problems.append(Problem(f"unknown_{name}", Effect.NULL, bad, reason, name, position, is_vocabulary=True))


def put_whole(plan: Plan, source: Source, name: str) -> None:
    """Read a count or a number of seconds; what is not a number, or is negative, rejects the row."""
    rule = source.columns.get(name)
    position = plan.raw.position(rule.names) if rule else None
    if rule is None or position is None:
        return
    text = plan.raw.text(position)
    if rule.is_simple and plan.raw.types[position] == "BIGINT":
        value = f"c{position}"
    elif rule.is_simple:
        value = f"try_cast({text} as bigint)"
    else:
        value = f"try_cast(round({_worked_out(plan, source, rule)}) as bigint)"
    column = plan.put(0, f"{name}_value", value)
    plan.columns[name] = column
    needed = [text, *(plan.raw.text_of(other) for other in rule.less)]
    needed += [plan.raw.text_of(*names) for names in (_times(source, rule), rule.where_given) if names]
    is_given = " and ".join(f"{one} is not null" for one in needed)
    bad = f"(({is_given} and {column} is null) or {column} < 0{_is_fraction(text, name) if rule.is_simple else ''})"
    reason = "not a whole number that is 0 or more"
    plan.problems.append(Problem(f"bad_{name}", Effect.REJECT, bad, reason, name, position))


def _times(source: Source, rule: ColumnRule) -> tuple[str, ...]:
    return source.columns[rule.times].names if rule.times else ()


def _is_fraction(text: str, name: str) -> str:
    """Return SQL that finds a part of a count; parts of a second are rounded instead."""
    return "" if "seconds" in name else f" or (contains({text}, '.') and try_cast({text} as double) % 1 <> 0)"


def number_sql(plan: Plan, rule: ColumnRule, names: tuple[str, ...]) -> str:
    """Return SQL for one of their columns as a number in the rule's form; null where the file does not have it."""
    position = plan.raw.position(names)
    return "cast(null as double)" if position is None else values.number(plan.raw.text(position), rule.form)


def _worked_out(plan: Plan, source: Source, rule: ColumnRule) -> str:
    """Return SQL for their number with everything the rule adds, takes away and multiplies."""
    sql = number_sql(plan, rule, rule.names)
    for name in rule.plus:
        sql += f" + coalesce({number_sql(plan, rule, (name,))}, 0)"
    for name in rule.less:
        sql += f" - {number_sql(plan, rule, (name,))}"
    if rule.greatest_with:
        others = ", ".join(number_sql(plan, rule, (name,)) for name in rule.greatest_with)
        sql = f"greatest({sql}, {others})"
    sql = f"({sql})" if rule.scale == 1 else f"({sql}) * {rule.scale!r}"
    if rule.times:
        sql = f"{sql} * {number_sql(plan, source.columns[rule.times], source.columns[rule.times].names)}"
    if rule.where_given:
        sql = f"case when {plan.raw.text_of(*rule.where_given)} is not null then {sql} end"
    return sql
