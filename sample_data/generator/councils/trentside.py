"""Trentside, a fictional district of about 120,000 people that uses Newark and Sherwood's strategy."""

from datetime import date, timedelta

from sample_data.generator.profile import (
    APP,
    CHAT,
    EMAIL,
    LETTER,
    PHONE,
    VISIT,
    VOICEMAIL,
    WEB,
    CouncilProfile,
    EarlyOpening,
    Form,
    ServiceProfile,
    Step,
    Surge,
)
from sample_data.generator.reasons import reasons_of
from sample_data.planted import contacts as planted
from sample_data.planted import pilots

_START = date(2020, 1, 1)
_AUGUST = date(2026, 8, 1)
_OCTOBER = date(2026, 10, 1)
_FIRST_TIME = (Step(_START, planted.FIRST_TIME_BEFORE), Step(planted.FIRST_TIME_IMPROVED, planted.FIRST_TIME_AFTER))
_HOUSING_FIRST_TIME = (
    _FIRST_TIME[0],
    Step(pilots.HOUSING_FIRST, planted.FIRST_TIME_BEFORE + pilots.HOUSING_FIRST_TIME),
    Step(pilots.HOUSING_LAST + timedelta(days=1), planted.FIRST_TIME_BEFORE),
    _FIRST_TIME[1],
)


def _levels(service: str) -> tuple[Step, ...]:
    before = planted.SERVICE_LEVEL_BEFORE[service]
    if service != "council_tax":
        october = planted.SERVICE_LEVEL_IN_OCTOBER_2026[service]
        return (Step(_START, before), Step(_AUGUST, (before + october) / 2), Step(_OCTOBER, october))
    bills = [
        step
        for year in range(2021, 2027)
        for step in (
            Step(date(year, planted.BILLS_MONTH, planted.BILLS_DAY), planted.SERVICE_LEVEL_IN_BILLS_WEEKS),
            Step(date(year, 4, 1), before),
        )
    ]
    return (Step(_START, before), *bills, *(Step(day, level) for day, level in planted.COUNCIL_TAX_STARVED.items()))


def _service(
    key: str,
    contacts: float,
    digital: tuple[float, float],
    forms: tuple[Form, ...],
    *,
    seconds: float,
    requests: float,
    days: int,
) -> ServiceProfile:
    in_time: tuple[Step, ...] = (Step(_START, planted.REQUESTS_IN_TIME[key]),)
    if key == "waste":
        in_time += (Step(planted.WASTE_CHANGE, planted.WASTE_REQUESTS_IN_TIME_AFTER),)
    first_time = _HOUSING_FIRST_TIME if key == "housing" else _FIRST_TIME
    return ServiceProfile(
        key, contacts, *digital, forms, reasons_of(key), _levels(key), seconds, requests, days, in_time, first_time
    )


_SERVICES = (
    _service(
        "council_tax",
        10_100,
        (0.345, 0.445),
        (
            Form("council_tax_account", 62, 0.10),
            Form("council_tax_direct_debit", 22, 0.08),
            Form(planted.WORST_FORM, 16, planted.WORST_FORM_BOUNCED),
        ),
        seconds=265,
        requests=0.20,
        days=10,
    ),
    _service(
        "benefits",
        5_350,
        (0.305, 0.400),
        (Form("benefits_claim", 55, 0.16), Form("benefits_change", 45, 0.12)),
        seconds=330,
        requests=0.35,
        days=15,
    ),
    _service(
        "housing",
        6_500,
        (0.305, 0.410),
        (Form("housing_repair", 70, 0.11), Form("housing_register", 30, 0.13)),
        seconds=310,
        requests=0.50,
        days=15,
    ),
    _service(
        "waste",
        8_500,
        (0.455, 0.580),
        (Form("waste_missed_bin", 60, 0.08), Form("waste_order", 40, 0.06)),
        seconds=190,
        requests=0.55,
        days=3,
    ),
    _service(
        "planning",
        3_300,
        (0.490, 0.590),
        (Form("planning_comment", 60, 0.06), Form("planning_enquiry", 40, 0.09)),
        seconds=250,
        requests=0.40,
        days=10,
    ),
    _service(
        "other", 4_300, (0.410, 0.510), (Form("general_enquiry", 100, 0.10),), seconds=210, requests=0.20, days=10
    ),
)


def _bills(year: int) -> Surge:
    first = date(year, planted.BILLS_MONTH, planted.BILLS_DAY)
    last = date.fromordinal(first.toordinal() + planted.BILLS_DAYS - 1)
    return Surge("council_tax", first, planted.BILLS_SURGE, 1.15, 7, last)


TRENTSIDE = CouncilProfile(
    key="trentside",
    name="Trentside District Council",
    number=1,
    prefix="T",
    services=_SERVICES,
    wards=(
        "Abbey Meadow",
        "Balder Hill",
        "Beacon",
        "Bridgegate",
        planted.DEFAULT_ADDRESS_WARD,
        "Cloverfield",
        "Dukes Park",
        "Eastfields",
        "Ferry Lane",
        "Greenholme",
        "Hawthorn",
        "Ings",
        "Kestrel Rise",
        "Lockside",
        "Millrace",
        "Northgate",
        "Oakwell",
        "Priory",
        "Rushmere End",
        "Saddlers Road",
    ),
    customers=72_000,
    answered_within=planted.ANSWERED_WITHIN_SECONDS,
    patience_seconds=1_000.0,
    surges=(
        *(_bills(year) for year in range(2021, 2029)),
        Surge(
            "waste",
            planted.WASTE_CHANGE,
            planted.WASTE_SURGE_AT_FIRST,
            planted.WASTE_SURGE_IN_THE_END,
            planted.WASTE_SURGE_HALVES_IN_DAYS,
        ),
        Surge(
            "council_tax",
            planted.WASTE_CHANGE,
            planted.COUNCIL_TAX_CALLS_AFTER_WASTE_CHANGE,
            planted.COUNCIL_TAX_CALLS_AFTER_WASTE_CHANGE,
            1,
            is_calls_only=True,
        ),
    ),
    pilot=EarlyOpening(
        pilots.MONDAYS_FIRST,
        pilots.MONDAYS_LAST,
        pilots.MONDAYS_CALLS_A_WEEK,
        pilots.MONDAYS_SHARE_DISPLACED,
        pilots.MONDAYS_LATER_WAITS,
    ),
    after_holiday=planted.DAY_AFTER_BANK_HOLIDAY,
    chat_from=planted.CHAT_BEGAN,
    linked={PHONE: 0.575, VISIT: 0.55, EMAIL: 0.80, LETTER: 0.85, WEB: 0.84, APP: 0.97, CHAT: 0.70, VOICEMAIL: 0.60},
    default_ward=planted.DEFAULT_ADDRESS_WARD,
    default_ward_share=planted.DEFAULT_ADDRESS_SHARE,
    emails_in_time=(
        Step(_START, planted.EMAILS_IN_TIME_BEFORE),
        Step(planted.EMAILS_IMPROVED, planted.EMAILS_IN_TIME_AFTER),
    ),
    email_working_days=planted.EMAIL_WORKING_DAYS,
    oldest_digital_at_first=planted.AGED_75_DIGITAL_AT_FIRST,
    oldest_digital_in_the_end=planted.AGED_75_DIGITAL_IN_THE_END,
    steady_from=planted.WASTE_CHANGE,
)
