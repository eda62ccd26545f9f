"""Is the server shut and truthful: headers, health, freshness, rights on a deep link into a fresh process?"""

import base64
import json
import socket
import time
import urllib.error
import urllib.request
from itertools import cycle
from urllib.parse import urlsplit

import pytest
from accessibility import axe
from playwright.sync_api import expect

from frontdoor.ui.drawing_files import PLOTLY
from tests.pages.small_home import copied_small_home
from tools import server
from tools.page import settled

PATHS = ("/", "/data", "/health", "/gen", "/app/static/inter.woff2", "/_stcore/health", "/nowhere")
LONGEST_UNTIL_ASKED = 28  # seconds: an offer is promised within 30


def answer(address: str):
    """Return (status, headers, body) of a plain request."""
    try:
        with urllib.request.urlopen(address, timeout=10) as found:
            return found.status, found.headers, found.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers, refused.read()


@pytest.fixture(scope="module")
def members(shared_folder, tmp_path_factory):
    """Serve members in a process that nobody has asked for anything yet."""
    home = copied_small_home(shared_folder, tmp_path_factory.mktemp("members") / "home")
    with server.frontdoor(home, FRONTDOOR_AUDIENCE="member") as answering:
        yield answering


def test_a_deep_link_into_a_fresh_process_runs_through_the_role_check(open_at, members):
    page = open_at(f"{members}/data")
    expect(page.get_by_text("Only performance officers see what was loaded.")).to_be_visible()
    assert page.locator("input[type=file]").count() == 0
    assert page.get_by_role("link", name="Data", exact=True).count() == 0
    assert not axe(page)


def test_a_deep_link_into_a_fresh_process_has_its_filters(open_at, members):
    page = open_at(f"{members}/measures?service=Council+tax&measure=Contacts")
    expect(page.get_by_role("heading", level=1)).to_have_text("How are we doing on “contacts”?")
    expect(page.get_by_role("button", name="Service Council tax")).to_be_visible()


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_the_security_headers(frontdoor_address, path):
    _, headers, _ = answer(frontdoor_address + path)
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert headers["Referrer-Policy"] == "same-origin"
    policy = dict(rule.split(" ", 1) for rule in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'self'"
    assert policy["object-src"] == "'none'"
    assert "http" not in headers["Content-Security-Policy"]


def test_the_page_obeys_its_own_policy(open_page):
    page = open_page("/measures")
    blocked: list[str] = []
    page.on(
        "console", lambda message: blocked.append(message.text) if "Content Security Policy" in message.text else None
    )
    page.reload()
    expect(page.locator(".main-svg").first).to_be_visible()
    assert not blocked


@pytest.fixture
def newest(sample_home) -> int:
    return json.loads((sample_home / "trentside" / "CURRENT").read_text())["generation"]


@pytest.mark.parametrize(("origin", "status"), [("own", "101"), ("http://elsewhere.invalid", "403")])
def test_only_our_own_pages_may_open_a_session(frontdoor_address, origin, status):
    host = frontdoor_address.removeprefix("http://")
    lines = {
        "Host": host, "Origin": frontdoor_address if origin == "own" else origin, "Connection": "Upgrade",
        "Upgrade": "websocket", "Sec-WebSocket-Key": base64.b64encode(bytes(16)).decode(), "Sec-WebSocket-Version": "13",
    }  # fmt: skip
    request = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    name, port = host.split(":")
    with socket.create_connection((name, int(port)), timeout=10) as line:
        line.sendall(f"GET /_stcore/stream HTTP/1.1\r\n{request}\r\n".encode())
        assert line.recv(64).decode().split()[1] == status


def test_health_names_the_council_and_the_data_version(frontdoor_address, newest):
    status, headers, body = answer(f"{frontdoor_address}/health")
    assert status == 200
    assert headers["Content-Type"] == "application/json"
    assert json.loads(body) == {"ok": True, "council": "trentside", "generation": newest}


def test_freshness_is_one_number_that_is_never_kept(frontdoor_address, newest):
    status, headers, body = answer(f"{frontdoor_address}/gen")
    assert (status, body) == (200, str(newest).encode())
    assert headers["Cache-Control"] == "no-store"


def test_nobody_makes_a_council_by_asking_for_it(frontdoor_address, sample_home):
    answer(f"{frontdoor_address}/gen?council=boston")
    answer(f"{frontdoor_address}/health?council=boston")
    assert not (sample_home / "boston").exists()


def test_the_turns_of_asking_for_new_figures_go_on_while_filters_are_changed(open_page):
    page = open_page("/")
    asked: list[float] = []
    page.on("request", lambda request: asked.append(time.monotonic()) if urlsplit(request.url).path == "/gen" else None)
    page.get_by_role("button", name="Compare").click()
    began = time.monotonic()
    for words in cycle(("Period before", "Nothing", "Last year")):  # a change every few seconds, never 15 without one
        page.locator(".st-key-fd-choices-compare").get_by_text(words, exact=True).click()
        settled(page)
        page.wait_for_timeout(2000)
        if asked or time.monotonic() - began > LONGEST_UNTIL_ASKED:
            break
    assert asked


def test_the_scripts_of_charts_come_from_here_and_are_kept_for_good(frontdoor_address):
    status, headers, body = answer(f"{frontdoor_address}/drawing/{PLOTLY.name}")
    assert (status, body) == (200, PLOTLY.read_bytes())
    assert headers["Content-Type"].startswith("text/javascript")
    assert "immutable" in headers["Cache-Control"]
    assert answer(f"{frontdoor_address}/drawing/style.css")[0] == 404
