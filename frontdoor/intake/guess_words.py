"""The words systems use for what we read: column names and channels, by which a source is drafted from an unknown file."""

from collections.abc import Mapping

from frontdoor.schema.units import Channel

Words = Mapping[str, tuple[str, ...]]
"""Names that systems give to one of our columns, lower case with single spaces, the likeliest first."""

KEYS = (
    "contact id", "case id", "case ref", "case reference", "complaint id", "complaint ref", "complaint reference",
    "response id", "survey id", "request id", "service request id", "ticket number", "ticket id", "interaction id",
    "call id", "conversation id", "reference", "reference number", "ref", "ref no", "case number", "id", "number",
)  # fmt: skip
VERSIONS = (
    "updated at", "updated", "last updated", "date updated", "modified", "modified on", "last modified",
    "updated datetime", "last changed",
)  # fmt: skip
_RECEIVED = (
    "received date", "date received", "received", "received on", "complaint date", "date of complaint", "logged",
    "date logged", "logged date", "created", "created on", "date created", "open date", "opened", "date", "start date",
)  # fmt: skip
_ABOUT: Words = {
    "service": (
        "service", "service area", "department", "directorate", "team", "business area", "subject", "product",
        "service name",
    ),
    "channel": (
        "channel", "method", "contact method", "contact channel", "origin", "source", "received via", "submitted via",
        "how received", "medium", "media type",
    ),
    "ward": ("ward", "ward name", "electoral ward"),
    "reason": ("reason", "category", "type", "enquiry type", "complaint type", "nature", "topic", "issue", "request type"),
    "customer_type": ("customer type", "contact type", "complainant type"),
    "customer": (
        "customer", "customer id", "customer ref", "customer reference", "caller", "caller id", "phone", "phone number",
        "telephone", "email", "email address", "contact number", "respondent id", "citizen id",
    ),
}  # fmt: skip
CONTACTS: Words = {
    "started_at": (
        "started at", "start time", "started", "start", "call start", "call time", "contact date", "datetime", "date time",
        "timestamp", "requested datetime", "date and time", *_RECEIVED,
    ),
    **_ABOUT,
    "queue": ("queue", "queue name", "skill", "line", "group"),
    "age_band": ("age band", "age group", "age"),
    "language": ("language", "preferred language", "first language", "main language", "spoken language"),
    "tenure": ("tenure", "tenure type", "housing tenure", "tenancy type"),
    "access_need": ("access need", "access needs", "accessibility need", "accessibility requirement"),
    "assistance": ("assistance", "assisted by", "assistance used", "communication support"),
    "adjustment": ("adjustment", "reasonable adjustment", "adjustment met", "adjustment outcome", "adjustment honoured"),
    "conversation_id": ("conversation id", "parent id", "initial contact id"),
    "case_id": ("case id", "case number", "request id", "ticket number"),
    "outcome": ("outcome", "disposition", "call outcome", "result"),
    "seconds_waited": ("seconds waited", "wait seconds", "wait time", "wait", "queue time", "time in queue", "ring time"),
    "seconds_handled": ("seconds handled", "handle time", "handling time", "talk time", "duration", "call duration"),
    "transfers": ("transfers", "transfer count"),
    "is_resolved_first": ("resolved first time", "first contact resolution", "fcr", "resolved"),
    "is_avoidable": ("avoidable", "avoidable contact", "failure demand"),
    "replied_at": ("replied at", "first reply", "first response", "acknowledged", "date acknowledged", "replied"),
    "completed_at": ("completed at", "completed", "closed", "date closed", "closed date", "closed dt", "resolved on"),
    "promised_date": ("promised date", "due date", "target date", "target", "expected datetime", "sla due"),
}  # fmt: skip
INTERVALS: Words = {
    "started_local": ("starts at", "interval start", "interval", "start time", "date", "day", "month", "period"),
    "queue": ("queue", "queue name", "skill", "line"),
    "service": _ABOUT["service"],
    "calls_offered": ("calls offered", "offered", "calls received", "total calls", "calls", "entered calls"),
    "calls_answered": ("calls answered", "answered", "calls handled", "handled", "accepted calls"),
    "calls_abandoned": ("calls abandoned", "abandoned", "calls lost", "lost"),
}  # fmt: skip


