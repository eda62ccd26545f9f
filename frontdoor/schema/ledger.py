"""The ledger of loads: what was read from which file, what became of each row, and which days it covers."""

from frontdoor.schema.table import Table, date, moment, text, whole

LOADS = Table(
    "loads",
    "one load, in the order loaded; kept in both files of a generation",
    (
        whole("load_id", "number of the load; never reused", nullable=False),
        text("source", "name of the source", nullable=False),
        text("kind", "kind of record", nullable=False),
        text("file_name", "the file's name, made safe to show"),
        text("sha256", "hash of the file as delivered"),
        moment("loaded_at", "when it was loaded, UTC", nullable=False),
        whole("read", "rows read = loaded + corrected + unchanged + rejected + duplicates"),
        whole("loaded", "rows new to the records"),
        whole("corrected", "rows that replaced an older version"),
        whole("unchanged", "rows already held, or older than what is held"),
        whole("rejected", "rows that could not be loaded"),
        whole("duplicates", "rows repeated within the file"),
        whole("withdrawn", "held rows a snapshot no longer has"),
        whole("not_contact", "part of loaded: rows that are not customer contact"),
        date("from_date", "first local date in the file"),
        date("to_date", "last local date in the file"),
        date("covered_to", "last day the delivery speaks for; the as-at date of its source"),
        text("notes", "anything a person should know, one sentence each"),
        text("time_zone", "the council's zone in which local times were worked out"),
    ),
)
