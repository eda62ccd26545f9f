"""Measures of what people told us in surveys, and figures that others state: each a sample or a claim, and said to be."""

from frontdoor.measures.measure import Kind, Measure, Parameter, Term
from frontdoor.schema.units import Better, Unit

_SCORES = "survey_scores"
_CAUTION = "Only people who answered the survey are in it, and they choose to."


def _score(column: str, weight: float = 1.0) -> tuple[Term, ...]:
    return (Term(_SCORES, column, weight),)


NET_SATISFACTION = Measure(
    key="net_satisfaction",
    label="Net satisfaction",
    plain="net satisfaction was {value} on a scale from −1 to +1",
    unit=Unit.SCORE,
    better=Better.HIGHER,
    kind=Kind.RATIO,
    numerator=(*_score("good"), *_score("poor", -1.0)),
    denominator=(*_score("good"), *_score("average"), *_score("poor")),
    noun="answers",
    definition="Good answers less poor ones, shared over all answers: +1 if everybody said good, −1 if everybody said poor.",
    source="GovMetric: good +1, average 0, poor −1; never mixed with a five-point survey",
    needs=(Parameter.QUESTION,),
    is_sample=True,
    squares=(*_score("good"), *_score("poor")),
    caution=_CAUTION,
)
SHARE_SATISFIED = Measure(
    key="share_satisfied",
    label="People satisfied",
    plain="{people} were satisfied",
    people="people who answered",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    kind=Kind.RATIO,
    numerator=_score("satisfied"),
    denominator=_score("valid_answers"),
    noun="answers",
    definition="Of every 100 people who answered, how many gave one of the two best answers, such as very or fairly satisfied.",
    source="Top two of five; not the same as the weighted score, which counts every answer",
    needs=(Parameter.QUESTION,),
    is_sample=True,
    caution=_CAUTION,
)
WEIGHTED_SCORE = Measure(
    key="weighted_score",
    label="Satisfaction score",
    plain="the satisfaction score was {value} out of 100",
    unit=Unit.POINTS,
    better=Better.HIGHER,
    kind=Kind.RATIO,
    numerator=_score("points"),
    denominator=_score("valid_answers"),
    noun="answers",
    definition="The average of all answers, from 0 if everybody gave the worst to 100 if everybody gave the best.",
    source="Weights 0, 25, 50, 75 and 100, as GOV.UK services have published; not the share of people satisfied",
    needs=(Parameter.QUESTION,),
    multiplier=100.0,
    is_sample=True,
    squares=_score("points_squared"),
    scale=(0.0, 1.0),
    caution=_CAUTION,
)
NET_PROMOTER_SCORE = Measure(
    key="net_promoter_score",
    label="Would recommend us, net",
    plain="the net promoter score was {value} on a scale from −100 to +100",
    unit=Unit.NET_POINTS,
    better=Better.HIGHER,
    kind=Kind.RATIO,
    numerator=(*_score("promoters"), *_score("detractors", -1.0)),
    denominator=_score("valid_answers"),
    noun="answers",
    definition="Of every 100 people who answered, those who would gladly recommend us (9 or 10) less those who would not (0 to 6).",
    source="Net promoter score on 0 to 10: 9 and 10 promote, 7 and 8 are passive, 0 to 6 detract",
    needs=(Parameter.QUESTION,),
    multiplier=100.0,
    is_sample=True,
    squares=(*_score("promoters"), *_score("detractors")),
    caution=_CAUTION,
)
EASE = Measure(
    key="ease",
    label="Found it easy",
    plain="{people} found it easy",
    people="people who answered",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    kind=Kind.RATIO,
    numerator=_score("easy"),
    denominator=_score("valid_answers"),
    noun="answers",
    definition="Of every 100 people who answered, how many agreed at least a little that we made it easy.",
    source="Customer effort score 2.0: 5 to 7 on seven points of agreement",
    needs=(Parameter.QUESTION,),
    is_sample=True,
    caution=_CAUTION,
)
FIRST_CONTACT_RESOLUTION_SURVEY = Measure(
    key="first_contact_resolution_survey",
    label="Told us it was sorted out first time",
    plain="{people} said it was sorted out first time",
    people="people who answered",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    kind=Kind.RATIO,
    numerator=_score("resolved"),
    denominator=_score("valid_answers"),
    noun="answers",
    definition="Of every 100 people who answered, how many said their matter was sorted out the first time they contacted us.",
    source="Customers' own answers; kept apart from the adviser's flag and from the figure derived from people not coming back",
    needs=(Parameter.QUESTION,),
    is_sample=True,
    caution=_CAUTION,
)
RESPONSE_RATE = Measure(
    key="response_rate",
    label="Answered our survey when asked",
    plain="{people} answered",
    people="people asked",
    unit=Unit.SHARE,
    better=Better.NEITHER,
    kind=Kind.RATIO,
    numerator=_score("responses"),
    denominator=(Term("contact_totals", "survey_invitations"),),
    noun="survey invitations",
    definition="Of every 100 people we asked to take part, how many did.",
    source="Responses of the surveys asked divided by invitations recorded with contacts",
    caution="Who was asked is up to advisers on the phone and at the desk.",
    needs=(Parameter.QUESTION,),
)
RESPONSE_RATE_OF_CONTACTS = Measure(
    key="response_rate_of_contacts",
    label="Contacts that led to a survey answer",
    plain="{people} led to a survey answer",
    people="contacts",
    unit=Unit.SHARE,
    better=Better.NEITHER,
    kind=Kind.RATIO,
    numerator=_score("responses"),
    denominator=(Term("contact_totals", "contacts"),),
    noun="contacts",
    definition="Of every 100 times people contacted us, how many led to an answer in our surveys. Where invitations are not recorded.",
    source="Responses of the surveys asked divided by all contacts of the same channels",
    caution="Not everybody who contacted us was asked.",
    needs=(Parameter.QUESTION,),
)
REPORTED_FIGURE = Measure(
    key="reported_figure",
    label="Figure stated by others",
    plain="the figure stated was {value}",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    kind=Kind.STATED,
    numerator=(Term("stated", "numerator"),),
    denominator=(Term("stated", "denominator"),),
    noun="cases, as stated",
    definition="A figure that a partner or another team states. We show it with its provider and evidence and cannot check it.",
    source="As stated by the provider named with it; nothing is worked out from records",
    needs=(Parameter.REPORTED,),
    caution="As stated by the provider; not worked out from our records.",
)

SURVEY = (
    NET_SATISFACTION,
    SHARE_SATISFIED,
    WEIGHTED_SCORE,
    NET_PROMOTER_SCORE,
    EASE,
    FIRST_CONTACT_RESOLUTION_SURVEY,
    RESPONSE_RATE,
    RESPONSE_RATE_OF_CONTACTS,
    REPORTED_FIGURE,
)
"""Measures of surveys and of stated figures, in the order they are listed."""
