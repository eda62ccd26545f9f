"""The scales of survey questions: each answer's points, and whether it counts as good, satisfied, easy or a promoter."""

from dataclasses import dataclass

POINTS_PER_NPS_STEP = 10
WORST_PROMOTER, BEST_DETRACTOR = 9, 6  # net promoter score: 9-10 promote, 7-8 are passive, 0-6 detract
WORST_EASY = 5  # customer effort score 2.0: 5 to 7 of seven points of agreement


@dataclass(frozen=True, slots=True)
class ScaleAnswer:
    """One answer of a scale; `also` are other ways that surveys write it, word for word."""

    answer: str
    points: float
    also: tuple[str, ...] = ()
    is_good: bool = False
    is_average: bool = False
    is_poor: bool = False
    is_satisfied: bool = False
    is_promoter: bool = False
    is_detractor: bool = False
    is_easy: bool = False
    is_resolved: bool = False

    @property
    def written(self) -> tuple[str, ...]:
        return (self.answer, *self.also)


@dataclass(frozen=True, slots=True)
class Scale:
    """The answers of a question, best first; whatever else is written is not on the scale and not a valid answer."""

    key: str
    answers: tuple[ScaleAnswer, ...]

    @property
    def measures(self) -> tuple[str, ...]:
        """Return the keys of the measures that can be worked out from answers on this scale."""
        has = {name: any(getattr(answer, name) for answer in self.answers) for name in FLAGS}
        is_net = has["is_good"] and has["is_poor"]
        fits = {
            "net_satisfaction": is_net,
            "share_satisfied": has["is_satisfied"],
            "weighted_score": not is_net and all(0 <= answer.points <= 1 for answer in self.answers),
            "net_promoter_score": has["is_promoter"] and has["is_detractor"],
            "ease": has["is_easy"],
            "first_contact_resolution_survey": has["is_resolved"],
        }
        return tuple(measure for measure, is_fit in fits.items() if is_fit)


FLAGS = (
    *("is_good", "is_average", "is_poor", "is_satisfied"),
    *("is_promoter", "is_detractor", "is_easy", "is_resolved"),
)
"""What an answer can count as; the sums of survey_scores."""

_AGREEMENT = (
    *("Strongly agree", "Agree", "Somewhat agree", "Neither agree nor disagree"),
    *("Somewhat disagree", "Disagree", "Strongly disagree"),
)

GOVMETRIC = Scale(
    "govmetric",
    (
        ScaleAnswer("Good", 1.0, is_good=True),
        ScaleAnswer("Average", 0.0, is_average=True),
        ScaleAnswer("Poor", -1.0, is_poor=True),
    ),
)
SATISFACTION_5 = Scale(
    "satisfaction_5",
    (
        ScaleAnswer("Very satisfied", 1.0, is_satisfied=True),
        ScaleAnswer("Fairly satisfied", 0.75, ("Satisfied",), is_satisfied=True),
        ScaleAnswer("Neither satisfied nor dissatisfied", 0.5, ("Neither satisfied or dissatisfied", "Neither")),
        ScaleAnswer("Fairly dissatisfied", 0.25, ("Dissatisfied",)),
        ScaleAnswer("Very dissatisfied", 0.0),
    ),
)
NPS = Scale(
    "nps",
    tuple(
        ScaleAnswer(
            str(score),
            score / POINTS_PER_NPS_STEP,
            is_promoter=score >= WORST_PROMOTER,
            is_detractor=score <= BEST_DETRACTOR,
        )
        for score in range(POINTS_PER_NPS_STEP, -1, -1)
    ),
)
EASE_7 = Scale(
    "ease_7",
    tuple(
        ScaleAnswer(words, (score - 1) / (len(_AGREEMENT) - 1), (str(score),), is_easy=score >= WORST_EASY)
        for score, words in zip(range(len(_AGREEMENT), 0, -1), _AGREEMENT, strict=True)
    ),
)
YES_NO = Scale("yes_no", (ScaleAnswer("Yes", 1.0, is_resolved=True), ScaleAnswer("No", 0.0)))

SCALES: dict[str, Scale] = {scale.key: scale for scale in (GOVMETRIC, SATISFACTION_5, NPS, EASE_7, YES_NO)}
"""The scales a question can name, by key; any other is spelt out in its own file."""

OWN_SCALE = "own"
"""The key of a scale that a strategy or council file spells out."""