def _stage_words(stage: int) -> dict[str, tuple[str, ...]]:
    written = (f"stage {stage}", f"s{stage}", f"stage{stage}")
    words = {
        "opened_date": ("opened date", "opened", "start date", "start", "received", "date"),
        "acknowledged_date": ("acknowledged date", "acknowledged", "ack date", "ack"),
        "stated_due_date": ("due date", "due", "target date", "target"),
        "responded_date": (
            "responded date",
            "responded",
            "response date",
            "response",
            "closed",
            "closed date",
            "reply",
        ),
        "outcome": ("outcome", "decision", "result"),
        "extension_working_days": ("extension working days", "extension days", "extension"),
    }
    return {
        f"stage_{stage}_{ours}": tuple(f"{one} {name}" for one in written for name in names)
        for ours, names in words.items()
    }


COMPLAINTS: Words = {
    "activity_date": _RECEIVED,
    **_ABOUT,
    "procedure": ("procedure", "complaint procedure", "policy", "scheme"),
    "resolved_early_date": ("resolved early date", "early resolution date", "informal resolution date"),
    "refused_date": ("refused date", "date refused", "rejected date"),
    "withdrawn_date": ("withdrawn date", "date withdrawn"),
    **_stage_words(1),
    **_stage_words(2),
}
STAGES: Words = {
    "activity_date": ("opened date", "stage opened", "stage start date", *_RECEIVED),
    "complaint_id": ("complaint id", "complaint ref", "complaint reference", "case ref", "case reference", "case id"),
    "stage": ("stage", "complaint stage", "stage number"),
    **_ABOUT,
    "acknowledged_date": ("acknowledged date", "date acknowledged", "acknowledged"),
    "stated_due_date": ("due date", "target date", "due"),
    "responded_date": ("responded date", "response date", "date responded", "closed date", "date closed", "closed"),
    "outcome": ("outcome", "decision", "result"),
    "extension_working_days": ("extension working days", "extension days"),
    "withdrawn_date": ("withdrawn date", "date withdrawn"),
}
EVENTS: Words = {
    "activity_date": ("event date", "date of event", "event on", "happened on", "date"),
    "event": ("event", "event type", "action", "activity"),
    "complaint_id": STAGES["complaint_id"],
    "stage": STAGES["stage"],
    **_ABOUT,
    "outcome": STAGES["outcome"],
    "extension_working_days": STAGES["extension_working_days"],
}
SURVEYS: Words = {
    "activity_date": (
        "answered date",
        "response date",
        "submitted",
        "completed",
        "survey date",
        "date submitted",
        *_RECEIVED,
    ),
    **_ABOUT,
    "survey": ("survey", "survey name", "form", "questionnaire"),
    "age_band": ("age band", "age group", "age"),
    "comment": ("comment", "comments", "free text", "feedback", "verbatim", "anything else"),
}
REPORTED: Words = {
    "from_date": ("from date", "period start", "start date", "quarter start", "from"),
    "to_date": ("to date", "period end", "end date", "quarter end", "to"),
    "measure": ("measure", "indicator", "kpi", "metric", "performance indicator"),
    "provider": ("provider", "contractor", "partner", "supplier", "organisation"),
    "service": _ABOUT["service"],
    "numerator": ("numerator", "count", "number"),
    "denominator": ("denominator", "out of", "total"),
    "value": ("value", "result", "actual", "performance", "score"),
    "evidence": ("evidence", "notes", "source"),
}
_ROTA: Words = {
    "activity_date": ("date", "day", "shift date", "rota date", "work date", "roster date"),
    "service": ("service", "service area", "department"),
    "queue": ("queue", "skill", "line"),
    "channel": _ABOUT["channel"],
}
ROTA_HALF_HOURS: Words = {
    **_ROTA,
    "start": ("start", "start time", "interval start", "interval", "half hour", "time", "from"),
    "agents": (
        "agents",
        "agents on duty",
        "advisers on duty",
        "staff on duty",
        "rostered",
        "rostered staff",
        "headcount",
    ),
}
ROTA_SHIFTS: Words = {
    **_ROTA,
    "start": ("start", "shift start", "start time", "from"),
    "end": ("end", "shift end", "end time", "finish", "finish time", "to", "until"),
    "break_start": ("break start", "lunch start", "break from"),
    "break_end": ("break end", "lunch end", "break to"),
    "worker": ("worker", "employee", "staff number", "employee number", "agent", "adviser", "staff"),
    "team": ("team",),
    "people": ("people", "headcount", "number of staff"),
}
_AREA = tuple(f"lad{year:02d}cd" for year in range(30, 8, -1))
POSTCODES: Words = {
    "postcode": ("pcds", "pcd8", "pcd7", "pcd2", "pcd"),
    "terminated_month": ("doterm", "date of termination", "terminated"),
    "ward_code": ("osward", *(f"wd{year:02d}cd" for year in range(30, 8, -1))),
    "area_code": ("oslaua", "laua", *_AREA),
}
COUNCILLORS: Words = {
    "name": ("councillor", "councillor name", "name"),
    "ward": ("ward", "ward name", "division"),
    "party": ("party", "political group", "political party"),
    "email": ("email", "email address", "e mail"),
    "telephone": ("telephone", "telephone number", "phone", "tel"),
    "link": ("link", "web page", "url", "profile"),
}
WARD_BOUNDARIES: Words = {
    "outline": ("geometry",),
    "ward_name": ("name", *(f"wd{year:02d}nm" for year in range(30, 8, -1))),
    "ward_code": ("code", *(f"wd{year:02d}cd" for year in range(30, 8, -1))),
    "area_code": _AREA,
}
KINDS_GUESSED: Mapping[str, Words] = {
    "contacts": CONTACTS,
    "contact_intervals": INTERVALS,
    "complaints": COMPLAINTS,
    "complaint_stages": STAGES,
    "complaint_events": EVENTS,
    "survey_responses": SURVEYS,
    "stated_results": REPORTED,
    "rota_half_hours": ROTA_HALF_HOURS,
    "rota_shifts": ROTA_SHIFTS,
    "postcodes": POSTCODES,
    "councillors": COUNCILLORS,
    "ward_boundaries": WARD_BOUNDARIES,
}
"""Our columns of each kind a file may be of."""

