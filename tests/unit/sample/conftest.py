"""The sample's rows, made once for the tests that look for what was planted."""

from datetime import date

import polars as pl
import pytest

from sample_data.generator import DEFAULT_SEED, DEFAULT_UNTIL
from sample_data.generator.councils import COUNCILS
from sample_data.generator.making import Months, months_of_rows, planned
from tests.unit.sample.contacts import customer_contacts, with_followers


def all_rows(council: str, months: int = 30, until: date = DEFAULT_UNTIL, seed: int = DEFAULT_SEED) -> pl.DataFrame:
    plan = planned(COUNCILS[council], Months(months, until), seed, None)
    return pl.concat([rows for _, rows in months_of_rows(plan)])


@pytest.fixture(scope="session")
def trentside_rows() -> pl.DataFrame:
    return all_rows("trentside")


@pytest.fixture(scope="session")
def trentside(trentside_rows: pl.DataFrame) -> pl.DataFrame:
    return with_followers(customer_contacts(trentside_rows))
