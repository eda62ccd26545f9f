"""What a load tells: what became of every row, and what a careful person should know about the file."""

from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path


class FindingKind(StrEnum):
    """What a finding is about."""

    COVERAGE = "coverage"
    GAP = "gap"
    UNKNOWN_VALUE = "unknown_value"
    JUMP = "jump"
    NULLED_DATE = "nulled_date"
    CLOCK_CHANGE = "clock_change"
    UNLINKED = "unlinked"
    STATED_RATE = "stated_rate"
    DEFAULT_ADDRESS = "default_address"
    NOT_READ = "not_read"
    AMBIGUOUS_DATE = "ambiguous_date"
    SEVERAL_VALUES = "several_values"
    NO_ANSWER = "no_answer"
    NOT_ON_THE_SCALE = "not_on_the_scale"
    UNKNOWN_QUESTION = "unknown_question"
    NO_STAGE_1 = "no_stage_1"
    COMMENTS = "comments"
    MISSING_RETURN = "missing_return"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth knowing, as a sentence; `rows` is how many rows it is about, null where it is about none."""

    kind: FindingKind
    sentence: str
    rows: int | None = None
    column: str = ""
    value: str = ""
    first_date: date | None = None
    last_date: date | None = None

    def __str__(self) -> str:
        return self.sentence


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What became of every row of a file: read = loaded + corrected + unchanged + rejected + duplicates.

    `withdrawn` counts held rows a snapshot no longer has, `not_contact` sound rows that are not customer contact.
    """

    load_id: int
    source: str
    file: str
    read: int
    loaded: int
    corrected: int
    unchanged: int
    rejected: int
    duplicates: int
    withdrawn: int
    not_contact: int
    rejects_file: Path | None
    findings: tuple[Finding, ...]
    generation: int

    def __post_init__(self) -> None:
        parts = self.loaded + self.corrected + self.unchanged + self.rejected + self.duplicates
        if self.read != parts:
            raise ValueError(f"{self.read} rows were read but {parts} accounted for")

    def as_json(self) -> dict[str, object]:
        """Return the report as plain values for `json.dumps`."""
        told: dict[str, object] = {name: value for name, value in asdict(self).items() if name != "findings"}
        told["rejects_file"] = str(self.rejects_file) if self.rejects_file else None
        told["findings"] = [_plain(finding) for finding in self.findings]
        return told


def _plain(finding: Finding) -> dict[str, object]:
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in asdict(finding).items()
        if value not in {None, ""}
    }
