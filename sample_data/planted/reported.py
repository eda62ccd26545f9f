"""What is planted in the figures others report to Trentside: partners, and its own human resources."""

from datetime import date

from sample_data.planted.truth import Truth

CONTRACTOR, LEISURE_PARTNER = "Trentside Environmental Partnership", "Riverside Leisure Trust"
STAFFING = "Trentside human resources"
MISSED_BINS_TARGET = 0.95  # the contract's; the contractor misses it since the rounds changed
MISSED_BINS_PUT_RIGHT_BEFORE, MISSED_BINS_PUT_RIGHT_AFTER = 0.965, 0.88
LEISURE_SATISFIED = 0.87
MISSING_RETURN = date(2026, 1, 1)  # the leisure partner sent nothing for the quarter from this day
TRAINED_AT_FIRST, TRAINED_IN_THE_END = 0.58, 0.83
VACANT_IN_THE_END = 0.098  # posts, September 2026; two advisers' posts held open since spring
STAFF_PROUD = {2025: 0.71, 2026: 0.66}  # agree they are proud to work here

TRUTHS = (
    Truth(
        "trentside",
        "missed_bins_before",
        "Missed bins put right in 2 days, as the contractor states, to June 2026",
        MISSED_BINS_PUT_RIGHT_BEFORE,
        0.01,
    ),
    Truth(
        "trentside",
        "missed_bins_after",
        f"The same, July to September 2026 (the contract says {MISSED_BINS_TARGET:g})",
        MISSED_BINS_PUT_RIGHT_AFTER,
        0.01,
    ),
    Truth("trentside", "returns_missing", "Quarterly returns the leisure partner did not send", 1, 0),
    Truth("trentside", "leisure", "Leisure visitors satisfied, as the partner states", LEISURE_SATISFIED, 0.015),
    Truth("trentside", "trained", "Staff trained, September 2026", TRAINED_IN_THE_END, 0.005),
    Truth("trentside", "vacant", "Posts vacant, September 2026", VACANT_IN_THE_END, 0.005),
    Truth("trentside", "proud", "Staff proud to work here, 2026", STAFF_PROUD[2026], 0.005),
)
