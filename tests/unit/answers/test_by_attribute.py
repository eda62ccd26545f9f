"""What is not recorded by ward is said to be so, and never 'no figures'."""

from datetime import date

import polars as pl
import pytest

from frontdoor.answers.by_attribute import refuse_unrecorded
from frontdoor.errors import CannotTellError
from frontdoor.filters import Filters
from frontdoor.measures.catalogue import CATALOGUE
from frontdoor.periods import Period

MAY = Period.month(date(2026, 5, 1))
BY_WARD = Filters("invented", MAY, attribute="ward", value="Castle")


def sums(**columns: int | None) -> pl.DataFrame:
    """Return the sums of two wards; each column is known of the first only, or of none."""
    known = {name: [value, None] for name, value in columns.items()}
    return pl.DataFrame({"value": ["Castle", "Trent"], **known}, schema_overrides=dict.fromkeys(columns, pl.Int64))


@pytest.mark.parametrize("key", ["answer_rate", "average_speed_of_answer", "calls_offered", "longest_wait"])
def test_waits_that_are_of_no_ward_are_not_recorded_by_ward(key):
    measure = CATALOGUE[key]
    frame = sums(contacts=5, **{term.column: None for term in measure.terms})
    with pytest.raises(CannotTellError, match=r"^Waits are not recorded by ward\.$"):
        refuse_unrecorded(frame, measure, BY_WARD)


def test_anything_else_that_is_of_no_ward_is_not_recorded_by_ward_either():
    with pytest.raises(CannotTellError, match=r"^These figures are not recorded by ward\.$"):
        refuse_unrecorded(
            sums(avoidable_contacts=None, contacts_assessed=None), CATALOGUE["avoidable_contact"], BY_WARD
        )


def test_a_ward_without_figures_beside_one_with_some_simply_has_none():
    refuse_unrecorded(sums(calls_offered=5, calls_answered=3), CATALOGUE["answer_rate"], BY_WARD)


def test_nothing_is_refused_where_no_attribute_is_chosen():
    refuse_unrecorded(sums(calls_offered=None, calls_answered=None), CATALOGUE["answer_rate"], Filters("invented", MAY))
