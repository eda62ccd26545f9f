"""Where the live page of a pack's page is, beside the site's root: the same view, with the words its address uses."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from frontdoor.answers.choices import choices
from frontdoor.filters import Comparison
from frontdoor.packs.asked import Asked
from frontdoor.packs.fixed import fixed_as

AS_AT = "as_at"
"""The name of the data version in an address."""


def page_address(page: str, chosen: Mapping[str, str]) -> str:
    """Return './peaks?view=The+week'; `page` is a page's url_path, '' the first."""
    return _with(f"./{page}", {name: value for name, value in chosen.items() if value})


def filtered(address: str, asked: Asked, *, is_narrowed: bool = True) -> str:
    """Return the address with every filter and the data version, so that it opens exactly what was shown.

    Without `is_narrowed` only the data version, for what no other filter changes; '' stays ''.
    """
    if not address:
        return ""
    filters = asked.filters
    said: dict[str, str | Sequence[str]] = {AS_AT: str(filters.generation)} if filters.generation else {}
    if is_narrowed:
        said |= fixed_as(filters, choices(filters.council, filters.generation, asked.audience)).said
        if filters.comparison is Comparison.LAST_YEAR:  # the usual is in no address
            del said["compare"]
    return _with(address, said)


def _with(address: str, said: Mapping[str, str | Sequence[str]]) -> str:
    if not said:
        return address
    return f"{address}{'&' if '?' in address else '?'}{urlencode(said, doseq=True)}"
