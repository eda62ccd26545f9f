"""Exports as they were taken on a day: what was not yet known then is blank, and later files bring the rest."""

from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import polars as pl

_LATER = ("replied_at", "completed_at")
_ROWS_HELD = 1_500_000  # about 220 MB
_MOMENTS = "%Y-%m-%dT%H:%M:%S"


def as_known(rows: pl.DataFrame, at: datetime) -> pl.DataFrame:
    """Return `rows` as an export taken at `at` shows them: later replies and completions blank, `updated_at` to match."""
    known = rows.with_columns(pl.when(pl.col(name) <= at).then(pl.col(name)).alias(name) for name in _LATER)
    ended = pl.col("started_at") + pl.duration(seconds=pl.sum_horizontal("seconds_waited", "seconds_handled"))
    return known.with_columns(pl.max_horizontal(ended, *_LATER).alias("updated_at"))


def changed_between(rows: pl.DataFrame, after: datetime, until: datetime) -> pl.DataFrame:
    """Return the rows whose reply or completion came after one export and by the next."""
    is_new = [(pl.col(name) > after) & (pl.col(name) <= until) for name in _LATER]
    return as_known(rows.filter(pl.any_horizontal(*is_new).fill_null(value=False)), until)


class CsvExport:
    """A CSV written a piece at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.rows = 0
        self._file: BinaryIO = path.open("wb")

    def add(self, rows: pl.DataFrame) -> None:
        rows.write_csv(self._file, include_header=self.rows == 0, datetime_format=_MOMENTS)
        self.rows += rows.height

    def close(self) -> None:
        self._file.close()
        if not self.rows:
            self.path.unlink()


class ParquetExport:
    """A Parquet file written a piece at a time: held in memory while small, else pieces side by side streamed into one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.rows = 0
        self._held: list[pl.DataFrame] = []
        self._pieces: list[Path] = []

    def add(self, rows: pl.DataFrame) -> None:
        self._held.append(rows)
        self.rows += rows.height
        if sum(held.height for held in self._held) > _ROWS_HELD:
            self._write_piece()

    def close(self) -> None:
        if not self._pieces and self._held:
            pl.concat(self._held).write_parquet(self.path, compression="zstd", compression_level=1, statistics=False)
        elif self._pieces:
            self._write_piece()
            pieces = pl.scan_parquet(self._pieces)
            pieces.sink_parquet(self.path, compression="zstd", compression_level=1, maintain_order=True)
        for piece in self._pieces:
            piece.unlink()

    def _write_piece(self) -> None:
        if self._held:
            piece = self.path.with_name(f".{self.path.name}.{len(self._pieces):04d}")
            pl.concat(self._held).write_parquet(piece, compression="lz4", statistics=False)
            self._pieces.append(piece)
            self._held = []
