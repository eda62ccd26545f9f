"""A strip of facts: a label, a value in words and a note under each."""

from collections.abc import Sequence
from html import escape

from frontdoor.answers.feedback_answer import Fact


def fact_strip_html(facts: Sequence[Fact]) -> str:
    """Return the strip as a description list, nothing for no facts."""
    if not facts:
        return ""
    drawn = "".join(
        f"<div><dt>{escape(fact.label)}</dt><dd>{escape(fact.value)}</dd><dd>{escape(fact.note)}</dd></div>"
        for fact in facts
    )
    return f'<dl class="fd-facts fd-many">{drawn}</dl>'
