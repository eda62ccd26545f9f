"""Makes every mart again from the records: after a change of SQL, of a council's baked-in facts, or of its thresholds."""

from frontdoor.errors import NoDataError
from frontdoor.warehouse.home import Home


def rebuild(home: Home) -> int:
    """Build a new generation with the same records and wholly new marts, and return its number.

    WarehouseError where the council's clock was changed since a load: local times cannot be worked out again without the file.
    """
    if home.current() is None:
        raise NoDataError(f"Nothing has been loaded for {home.council.name} yet, so there is nothing to rebuild.")
    with home.draft() as draft:
        draft.refuse_another_clock()
        draft.is_whole_rebuild = True
        return draft.publish(made_by="rebuild")
