"""How a number was made: its definition, its two sums, the SQL and parameters asked, the mart, the loads and the rows."""

from dataclasses import asdict, dataclass, replace

from frontdoor.access.audience import Audience
from frontdoor.answers.action_year_end import heading
from frontdoor.answers.answer import Result
from frontdoor.answers.commentary import about, can_be_said, remark
from frontdoor.answers.commentary_doubts import Known, year_end_words
from frontdoor.answers.context import Context, open_context
from frontdoor.answers.result import result_of, work
from frontdoor.answers.stated_words import disagreement_sentence, stated_sentence
from frontdoor.answers.target_words import target_line
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_value
from frontdoor.measures.measure import Term
from frontdoor.register.commentary import commentary_on
from frontdoor.strategy.strategy import PromisedMeasure
from frontdoor.warehouse.asking import Asked


@dataclass(frozen=True, slots=True)
class Step:
    """One question that was asked for the number."""

    question: str
    mart: str
    rows: int
    parameters: dict[str, str]
    sql: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything needed to make a number again by hand."""

    key: str
    label: str
    definition: str
    method: str
    numerator_words: str
    denominator_words: str
    numerator: float | None
    denominator: float | None
    value: float | None
    value_words: str
    status: str
    reason: str
    target: str
    period: str
    generation: int
    as_at: str
    sources: tuple[str, ...]
    loads: tuple[int, ...]
    steps: tuple[Step, ...]
    notes: tuple[str, ...] = ()
    sign_off: str = ""
    is_provisional: bool = False

    def as_json(self) -> dict[str, object]:
        return asdict(self)

    def lines(self) -> list[str]:
        """Return the explanation as lines a person reads."""
        made = [
            f"{self.label}, {self.period}: {self.value_words} ({self.status})",
            f"What it is: {self.definition}",
            f"Method: {self.method}",
            f"Counted: {self.numerator_words} = {_number(self.numerator)}",
            f"Out of: {self.denominator_words} = {_number(self.denominator)}" if self.denominator_words else "",
            f"Target: {self.target}",
            f"Reason: {self.reason}" if self.reason else "",
            *self.notes,
            f"Sign-off: {self.sign_off}" if self.sign_off else "",
            f"Data version {self.generation}, figures to {self.as_at}, sources {', '.join(self.sources)}, loads {', '.join(map(str, self.loads))}",
        ]
        asked = [line for step in self.steps for line in _step_lines(step)]
        return [*(line for line in made if line), *asked]


def explanation(key: str, filters: Filters, audience: Audience) -> Explanation:
    """Return how the measure `key` was made for these filters."""
    context = open_context(filters, audience)
    promised = context.promised(key)
    result = result_of(promised, filters, context)
    try:
        asked = work(promised, filters, context).asked
    except CannotTellError:
        asked = ()
    explained = _explained(result, asked, filters)
    return replace(explained, notes=(*explained.notes, *said_of(promised, result, filters, context)))


def said_of(promised: PromisedMeasure, result: Result, filters: Filters, context: Context) -> tuple[str, ...]:
    """Return where the year is heading, and what the owner says of the figure beside which figure it was said."""
    found = Known(result, heading(promised, result, filters, context))
    ahead = (f"{year_end_words(found)}.",) if found.heading.value is not None else (found.heading.why,)
    kept = commentary_on(context.register, about(promised, filters)) if can_be_said(filters) else None
    if kept is None:
        return ahead
    said = remark(kept, found, context.audience, context.council.time_zone)
    told = (f"Its owner says ({said.said_by}): {said.words}", said.then, said.now, *said.doubts, *said.doubts_now)
    return (*ahead, *(each for each in told if each))


def _explained(result: Result, asked: tuple[Asked, ...], filters: Filters) -> Explanation:
    """Put a result and what was asked for it into words."""
    return Explanation(
        key=result.key,
        label=result.label,
        definition=result.measure.definition,
        method=result.measure.source,
        numerator_words=terms_words(result.measure.numerator),
        denominator_words=terms_words(result.measure.denominator),
        numerator=result.numerator,
        denominator=result.denominator,
        value=result.value,
        value_words=format_value(result.value, result.measure.unit),
        status=str(result.judgement.state).replace("_", " "),
        reason=result.judgement.reason,
        target=target_line(result.judgement, result.measure.better, filters.period.last),
        period=filters.period.label,
        generation=result.provenance.generation,
        as_at=result.provenance.as_at.isoformat(),
        sources=result.provenance.sources,
        loads=result.provenance.loads,
        steps=tuple(_step(answer) for answer in asked),
        notes=notes_of(result),
        sign_off=result.provenance.sign_off.value,
        is_provisional=result.provenance.is_provisional,
    )


def notes_of(result: Result) -> tuple[str, ...]:
    """Return what a reader must know beside the value: changes of recording, and what sources state themselves."""
    said = (
        stated_sentence(result.stated, result.measure, result.period),
        disagreement_sentence(result.stated, result.measure),
    )
    return (*result.caveats, *(sentence for sentence in said if sentence))


def terms_words(terms: tuple[Term, ...]) -> str:
    """Return the terms as a sum: 'calls_offered - abandoned_short'."""
    words = ""
    for term in terms:
        sign = " - " if term.weight < 0 else " + "
        words += (sign if words else "-" if term.weight < 0 else "") + term.column
    return words


def _step(asked: Asked) -> Step:
    parameters = {name: str(value) for name, value in asked.parameters.items()}
    return Step(asked.question, asked.mart, asked.frame.height, parameters, asked.sql)


def _step_lines(step: Step) -> list[str]:
    parameters = [f"    ${name} = {value}" for name, value in step.parameters.items()]
    return [f"Asked {step.question} of {step.mart}: {step.rows:,} rows", *parameters, step.sql.strip()]


def _number(value: float | None) -> str:
    return "not known" if value is None else f"{value:,.0f}"
