"""What a careful person should know about postcodes, councillors and ward outlines: how many, and what is missing in them."""

import duckdb

from frontdoor.intake.report import Finding, FindingKind

_COUNTED = {
    "postcodes": (
        ("{} postcodes in use.", "terminated_month is null", True),
        (
            "{} terminated postcodes, kept so that they can be told from wrong ones.",
            "terminated_month is not null",
            False,
        ),
        ("No ward is given for {} postcodes in use.", "terminated_month is null and ward_code is null", False),
    ),
    "councillors": (
        ("{} councillors.", "true", True),
        (
            "{} councillors have neither an email address nor a telephone number.",
            "email is null and telephone is null",
            False,
        ),
    ),
    "ward_boundaries": (
        ("{} wards with an outline.", "true", True),
        ("{} wards have no code: postcodes cannot be matched to them.", "ward_code is null", False),
    ),
}
"""For each kind: the sentence, the rows it counts, and whether it is also said of none."""


def place_findings(connection: duckdb.DuckDBPyConnection, kind: str) -> list[Finding]:
    """Return the findings of one kind of places; reads the view `incoming`."""
    found = []
    for words, condition, is_always_said in _COUNTED[kind]:
        row = connection.execute(f"select count(*) from incoming where {condition}").fetchone()
        number = int(row[0]) if row else 0
        if number or is_always_said:
            found.append(Finding(FindingKind.COVERAGE, words.format(f"{number:,}"), number))
    return found
