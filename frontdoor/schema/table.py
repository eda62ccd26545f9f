"""What a table is: named, typed, explained columns and the grain of one row."""

from dataclasses import dataclass

import polars as pl
from polars.datatypes import DataType, DataTypeClass

type_of = DataType | DataTypeClass

_SQL_TYPES: dict[type_of, str] = {
    pl.String: "varchar",
    pl.Int64: "bigint",
    pl.Int32: "integer",
    pl.Float64: "double",
    pl.Boolean: "boolean",
    pl.Date: "date",
    pl.UInt64: "ubigint",
    pl.Datetime("us"): "timestamp",
    pl.List(pl.String): "varchar[]",
    pl.List(pl.Int64): "bigint[]",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, Polars type, whether nulls are allowed, and what it holds (with unit)."""

    name: str
    type: type_of
    meaning: str
    nullable: bool = True

    @property
    def sql_type(self) -> str:
        return _SQL_TYPES[self.type]


@dataclass(frozen=True, slots=True)
class Table:
    """A table that crosses a layer; `grain` says what one row is."""

    name: str
    grain: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @property
    def polars_schema(self) -> pl.Schema:
        return pl.Schema({column.name: column.type for column in self.columns})

    @property
    def sql_columns(self) -> str:
        """Return the column list of a `create table`, in order."""
        return ", ".join(
            f"{column.name} {column.sql_type}{'' if column.nullable else ' not null'}" for column in self.columns
        )

    def empty(self) -> pl.DataFrame:
        return pl.DataFrame(schema=self.polars_schema)


def text(name: str, meaning: str, *, nullable: bool = True) -> Column:
    """Return a column of text."""
    return Column(name, pl.String, meaning, nullable)


def whole(name: str, meaning: str, *, nullable: bool = True) -> Column:
    """Return a column of whole numbers."""
    return Column(name, pl.Int64, meaning, nullable)


def wholes(name: str, meaning: str, *, nullable: bool = True) -> Column:
    """Return a column of lists of whole numbers."""
    return Column(name, pl.List(pl.Int64), meaning, nullable)


def flag(name: str, meaning: str, *, nullable: bool = True) -> Column:
    """Return a column of yes or no."""
    return Column(name, pl.Boolean, meaning, nullable)


def date(name: str, meaning: str, *, nullable: bool = True) -> Column:
    """Return a column of local dates."""
    return Column(name, pl.Date, meaning, nullable)


def moment(name: str, meaning: str, *, nullable: bool = True) -> Column:
    """Return a column of times to the microsecond, without a zone."""
    return Column(name, pl.Datetime("us"), meaning, nullable)


def number(name: str, meaning: str, *, nullable: bool = True) -> Column:
    """Return a column of decimal numbers."""
    return Column(name, pl.Float64, meaning, nullable)
