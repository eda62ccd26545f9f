"""Can every financial year and quarter that the figures reach be chosen, and none before or after them?"""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from frontdoor.answers.periods import offered_periods, period_name
from frontdoor.periods import Period, Span

AS_AT = date(2026, 10, 31)


def of(span: Span, first: date, as_at: date = AS_AT) -> list[Period]:
    return [period for period in offered_periods(first, as_at) if period.span is span]


def test_financial_years_and_quarters_go_back_to_the_first_figures() -> None:
    first = date(2019, 6, 12)
    assert [period.label for period in of(Span.FINANCIAL_YEAR, first)] == [
        "2026/27", "2025/26", "2024/25", "2023/24", "2022/23", "2021/22", "2020/21", "2019/20",
    ]  # fmt: skip
    quarters = of(Span.QUARTER, first)
    assert (quarters[0].label, quarters[-1].label) == ("October to December 2026", "April to June 2019")
    assert len(quarters) == 31  # 7.5 years of 4, and the one just begun


def test_single_months_are_offered_for_two_years() -> None:
    months = of(Span.MONTH, date(2019, 6, 12))
    assert (months[0].first, months[-1].first, len(months)) == (date(2026, 10, 1), date(2024, 11, 1), 24)


def test_figures_of_one_week_offer_what_holds_them() -> None:
    labels = [period_name(period) for period in offered_periods(date(2026, 10, 26), AS_AT)]
    assert labels == ["October 2026", "Year to October 2026", "October to December 2026", "Year 2026/27"]


def test_figures_of_an_unfinished_month_alone_offer_that_month() -> None:
    assert [period.label for period in offered_periods(date(2026, 4, 5), date(2026, 4, 20))] == ["April 2026"]


@given(st.dates(date(2005, 1, 1), AS_AT), st.dates(AS_AT, date(2027, 12, 31)))
def test_every_day_of_the_figures_is_in_one_quarter_and_one_year_offered(first: date, as_at: date) -> None:
    for span in (Span.QUARTER, Span.FINANCIAL_YEAR):
        found = of(span, first, as_at)
        assert [period.first for period in found] == sorted({period.first for period in found}, reverse=True)
        assert sum(period.first <= first <= period.last for period in found) == 1
        assert all(period.last >= first and period.first <= as_at for period in found)
