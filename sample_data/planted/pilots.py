"""What is planted in the pilots of the sample; every other pilot of sample_data/pilots changed nothing."""

from datetime import date

from sample_data.planted.truth import Truth

# Trentside: open from 8am on Mondays
MONDAYS_FIRST, MONDAYS_LAST = date(2025, 9, 8), date(2025, 11, 24)  # 12 Mondays, both inclusive
MONDAYS_CALLS_A_WEEK = 41.0  # between 8am and 9am
MONDAYS_SHARE_DISPLACED = 0.65  # of those, would have rung from 9am to 11am the same morning
MONDAYS_LATER_WAITS = 0.62  # what the waits of 9am to 11am on those Mondays are multiplied by
MONDAYS_LONG_WAITS = -0.07  # change in the share of calls from 9am to 11am on Mondays waiting over 5 minutes
MONDAYS_IN_5_MINUTES = 0.11  # the same of calls answered within 5 minutes; those who gave up were not
LONG_WAIT_SECONDS = 300

# Trentside: one officer sees a housing repair through
HOUSING_FIRST, HOUSING_LAST = date(2026, 1, 5), date(2026, 3, 29)  # 12 weeks
HOUSING_FIRST_TIME = 0.08  # housing sorted out first time during the pilot, points; other services 0
HOUSING_SATISFACTION = 0.2  # housing's net satisfaction (GovMetric) during the pilot, of -1 to +1; other services 0

# Trentside: messages about bin days, a trial that changed nothing and began when the waste rounds changed
MESSAGES_FIRST, MESSAGES_LAST = date(2026, 6, 29), date(2026, 9, 20)
MESSAGES_EFFECT = 0.0

# Loddonvale: one officer sees a housing request through
LODDONVALE_FIRST, LODDONVALE_LAST = date(2026, 1, 12), date(2026, 4, 3)
LODDONVALE_FIRST_TIME = 0.09  # housing sorted out first time during the pilot, points; other services 0

TRENTSIDE_TRUTHS = (
    Truth("trentside", "pilot_calls", "8am pilot: calls a week between 8am and 9am", MONDAYS_CALLS_A_WEEK, 4.0),
    Truth(
        "trentside",
        "pilot_displaced",
        "8am pilot: share of them that only moved from 9am to 11am",
        MONDAYS_SHARE_DISPLACED,
        0.3,
    ),
    Truth(
        "trentside",
        "pilot_long_waits",
        "8am pilot: change in calls waiting over 5 minutes, Mondays 9am to 11am",
        MONDAYS_LONG_WAITS,
        0.03,
    ),
    Truth(
        "trentside",
        "pilot_in_5_minutes",
        "8am pilot: change in calls answered within 5 minutes, Mondays 9am to 11am",
        MONDAYS_IN_5_MINUTES,
        0.03,
    ),
    Truth(
        "trentside",
        "housing_pilot",
        "Housing pilot: change in housing sorted out first time",
        HOUSING_FIRST_TIME,
        0.03,
    ),
    Truth("trentside", "other_services", "The same in every other service", 0.0, 0.015),
    Truth(
        "trentside",
        "confounded",
        "Bin day messages, 29 June to 20 September 2026: their own effect on waste's digital share",
        MESSAGES_EFFECT,
        0.02,
    ),
)
OTHER_TRUTHS = (
    Truth(
        "loddonvale",
        "housing_pilot",
        "Housing pilot: change in housing sorted out first time",
        LODDONVALE_FIRST_TIME,
        0.03,
    ),
    Truth("loddonvale", "other_services", "The same in every other service", 0.0, 0.015),
)
