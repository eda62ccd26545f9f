"""What each council's human resources, web and mapping teams and contractors report of themselves: all invented."""

from collections.abc import Callable
from datetime import date

from sample_data.generator.reported.returned import Return
from sample_data.generator.reported.series import dates, shares
from sample_data.planted import reported as planted
from sample_data.planted import supporting

_ESTABLISHMENT, _LEARNING, _PAYROLL = "Establishment list", "e-learning", "Payroll, absence codes"
_CMS, _GIS = "Content management system, day last checked", "Map server, day last updated"


def trentside() -> list[Return]:
    """Return appraisals, and web pages by service; benefits reports none of its pages."""
    web = "Trentside web team"
    pages = {
        "waste": (64, 0.10, 0.22),
        "planning": (120, 0.18, 0.12),
        "council_tax": (48, 0.05, 0.06),
        "housing": (82, 0.09, 0.08),
    }
    return [
        *shares(planted.STAFFING, "appraisal_coverage", 118, (0.72, 0.81), evidence="Appraisals signed"),
        *_by_service(web, "web_pages_out_of_date", pages, _CMS),
    ]


def nenebridge() -> list[Return]:
    """Return training, appraisal and retention, the call centre's accreditation, and two contractors, one fallen silent."""
    staff = "Nenebridge human resources"
    return [
        *shares(staff, "training_coverage", 214, (0.78, supporting.NENEBRIDGE_TRAINED), evidence=_LEARNING),
        *shares(staff, "appraisal_coverage", 190, (0.81, 0.88), evidence="Appraisals signed"),
        *shares(staff, "staff_retention", 205, (0.90, 0.84), evidence=_ESTABLISHMENT),
        *shares(staff, "vacancy_rate", 228, (0.06, 0.11), evidence=_ESTABLISHMENT),
        *shares(staff, "sickness_absence", 201, (2.1, 2.9), evidence=_PAYROLL),
        *_accredited(),
        *shares(supporting.WASTE_CONTRACTOR, "missed_bins_put_right_in_2_days", 2_410, (0.94, 0.95), service="waste", evidence="Round sheets"),
        *shares(
            supporting.ROADS_CONTRACTOR, "potholes_made_safe_in_time", 880, (0.91, 0.86), service="highways",
            evidence="Works orders", leaving_out=supporting.ROADS_SILENT,
        ),
    ]  # fmt: skip


def _accredited() -> list[Return]:
    """Return the last day of the call centre's certificate, stated each December when it is renewed."""
    return [
        Return(
            "Nenebridge call centre", "accreditation_days_left", date(year, 12, 1), date(year, 12, 31), None, None,
            str(date(year + 1, 11, 30)), evidence="Customer Service Excellence certificate, invented",
        )
        for year in (2024, 2025)
    ]  # fmt: skip


def loddonvale() -> list[Return]:
    """Return map layers and web pages by service, staff, and a repairs contractor whose last return did not come."""
    maps, web, staff = "Loddonvale mapping team", "Loddonvale web team", "Loddonvale human resources"
    layers = {"highways": (41, 0.20, 0.34), "planning": (36, 0.12, 0.09), "waste": (22, 0.14, 0.13)}
    pages = {
        "planning": (96, 0.14, 0.11),
        "waste": (52, 0.10, 0.12),
        "council_tax": (44, 0.07, 0.05),
        "housing": (70, 0.16, 0.15),
    }
    return [
        *_layers(maps),
        *_by_service(maps, "map_layers_out_of_date", layers, _GIS),
        *_by_service(web, "web_pages_out_of_date", pages, _CMS),
        *shares(staff, "training_coverage", 164, (0.70, 0.82), evidence=_LEARNING),
        *shares(staff, "vacancy_rate", 171, (0.08, 0.07), evidence=_ESTABLISHMENT),
        *shares(staff, "sickness_absence", 158, (2.3, 2.2), evidence=_PAYROLL),
        *shares(
            supporting.REPAIRS_CONTRACTOR, "repairs_done_on_the_first_visit", 1_260, (0.83, 0.88), service="housing",
            evidence="Job sheets", leaving_out=supporting.REPAIRS_SILENT,
        ),
    ]  # fmt: skip


def _layers(maps: str) -> list[Return]:
    """Return the day each service's oldest map layer was last updated, as each quarter's return states it."""
    updated = supporting.LAYERS_UPDATED
    stated = [dates(maps, "map_layer_age", updated[service], service=service, evidence=_GIS) for service in updated]
    return [one for each in stated for one in each]


def ouseford() -> list[Return]:
    """Return staff figures and a leisure trust's, level throughout; one return of the trust was never sent."""
    staff = "Ouseford human resources"
    return [
        *shares(staff, "training_coverage", 84, (0.90, 0.90), evidence=_LEARNING),
        *shares(staff, "vacancy_rate", 88, (0.05, 0.05), evidence=_ESTABLISHMENT),
        *shares(staff, "sickness_absence", 82, (2.0, 2.0), evidence=_PAYROLL),
        *shares(
            supporting.OUSEFORD_LEISURE, "leisure_visitors_satisfied", 260, (0.88, 0.88), evidence="Exit survey",
            leaving_out=supporting.OUSEFORD_SILENT,
        ),
    ]  # fmt: skip


def thamesmere() -> list[Return]:
    """Return training of all employees, staff of social care, and a roads contractor with one return missing."""
    staff = "Thamesmere human resources"
    return [
        *shares(staff, "training_coverage", 1_840, (0.70, 0.76), evidence=_LEARNING),
        *shares(staff, "vacancy_rate", 620, (0.18, 0.15), service="adult_social_care", evidence=_ESTABLISHMENT),
        *shares(staff, "vacancy_rate", 310, (0.07, 0.08), service="libraries", evidence=_ESTABLISHMENT),
        *shares(staff, "sickness_absence", 560, (3.1, 3.0), service="adult_social_care", evidence=_PAYROLL),
        *shares(
            supporting.COUNTY_ROADS, "potholes_made_safe_in_time", 3_150, (0.88, 0.90), service="highways",
            evidence="Works orders", leaving_out=supporting.COUNTY_ROADS_SILENT,
        ),
    ]  # fmt: skip


def _by_service(
    provider: str, measure: str, levels: dict[str, tuple[int, float, float]], evidence: str
) -> list[Return]:
    return [
        one
        for service, (out_of, first, last) in levels.items()
        for one in shares(provider, measure, out_of, (first, last), service=service, evidence=evidence)
    ]


OF_COUNCIL: dict[str, Callable[[], list[Return]]] = {
    "trentside": trentside,
    "nenebridge": nenebridge,
    "loddonvale": loddonvale,
    "ouseford": ouseford,
    "thamesmere": thamesmere,
}
"""What is reported in each council besides Trentside's partners and staffing."""
