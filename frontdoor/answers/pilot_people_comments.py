"""What people wrote during a pilot against the year before: words that more or fewer of their comments used."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
import polars as pl

from frontdoor.access.disclosure import control
from frontdoor.answers.asking import ask
from frontdoor.answers.context import Context, bare
from frontdoor.answers.pilot_comment_words import LITTLE_WORDS
from frontdoor.answers.satisfaction_detail import COMMENT, NOT_KEPT
from frontdoor.answers.sentences import count_noun
from frontdoor.answers.view_answer import Box, Line, Row, Table
from frontdoor.errors import CannotTellError
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.measures.formatting import MINUS, format_value
from frontdoor.periods import Grain, Period
from frontdoor.schema.units import Unit
from frontdoor.statistics.intervals import Interval, newcombe_difference
from frontdoor.statistics.map_difference import FALSE_DISCOVERIES, discoveries, two_sided_p
from frontdoor.strategy.pilot_plan import PilotPlan
from frontdoor.warehouse.scope import Scope

A_YEAR = timedelta(days=364)
FEWEST_COMMENTS = 20  # in either stretch: STATISTICS.md section 0
FEWEST_USES = 10  # of a word in both stretches together, to be compared at all
MOST_WORDS = 5  # shown of those used more, and of those used less
MANY = 1e6  # degrees of freedom of a normal law
NO_WARDS = "Comments are not counted by ward."
NONE = "No comment is recorded where the pilot ran."
SAME = "No word was used in more or fewer comments than in the year before, by more than chance would bring."
NOTE = (
    "Each comment counts once for a word. Words with a capital letter are never counted, as names have one, nor is what was taken out of a "
    "comment before it was kept; a word that fewer than 5 comments used is hidden. Of the words named at most about 1 in 20 should be a "
    "false alarm. Words say what people wrote of, not what they meant: read the comments before acting on them."
)


Counts = dict[str | None, int]
"""Comments by the word they use; None holds all comments."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One word and the comments that used it during and before, as they may be shown (None: fewer than 5); change in points, 0 to 1."""

    word: str
    during: int | None
    before: int | None
    change: float
    ends: Interval
    is_clear: bool


@dataclass(frozen=True, slots=True)
class Themes:
    """Words used more or less, most changed first, and the commonest of the others, out of so many comments during and before."""

    more: tuple[Theme, ...]
    less: tuple[Theme, ...]
    common: tuple[Theme, ...]
    during: int
    before: int


def themes_of(plan: PilotPlan, context: Context) -> Themes | str:
    """Return the words that became more or less frequent where the pilot ran, or why nobody can say."""
    where = plan.added or plan.where
    if COMMENT not in context.council.opt_in:
        return NOT_KEPT
    if where.wards:
        return NO_WARDS
    last = min(plan.last_day, context.as_at)
    if last < plan.first_day:
        return NONE
    try:
        during = _counts(plan, Period(plan.first_day, last), context)
        before = _counts(plan, Period(plan.first_day - A_YEAR, plan.first_day - timedelta(days=1)), context)
    except CannotTellError as reason:
        return str(reason)
    return themes_among(during, before, context)


def _counts(plan: PilotPlan, period: Period, context: Context) -> Counts:
    """Return comments by word on the pilot's weekdays of a period; None holds all comments."""
    where = plan.added or plan.where
    scope = Scope(period.first, period.last, Grain.DAY, where.services, where.channels)
    frame = ask("comment_words", bare(CATALOGUE["contacts"]), scope, context).frame
    if where.weekdays:
        frame = frame.filter(pl.col("period_start").dt.weekday().is_in(where.weekdays))
    return dict(frame.group_by("word").agg(pl.col("comments").sum()).iter_rows())


def themes_among(during: Counts, before: Counts, context: Context) -> Themes | str:
    """Return the themes of two sets of counts by word, None holding all comments; false discoveries held to 5%."""
    now, then = during.get(None, 0), before.get(None, 0)
    if min(now, then) < FEWEST_COMMENTS:
        few = f"{count_noun(now, 'comment')} during the pilot and {then:,} in the year before"
        return f"There are too few comments to compare: {few}. At least {FEWEST_COMMENTS} of each are needed."
    words = [word for word in sorted({*during, *before} - LITTLE_WORDS - {None}, key=str) if word]
    words = [word for word in words if during.get(word, 0) + before.get(word, 0) >= FEWEST_USES]
    if not words:
        return Themes((), (), (), now, then)
    told = _compared(words, during, before, context)
    clear = sorted((each for each in told if each.is_clear), key=lambda each: -abs(each.change))
    more, less = (tuple(each for each in clear if (each.change > 0) == is_up)[:MOST_WORDS] for is_up in (True, False))
    rest = sorted((each for each in told if not each.is_clear and each.during), key=lambda each: -(each.during or 0))
    return Themes(more, less, tuple(rest[:MOST_WORDS]), now, then)


def _compared(words: list[str], during: Counts, before: Counts, context: Context) -> list[Theme]:
    """Return each word with its change; counts that may not be shown are None, and words hidden in both are left out."""
    now, then = during.get(None, 0), before.get(None, 0)
    used, was = (np.array([counts.get(word, 0) for word in words], dtype=np.float64) for counts in (during, before))
    share = (used + was) / (now + then)
    error = np.sqrt(np.maximum(share * (1 - share), np.finfo(float).tiny) * (1 / now + 1 / then))
    change = used / now - was / then
    is_clear = discoveries(two_sided_p(change / error, np.full(len(words), MANY)), FALSE_DISCOVERIES)
    shown = _shown(words, used, context), _shown(words, was, context)
    low, high = newcombe_difference(used, now, was, then)
    return [
        Theme(
            word,
            shown[0][at],
            shown[1][at],
            float(change[at]),
            Interval(float(low[at]), float(high[at])),
            bool(is_clear[at]),
        )
        for at, word in enumerate(words)
        if shown[0][at] or shown[1][at]
    ]


def _shown(words: list[str], counts: np.ndarray, context: Context) -> list[int | None]:
    """Return counts as they may be shown, None where fewer than 5; rounded where they are published."""
    frame = pl.DataFrame({"word": words, "comments": counts.astype(np.int64)})
    return control(frame, ["comments"], context.audience, is_small_area=True)["comments"].to_list()


def comments_part(found: Themes | str) -> Table | Box:
    """Return the themes as a table, or a box that says why there are none."""
    title = "What people wrote of"
    if isinstance(found, str):
        return Box(title, (Line("", found),), is_quiet=True)
    if not (found.more or found.less or found.common):
        return Box(title, (Line("", f"{SAME} {_of(found)}"),))
    rows = tuple(
        Row(
            (each.word, _share(each.during, found.during), _share(each.before, found.before), _points(each)),
            result=words,
        )
        for words, themes in (("more often", found.more), ("less often", found.less), ("no clear change", found.common))
        for each in themes
    )
    same = "" if found.more or found.less else f"{SAME} "
    columns = ("Word", "Comments during", "Comments in the year before", "Change in points (95% range)")
    return Table(title, columns, rows, f"{same}{_of(found)} {NOTE}", result_head="Used")


def _of(found: Themes) -> str:
    return f"{found.during:,} comments during the pilot, {found.before:,} in the year before."


def _share(count: int | None, of: int) -> str:
    if count is None:
        return "fewer than 5"
    return f"{format_value(count / of, Unit.SHARE)} ({count:,})"


def _points(each: Theme) -> str:
    middle, low, high = (f"{end * 100:+.1f}".replace("-", MINUS) for end in (each.change, *each.ends))
    return f"{middle} ({low} to {high})"
