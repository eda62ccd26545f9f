"""Starts Frontdoor, or any server, on a free port of this machine and waits until it answers."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent
LONGEST_START = 120  # seconds: a cold start on a busy two-core machine takes about 10
LONGEST_STOP = 10
BETWEEN_TRIES = 0.1
LAST_LINES = 30


class ServerError(Exception):
    """The server did not come up; the message carries the last lines it wrote."""


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def build_sample(home: Path, *arguments: str) -> Path:
    """Build the sample's Trentside in `home`, as `python -m frontdoor sample` does; raises ServerError."""
    command = [sys.executable, "-m", "frontdoor", "sample", "--council", "trentside", *arguments]
    environment = os.environ | {"FRONTDOOR_HOME": str(home)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ServerError(f"The sample could not be built:\n{done.stdout}{done.stderr}")
    return home


@contextmanager
def frontdoor(home: Path, **environment: str) -> Iterator[str]:
    """Serve the councils of `home`, as `python -m frontdoor serve` does; yields the address."""
    port = free_port()
    command = [sys.executable, "-m", "frontdoor", "serve", "--port", str(port)]
    with serving(command, port, {"FRONTDOOR_HOME": str(home), **environment}) as address:
        yield address


@contextmanager
def serving(command: Sequence[str], port: int, environment: Mapping[str, str]) -> Iterator[str]:
    """Run `command` until the end of the block; yields its address once it answers, raises ServerError."""
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=os.environ | environment, stdout=log, stderr=log)
        try:
            _wait(process, address, log)
            yield address
        finally:
            _stop(process)


def _wait(process: "subprocess.Popen[bytes]", address: str, log: IO[str]) -> None:
    deadline = time.monotonic() + LONGEST_START
    while not _answers(address):
        if process.poll() is not None:
            raise ServerError(f"The server ended before it answered at {address}:\n{_last_lines(log)}")
        if time.monotonic() > deadline:
            raise ServerError(f"No answer at {address} within {LONGEST_START} seconds:\n{_last_lines(log)}")
        time.sleep(BETWEEN_TRIES)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=LONGEST_STOP) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def _last_lines(log: IO[str]) -> str:
    log.seek(0)
    return "\n".join(log.read().splitlines()[-LAST_LINES:])


def _stop(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(LONGEST_STOP)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
