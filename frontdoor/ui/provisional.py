"""The one quiet word beside a number that its sources' owners do not stand by yet, with a link to who has to."""

from collections.abc import Mapping, Sequence
from html import escape

from frontdoor.answers.accountability_choices import View
from frontdoor.answers.answer import Result
from frontdoor.answers.result_words import provisional_words
from frontdoor.ui.links import ACTIONS_PAGE, view_address


def provisional_html(result: Result, query: Mapping[str, Sequence[str]]) -> str:
    """Return 'provisional' or 'changed since confirmed' as a link to Sign-off; nothing for a figure that stands."""
    words = provisional_words(result)
    if not words:
        return ""
    href = view_address(View.SIGN_OFF, query, ACTIONS_PAGE)
    title = escape(f"{result.provenance.sign_off_words}.")
    return f' <a class="fd-provisional" href="{escape(href)}" title="{title}">{words}</a>'
