"""Who a row is about: the type of customer, a keyed pseudonym, and which cells are never shown."""

from frontdoor.intake.plan import Effect, Plan, Problem
from frontdoor.intake.pseudonyms import is_nobody_sql, normalised_sql, one_form_sql, pseudonym_sql
from frontdoor.intake.quoting import literal
from frontdoor.intake.rules import put_known, rule_text
from frontdoor.intake.source_types import Source

WORKER_PREFIX = "worker:"
"""Put before a worker's reference when it is hashed, so that no shift can be linked to a customer's contacts."""
CUSTOMER_TYPES = ("resident", "business", "community_group", "councillor", "internal")


def put_customer_type(plan: Plan, source: Source) -> None:
    """Read the type of customer; a word nobody knows is left empty and counted."""
    put_known(plan, source, "customer_type", {one: one for one in CUSTOMER_TYPES}, "type of customer")


def put_customer(plan: Plan, source: Source, own_numbers: tuple[str, ...]) -> None:
    """Read who it was as a keyed pseudonym; withheld numbers and `own_numbers` are nobody."""
    text = rule_text(plan, source, "customer")
    if text is None:
        return
    reference = plan.put(1, "customer_reference", normalised_sql(plan.put(0, "customer_one_form", one_form_sql(text))))
    nobody = is_nobody_sql(reference, (*source.nobody, *own_numbers))
    is_nobody = plan.put(2, "customer_is_nobody", f"coalesce({nobody}, false)")
    plan.columns["customer"] = (
        f"case when not {is_nobody} and {reference} is not null then {pseudonym_sql(reference)} end"
    )
    plan.problems.append(
        Problem("nobody", Effect.COUNT, is_nobody, "a withheld or switchboard number: counted, linked to nobody")
    )


def put_worker(plan: Plan, source: Source) -> None:
    """Read who works a shift as a keyed pseudonym: staff are people too, and never the same as a customer of that number."""
    text = rule_text(plan, source, "worker")
    if text is None:
        return
    reference = plan.put(1, "worker_reference", normalised_sql(plan.put(0, "worker_one_form", one_form_sql(text))))
    nobody = is_nobody_sql(reference, source.nobody)
    is_nobody = plan.put(2, "worker_is_nobody", f"coalesce({nobody}, false)")
    own = f"{literal(WORKER_PREFIX)} || {reference}"
    plan.columns["worker"] = f"case when not {is_nobody} and {reference} is not null then {pseudonym_sql(own)} end"


def hide_personal(plan: Plan, source: Source) -> None:
    """Say which of their columns the file of rejects may not show."""
    positions = map(plan.raw.position, ((name,) for name in source.personal))
    plan.personal = frozenset(position for position in positions if position is not None)
