"""How Frontdoor is served: libraries preloaded, caches warm, the collector frozen, health and freshness routes, headers."""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from streamlit.starlette import App

from frontdoor.ui.drawing_files import FOLDER, served
from frontdoor.ui.rebuilding import rebuild_in_a_child
from frontdoor.ui.serving import SecurityHeaders, freeze_what_stays, generation_in_force, health, warm
from frontdoor.warehouse.opening import build_elsewhere

ROOT = Path(__file__).resolve().parent

PRELOADED = ("numpy", "pandas", "pyarrow", "polars", "duckdb", "plotly.graph_objects")
"""Libraries imported before the first session, because first sessions that import them at once fail (TRAPS)."""

for library in PRELOADED:
    import_module(library)

for noisy in ("streamlit.runtime.scriptrunner_utils.script_run_context", "streamlit.web.server.starlette"):
    logging.getLogger(noisy).setLevel(logging.ERROR)

# Declares navigation once, bare: otherwise a deep link on a fresh process runs a file of pages/ without app.py.
st.navigation([st.Page(ROOT / "pages" / "overview.py")], position="hidden")


@asynccontextmanager
async def lifespan(app: App) -> AsyncIterator[dict[str, object]]:
    """Warm what the first reader would wait for, then freeze what is loaded out of the collector's sight."""
    del app
    warm()
    served()
    build_elsewhere(rebuild_in_a_child)
    gc.collect()
    gc.freeze()
    freezing = asyncio.create_task(freeze_what_stays())
    yield {}
    freezing.cancel()


async def show_health(request: Request) -> Response:
    """Answer whether figures can be shown: 200 with the data version, or 503 with the reason."""
    del request
    found = health()
    return JSONResponse(found, status_code=200 if found["ok"] else 503)


async def show_generation(request: Request) -> Response:
    """Answer the number of the newest data version, 0 before the first load, for pages that watch for new figures."""
    del request
    newest = generation_in_force()
    never_kept = {"Cache-Control": "no-store"}
    if newest is None:
        return PlainTextResponse("", status_code=503, headers=never_kept)
    return PlainTextResponse(str(newest), headers=never_kept)


async def show_drawing_file(request: Request) -> Response:
    """Answer one of the scripts that draw charts, compressed once and not at each request."""
    found = served().get(request.path_params["name"])
    if found is None:
        return PlainTextResponse("", status_code=404)
    body, headers = found.answer(request.headers.get("accept-encoding", ""))
    return Response(body, media_type="text/javascript", headers=headers)


app = App(
    ROOT / "app.py",
    lifespan=lifespan,
    routes=[
        Route("/health", show_health),
        Route("/gen", show_generation),
        Route(f"/{FOLDER}/{{name}}", show_drawing_file),
    ],
    middleware=[Middleware(SecurityHeaders)],
)
