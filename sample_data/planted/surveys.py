"""What is planted in the surveys of the sample."""

from datetime import date

from sample_data.planted.pilots import HOUSING_SATISFACTION
from sample_data.planted.truth import Truth

# Trentside's GovMetric ratings: good, average, poor; net satisfaction is (good - poor) / ratings
RATINGS_A_MONTH = 1_200
NET_SATISFACTION = 0.41
RATED_AVERAGE = 0.15
NET_OF_SERVICES = {"benefits": 0.47, "housing": 0.40, "waste": 0.49, "other": 0.54}
FAILING_SERVICE, NET_OF_FAILING_SERVICE = "planning", -0.12
IMPROVING_SERVICE, NET_AT_FIRST, NET_IN_THE_END = "council_tax", 0.28, 0.60  # a straight line over 30 months
RESPONSE_RATES = {"phone": 0.05, "visit": 0.18, "email": 0.12, "web": 0.20, "app": 0.15, "chat": 0.18}
"""GovMetric ratings over contacts offered the survey: an adviser must offer it on the phone, the web asks everyone."""

# Trentside's follow-up survey, one row with several questions
FOLLOW_UPS_A_MONTH = 250
WORDING_CHANGED = date(2025, 10, 1)
FIRST_WORDING, SECOND_WORDING = "satisfied_with_handling", "satisfied_overall"
SATISFIED_BEFORE, SATISFIED_AFTER = 0.74, 0.66  # very or fairly satisfied; only the question changed
PROMOTERS, DETRACTORS = 0.38, 0.26
NET_PROMOTER_SCORE = 100 * (PROMOTERS - DETRACTORS)
EASY = 0.71  # 5, 6 or 7 of 7
RESOLVED_SAYS_SURVEY = 0.68  # yes, of yes and no
WITH_COMMENT = 0.36

# The other councils
LODDONVALE_NET_SATISFACTION = 0.35
OUSEFORD_NET_SATISFACTION, OUSEFORD_SATISFIED = 0.52, 0.80

TRUTHS = (
    Truth("trentside", "ratings", "GovMetric ratings in a month", RATINGS_A_MONTH, 60),
    Truth("trentside", "net", "Net satisfaction (GovMetric)", NET_SATISFACTION, 0.015),
    Truth("trentside", "net_failing", "The same for planning, which fails", NET_OF_FAILING_SERVICE, 0.03),
    Truth("trentside", "net_at_first", "The same for council tax, May to July 2024", NET_AT_FIRST + 0.016, 0.04),
    Truth("trentside", "net_in_the_end", "The same, August to October 2026", NET_IN_THE_END - 0.016, 0.04),
    Truth(
        "trentside", "net_of_pilot", "Housing pilot: change in housing's net satisfaction", HOUSING_SATISFACTION, 0.1
    ),
    Truth("trentside", "rate_phone", "Ratings over calls offered the survey", RESPONSE_RATES["phone"], 0.003),
    Truth("trentside", "rate_web", "The same for web forms", RESPONSE_RATES["web"], 0.006),
    Truth("trentside", "satisfied_before", "Satisfied, first wording, to September 2025", SATISFIED_BEFORE, 0.015),
    Truth("trentside", "satisfied_after", "Satisfied, second wording, since", SATISFIED_AFTER, 0.015),
    Truth("trentside", "nps", "Net promoter score", NET_PROMOTER_SCORE, 2.0),
    Truth("trentside", "ease", "Easy to deal with (5, 6 or 7 of 7)", EASY, 0.015),
    Truth("trentside", "resolved", "Sorted out first time, as customers say", RESOLVED_SAYS_SURVEY, 0.015),
    Truth("trentside", "comments", "Follow-up responses with a comment", WITH_COMMENT, 0.02),
    Truth("loddonvale", "net", "Net satisfaction (GovMetric)", LODDONVALE_NET_SATISFACTION, 0.015),
    Truth("ouseford", "net", "Net satisfaction (GovMetric)", OUSEFORD_NET_SATISFACTION, 0.015),
    Truth("ouseford", "satisfied", "Satisfied, one wording throughout", OUSEFORD_SATISFIED, 0.015),
    Truth("ouseford", "surveys_change", "Change in net satisfaction, second year less first", 0.0, 0.1),
)
