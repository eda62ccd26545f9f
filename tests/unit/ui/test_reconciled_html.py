"""Source against source on the Data page says which services are compared."""

from datetime import date

from frontdoor.answers.reconciling import Reconciled
from frontdoor.ui.data import reconciled_html

ROW = Reconciled(date(2026, 5, 1), "Phone", "calls", 700, "crm", 600, "All but Benefits")


def test_each_row_says_what_is_compared():
    told = reconciled_html([ROW])
    assert "All but Benefits" in told
    assert "100 fewer (14.3%)" in told
    assert "cut to the services that both hold" in told


def test_nothing_to_compare_is_said():
    assert "nothing to compare" in reconciled_html([])
