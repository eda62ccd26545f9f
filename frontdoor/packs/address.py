"""Where the live page of a pack's page is, beside the site's root: the same view, with the words its address uses."""

from collections.abc import Mapping
from urllib.parse import urlencode


def page_address(page: str, chosen: Mapping[str, str]) -> str:
    """Return './peaks?view=The+week'; `page` is a page's url_path, '' the first."""
    said = {name: value for name, value in chosen.items() if value}
    return f"./{page}?{urlencode(said)}" if said else f"./{page}"
