"""Where people live and who speaks for them: postcodes, councillors and the outlines of wards, each file the whole of its list."""

from frontdoor.schema.records import KEY_COLUMNS, KINDS
from frontdoor.schema.table import Table, date, text, whole

POSTCODES = Table(
    "postcodes",
    "one postcode, live or terminated",
    (
        text("postcode", "in capitals without a space, NG241AA", nullable=False),
        text("ward_code", "the code of its ward; null where it has none, or a code that stands for none"),
        text("area_code", "the code of the council whose area it is in; null where not given"),
        date("terminated_month", "first day of the month it ceased; null while it is in use"),
    ),
)
COUNCILLORS = Table(
    "councillors",
    "one councillor of one ward",
    (
        text("councillor_id", "ward and name: the key", nullable=False),
        text("ward", "the ward's name or code, as the list has it", nullable=False),
        text("name", "as the list has it", nullable=False),
        text("party", "as the list has it"),
        text("email", "the councillor's council address"),
        text("telephone", "as the list has it"),
        text("link", "the councillor's own page, http or https only"),
    ),
)
WARD_BOUNDARIES = Table(
    "ward_boundaries",
    "one ward",
    (
        text("ward_id", "its code, or its name where it has none: the key", nullable=False),
        text("ward_code", "the code postcodes name it by"),
        text("ward_name", "its name", nullable=False),
        text("area_code", "the code of its council; null where not given"),
        text("outline", "JSON: polygons, each a list of rings, each a list of [x, y]", nullable=False),
    ),
)
PLACES: dict[str, Table] = {table.name: table for table in (POSTCODES, COUNCILLORS, WARD_BOUNDARIES)}
"""The kinds of file that say where things are: kept beside the data versions, the newest load of a kind being in force."""

PLACE_KEYS = {"postcodes": "postcode", "councillors": "councillor_id", "ward_boundaries": "ward_id"}
"""The column that identifies a row."""

READ_KINDS: dict[str, Table] = {**KINDS, **PLACES}
"""Every kind a file may be of."""
READ_KEYS = {**KEY_COLUMNS, **PLACE_KEYS}
"""The column that identifies a row of each kind within its source."""

BEGINNINGS = Table(
    "beginnings",
    "ward_code, area_code",
    (
        text("ward_code", "the ward; null where postcodes have none"),
        text("area_code", "its council; null where not given"),
        whole("postcodes", "postcodes in use there that begin so", nullable=False),
        text("example", "the first of them", nullable=False),
    ),
)