TELLING: Mapping[str, tuple[str, ...]] = {
    "contact_intervals": ("calls_offered", "calls_answered", "calls_abandoned"),
    "complaints": ("stage_1_responded_date", "stage_1_opened_date", "stage_2_opened_date", "stage_1_outcome"),
    "complaint_stages": ("stage", "complaint_id"),
    "complaint_events": ("event", "complaint_id"),
    "survey_responses": ("survey", "comment"),
    "stated_results": ("measure", "from_date", "to_date"),
    "rota_half_hours": ("start", "agents"),
    "postcodes": ("ward_code", "area_code", "terminated_month"),
    "councillors": ("party", "name"),
    "ward_boundaries": ("outline", "ward_code"),
    "rota_shifts": ("start", "end", "worker", "break_start"),
}
"""Columns that tell a kind from the others."""

HINTS: Mapping[str, tuple[str, ...]] = {
    "complaints": ("complaint",),
    "complaint_stages": ("complaint",),
    "complaint_events": ("complaint",),
    "survey_responses": ("survey", "respondent", "satisf", "recommend", "rating", "how likely", "feedback"),
    "rota_half_hours": ("rota", "roster", "on duty"),
    "rota_shifts": ("shift",),
}
"""Parts of names, of whatever column, that hint at a kind."""

CHANNEL_WORDS: Mapping[str, Channel] = {
    **{one.value.replace("_", " "): one for one in Channel},
    **dict.fromkeys(("call", "telephone", "voice", "tel", "inbound call", "telephone call"), Channel.PHONE),
    **dict.fromkeys(("face to face", "in person", "counter", "walk in", "reception", "f2f"), Channel.VISIT),
    **dict.fromkeys(("e mail", "email message"), Channel.EMAIL),
    **dict.fromkeys(("post", "postal mail", "mail", "white mail"), Channel.LETTER),
    **dict.fromkeys(("online", "website", "web form", "webform", "portal", "self service", "e form"), Channel.WEB),
    **dict.fromkeys(("web chat", "webchat", "live chat"), Channel.CHAT),
    **dict.fromkeys(("twitter", "facebook", "social", "instagram"), Channel.SOCIAL_MEDIA),
    **dict.fromkeys(("sms", "text"), Channel.TEXT_MESSAGE),
    **dict.fromkeys(("fax", "referral"), Channel.OTHER),
}
DATE_FORMATS = (
    "%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y", "%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y %H:%M", "%m/%d/%Y",
    "%d-%m-%Y %H:%M", "%d-%m-%Y", "%d.%m.%Y", "%d-%b-%Y", "%d %b %Y", "%d %B %Y", "%d/%m/%y", "%Y/%m/%d",
)  # fmt: skip
"""Ways of writing dates besides ISO 8601, the usual ones here first."""
