"""Words that are hard to read and what to say instead: our own list, of words that councils' reports use.

It is no published list. It was put together from what Frontdoor's own pages say and what committee papers say of customer
services, by the rules for Easy Read of GOV.UK ("Accessible communication formats": everyday words, no jargon, full words).
"""

INSTEAD = {
    "abandoned": "gave up", "abandonment": "giving up", "accessible": "easy to use", "accordance": "as",
    "acknowledge": "tell you we got it", "acknowledged": "told you we got it", "acknowledgement": "note that we got it",
    "additional": "more", "advise": "tell", "allocate": "give", "alternative": "other", "anticipate": "expect",
    "apparent": "clear", "approximately": "about", "assist": "help", "assistance": "help", "attribute": "kind",
    "avoidable": "not needed", "baseline": "start", "benchmark": "compare", "cease": "stop", "clarify": "make clear",
    "commence": "start", "commenced": "started", "component": "part", "comprise": "have", "concerning": "about",
    "consequently": "so", "consult": "ask", "consultation": "asking people", "contacts": "times people got in touch",
    "currently": "now", "demand": "how many people need us", "demographic": "group of people", "deploy": "use",
    "deprivation": "being poor", "designated": "chosen", "determine": "find out", "digital": "online",
    "discontinue": "stop", "disclose": "tell", "due to": "because of", "endeavour": "try", "enquiries": "questions",
    "enquiry": "question", "ensure": "make sure", "equitable": "fair", "escalate": "pass on", "escalated": "passed on",
    "evaluate": "check", "evaluation": "check", "expedite": "speed up", "expenditure": "spending", "facilitate": "help",
    "failure demand": "calls that were not needed", "forecast": "best guess", "framework": "plan", "frequently": "often",
    "fulfil": "do", "generation": "version", "governance": "who decides", "implement": "do", "implementation": "doing it",
    "in accordance with": "as", "in order to": "to", "in respect of": "about", "inform": "tell", "initial": "first",
    "initiate": "start", "initiative": "plan", "insufficient": "not enough", "intervention": "help", "interim": "for now",
    "key performance indicator": "number we watch", "leverage": "use", "liaise": "talk", "mandatory": "must",
    "maximise": "make the most of", "methodology": "way", "minimise": "make small", "mitigate": "make less bad",
    "modify": "change", "monitor": "watch", "monitoring": "watching", "necessitate": "need", "net satisfaction": "score",
    "notify": "tell", "numerous": "many", "objective": "aim", "obtain": "get", "occupancy": "how busy we are",
    "operational": "working", "optimise": "make better", "outcome": "what happened", "participate": "take part",
    "percentage": "how many in every 100", "perform": "do", "performance": "how we are doing", "pilot": "test",
    "prior to": "before", "prioritise": "do first", "procedure": "way to do it", "procure": "buy", "proportion": "share",
    "provision": "what we give", "purchase": "buy", "receive": "get", "regarding": "about", "remedy": "way to put it right",
    "request": "ask", "require": "need", "requirement": "need", "resident": "person who lives here",
    "residents": "people who live here", "resolution": "answer", "resolve": "sort out", "resolved": "sorted out",
    "respond": "answer", "response": "answer", "retrospective": "looking back", "robust": "strong",
    "scrutinise": "check", "scrutiny": "checking", "stakeholder": "person who cares", "statistically": "by maths",
    "statutory": "by law", "strategic": "long term", "strategy": "plan", "submit": "send", "subsequently": "later",
    "sufficient": "enough", "sustainable": "lasting", "target": "what we aim for", "terminate": "end",
    "threshold": "line", "tolerance": "how far off is all right", "transaction": "thing you do with us",
    "transform": "change", "transformation": "change", "trend": "way it is going", "upheld": "we agreed",
    "utilise": "use", "variance": "difference", "verdict": "what we found", "via": "by", "whilst": "while",
}  # fmt: skip
"""What to say instead, by the hard word or words, all lower case."""

SHORTENED = {
    "aren’t": "are not", "can’t": "cannot", "couldn’t": "could not", "didn’t": "did not", "doesn’t": "does not",
    "don’t": "do not", "hasn’t": "has not", "haven’t": "have not", "isn’t": "is not", "it’s": "it is",
    "shouldn’t": "should not", "they’re": "they are", "wasn’t": "was not", "we’ll": "we will", "we’re": "we are",
    "we’ve": "we have", "weren’t": "were not", "won’t": "will not", "wouldn’t": "would not", "you’re": "you are",
}  # fmt: skip
"""Shortened words, which Easy Read says in full (Norfolk County Council, "Write in short, clear sentences")."""
