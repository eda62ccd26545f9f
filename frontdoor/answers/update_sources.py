"""Where the numbers of an annual update come from: figures as the pages have them, and the register people write in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from frontdoor.answers.answer import Provenance, Result
from frontdoor.answers.context import Context
from frontdoor.answers.measure import provenance_line
from frontdoor.answers.periods import period_name
from frontdoor.answers.register_chain import sealed_words
from frontdoor.answers.update_blocks import Source
from frontdoor.answers.update_year import StrategyYear
from frontdoor.answers.view_answer import Link
from frontdoor.filters import Filters
from frontdoor.measures.formatting import format_date

REGISTER = "register"
"""The key of the source of everything people entered."""

MOST_NAMED = 3
"""How many of a kind a sentence names."""

ENTERED = (
    "Targets, who sets them, actions and events as people entered them; every change is an entry of its own and none is "
    "overwritten."
)


@dataclass(frozen=True, slots=True)
class Drafting:
    """What an update is drafted from: the year, the filters pages would be asked with, one open context and today."""

    year: StrategyYear
    filters: Filters
    context: Context
    today: date

    @property
    def on(self) -> date:
        """Return the day as on which the year is looked at: its last, or today while it runs."""
        return min(self.year.last, self.today)

    def page(self, words: str, page: str, view: str = "", **query: str) -> Link:
        """Return a link to a page that shows the same days; `view` is one of its views."""
        asked = (("period", period_name(self.filters.period)), *query.items())
        return Link(words, view, asked, page)


def measure_source(result: Result, drafting: Drafting) -> Source:
    """Return where one measure comes from."""
    return Source(
        key=f"measure-{result.key}",
        title=result.label,
        definition=result.measure.definition,
        filters=chosen(drafting, result.period.label),
        how=provenance_line(result),
        provenance=result.provenance,
        link=drafting.page(result.label, "measures", measure=result.label),
    )


def figures_source(
    key: str, title: str, definition: str, *, provenance: Provenance | None, drafting: Drafting, link: Link
) -> Source:
    """Return where the figures of a whole page come from."""
    how = ""
    if provenance is not None:
        sources = f"Source: {', '.join(provenance.sources)}. " if provenance.sources else ""
        how = f"{sources}Data version {provenance.generation}, figures to {format_date(provenance.as_at)}, loaded {provenance.loaded_at}."
    return Source(key, title, definition, chosen(drafting, drafting.filters.period.label), how, provenance, link)


def register_source(drafting: Drafting, link: Link) -> Source:
    """Return where what people entered comes from, with the digest that seals it."""
    return Source(
        key=REGISTER,
        title="The council’s register",
        definition=ENTERED,
        filters=chosen(drafting, f"as on {format_date(drafting.today)}"),
        how=sealed(drafting.context),
        link=link,
    )


def sealed(context: Context) -> str:
    """Return how many entries the register's chain has and its digest, or that it was altered."""
    return sealed_words(context.register)


def chosen(drafting: Drafting, when: str) -> str:
    """Return the filters in words."""
    return f"{drafting.context.council.name}, {when}, all services and channels"


def first_few(said: Sequence[str]) -> str:
    """Return the first of them and how many more there are; the table below has all."""
    more = len(said) - MOST_NAMED
    return f"{'; '.join(said[:MOST_NAMED])}{f'; and {more} more' if more > 0 else ''}"


def only_used(sources: Iterable[Source], used: Iterable[str]) -> tuple[Source, ...]:
    """Return each source once, in the order given, and only those some number names."""
    named = set(used)
    return tuple({each.key: each for each in sources if each.key in named}.values())
