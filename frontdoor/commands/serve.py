"""python -m frontdoor serve: shows the pages on this machine, building the sample first where there is no data."""

import argparse
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

import uvicorn

from frontdoor.commands.options import command, opened
from frontdoor.commands.sample import build_sample
from frontdoor.errors import FrontdoorError
from frontdoor.warehouse.opening import open_warehouse

ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds app.py and asgi.py."""

FIRST_PORT = 8501
PORTS_TRIED = 50


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    added = command(commands, "serve", run, "Show the pages in a browser on this machine.")
    added.add_argument("--port", type=int, help=f"port to serve on (default: the first free from {FIRST_PORT})")
    added.add_argument("--host", default="127.0.0.1", help="address to serve on (default: %(default)s)")


def run(options: argparse.Namespace) -> int:
    """Build the sample where there is no data, print one address and serve until stopped."""
    home = opened(options.council)
    if home.current() is None and home.council.is_invented:
        build_sample(options.council)
    if home.current() is not None:
        open_warehouse(home)  # builds the marts anew where this release makes them differently
    os.environ["FRONTDOOR_COUNCIL"] = options.council
    port = options.port or free_port(options.host)
    serve(options.host, port)
    return 0


def serve(host: str, port: int) -> None:
    """Run the server until stopped; its address is printed once it answers."""
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    config = uvicorn.Config("asgi:app", host=host, port=port, log_level="warning", access_log=False)
    _Announcing(config).run()


class _Announcing(uvicorn.Server):
    """A server whose one line is its address, once it listens."""

    def _log_started_message(self, listeners: Sequence[socket.SocketType]) -> None:
        del listeners
        print(f"Frontdoor is at http://{self.config.host}:{self.config.port}", flush=True)


def free_port(host: str) -> int:
    """Return the first free port from FIRST_PORT on."""
    for port in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        with socket.socket() as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                tried.bind((host, port))
            except OSError:
                continue
            return port
    raise FrontdoorError(f"no free port from {FIRST_PORT} to {FIRST_PORT + PORTS_TRIED - 1}; name one with --port")
