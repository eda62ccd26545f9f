"""An entry of a pack in words: what it shows, and which filters it fixes for itself."""

from frontdoor.filters import Comparison
from frontdoor.packs.fixed import COMPARISON_WORDS, Fixed
from frontdoor.packs.template import CHOICES, WITHOUT_FILTERS, Template, Wanted

WORDS_OF_AUDIENCES = {
    "officer": "performance officers",
    "member": "the portfolio holder and other members",
    "committee": "the committee and its published papers",
    "public": "everybody",
}
"""Who reads a pack, by the word in its template."""

AS_THE_PACK = "As the pack"

AGAINST = {
    COMPARISON_WORDS[Comparison.LAST_YEAR]: "against last year",
    COMPARISON_WORDS[Comparison.PREVIOUS]: "against the period before",
    COMPARISON_WORDS[Comparison.NONE]: "not compared",
}
"""Each comparison that an entry can fix, as part of a sentence."""


def entry_words(wanted: Wanted) -> str:
    """Return 'Demand peaks: The week, Average wait'."""
    chosen = [value for name in CHOICES if (value := getattr(wanted, name))]
    name = wanted.show.value.capitalize()
    return f"{name}: {', '.join(chosen)}" if chosen else name


def fixed_words(wanted: Wanted) -> str:
    """Return the filters an entry fixes: 'October 2026, Waste, against the period before', or that it follows the pack."""
    if wanted.show in WITHOUT_FILTERS:
        return "No filter changes it"
    return _said(wanted.fixed) or AS_THE_PACK


def part_words(wanted: Wanted) -> str:
    """Return what a part shows, and the filters it fixes where it fixes any: 'Promises (September 2026, Waste)'."""
    return f"{entry_words(wanted)} ({fixed_words(wanted)})" if wanted.fixed.said else entry_words(wanted)


def parts_words(template: Template) -> str:
    """Return '1 part' or '12 parts'."""
    number = len(template.wanted)
    return f"{number} {'part' if number == 1 else 'parts'}"


def _said(fixed: Fixed) -> str:
    parts = (fixed.period, *fixed.service, *fixed.channel, fixed.group, AGAINST.get(fixed.compare, ""))
    return ", ".join(part for part in parts if part)
