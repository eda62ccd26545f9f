"""Every truth planted in the sample, by family; README.md lists them and tests find each again."""

from sample_data.planted import complaints, contacts, pilots, reported, rotas, supporting, surveys
from sample_data.planted.truth import Truth

TRUTHS: tuple[Truth, ...] = (
    *contacts.TRENTSIDE_TRUTHS,
    *contacts.OTHER_TRUTHS,
    *pilots.TRENTSIDE_TRUTHS,
    *pilots.OTHER_TRUTHS,
    *complaints.TRUTHS,
    *surveys.TRUTHS,
    *reported.TRUTHS,
    *supporting.TRUTHS,
    *rotas.TRUTHS,
)
"""What README.md lists, in its order."""


def truths_as_markdown() -> str:
    """Return the table README.md must hold."""
    lines = ["| Council | What was planted | Value | Found again within |", "|---|---|---|---|"]
    lines += [f"| {truth.council} | {truth.what} | {truth.value:g} | {truth.within:g} |" for truth in TRUTHS]
    return "\n".join(lines)
