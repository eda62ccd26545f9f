"""What is planted in the rotas: a week as flat as can be beside calls that are not, so that Mondays are short."""

from datetime import time

from sample_data.planted.truth import Truth

FULL_TIME, MORNINGS, AFTERNOONS = 14, 6, 3  # Trentside's advisers on the telephone
HOURS_A_WEEK = (
    FULL_TIME * 37.5 + (MORNINGS + AFTERNOONS) * 16
)  # half an hour's break a day; part-timers work 4 days of 4 hours
EARLY_STARTERS = 3  # of those full time, from 8:30am
BREAKS = (time(11, 30), time(12), time(12, 30), time(13), time(13, 30))  # half an hour each, taken in turn
DAYS_OFF = (0, 1, 2, 3, 4, 0, 1, 2, 3)  # the weekday each part-timer is off, 0 Monday, mornings first
ROSTERED_ON_MONDAYS, ROSTERED_ON_OTHER_DAYS = 18, 19  # from 9am to 11am
SHRINKAGE = 0.28  # of rostered hours, as Trentside's council file has it: leave, training, sickness, meetings
NENEBRIDGE_AGENTS = 8.0  # on duty in the average half-hour, weekdays
NENEBRIDGE_SATURDAYS = 3.0

TRUTHS = (
    Truth("trentside", "rota_hours", "Adviser hours rostered in an ordinary week, breaks taken out", HOURS_A_WEEK, 0),
    Truth("trentside", "rota_mondays", "Advisers rostered from 9am to 11am on a Monday", ROSTERED_ON_MONDAYS, 0),
    Truth("trentside", "rota_other_days", "The same on each other weekday", ROSTERED_ON_OTHER_DAYS, 0),
    Truth(
        "trentside",
        "mondays_short",
        "Advisers the rota needs from 9am to 11am on an average Monday of 52 weeks (70 in 100 calls within 60 seconds), over those on it",
        1.35,
        0.1,
    ),
    Truth(
        "trentside",
        "fridays_spare",
        "Adviser hours to spare on an average Friday, of those rostered while the line is open",
        35,
        6,
    ),
    Truth(
        "nenebridge", "rota_agents", "Advisers on duty in the average half-hour of a weekday", NENEBRIDGE_AGENTS, 0.3
    ),
)
