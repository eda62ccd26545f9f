"""Every measure Frontdoor knows, by key; adding one from counts we have is adding one entry."""

from frontdoor.measures.complaints import COMPLAINT
from frontdoor.measures.contact import CONTACT
from frontdoor.measures.measure import Measure
from frontdoor.measures.phone import PHONE
from frontdoor.measures.reported import REPORTED
from frontdoor.measures.surveys import SURVEY

CATALOGUE: dict[str, Measure] = {measure.key: measure for measure in (*CONTACT, *PHONE, *COMPLAINT, *SURVEY, *REPORTED)}
"""Measures by key, in the order they are listed."""
