"""Notices what a page asks of any machine but this one: Frontdoor must work with no network at all."""

from urllib.parse import urlsplit

from playwright.sync_api import Request

OF_THE_PAGE_ITSELF = {"data", "blob", "about"}


def strangers(request: Request) -> list[str]:
    """Return a complaint about a request that leaves this machine, or nothing."""
    address = urlsplit(request.url)
    if address.scheme in OF_THE_PAGE_ITSELF or address.hostname == "127.0.0.1":
        return []
    return [f"The page asked for something from another machine: {request.url}. Serve it from here, or do without."]
