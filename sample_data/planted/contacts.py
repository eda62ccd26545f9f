"""What is planted in the contacts of the sample: the generator is driven by these numbers and tests find them again."""

from datetime import date

from sample_data.planted.truth import Truth

# How large Trentside is
CALLS_IN_OCTOBER_2026 = 21_000
CONTACTS_IN_OCTOBER_2026 = 43_000

# What people need of Trentside
MONDAY_9AM_PEAK = 1.95  # calls from 9am to 10am on a Monday over the average open hour
DAY_AFTER_BANK_HOLIDAY = 1.25  # calls on the first open day after one, over an ordinary day of that weekday
BILLS_SURGE = 1.6  # council tax contacts in the first days after bills, over an ordinary week
BILLS_FIRST_WEEK = 1.5  # council tax contacts in those first 5 working days, over the 4 weeks before
BILLS_MONTH, BILLS_DAY, BILLS_DAYS = 3, 9, 19  # bills land on 9 March; contacts run high for 19 days
WASTE_CHANGE = date(2026, 7, 6)
WASTE_SURGE_AT_FIRST = 2.0  # waste contacts on the day of the change over the day before
WASTE_SURGE_IN_THE_END = 1.42
WASTE_SURGE_HALVES_IN_DAYS = 18
WASTE_CALLS_IN_FIRST_4_WEEKS = 1.85  # over the 4 weeks before; chasers and bounces rise with it
COUNCIL_TAX_CALLS_AFTER_WASTE_CHANGE = 1.14  # missed-bin callers who choose the wrong line
COPES_WITH_CALLS_A_DAY = 900  # above it waits climb steeply

# Trentside: the phone. Share of calls offered answered within 60 seconds.
ANSWERED_WITHIN_SECONDS = 60
SERVICE_LEVEL_BEFORE = {
    "council_tax": 0.70,
    "benefits": 0.71,
    "housing": 0.72,
    "waste": 0.73,
    "planning": 0.76,
    "other": 0.76,
}
SERVICE_LEVEL_IN_BILLS_WEEKS = 0.65  # council tax, 9 to 31 March
COUNCIL_TAX_STARVED = {
    date(2026, 7, 6): 0.60,
    date(2026, 8, 1): 0.52,
    date(2026, 9, 1): 0.46,
    date(2026, 10, 1): 0.41,
}
SERVICE_LEVEL_IN_OCTOBER_2026 = {
    "council_tax": 0.41,
    "benefits": 0.68,
    "housing": 0.69,
    "waste": 0.71,
    "planning": 0.74,
    "other": 0.76,
}
OVERALL_SERVICE_LEVEL_BEFORE = 0.725
OVERALL_SERVICE_LEVEL_IN_OCTOBER_2026 = 0.62
REDIALS_THE_SAME_DAY = 0.55  # of linked callers who gave up before 4pm at their first try
CALLS_PASSED_ON = 0.04  # of answered calls, transferred to another service in the same conversation

# How they reach it
DIGITAL_SHARE_AT_FIRST = 0.40  # e-mail, web form, account app and chat, of all contacts, May 2024
DIGITAL_SHARE_IN_THE_END = 0.482  # October 2026
DIGITAL_CHANNELS = ("email", "web", "app", "chat")
CHAT_BEGAN = date(2025, 6, 2)
BOUNCED_WITHIN_3_DAYS = 0.11  # linked digital contacts whose next one, same service, was a call or visit
WORST_FORM, WORST_FORM_BOUNCED = "council_tax_change_of_address", 0.24
LINKED_CONTACTS = 0.71
AGED_75_DIGITAL_AT_FIRST, AGED_75_DIGITAL_IN_THE_END = 0.15, 0.17

# Trentside: replies, requests, first time, avoidable
EMAIL_WORKING_DAYS = 5
EMAILS_IN_TIME_BEFORE, EMAILS_IN_TIME_AFTER = 0.88, 0.93
EMAILS_IMPROVED = date(2026, 3, 2)
REQUESTS_IN_TIME = {
    "council_tax": 0.90,
    "benefits": 0.88,
    "housing": 0.84,
    "waste": 0.88,
    "planning": 0.86,
    "other": 0.92,
}
WASTE_REQUESTS_IN_TIME_AFTER = 0.72
FIRST_TIME_BEFORE, FIRST_TIME_AFTER = 0.72, 0.76
FIRST_TIME_IMPROVED = date(2026, 5, 1)
AVOIDABLE = 0.205  # of contacts assessed
REPEAT_WITHIN_7_DAYS = 0.102  # of linked contacts
# It rises once the waste rounds change: late requests are chased, and callers who gave up on council tax ring again.
REPEAT_BEFORE_WASTE_CHANGE, REPEAT_IN_OCTOBER_2026 = 0.101, 0.122
NOT_CONTACT = 0.012  # rows staff or machines made, over customer contacts
DEFAULT_ADDRESS_WARD, DEFAULT_ADDRESS_SHARE = (
    "Castle Wharf",
    0.06,
)  # records without an address, put at the council's own
DEFAULT_WARD_OVER_AVERAGE = 2.1

# The other councils
LODDONVALE_FIRST_TIME = 0.68
THAMESMERE_ANSWERED = 0.91
THAMESMERE_BAD_MONTH, THAMESMERE_BAD_MONTH_ABANDONED = date(2024, 9, 1), 0.24
NENEBRIDGE_WITHIN_20_SECONDS = 0.68

