"""How rows of survey responses are read: one answer in each of many columns, or a question and its answer in two."""

from frontdoor.errors import IntakeError
from frontdoor.intake.local_days import put_own_day
from frontdoor.intake.people import hide_personal, put_customer, put_customer_type
from frontdoor.intake.plan import Effect, Plan, Problem
from frontdoor.intake.quoting import literal, literals
from frontdoor.intake.raw import Raw
from frontdoor.intake.rules import UNKNOWN, key_sql, put_text, put_text_or, put_version, put_words, rule_text
from frontdoor.intake.source_types import Source
from frontdoor.intake.times import Zones
from frontdoor.schema.surveys import SURVEY_RESPONSES
from frontdoor.schema.units import Channel
from frontdoor.strategy.council import Council

COMMENT = "comment"
PERSON = "answered_by"
"""Staged beside our columns: who answered, where a source says that a person may stand in several rows."""

_LISTS = 3  # the level after that of the single answers
_ENDS = ("prefix", "suffix")
_SPACE = "chr(9) || chr(10) || chr(13) || ' '"


def survey_plan(raw: Raw, source: Source, zones: Zones, council: Council) -> Plan:
    """Return the plan that reads responses; a comment is read only if the council opted in, and not yet redacted."""
    plan = Plan(raw, always=frozenset({"questions", "answers", COMMENT, PERSON}))
    plan.columns = {column.name: f"cast(null as {column.sql_type})" for column in SURVEY_RESPONSES.columns}
    plan.columns["response_id"] = key_sql(plan, source)
    put_version(plan, source, zones)
    put_own_day(plan, source, zones)
    _put_survey(plan, source)
    put_text_or(plan, source, "service", UNKNOWN)
    put_words(plan, source, "channel", {one.value: one.value for one in Channel}, is_needed=True)
    put_text_or(plan, source, "ward", UNKNOWN)
    put_customer_type(plan, source)
    put_text(plan, source, "age_band")
    put_customer(plan, source, council.own_numbers)
    _put_answers(plan, source)
    if COMMENT in council.opt_in:
        _put_comment(plan, source)
    person = raw.text_of(source.answers_once_per)
    plan.columns[PERSON] = f"case when {person} is not null then hash({person}) else cast(null as ubigint) end"
    hide_personal(plan, source)
    return plan


def _put_survey(plan: Plan, source: Source) -> None:
    put_text(plan, source, "survey")
    rule = source.columns.get("survey")
    position = plan.raw.position(rule.names) if rule else None
    missing, reason = f"{plan.columns['survey']} is null", "the row does not say which survey it answers"
    plan.problems.append(Problem("no_survey", Effect.REJECT, missing, reason, "survey", position))


def _put_answers(plan: Plan, source: Source) -> None:
    """Read the answers given into two lists side by side; what is not an answer is left out, and counted."""
    pairs = [
        (literal(question), plan.raw.text(position)) for question, position in plan.raw.header.answers(source).items()
    ]
    if (question := rule_text(plan, source, "question")) and (answer := rule_text(plan, source, "answer")):
        pairs.append((question, answer))
    if not pairs:
        wanted = (
            f"whose name begins with {source.answer_prefix}, or question and answer" if source.answer_prefix else ""
        )
        raise IntakeError(f"there is no column of answers{f' ({wanted})' if wanted else ''}.")
    given = [_put_answer(plan, source, number, *pair) for number, pair in enumerate(pairs)]
    answers = ", ".join(answer for _, answer, _ in given)
    questions = ", ".join(f"case when {answer} is not null then {question} end" for question, answer, _ in given)
    for name, texts in (("questions", questions), ("answers", answers)):
        kept = f"list_filter([{texts}], lambda given: given is not null)"
        plan.columns[name] = plan.put(_LISTS, f"{name}_given", f"cast({kept} as varchar[])")
    nothing = " and ".join(f"{answer} is null" for _, answer, _ in given)
    plan.problems.append(Problem("no_answers", Effect.COUNT, f"({nothing})", "a response without an answer", "answers"))
    if source.not_an_answer:
        said = " or ".join(says for _, _, says in given)
        reason = f"said '{source.not_an_answer[0]}' or the like, which is not an answer; left out"
        plan.problems.append(Problem("not_an_answer", Effect.COUNT, f"({said})", reason, "answers"))


def _put_answer(plan: Plan, source: Source, number: int, question: str, text: str) -> tuple[str, str, str]:
    """Return SQL for a question, for its answer (null where it is none), and for whether words say that it is none."""
    tidied = plan.put(0, f"answer_{number}_text", _tidied(text))
    says = plan.put(1, f"answer_{number}_says_nothing", f"coalesce({_says_nothing(source, tidied)}, false)")
    answer = f"case when {question} is not null and {tidied} <> '' and not {says} then {tidied} end"
    return question, plan.put(2, f"answer_{number}", answer), says


def _tidied(text: str) -> str:
    """Return SQL for a text without spaces and line ends around it; costs little where there are none."""
    ends = " or ".join(
        f"{test}({text}, {space})" for space in ("' '", "chr(9)", "chr(10)", "chr(13)") for test in _ENDS
    )
    return f"case when {ends} then trim({text}, {_SPACE}) else {text} end"


def _says_nothing(source: Source, text: str) -> str:
    words = [word.strip().lower() for word in source.not_an_answer]
    return f"rtrim(lower({text}), '.! ') in ({literals(words)})" if words else "false"


def _put_comment(plan: Plan, source: Source) -> None:
    text = rule_text(plan, source, COMMENT)
    if text is None:
        return
    tidied = plan.put(0, "comment_text", _tidied(text))
    is_nothing = f"({tidied} = '' or {_says_nothing(source, tidied)})"
    plan.columns[COMMENT] = plan.put(1, "comment_value", f"case when not {is_nothing} then {tidied} end")
    says = f"(c{plan.raw.position(source.columns[COMMENT].names)} is not null and {plan.columns[COMMENT]} is null)"
    reason = "the comment is empty or says that there is none; left out"
    plan.problems.append(Problem("empty_comment", Effect.COUNT, says, reason, COMMENT))
