"""What is planted in figures about staff, accreditations, maps and contractors, by council."""

from datetime import date

from sample_data.planted.truth import Truth

NENEBRIDGE_TRAINED = 0.93
ACCREDITED_UNTIL = date(2026, 11, 30)
WASTE_CONTRACTOR, ROADS_CONTRACTOR = "Nenebridge Waste Services", "Causeway Roads Alliance"
ROADS_SILENT = (date(2026, 4, 1), date(2026, 7, 1))  # first days of the quarters it sent nothing for
REPAIRS_CONTRACTOR = "Vale Repairs Alliance"
REPAIRS_SILENT = (date(2026, 7, 1),)
OUSEFORD_LEISURE = "Ouseford Leisure Trust"
OUSEFORD_SILENT = (date(2025, 1, 1),)
COUNTY_ROADS = "Thamesmere Roads Alliance"
COUNTY_ROADS_SILENT = (date(2026, 4, 1),)

LAYERS_UPDATED = {
    "highways": ((date(2024, 7, 1), date(2024, 3, 4)), (date(2025, 3, 14), date(2025, 3, 14))),
    "planning": ((date(2024, 7, 1), date(2024, 5, 20)), (date(2025, 9, 1), date(2025, 9, 1)), (date(2026, 9, 2), date(2026, 9, 2))),
    "waste": ((date(2024, 7, 1), date(2024, 6, 30)), (date(2025, 7, 4), date(2025, 7, 4)), (date(2026, 7, 20), date(2026, 7, 20))),
}  # fmt: skip
"""Of each service's oldest map layer: from when, and the day it was last updated."""

TRUTHS = (
    Truth("nenebridge", "trained", "Staff trained, September 2026", NENEBRIDGE_TRAINED, 0.005),
    Truth("nenebridge", "accreditation", "Days left of the call centre's accreditation on 31 October 2026", 30, 0),
    Truth("nenebridge", "roads_silent", "Quarterly returns the roads contractor did not send", len(ROADS_SILENT), 0),
    Truth("loddonvale", "oldest_layer", "Days since the oldest map layer was updated, 31 October 2026", 596, 0),
    Truth(
        "loddonvale", "repairs_silent", "Quarterly returns the repairs contractor did not send", len(REPAIRS_SILENT), 0
    ),
    Truth("ouseford", "trained", "Staff trained, September 2026", 0.9, 0.015),
    Truth("thamesmere", "trained", "Staff trained, September 2026", 0.76, 0.005),
)
