"""A small file in the shape of Boston's public requests of 2015; the rows are invented, so it stays in tests."""

import csv
from datetime import datetime, timedelta
from pathlib import Path

COLUMNS = ("case_id", "open_dt", "closed_dt", "target_dt", "source", "subject", "queue", "type", "ward")
CASES, FIRST = 400, datetime(2015, 9, 1, 8)  # about four a day until the middle of December
SOURCES = ("Constituent Call", "Citizens Connect App", "Self Service", "City Worker App")


def write_public_requests(file: Path) -> Path:
    """Write cases in three subjects; every fourth was made by staff and is not customer contact."""
    with file.open("w", newline="", encoding="utf-8") as opened:
        writer = csv.writer(opened)
        writer.writerow(COLUMNS)
        writer.writerows(_case(number) for number in range(CASES))
    return file


def _case(number: int) -> tuple[object, ...]:
    began = FIRST + timedelta(hours=6.5 * number)
    done, due = began + timedelta(days=number % 7), began + timedelta(days=4)
    subject = ("Parks", "Streets", "Animal Control")[number % 3]
    return (100_000 + number, began, done, due, SOURCES[number % 4], subject, "Q1", "Request", f"0{number % 5 + 1}")
