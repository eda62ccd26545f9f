"""Makes the files the benchmarks load: months of invented contacts as one CSV with a few dirty rows, and a day's file after it."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from sample_data.generator import GeneratedFile, generate

COUNCIL = "trentside"
DAILY_ROWS = 10_000
DIRTY_EVERY = 1_000  # one row in a thousand names no known channel, one in a thousand comes twice
_TIMES = "%Y-%m-%dT%H:%M:%S"


@dataclass(frozen=True, slots=True)
class Files:
    """The folder of one size, and what stands in it."""

    folder: Path

    @property
    def contacts(self) -> Path:
        return self.folder / "contacts.csv"

    @property
    def daily(self) -> Path:
        return self.folder / "daily.csv"


def make(folder: str, rows: str) -> dict[str, float]:
    """Write both files into `folder`, about `rows` contacts in all; the newest DAILY_ROWS of them are the daily file."""
    files = Files(Path(folder))
    made = generate(COUNCIL, files.folder / "made", contacts=int(rows))
    history, latest = made[0], made[1]
    with duckdb.connect(config={"memory_limit": "2GB", "temp_directory": str(files.folder / "spill")}) as connection:
        connection.execute(f"create view every_contact as {_every_contact(connection, history, latest)}")
        cut = connection.execute(
            f"select started_at from every_contact order by started_at desc limit 1 offset {DAILY_ROWS}"
        ).fetchone()
        assert cut is not None, f"{rows} rows are too few to set a day of {DAILY_ROWS} apart"
        before = f"from every_contact where started_at <= timestamp '{cut[0]}'"
        _copy(connection, f"{_DIRTIED} {before} union all by name select * {before} and {_SECOND}", files.contacts)
        _copy(connection, f"select * from every_contact where started_at > timestamp '{cut[0]}'", files.daily)
    for one in made:
        one.path.unlink()
    return {"bytes": files.contacts.stat().st_size}


def _every_contact(connection: duckdb.DuckDBPyConnection, history: GeneratedFile, latest: GeneratedFile) -> str:
    if history.path.suffix == ".csv":
        return f"select * from read_csv(['{history.path}', '{latest.path}'])"
    types = connection.execute(f"describe from read_parquet('{history.path}')").fetchall()
    same = ", ".join(f"cast({row[0]} as {row[1]}) as {row[0]}" for row in types)
    return (
        f"select * from read_parquet('{history.path}') "
        f"union all by name select {same} from read_csv('{latest.path}', all_varchar = true)"
    )


def _copy(connection: duckdb.DuckDBPyConnection, sql: str, path: Path) -> None:
    connection.execute(f"copy ({sql}) to '{path}' (header, timestampformat '{_TIMES}')")


_SECOND = f"hash(contact_id) % {DIRTY_EVERY} = 3"
_DIRTIED = f"select * replace (case when hash(contact_id) % {DIRTY_EVERY} = 7 then 'smoke' else channel end as channel)"
