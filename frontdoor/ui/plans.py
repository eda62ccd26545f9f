"""How do service plans help keep our promises? The view of service plans."""

from frontdoor.ui.asking import Reader
from frontdoor.ui.plans_asking import plans_answer
from frontdoor.ui.view import show_view


def show_plans(asked: Reader) -> None:
    """Draw the plans in force, what came of them, and what partners owe."""
    show_view(plans_answer(asked))
