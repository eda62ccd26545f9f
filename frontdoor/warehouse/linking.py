"""Adds to one source's contacts what another source knows of them through a key the council says they share; never counts."""

from collections.abc import Iterable

import duckdb

from frontdoor.errors import StrategyError
from frontdoor.schema.records import CONTACT_ATTRIBUTES
from frontdoor.strategy.council import Council, SharedKey
from frontdoor.warehouse.touched import TouchedDays, days_of_rows, widen_to_partners

ADDED = (*CONTACT_ATTRIBUTES, "customer", "is_avoidable", "is_resolved_first")
"""The columns one source may add to another's contacts."""
_OF_CASES = CONTACT_ATTRIBUTES
"""Those of them that describe a case."""


def link_attributes(connection: duckdb.DuckDBPyConnection, council: Council) -> None:
    """Fill the gaps of `contacts_kept` and `case_rows` from the sources linked to theirs; what a row says itself stays."""
    for key in council.shared_keys:
        refuse_counts(key)
        _fill_gaps(connection, "contacts_kept", key, key.attributes)
        _fill_gaps(connection, "case_rows", key, tuple(name for name in key.attributes if name in _OF_CASES))


def refuse_counts(key: SharedKey) -> None:
    """Raise StrategyError where a shared key would add anything but a description."""
    wrong = [name for name in key.attributes if name not in ADDED]
    if wrong:
        raise StrategyError(
            f"council.toml: shared_key from {key.source} to {key.to_source}: {wrong[0]} cannot be added from another source. "
            f"Use {', '.join(ADDED)}."
        )


def _fill_gaps(connection: duckdb.DuckDBPyConnection, table: str, key: SharedKey, attributes: Iterable[str]) -> None:
    names = tuple(attributes)
    if not names:
        return
    filled = ", ".join(f"{name} = {_first_known(table, name)}" for name in names)
    known = ", ".join(f"arg_max({name}, (started_local, contact_id)) as {name}" for name in names)
    connection.execute(
        f"update {table} set {filled} from (select {key.column} as shared, {known} from contacts "
        f"where source = $source and {key.column} is not null group by {key.column}) as linked "
        f"where {table}.source = $to_source and {table}.{key.to_column} = linked.shared",
        {"source": key.source, "to_source": key.to_source},
    )


def _first_known(table: str, name: str) -> str:
    own = f"{table}.{name}"
    if name in {"is_avoidable", "is_resolved_first"}:
        return f"coalesce({own}, linked.{name})"
    return f"coalesce(nullif({own}, 'unknown'), linked.{name}, {own})"


def linked_days(connection: duckdb.DuckDBPyConnection, council: Council) -> TouchedDays:
    """Return the days of the contacts to which the rows of the table or view `changed` add something, and of their partners."""
    if not council.shared_keys:
        return TouchedDays()
    connection.execute("create or replace temp table adding_rows as from changed")
    touched = TouchedDays()
    for key in council.shared_keys:
        adding = f"select {key.column} from adding_rows where source = {_quoted(key.source)}"
        linked = f"from contacts where source = {_quoted(key.to_source)} and {key.to_column} in ({adding})"
        connection.execute(f"create or replace temp view changed as {linked}")
        touched |= widen_to_partners(connection, "contacts", days_of_rows(connection, "contacts", "changed"))
    return touched


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


def note_given(connection: duckdb.DuckDBPyConnection, council: Council) -> None:
    """Count an attribute added through a shared key as given by the source it is added to (the table `given`)."""
    for key in council.shared_keys:
        names = [name for name in key.attributes if name in CONTACT_ATTRIBUTES]
        connection.execute(
            "update given set attributes = list_sort(list_distinct(list_concat(given.attributes, "
            "list_intersect(adding.attributes, cast($names as varchar[]))))) "
            "from given as adding where given.source = $to_source and adding.source = $source",
            {"names": names, "to_source": key.to_source, "source": key.source},
        )
