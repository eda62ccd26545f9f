"""What the server does around the pages: warms caches, says whether it is well, names the newest data, sets headers."""

import asyncio
import gc
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from frontdoor.charts.warming import draw_once
from frontdoor.errors import FrontdoorError
from frontdoor.ui.council_served import council_served
from frontdoor.warehouse.homes import open_home
from frontdoor.warehouse.opening import open_warehouse

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
Receive = Callable[[], Awaitable[Message]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' ws: wss:",
        "worker-src 'self' blob:",
        "frame-ancestors 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
    )
)
"""Nothing from another machine; Streamlit's own scripts need inline styles and evaluated code."""

HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"SAMEORIGIN"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), payment=()"),
    (b"content-security-policy", CONTENT_SECURITY_POLICY.encode()),
)
"""Headers of every answer (OWASP Secure Headers)."""

BETWEEN_FREEZES = 0.25  # seconds; freezing joins two lists, whatever their length
FREEZES_A_FULL_LOOK = 2400  # about every ten minutes, a tenth of a second or so


class SecurityHeaders:
    """ASGI middleware that adds HEADERS to every HTTP answer."""

    def __init__(self, app: Application) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *HEADERS]
            await send(message)

        await self.app(scope, receive, send_with_headers)


def warm() -> None:
    """Draw one chart and open the figures of the council served, so that the first reader does not wait for either."""
    draw_once()
    health()


async def freeze_what_stays() -> None:
    """Keep out of the collector's sight, four times a second, whatever has come to stay; runs until it is cancelled.

    Streamlit collects everything after each script run, which costs in proportion to all objects not frozen: kept
    answers and the sessions of a hundred readers make that most of a run. What is let go of is freed by its reference
    count all the same; cycles among frozen objects wait for the next full look.
    """
    looks = 0
    while True:
        await asyncio.sleep(BETWEEN_FREEZES)
        looks += 1
        if looks % FREEZES_A_FULL_LOOK == 0:
            gc.unfreeze()
            gc.collect()
        gc.freeze()


def health() -> dict[str, object]:
    """Return whether the figures of the council served can be read, which data version, or the reason they cannot."""
    try:
        opened = open_warehouse(open_home(council_served()))
    except FrontdoorError as error:
        return {"ok": False, "reason": str(error)}
    notice = {"notice": opened.notice} if opened.notice else {}
    return {"ok": True, "council": council_served(), "generation": opened.generation, **notice}


def generation_in_force() -> int | None:
    """Return the newest data version of the council served, 0 before the first load, None where it cannot be told."""
    try:
        return open_home(council_served()).current() or 0
    except FrontdoorError:
        return None
