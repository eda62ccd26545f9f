"""What is planted in the complaints of the sample."""

from datetime import date

from sample_data.planted.truth import Truth

# Trentside. Clocks are those of the two Complaint Handling Codes: 5 working days to acknowledge, then 10 (stage 1) or 20
# (stage 2) to respond, plus what was extended; open past due is late. Shares are of what is due by 31 October 2026.
STAGE_1_A_MONTH = 130
ACKNOWLEDGED_IN_TIME = 0.91
STAGE_1_IN_TIME = 0.84
STAGE_1_IN_TIME_OF_HOUSING = 0.68  # the service that fails
STAGE_1_IN_TIME_ELSEWHERE = {"waste": 0.93, "council_tax": 0.93, "benefits": 0.92, "planning": 0.90, "other": 0.915}
STAGE_2_ACKNOWLEDGED_IN_TIME = 0.93
STAGE_2_IN_TIME = 0.78
ESCALATED = 0.11  # of stage 1 answered
UPHELD, PARTLY_UPHELD = 0.36, 0.21  # of stage 1 decided
STAGE_2_UPHELD, STAGE_2_PARTLY_UPHELD = 0.28, 0.17
RESOLVED_EARLY = 0.30  # of those resolved early and those that reached stage 1
REFUSED = 0.04  # of received
WITHDRAWN = 0.02  # of stage 1
NEVER_ACKNOWLEDGED = 0.018  # of stage 1
EXTENDED = 0.12  # of stage 1
WASTE_STEP = date(2026, 7, 6)
WASTE_AFTER_THE_STEP = 1.9  # complaints about waste a month, August to October 2026, over the 24 months before July
OTHER_PROCEDURE, OTHER_PROCEDURE_IN_TIME = "member_conduct", 0.35  # follows no Code: would drag the figures down

# The other councils
LODDONVALE_STAGE_1_IN_TIME = 0.88
LODDONVALE_STATED_DUE_DATES_KEPT = 0.88
THAMESMERE_STAGE_1_IN_TIME = 0.81  # without social care, whose procedures follow other clocks
OUSEFORD_STAGE_1_IN_TIME = 0.90

TRUTHS = (
    Truth("trentside", "stage_1_a_month", "Complaints opened at stage 1 in a month", STAGE_1_A_MONTH, 5),
    Truth(
        "trentside", "acknowledged", "Stage 1 acknowledged in 5 working days, both Codes", ACKNOWLEDGED_IN_TIME, 0.01
    ),
    Truth("trentside", "stage_1", "Stage 1 answered in time, both Codes", STAGE_1_IN_TIME, 0.01),
    Truth("trentside", "stage_1_housing", "The same for housing, which fails", STAGE_1_IN_TIME_OF_HOUSING, 0.015),
    Truth("trentside", "stage_2", "Stage 2 answered in time", STAGE_2_IN_TIME, 0.025),
    Truth("trentside", "escalated", "Stage 2 opened, over stage 1 answered", ESCALATED, 0.008),
    Truth("trentside", "upheld", "Stage 1 upheld, of those decided", UPHELD, 0.01),
    Truth("trentside", "partly_upheld", "The same for partly upheld", PARTLY_UPHELD, 0.01),
    Truth("trentside", "early", "Resolved early, of those and stage 1", RESOLVED_EARLY, 0.01),
    Truth("trentside", "refused", "Refused, of complaints received", REFUSED, 0.005),
    Truth("trentside", "never_acknowledged", "Stage 1 never acknowledged", NEVER_ACKNOWLEDGED, 0.006),
    Truth(
        "trentside",
        "waste_step",
        "Complaints about waste a month, August to October 2026, over the 24 months before July",
        WASTE_AFTER_THE_STEP,
        0.35,
    ),
    Truth("loddonvale", "stage_1", "Stage 1 answered in time", LODDONVALE_STAGE_1_IN_TIME, 0.015),
    Truth(
        "loddonvale", "stated", "Stage 1 answered by the date its row states", LODDONVALE_STATED_DUE_DATES_KEPT, 0.02
    ),
    Truth("thamesmere", "stage_1", "Stage 1 answered in time, without social care", THAMESMERE_STAGE_1_IN_TIME, 0.015),
    Truth("ouseford", "stage_1", "Stage 1 answered in time", OUSEFORD_STAGE_1_IN_TIME, 0.015),
    Truth("ouseford", "complaints_change", "Change in stage 1 in time and in upheld, second year less first", 0.0, 0.1),
)
