"""What a reader feels: a filter changed until the page has settled, and a cold browser until first words and first chart."""

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from typing import Any
from zlib import MAX_WBITS, Z_SYNC_FLUSH, compressobj

from playwright.sync_api import Browser, BrowserContext, Page

from benchmarks import machine
from benchmarks.report import Section, against, middle, ninety_fifth
from benchmarks.viewers import viewing
from tools import browser, server
from tools.page import open_settled, settled

CLICKS, COLD_OPENINGS = 30, 5
PAGES = {"promises": "/", "one measure": "/measures"}
MONTHS = ("September 2026", "August 2026", "October 2026")
"""A change of month changes every chart, every number and the table of the page."""
VIEWPORT = {"width": 1440, "height": 900}
SETTLED_GOAL, SLOWEST_GOAL = 150.0, 300.0  # ms, median and p95: DESIGN.md
WIRE_GOAL, CPU_GOAL = 20.0, 20.0  # KiB and ms a rerun
FRAME_HEADER = 4  # bytes before each message
WORDS_GOAL, CHART_GOAL = 1200.0, 2000.0  # ms
_NOTE_CLICKS = "addEventListener('click', () => { window.benchmarkClicked = performance.now(); }, true)"
_NOTE_FIRSTS = """
new MutationObserver(() => {
    const heading = document.querySelector('[data-testid="stMain"] h1');
    if (heading && heading.innerText.trim()) window.benchmarkWords ??= performance.now();
    if (document.querySelector('.fd-picture [data-drawn]')) window.benchmarkChart ??= performance.now();
}).observe(document, {childList: true, subtree: true, characterData: true});
"""


@dataclass(slots=True)
class Felt:
    """What one page's clicks took: ms until settled, KiB received, and the server's CPU in ms for each."""

    settled: list[float] = field(default_factory=list)
    received: list[float] = field(default_factory=list)
    server_cpu: float = 0.0


def browsing(folder: Path) -> Iterator[Section]:
    """Serve the sample and measure both."""
    home = server.build_sample(folder)
    before = set(machine.children())
    with server.frontdoor(home) as address:
        (process,) = set(machine.children()) - before
        with browser.launched() as chromium:
            felt = {name: _clicks(chromium, address + path, process) for name, path in PAGES.items()}
            cold = [_cold(chromium, address + PAGES["one measure"]) for _ in range(COLD_OPENINGS)]
        readers = list(viewing(address, process))
    yield _clicks_section(felt)
    yield _cold_section(cold)
    yield from readers


def _clicks(chromium: Browser, address: str, process: int) -> Felt:
    context = _context(chromium)
    context.add_init_script(_NOTE_CLICKS)
    page = context.new_page()
    open_settled(page, address)
    page.get_by_role("button", name="Period").click()
    settled(page)
    for words in MONTHS:  # each answer once, so that every click meets a warm cache, as most clicks of a meeting do
        _choose(page, words)
    felt = _measured(page, process)
    context.close()
    return felt


def _measured(page: Page, process: int) -> Felt:
    felt, received = Felt(), [0]
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    wire = compressobj(wbits=-MAX_WBITS)  # as permessage-deflate does, one window for all messages
    devtools.on(
        "Network.webSocketFrameReceived",
        lambda told: _add(received, _compressed(wire, b64decode(told["response"]["payloadData"]))),
    )
    devtools.on("Network.loadingFinished", lambda told: _add(received, told["encodedDataLength"]))
    cpu = machine.cpu_seconds_of(process)
    for words in islice(cycle(MONTHS), CLICKS):
        received[0] = 0
        _choose(page, words)
        felt.settled.append(page.evaluate("window.frontdoorRestsSince - window.benchmarkClicked"))
        felt.received.append(received[0] / 1024)
    felt.server_cpu = (machine.cpu_seconds_of(process) - cpu) / CLICKS * 1000
    return felt


def _compressed(wire: Any, message: bytes) -> int:
    return len(wire.compress(message) + wire.flush(Z_SYNC_FLUSH)) + FRAME_HEADER


def _add(received: list[int], size: float) -> None:
    received[0] += int(size)


def _choose(page: Page, words: str) -> None:
    page.get_by_role("combobox", name="Period").click()
    page.get_by_role("option", name=words, exact=True).click()
    settled(page)


def _cold(chromium: Browser, address: str) -> tuple[float, float]:
    """Open an address in an empty profile; return ms until its heading and until its first chart."""
    context = _context(chromium)
    context.add_init_script(_NOTE_FIRSTS)
    page = context.new_page()
    open_settled(page, address)
    firsts = page.evaluate("[window.benchmarkWords ?? NaN, window.benchmarkChart ?? NaN]")
    context.close()
    return firsts[0], firsts[1]


def _context(chromium: Browser) -> BrowserContext:
    return chromium.new_context(viewport=VIEWPORT, locale="en-GB", reduced_motion="reduce")  # type: ignore[arg-type]


def _clicks_section(felt: dict[str, Felt]) -> Section:
    rows: list[tuple[str, ...]] = []
    for name, one in felt.items():
        rows += _rows(name, one)
    return Section(
        "A filter changed, until the page has settled",
        f"{CLICKS} changes of the month on the sample, 1440 x 900, answers already worked out once; settled means the "
        "script has ended, nothing is stale and every chart is drawn.",
        ("page", "what", "median", "p95", "goal", "result"),
        tuple(rows),
        ("Bytes are those on the wire: messages as the server compresses them.",),
    )


def _rows(name: str, one: Felt) -> list[tuple[str, ...]]:
    median_ms, p95 = middle(one.settled), ninety_fifth(one.settled)
    size = middle(one.received)
    is_met = f"{against(median_ms, SETTLED_GOAL)}, {against(p95, SLOWEST_GOAL)}"
    return [
        (name, "settled, ms", f"{median_ms:.0f}", f"{p95:.0f}", f"{SETTLED_GOAL:g}, {SLOWEST_GOAL:g}", is_met),
        (
            name,
            "received, KiB",
            f"{size:.1f}",
            f"{ninety_fifth(one.received):.1f}",
            f"{WIRE_GOAL:g}",
            against(size, WIRE_GOAL),
        ),
        (
            name,
            "server CPU a rerun, ms",
            f"{one.server_cpu:.0f}",
            "",
            f"{CPU_GOAL:g}",
            against(one.server_cpu, CPU_GOAL),
        ),
    ]


def _cold_section(cold: list[tuple[float, float]]) -> Section:
    words, chart = middle([one[0] for one in cold]), middle([one[1] for one in cold])
    return Section(
        "A cold browser and a warm server",
        f"The page of one measure in an empty profile; median of {COLD_OPENINGS}.",
        ("what", "ms", "goal", "result"),
        (
            ("first words", f"{words:.0f}", f"{WORDS_GOAL:g}", against(words, WORDS_GOAL)),
            ("first chart", f"{chart:.0f}", f"{CHART_GOAL:g}", against(chart, CHART_GOAL)),
        ),
    )