TRENTSIDE_TRUTHS = (
    Truth("trentside", "calls", "Calls in October 2026", CALLS_IN_OCTOBER_2026, 800),
    Truth("trentside", "contacts", "Contacts in October 2026", CONTACTS_IN_OCTOBER_2026, 1_500),
    Truth(
        "trentside",
        "monday_peak",
        "Calls from 9am to 10am on a Monday, over the average open hour",
        MONDAY_9AM_PEAK,
        0.2,
    ),
    Truth(
        "trentside",
        "after_holiday",
        "Calls on the day after a bank holiday, over an ordinary one",
        DAY_AFTER_BANK_HOLIDAY,
        0.1,
    ),
    Truth(
        "trentside",
        "bills",
        "Council tax contacts in the week of the bills, over the 4 weeks before",
        BILLS_FIRST_WEEK,
        0.15,
    ),
    Truth(
        "trentside",
        "waste_calls",
        "Waste calls in the 4 weeks after the round change, over the 4 before",
        WASTE_CALLS_IN_FIRST_4_WEEKS,
        0.12,
    ),
    Truth(
        "trentside",
        "level_before",
        "Calls answered within 60 seconds, before 6 July 2026",
        OVERALL_SERVICE_LEVEL_BEFORE,
        0.015,
    ),
    Truth(
        "trentside",
        "level_october",
        "Calls answered within 60 seconds, October 2026",
        OVERALL_SERVICE_LEVEL_IN_OCTOBER_2026,
        0.015,
    ),
    *(
        Truth("trentside", f"level_{service}", f"The same for {service.replace('_', ' ')}", level, 0.02)
        for service, level in SERVICE_LEVEL_IN_OCTOBER_2026.items()
    ),
    Truth(
        "trentside",
        "redials",
        "Callers giving up at their first try before 4pm who ring again the same day",
        REDIALS_THE_SAME_DAY,
        0.03,
    ),
    Truth("trentside", "passed_on", "Answered calls passed on to another service", CALLS_PASSED_ON, 0.005),
    Truth("trentside", "not_contact", "Rows that are not customer contact", NOT_CONTACT, 0.002),
    Truth("trentside", "digital_at_first", "Digital share, May 2024", DIGITAL_SHARE_AT_FIRST, 0.012),
    Truth("trentside", "digital_in_the_end", "Digital share, October 2026", DIGITAL_SHARE_IN_THE_END, 0.012),
    Truth(
        "trentside",
        "oldest_at_first",
        "Digital share of people aged 75 and over, first 6 months",
        AGED_75_DIGITAL_AT_FIRST,
        0.02,
    ),
    Truth("trentside", "oldest_in_the_end", "The same, last 6 months", AGED_75_DIGITAL_IN_THE_END, 0.02),
    Truth(
        "trentside",
        "bounced",
        "Linked digital contacts followed within 3 days by a call or visit",
        BOUNCED_WITHIN_3_DAYS,
        0.01,
    ),
    Truth("trentside", "worst_form", f"The same for the form {WORST_FORM}", WORST_FORM_BOUNCED, 0.02),
    Truth("trentside", "linked", "Contacts that can be linked to a customer", LINKED_CONTACTS, 0.02),
    Truth(
        "trentside",
        "repeats",
        "Linked contacts that follow another within 7 days, same service",
        REPEAT_WITHIN_7_DAYS,
        0.01,
    ),
    Truth("trentside", "repeats_before", "The same before 6 July 2026", REPEAT_BEFORE_WASTE_CHANGE, 0.005),
    Truth("trentside", "repeats_october", "The same in October 2026", REPEAT_IN_OCTOBER_2026, 0.005),
    Truth(
        "trentside",
        "emails_before",
        "Emails answered in 5 working days, before 2 March 2026",
        EMAILS_IN_TIME_BEFORE,
        0.01,
    ),
    Truth("trentside", "emails_after", "The same since", EMAILS_IN_TIME_AFTER, 0.01),
    Truth(
        "trentside",
        "waste_requests",
        "Waste requests done by the promised date, since 6 July 2026",
        WASTE_REQUESTS_IN_TIME_AFTER,
        0.02,
    ),
    Truth("trentside", "first_time_before", "Sorted out first time, before 1 May 2026", FIRST_TIME_BEFORE, 0.01),
    Truth("trentside", "first_time_after", "The same since", FIRST_TIME_AFTER, 0.01),
    Truth("trentside", "avoidable", "Avoidable contacts, of those assessed", AVOIDABLE, 0.015),
    Truth(
        "trentside",
        "default_ward",
        f"Contacts put in {DEFAULT_ADDRESS_WARD}, over the average ward",
        DEFAULT_WARD_OVER_AVERAGE,
        0.5,
    ),
)

OTHER_TRUTHS = (
    Truth("nenebridge", "within_20", "Calls answered within 20 seconds", NENEBRIDGE_WITHIN_20_SECONDS, 0.02),
    Truth("thamesmere", "gave_up", "Callers who gave up, September 2024", THAMESMERE_BAD_MONTH_ABANDONED, 0.015),
    Truth("thamesmere", "answered", "Calls answered, other months", THAMESMERE_ANSWERED, 0.015),
    Truth("ouseford", "change", "Change of any measure, first half against second", 0.0, 0.02),
)
