"""The filters an entry of a pack fixes for itself, by the labels a page's address has; what it leaves open is the pack's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from frontdoor.access.audience import Audience
from frontdoor.answers.choices import ATTRIBUTE_LABELS, Choices, choices
from frontdoor.filters import Comparison, Filters
from frontdoor.packs.named import keys_meant, meant
from frontdoor.strategy.entry import Entry

COMPARISON_WORDS = {
    Comparison.LAST_YEAR: "Last year",
    Comparison.PREVIOUS: "Period before",
    Comparison.NONE: "Nothing",
}
"""What each comparison is called in an address and on the screen."""

NAMES = ("period", "service", "channel", "group", "compare")
"""The filters by their names in an address, and so in a template."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Filters of one entry, as labels; '' and () leave the filter to whoever makes the pack."""

    period: str = ""
    service: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()
    group: str = ""
    compare: str = ""

    @property
    def said(self) -> dict[str, str | tuple[str, ...]]:
        """Return what is fixed, by its name in an address."""
        return {name: value for name in NAMES if (value := getattr(self, name))}


OPEN = Fixed()
"""Nothing fixed."""


def read_fixed(entry: Entry) -> Fixed:
    """Return what an entry of a template fixes; StrategyError for words that no filter takes."""
    compare = entry.name_in("compare", tuple(COMPARISON_WORDS.values()), "comparison") if entry.has("compare") else ""
    return Fixed(
        entry.text("period", ""), entry.texts("service"), entry.texts("channel"), entry.text("group", ""), compare
    )


def narrowed(filters: Filters, fixed: Fixed, audience: Audience) -> Filters:
    """Return the filters with what is fixed put over them.

    Raises:
        FrontdoorError: a label that this council's figures do not have, with the nearest that they have.
    """
    if not fixed.said:
        return filters
    offered = choices(filters.council, filters.generation, audience)
    periods = {period.label: period for period in reversed(offered.periods)}
    compared = {words: comparison for comparison, words in COMPARISON_WORDS.items()}
    chosen = replace(
        filters,
        period=meant(fixed.period, periods, "period") if fixed.period else filters.period,
        comparison=meant(fixed.compare, compared, "comparison") if fixed.compare else filters.comparison,
        services=keys_meant(fixed.service, offered.services, "service") or filters.services,
        channels=keys_meant(fixed.channel, offered.channels, "channel") or filters.channels,
    )
    if not fixed.group:
        return chosen
    attribute, value = meant(fixed.group, groups(offered), "ward or other group")
    return replace(chosen, attribute=attribute, value=value)


def fixed_as(filters: Filters, offered: Choices) -> Fixed:
    """Return every filter as the labels that choose the same again."""
    group = f"{ATTRIBUTE_LABELS[filters.attribute]}: {filters.value}" if filters.attribute else ""
    return Fixed(
        period=filters.period.label,
        service=_labels(filters.services, dict(offered.services)),
        channel=_labels(filters.channels, dict(offered.channels)),
        group=group,
        compare=COMPARISON_WORDS[filters.comparison],
    )


def unusual(filters: Filters, offered: Choices) -> Fixed:
    """Return those filters that are not as they are before anyone chooses, as labels."""
    said = fixed_as(filters, offered)
    usual = fixed_as(Filters(filters.council, offered.periods[0]), offered)
    return replace(
        said,
        period="" if said.period == usual.period else said.period,
        compare="" if said.compare == usual.compare else said.compare,
    )


def groups(offered: Choices) -> dict[str, tuple[str, str]]:
    """Return attribute and value of each group on offer, by its label: 'Ward: Castle'."""
    return {f"{ATTRIBUTE_LABELS[key]}: {value}": (key, value) for key, values in offered.attributes for value in values}


def _labels(keys: Sequence[str], labels: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(labels.get(key, key) for key in keys)
